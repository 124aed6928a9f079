using System.Collections.Immutable;
using System.Globalization;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Signing;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Verification;

/// <summary>All checks on one attestation. <c>securebuild sign</c> makes those on the content as well, before it vouches for it.</summary>
sealed class SetVerification(VerificationRequest request, TrustStore trust, CheckLog log)
{
    readonly SignatureChecks _signatures = new(trust, request.Today, log);
    readonly DeliveredSboms _sboms = new(log);
    readonly HashSet<string> _delivered = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of all delivered files, relative to the output folder, that a statement or a bill of materials gives the digest of.</summary>
    public IReadOnlySet<string> Delivered => _delivered;

    /// <summary>Signatures, forms and content.</summary>
    /// <returns>Names of the files that the statements list.</returns>
    public IEnumerable<string> Verify(AttestationSet set)
    {
        var folder = Path.GetDirectoryName(set.Directory) ?? set.Directory;
        if (!set.Bundles.Append(set.Statements).OfType<string>().All(file => LinkCheck.IsInside(folder, file, "readable", log)))
            return [];
        // Bundles first: the certificates and time stamps in them are for the envelopes as well.
        var bundles = new BundleChecks(_signatures, log);
        var bundled = set.Bundles.Select(bundles.Check).OfType<ReadStatement>().ToImmutableArray();
        var statements = Statements(set);
        _signatures.Vouched([.. bundled, .. statements]);
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
        var evidence = new EvidenceChecks(log, _sboms);
        var directories = SubjectDirectories(set.Directory);
        var subjects = statements.SelectMany(statement => statement.Subjects).Distinct().ToImmutableArray();
        new SubjectChecks(log).Check(file, subjects, directories, request.OutputsAreElsewhere);
        _delivered.UnionWith(subjects.Select(subject => subject.Name));
        if (evidence.Listed(statements) is not { } listed)
            return [];
        var matching = evidence.Check(file, set.Directory, listed.Values);
        foreach (var attestation in statements.Where(statement => !statement.IsProvenance))
            Attestation(set, statements, attestation, evidence, matching, listed);
        foreach (var sbom in matching.Where(DeliveredSboms.IsSbom))
            _delivered.UnionWith(new MaterialChecks(log, _sboms).Check(sbom, subjects, directories, request.OutputsAreElsewhere));
        return listed.Keys;
    }

    IEnumerable<string> BundlesAlone(AttestationSet set, ImmutableArray<ReadStatement> bundled)
    {
        if (bundled.IsEmpty)
            return [];
        // The second bundles, over the very same statements, add nothing to what is said.
        bundled = [.. bundled.DistinctBy(bundle => Digest.Sha256(bundle.Envelope!.Payload), StringComparer.Ordinal)];
        new DraftChecks(request.AllowUnsigned, log).Check(bundled[0].File, bundled);
        // Whoever names one bundle wants that one; in a folder a missing one was taken away.
        if (bundled.Length == 1 && File.Exists(request.Path))
            log.Skip("agreement", bundled[0].File, "agreement_part");
        else
            new AgreementChecks(log).Check(bundled[0].File, bundled);
        return Content(set, bundled);
    }

    ImmutableArray<ReadStatement> Statements(AttestationSet set)
    {
        if (set.Statements is null || StatementsFile.Read(set.Statements, log) is not { } statements)
            return [];
        foreach (var statement in statements.Where(statement => statement.Envelope is not null))
            _signatures.Check(statement);
        new DraftChecks(request.AllowUnsigned, log).Check(set.Statements, statements);
        new AgreementChecks(log).Check(set.Statements, statements);
        return statements;
    }

    void Attestation(
        AttestationSet set, ImmutableArray<ReadStatement> statements, ReadStatement attestation, EvidenceChecks evidence, ImmutableArray<string> matching,
        ImmutableSortedDictionary<string, Evidence.EvidenceFile> listed)
    {
        new AgreementChecks(log).Binding(attestation);
        evidence.About(attestation, matching, listed);
        if (ReadFrameworks.From(attestation.Predicate) is not { IsEmpty: false } frameworks || ReadFrameworks.IssuedOn(attestation.Predicate) is not { } time)
        {
            log.Tampered("status", attestation.File, "SB9516");
            return;
        }
        new IdentityCheck(log).Check(attestation, time, request.Today);
        Signatory(attestation, time);
        new StatusChecks(log).Check(attestation, frameworks, request.Today);
        new SourceChecks(log).Check(attestation, frameworks);
        var facts = matching.FirstOrDefault(path => path.EndsWith(EvidenceChecks.EvidenceSuffix, StringComparison.Ordinal));
        var derived = Reassess(attestation, frameworks, time, matching);
        var own = Own(attestation, frameworks, time, facts);
        if (request.Policy is not null)
            log.Deliveries.Add(new(attestation, statements, frameworks, derived, time, facts is null ? null : BoundedFile.ReadJson(facts, log),
                [.. matching.Where(DeliveredSboms.IsSbom).Select(path => _sboms.Read(path) is { } document ? new DeliveredSbom(path, listed[Path.GetFileName(path)].Sha256, document) : null).OfType<DeliveredSbom>()],
                [.. set.Bundles.Append(set.Statements).OfType<string>().Select(static file => new VerifiedInput(Path.GetFileName(file), Digest.Sha256OfFile(file)))]) { Own = own });
    }

    ImmutableArray<FrameworkResult> Own(ReadStatement attestation, ImmutableArray<FrameworkResult> frameworks, DateTimeOffset time, string? facts)
    {
        if (request.Catalogues.IsEmpty)
            return [];
        if (facts is null || BoundedFile.Read(facts, log) is not { } evidence || OwnCatalogues.Of(evidence, StatementsIn(frameworks), time, request.Catalogues) is not { } results)
        {
            log.Unsatisfied("own-catalogue", attestation.File, "SB9424");
            return [];
        }
        foreach (var result in results)
        {
            var counts = result.Controls.GroupBy(control => control.Status).OrderBy(group => group.Key).Select(group => $"{EnumNames.Of(group.Key)} {group.Count()}");
            log.Pass("own-catalogue", attestation.File, result.Framework, result.Version, string.Join(", ", counts));
            log.OwnCatalogues.Add(new(Path.GetFileName(attestation.File), result));
        }
        return results;
    }

    void Signatory(ReadStatement attestation, DateTimeOffset issued)
    {
        if (attestation.Envelope is null)
            return;
        if (!attestation.Predicate.ContainsKey(AttestationFiles.SignatoryMember))
            log.Skip("signatory", attestation.File, "signatory_build");
        else if (attestation.Predicate.Object(AttestationFiles.SignatoryMember) is { } person && person.Text("name") is { } name && person.Text("role") is { } role
                 && person.Text("scope") is { } scope && DateOnly.TryParseExact(person.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            // A day for clocks that differ.
            if (date.DayNumber < DateOnly.FromDateTime(issued.UtcDateTime).DayNumber - 1 || date.DayNumber > request.Today?.DayNumber + 1)
                log.Unsatisfied("signatory", attestation.File, "SB9421", name, person.Text("date"), DateOnly.FromDateTime(issued.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else
                log.Pass("signatory", attestation.File, name, role, person.Text("date"), scope);
        }
        else
            log.Tampered("signatory", attestation.File, "SB9516");
    }

    ImmutableArray<FrameworkResult>? Reassess(ReadStatement attestation, ImmutableArray<FrameworkResult> frameworks, DateTimeOffset time, ImmutableArray<string> matching)
    {
        var evidence = matching.FirstOrDefault(path => path.EndsWith(EvidenceChecks.EvidenceSuffix, StringComparison.Ordinal));
        var statements = StatementsIn(frameworks);
        if (request.Reassess is null)
            log.Skip("reassessment", attestation.File, "reassessment_off");
        // That it is missing or another one was said above.
        else if (evidence is null)
            log.Skip("reassessment", attestation.File, "reassessment_no_evidence");
        else if (BoundedFile.Read(evidence, log) is { } bytes)
        {
            if (request.Reassess(bytes, Catalogues(matching), statements, time) is { } derived)
            {
                new ReassessmentCheck(log).Check(attestation, frameworks, derived);
                return derived;
            }
            log.Unsatisfied("reassessment", attestation.File, "SB9550");
        }
        return null;
    }

    static ImmutableArray<PersonStatement> StatementsIn(ImmutableArray<FrameworkResult> frameworks) =>
        [.. frameworks.SelectMany(framework => framework.Controls).Select(control => control.StatedBy).OfType<PersonStatement>().DistinctBy(statement => statement.Control, StringComparer.Ordinal)];

    // What the supplier wrote comes along with the delivery. Not a conditional expression: its null would become an empty memory.
    ReadOnlyMemory<byte>? Catalogues(ImmutableArray<string> matching)
    {
        if (matching.FirstOrDefault(path => path.EndsWith(DeliveredCatalogues.Suffix, StringComparison.Ordinal)) is { } file && BoundedFile.Read(file, log) is { } bytes)
            return bytes;
        return null;
    }

    ImmutableArray<string> SubjectDirectories(string artifacts) =>
        [.. ((string?[])[Path.GetDirectoryName(artifacts), artifacts, .. request.ArtifactDirectories]).OfType<string>().Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
}
