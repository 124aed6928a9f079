using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Evidence;

namespace SecureBuild.Cli;

/// <summary>Joins verification to assessment: the statuses, derived again from the evidence file alone.</summary>
static class Reassessment
{
    /// <inheritdoc cref="Verification.Reassess"/>
    public static ImmutableArray<FrameworkResult>? FromEvidence(
        ReadOnlyMemory<byte> evidenceJson, ReadOnlyMemory<byte>? catalogues, ImmutableArray<PersonStatement> statements, DateTimeOffset time)
    {
        try
        {
            using var document = JsonDocument.Parse(evidenceJson, CanonicalJson.Strict);
            var applied = catalogues is { } delivered ? DeliveredCatalogues.Apply(AssessedCatalogue.All, delivered) : AssessedCatalogue.All;
            return applied is { } all ? Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime), all) : null;
        }
        catch (Exception e) when (e is JsonException or ProblemException)
        {
            return null;
        }
    }
}
