using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Configuration;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering;

/// <summary>Reads what builds left under a path. Reading is strict, as in verification; but nothing is verified.</summary>
public static class BuildSummaryReader
{
    /// <summary>One summary for each attestation found.</summary>
    /// <param name="path">As for <see cref="VerificationRequest.Path"/>; or a folder below which there are any, or of a package.</param>
    public static BuildSummaries Read(string path)
    {
        var log = new CheckLog();
        try
        {
            if (AttestationFolders.Named(path) is not { } sets)
                log.Tampered("found", path, "SB9501");
            else if (sets.IsEmpty)
                log.Unsatisfied("found", path, "SB9502");
            else
                return new([.. sets.Select(set => Summary(set, log)).OfType<BuildSummary>()], log.Outcome, log.Report.Problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            log.Tampered("readable", path, "SB9503");
        }
        return new([], log.Outcome, log.Report.Problems);
    }

    internal static BuildSummary? Summary(AttestationSet set, CheckLog log)
    {
        var statements = set.Statements is { } file ? StatementsFile.Read(file, log) ?? [] : [.. set.Bundles.Select(bundle => OfBundle(bundle, log)).OfType<ReadStatement>()];
        if (statements.IsEmpty)
            return null;
        var predicate = statements.FirstOrDefault(statement => !statement.IsProvenance)?.Predicate ?? [];
        var files = ListedFiles.Of(statements, set.Directory, log);
        var facts = files.Json(".evidence.json")?.Objects("facts") ?? [];
        return new(
            set.Stem,
            new(statements.All(statement => statement.Envelope is not null), KeyIds(statements)),
            [.. statements.SelectMany(statement => statement.Subjects).DistinctBy(subject => subject.Name)],
            files.Summaries,
            AttestationReading.Product(predicate),
            AttestationReading.Build(predicate),
            predicate.Text("issuedOn"),
            files.Sbom is var (name, sbom) ? SbomReading.From(name, sbom) : null,
            files.Name(".sarif") is { } analysis && !Collecting.OthersLog.Is(analysis) ? AnalysisReading.From(analysis, files.Json(".sarif")!) : null,
            AttestationReading.Audit(predicate),
            AttestationReading.Frameworks(predicate, files.Json(DeliveredCatalogues.Suffix)),
            AttestationReading.Gaps(facts),
            facts.Count(fact => fact.Text("state") == "known"),
            AttestationReading.Limits(predicate)) { Vex = AttestationReading.Vex(facts) };
    }

    static ReadStatement? OfBundle(string file, CheckLog log) =>
        BoundedFile.ReadJson(file, log) is { } bundle && bundle.Object("dsseEnvelope") is { } envelope ? StatementsFile.Unwrap(file, envelope, log) : null;

    static ImmutableArray<string> KeyIds(ImmutableArray<ReadStatement> statements) =>
    [
        .. statements.Select(statement => statement.Envelope).OfType<Envelope>().SelectMany(envelope => envelope.Signatures)
            .Select(signature => signature.KeyId).OfType<string>().Distinct(StringComparer.Ordinal)
    ];
}

/// <summary>What was read under a path.</summary>
/// <param name="Builds">One for each attestation, by name.</param>
/// <param name="Outcome">Whether everything could be read: not found is <see cref="VerificationOutcome.NotSatisfied"/>.</param>
/// <param name="Problems">What could not.</param>
public sealed record BuildSummaries(ImmutableArray<BuildSummary> Builds, VerificationOutcome Outcome, ImmutableArray<Problem> Problems);
