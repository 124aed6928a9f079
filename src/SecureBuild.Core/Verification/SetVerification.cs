using System.Collections.Immutable;
using SecureBuild.Assessment;

namespace SecureBuild.Verification;

/// <summary>All checks on one attestation. <c>securebuild sign</c> makes those on the content as well, before it vouches for it.</summary>
sealed class SetVerification(VerificationRequest request, ImmutableArray<VerificationKey> keys, CheckLog log)
{
    readonly SignatureChecks _signatures = new(keys, log);

    /// <summary>Signatures, forms and content.</summary>
    /// <returns>Names of the files that the statements list.</returns>
    public IEnumerable<string> Verify(AttestationSet set)
    {
        var statements = Statements(set);
        var bundles = new BundleChecks(_signatures, log);
        var bundled = set.Bundles.Select(bundles.Check).OfType<ReadStatement>().ToImmutableArray();
        if (set.Statements is null)
            return BundlesAlone(set, bundled);
        foreach (var bundle in bundled)
            bundles.Compare(bundle, statements);
        if (set.Bundles.IsEmpty && statements.Any(statement => statement.Envelope is not null))
            log.Skip("bundle", set.Statements, "bundle_absent");
        return Content(set, statements);
    }

    /// <summary>What the statements say, held against the disk.</summary>
    /// <returns>Names of the files that they list.</returns>
    public IEnumerable<string> Content(AttestationSet set, ImmutableArray<ReadStatement> statements)
    {
        if (statements.IsEmpty)
            return [];
        var file = statements[0].File;
        var evidence = new EvidenceChecks(log);
        new SubjectChecks(log).Check(file, statements.SelectMany(statement => statement.Subjects).Distinct(), SubjectDirectories(set.Directory));
        if (evidence.Listed(statements) is not { } listed)
            return [];
        var matching = evidence.Check(file, set.Directory, listed.Values);
        foreach (var attestation in statements.Where(statement => !statement.IsProvenance))
            Attestation(attestation, evidence, matching, listed);
        return listed.Keys;
    }

    IEnumerable<string> BundlesAlone(AttestationSet set, ImmutableArray<ReadStatement> bundled)
    {
        if (bundled.IsEmpty)
            return [];
        new DraftChecks(request.AllowUnsigned, log).Check(bundled[0].File, bundled);
        if (bundled.Length > 1)
            new AgreementChecks(log).Check(bundled[0].File, bundled);
        return Content(set, bundled);
    }

    ImmutableArray<ReadStatement> Statements(AttestationSet set)
    {
        if (set.Statements is null || StatementsFile.Read(set.Statements, log) is not { } statements)
            return [];
        foreach (var envelope in statements.Select(statement => statement.Envelope).OfType<Envelope>())
            _signatures.Check(set.Statements, envelope);
        new DraftChecks(request.AllowUnsigned, log).Check(set.Statements, statements);
        new AgreementChecks(log).Check(set.Statements, statements);
        return statements;
    }

    void Attestation(ReadStatement attestation, EvidenceChecks evidence, ImmutableArray<string> matching, ImmutableSortedDictionary<string, Evidence.EvidenceFile> listed)
    {
        new AgreementChecks(log).Binding(attestation);
        if (attestation.Predicate.Object("build")?.Text("outputSha256") is { } output)
            evidence.About(output, matching, listed);
        if (ReadFrameworks.From(attestation.Predicate) is not { } frameworks)
        {
            log.Tampered("status", attestation.File, "SB9516");
            return;
        }
        new StatusChecks(log).Check(attestation, frameworks, request.Today);
        Reassess(attestation, frameworks, matching.FirstOrDefault(path => path.EndsWith(".evidence.json", StringComparison.Ordinal)));
    }

    void Reassess(ReadStatement attestation, ImmutableArray<FrameworkResult> frameworks, string? evidence)
    {
        ImmutableArray<PersonStatement> statements = [.. frameworks.SelectMany(framework => framework.Controls).Select(control => control.StatedBy).OfType<PersonStatement>()
            .DistinctBy(statement => statement.Control, StringComparer.Ordinal)];
        if (request.Reassess is null || evidence is null || ReadFrameworks.IssuedOn(attestation.Predicate) is not { } time)
            log.Skip("reassessment", attestation.File, request.Reassess is null ? "reassessment_off" : "reassessment_no_evidence");
        else if (BoundedFile.Read(evidence, log) is { } bytes)
        {
            if (request.Reassess(bytes, statements, time) is { } derived)
                new ReassessmentCheck(log).Check(attestation, frameworks, derived);
            else
                log.Skip("reassessment", attestation.File, "reassessment_no_evidence");
        }
    }

    ImmutableArray<string> SubjectDirectories(string artifacts) =>
        [.. ((string?[])[Path.GetDirectoryName(artifacts), artifacts, .. request.ArtifactDirectories]).OfType<string>().Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
}
