using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Assessment;

/// <summary>Assessment results as JSON: the <c>frameworks</c> member of the attestation's predicate.</summary>
public static class AssessmentJson
{
    /// <summary>One framework: <c>{ framework, version, catalogueSha256, rulesSha256, controls[] }</c>.</summary>
    public static JsonNode Write(FrameworkResult result) => throw new NotSupportedException();

    /// <summary>Reads what <see cref="Write"/> made.</summary>
    /// <exception cref="ProblemException">SB9311: not such a document.</exception>
    public static FrameworkResult Read(JsonElement element) => throw new NotSupportedException();
}
