using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Collecting;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Exchange;
using SecureBuild.Notices;
using SecureBuild.Rendering;
using SecureBuild.Sbom;
using SecureBuild.Signing;
using SecureBuild.Verification;
using SecureBuild.Verification.Policy;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Submission;

/// <summary>One attestation with all that lies beside it, before it is a part of a product.</summary>
/// <param name="Set">Where it lies.</param>
/// <param name="Summary">Its figures.</param>
/// <param name="Attested">Its controls.</param>
/// <param name="Statements">Both statements.</param>
/// <param name="Catalogues">The catalogues that were used, by id, as far as known.</param>
sealed record ReadBuild(
    AttestationSet Set, BuildSummary Summary, AttestedBuild Attested, ImmutableArray<ReadStatement> Statements, ImmutableDictionary<string, Catalogue> Catalogues)
{
    JsonObject Predicate { get; } = Statements.First(static statement => !statement.IsProvenance).Predicate;

    /// <summary>The bill of materials that the summary is about, or null.</summary>
    public DeliveredSbom? Sbom { get; init; }

    /// <summary>Only tests need it.</summary>
    public bool IsTest => Sbom?.Document.Bom.Metadata.Component?.Properties.Any(static property => property is { Name: Names.BuildTestProject, Value: "true" }) == true;

    /// <summary>Null, with a failed check, where it cannot be read.</summary>
    public static ReadBuild? Of(AttestationSet set, CheckLog log)
    {
        if (AttestedBuildReader.Build(set, log) is not { } attested || log.Outcome != VerificationOutcome.Satisfied)
        {
            if (log.Outcome == VerificationOutcome.Satisfied)
                log.Tampered("statement", set.Statements ?? set.Bundles[0], "SB9516");
            return null;
        }
        // Read once more by those who know how; whatever is wrong was said above.
        var again = new CheckLog();
        var summary = BuildSummaryReader.Summary(set, again)!;
        ImmutableArray<ReadStatement> statements = set.Statements is { } file ? StatementsFile.Read(file, again) ?? []
            : [.. set.Bundles.Select(bundle => BoundedFile.ReadJson(bundle, again)?.Object("dsseEnvelope") is { } envelope ? StatementsFile.Unwrap(bundle, envelope, again) : null).OfType<ReadStatement>()];
        var build = new ReadBuild(set, summary, attested, statements, Used(set, attested, again));
        return build with { Sbom = build.ReadSbom(again) };
    }

    static ImmutableDictionary<string, Catalogue> Used(AttestationSet set, AttestedBuild attested, CheckLog log)
    {
        var used = ImmutableDictionary.CreateBuilder<string, Catalogue>(StringComparer.Ordinal);
        foreach (var framework in attested.Frameworks)
            if (CatalogueLibrary.ById(framework.Framework) is { } known)
                used[framework.Framework] = known;
        var own = attested.Files.FirstOrDefault(file => file.Name.EndsWith(DeliveredCatalogues.Suffix, StringComparison.Ordinal) && ArtifactPath.IsSafeFileName(file.Name));
        if (own is not null && Bytes(Path.Combine(set.Directory, own.Name), own.Sha256, log) is { } bytes && DeliveredCatalogues.Apply(AssessedCatalogue.All, bytes) is { } applied)
            foreach (var assessed in applied)
                used.TryAdd(assessed.Catalogue.Id, assessed.Catalogue);
        return used.ToImmutable();
    }

    /// <summary>As a part of a product.</summary>
    /// <param name="key">Its name there.</param>
    public ProductProject Project(string key)
    {
        var log = new CheckLog();
        var files = Files(log);
        return new()
        {
            Key = key,
            Summary = Summary,
            StatementSha256 = Attested.StatementSha256,
            Signatory = Person(),
            ConflictReason = Attested.ConflictReason,
            Files = files,
            Facts = [.. Facts(Content(files, ProductFileRole.Evidence, log)).OrderBy(fact => fact.Id, StringComparer.Ordinal)],
            Sbom = Sbom?.Document.Bom,
            Provenance = Statements.FirstOrDefault(statement => statement.IsProvenance)?.Payload ?? default,
            AnalysisLog = Content([.. files.Where(static file => !OthersLog.Is(file.Name))], ProductFileRole.Analysis, log),
            OtherAnalysisLog = Content([.. files.Where(static file => OthersLog.Is(file.Name))], ProductFileRole.Analysis, log),
            Evidence = Content(files, ProductFileRole.Evidence, log),
            OutputDirectory = Path.GetDirectoryName(Set.Directory) ?? Set.Directory,
        };
    }

    Signatory? Person() =>
        Predicate.Object(AttestationFiles.SignatoryMember) is { } person && person.Text("name") is { } name && person.Text("role") is { } role && person.Text("scope") is { } scope
        && DateOnly.TryParseExact(person.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new(name, role, scope, date) : null;

    DeliveredSbom? ReadSbom(CheckLog log)
    {
        if (Summary.Sbom?.File is not { } name || Attested.Files.FirstOrDefault(file => file.Name == name) is not { } listed)
            return null;
        var path = Path.Combine(Set.Directory, name);
        return Bytes(path, listed.Sha256, log) is { } bytes && DeliveredSboms.Read(bytes, path, log) is { } document ? new(path, listed.Sha256, document) : null;
    }

    ImmutableArray<ProductFile> Files(CheckLog log)
    {
        var files = new SortedDictionary<string, ProductFile>(StringComparer.Ordinal);
        foreach (var item in Predicate.Objects("evidence") ?? [])
        {
            if (item.Text("name") is not { } name || !ArtifactPath.IsSafeFileName(name) || item.Object("digest")?.Text("sha256") is not { } sha256)
                continue;
            var path = Path.Combine(Set.Directory, name);
            var state = Summary.Files.FirstOrDefault(file => file.Name == name)?.State ?? FileState.Missing;
            files[name] = new(name, RoleOf(name), item.Text("mediaType") ?? "application/octet-stream", ClassOf(item.Object("annotations")?.Text("securebuild_class")), sha256, state, path);
        }
        foreach (var path in Beside())
            if (BoundedFile.Read(path, log) is { } bytes)
                files.TryAdd(Path.GetFileName(path), new(Path.GetFileName(path), RoleOf(Path.GetFileName(path)), MediaTypeOf(path), FileClass.Customer, Digest.Sha256(bytes), FileState.AsAttested, path));
        return [.. files.Values];
    }

    // The statements themselves, and what changes after the delivery and is therefore listed in none.
    IEnumerable<string> Beside() => Set.Bundles.Append(Set.Statements).OfType<string>()
        .Concat(VexFormat.All.Select(format => Path.Combine(Set.Directory, Set.Stem + format.Suffix)).Where(File.Exists));

    static ReadOnlyMemory<byte> Content(ImmutableArray<ProductFile> files, ProductFileRole role, CheckLog log) =>
        files.Where(file => file.Role == role && file.State == FileState.AsAttested).MinBy(file => file.Name.Length) is { } file && Bytes(file.Path, file.Sha256, log) is { } bytes ? bytes : default;

    static byte[]? Bytes(string path, string sha256, CheckLog log) => File.Exists(path) && BoundedFile.Read(path, log) is { } bytes && Digest.Sha256(bytes) == sha256 ? bytes : null;

    static IEnumerable<ProductFact> Facts(ReadOnlyMemory<byte> evidence)
    {
        foreach (var fact in StrictJson.Parse(evidence)?.Objects("facts") ?? [])
        {
            if (fact.Text("id") is not { } id || s_states.GetValueOrDefault(fact.Text("state") ?? "") is not { } state || s_trusts.GetValueOrDefault(fact.Text("trust") ?? "") is not { } trust)
                continue;
            var known = CatalogueLibrary.Facts.GetValueOrDefault(id);
            yield return new(id, known?.Title ?? new(id, id), known?.DoesNotShow, state, trust, fact.Text("source"), fact.Text("gap"));
        }
    }

    static readonly ImmutableDictionary<string, FactState?> s_states = Enum.GetValues<FactState>().ToImmutableDictionary(EnumNames.Of, static state => (FactState?)state, StringComparer.Ordinal);
    static readonly ImmutableDictionary<string, TrustClass?> s_trusts = Enum.GetValues<TrustClass>().ToImmutableDictionary(EnumNames.Of, static trust => (TrustClass?)trust, StringComparer.Ordinal);

    // What nobody classed is treated as what must not get out.
    static FileClass ClassOf(string? name) => name switch { "public" => FileClass.Public, "customer" => FileClass.Customer, _ => FileClass.Internal };

    static ProductFileRole RoleOf(string name) =>
        DeliveredSboms.IsSbom(name) ? ProductFileRole.Sbom
        : name.EndsWith(".sarif", StringComparison.Ordinal) ? ProductFileRole.Analysis
        : name.EndsWith(EvidenceChecks.EvidenceSuffix, StringComparison.Ordinal) ? ProductFileRole.Evidence
        : name.EndsWith(DeliveredCatalogues.Suffix, StringComparison.Ordinal) ? ProductFileRole.Catalogues
        : name.EndsWith(ThirdPartyNotices.Suffix, StringComparison.Ordinal) ? ProductFileRole.Notices
        : name.EndsWith(AttestationFiles.StatementsSuffix, StringComparison.Ordinal) ? ProductFileRole.Attestation
        : name.EndsWith(AttestationSet.BundleSuffix, StringComparison.Ordinal) ? ProductFileRole.Bundle
        : VexFormat.All.Any(format => name.EndsWith(format.Suffix, StringComparison.Ordinal)) ? ProductFileRole.Vex
        : ProductFileRole.Other;

    static string MediaTypeOf(string path) =>
        path.EndsWith(AttestationFiles.StatementsSuffix, StringComparison.Ordinal) ? "application/x-ndjson"
        : path.EndsWith(AttestationSet.BundleSuffix, StringComparison.Ordinal) ? SigstoreBundle.MediaType
        : path.EndsWith(VexFormat.OpenVex.Suffix, StringComparison.Ordinal) ? "application/json" : "application/vnd.cyclonedx+json";
}
