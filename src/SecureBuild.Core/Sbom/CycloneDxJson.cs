using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Sbom;

/// <summary>CycloneDX 1.7 JSON (ECMA-424, 2nd edition).</summary>
public static class CycloneDxJson
{
    /// <summary>The document; members in the specification's order.</summary>
    public static JsonNode Write(Bom bom) => throw new NotSupportedException();

    /// <summary>What the summary and the verification need of a document: subject, components, dependencies, compositions.</summary>
    /// <exception cref="ProblemException">It is not a CycloneDX document (SB9210).</exception>
    public static Bom Read(JsonDocument document) => throw new NotSupportedException();
}
