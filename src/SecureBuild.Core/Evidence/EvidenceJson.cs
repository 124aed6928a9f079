using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence;

/// <summary>The evidence manifest as JSON; shape in <c>evidence.schema.json</c>, the values in <c>FactValues.md</c>.</summary>
public static class EvidenceJson
{
    /// <summary>Media type of <c>*.evidence.json</c>.</summary>
    public const string MediaType = "application/vnd.securebuild.evidence+json";

    /// <summary>To be written with <see cref="CanonicalJson.Indented"/>.</summary>
    public static JsonNode Write(EvidenceManifest manifest) => throw new NotSupportedException();

    /// <summary>Reads what <see cref="Write"/> made.</summary>
    /// <exception cref="ProblemException">SB9310: not such a document.</exception>
    public static EvidenceManifest Read(JsonDocument document) => throw new NotSupportedException();
}
