using System.Text.Json.Nodes;

namespace SecureBuild.Attestation;

/// <summary>What an attestation does not say, in both languages (limits.json). Every attestation carries it.</summary>
static class Limits
{
    static readonly Lazy<byte[]> s_file = new(() => EmbeddedFile.Bytes("Attestation/limits.json"));

    /// <summary>A fresh copy: a JSON node has one parent only.</summary>
    public static JsonArray Json() => JsonNode.Parse(s_file.Value, documentOptions: CanonicalJson.Own)!["limits"]!.DeepClone().AsArray();
}
