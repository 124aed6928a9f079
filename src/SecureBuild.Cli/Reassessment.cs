using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Evidence;

namespace SecureBuild.Cli;

/// <summary>Joins verification to assessment: the statuses, derived again from the evidence file alone.</summary>
static class Reassessment
{
    /// <inheritdoc cref="Verification.Reassess"/>
    public static ImmutableArray<FrameworkResult>? FromEvidence(ReadOnlyMemory<byte> evidenceJson, ImmutableArray<PersonStatement> statements, DateTimeOffset time)
    {
        try
        {
            using var document = JsonDocument.Parse(evidenceJson, CanonicalJson.Strict);
            return Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime));
        }
        catch (Exception e) when (e is JsonException or ProblemException)
        {
            return null;
        }
    }
}
