using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;

namespace SecureBuild.Verification;

/// <summary>What the attested evidence and statements give for a catalogue of the buyer. The supplier claimed nothing about it, so there is nothing to contradict.</summary>
/// <param name="On">The attestation, by file name.</param>
/// <param name="Result">The controls and their statuses.</param>
public sealed record OwnCatalogueResult(string On, FrameworkResult Result)
{
    /// <summary>For machines: <c>{ on, framework, version, catalogueSha256, rulesSha256, controls: [{ control, status, conflict, facts, reasons, statedBy }] }</c>.</summary>
    public JsonObject ToJson()
    {
        var json = JsonShapes.Framework(Result);
        json.Insert(0, "on", On);
        return json;
    }
}

/// <summary>Derives the buyer's own catalogues.</summary>
static class OwnCatalogues
{
    /// <summary>Null where the evidence is of a shape this version does not know.</summary>
    public static ImmutableArray<FrameworkResult>? Of(ReadOnlyMemory<byte> evidence, ImmutableArray<PersonStatement> statements, DateTimeOffset time, ImmutableArray<AssessedCatalogue> catalogues)
    {
        try
        {
            using var document = JsonDocument.Parse(evidence, CanonicalJson.Strict);
            return [.. Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime), catalogues)
                .Where(result => catalogues.Any(own => own.Catalogue.Id == result.Framework))];
        }
        catch (Exception exception) when (exception is JsonException or ProblemException)
        {
            return null;
        }
    }
}
