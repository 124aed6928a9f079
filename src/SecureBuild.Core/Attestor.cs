using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Notices;
using SecureBuild.Sbom;
using SecureBuild.Sbom.Check;
using SecureBuild.Signing;
using SecureBuild.Vulnerabilities;

namespace SecureBuild;

/// <summary>The whole line for one inner build: inputs in, artifacts out. The caller writes them.</summary>
public static class Attestor
{
    const string AnalysisSuffix = ".sarif";
    const string EvidenceSuffix = ".evidence.json";

    /// <summary>Endings of all files that a build may write under one stem.</summary>
    public static ImmutableArray<string> Suffixes { get; } =
    [
        .. SbomFormat.All.Select(format => format.Suffix), ThirdPartyNotices.Suffix, AnalysisSuffix, EvidenceSuffix,
        AttestationFiles.ProvenanceBundleSuffix, AttestationFiles.AttestationBundleSuffix, .. AttestationFiles.SecondBundleSuffixes, AttestationFiles.StatementsSuffix, DeliveredCatalogues.Suffix, Collecting.TestResultStatement.Suffix, Collecting.OthersLog.Suffix,
        .. VexFormat.All.Select(format => format.Suffix),
    ];

    /// <summary>Collects, derives and, where a signer is given, signs.</summary>
    /// <param name="inputs">What the build hands over.</param>
    /// <param name="clock">The one time of all artifacts.</param>
    /// <param name="invocationId">Random, new for every run: tells two runs apart whose inputs are the same.</param>
    /// <param name="signer">Who signs; null leaves a draft that says so.</param>
    /// <exception cref="IOException">A delivered file cannot be read.</exception>
    public static AttestorResult Run(BuildInputs inputs, Clock clock, Guid invocationId, ISigner? signer = null)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var artifacts = ImmutableArray.CreateBuilder<Artifact>();

        var configuration = Configuration(inputs, clock, problems);
        var product = new AttestedProduct(inputs, configuration);
        var catalogues = configuration?.Catalogues is { IsEmpty: false } chosen ? chosen : AssessedCatalogue.Default;

        var sbom = SbomBuilder.Build(inputs, product.Identity, clock, new(configuration?.Licences, configuration?.Suppliers ?? [], inputs.ConfigurationFile));
        problems.AddRange(sbom.Problems);
        var formats = SbomFormats.Of(inputs.Property("SecureBuildSbomFormats"));
        problems.AddRange(formats.Unknown.Select(name => Messages.Warning("SB9220", inputs.ProjectFile, 0, 0, name, SbomFormat.Names)));
        ImmutableArray<EvidenceFile> sbomFiles = [.. formats.Chosen.Select(format => Add(artifacts, sbom.Write(format, Path.Combine(inputs.ArtifactDirectory, inputs.ArtifactName + format.Suffix)), format.MediaType, "customer"))];

        if (ThirdPartyNotices.Of(sbom, inputs) is { } notices)
            sbomFiles = sbomFiles.Add(Add(artifacts, inputs, ThirdPartyNotices.Suffix, "text/plain", "customer", notices));

        var vulnerabilities = AttestedVulnerabilities.Of(inputs, configuration, sbom.Bom, clock);
        problems.AddRange(vulnerabilities?.Problems ?? []);

        var analysis = inputs.SarifFile is { } log ? SarifLog.Normalise(log, inputs.RepositoryRoot) : null;
        problems.AddRange(analysis?.Problems ?? []);
        var analysisFile = analysis?.Json is { } json ? Add(artifacts, inputs, AnalysisSuffix, SarifLog.MediaType, "internal", json) : null;

        var files = analysisFile is null ? sbomFiles : sbomFiles.Add(analysisFile);
        // Held against the lists only for those who want to know: it looks at every component once more.
        var elements = catalogues.Any(static catalogue => catalogue.LooksAt("sbom.elements")) ? ElementCounts.Of(new(sbom.Bom, formats.Chosen[0].Title, []), "cisa-2026", "meti-2.0") : null;
        if (DeliveredCatalogues.Write(catalogues) is { } own)
            files = files.Add(Add(artifacts, inputs, DeliveredCatalogues.Suffix, DeliveredCatalogues.MediaType, "customer", own));
        if (signer is not null && Drafts(catalogues) is { Length: > 0 } drafts)
        {
            problems.Add(Messages.Error("SB9330", inputs.ConfigurationFile, arguments: drafts));
            signer = null;
        }
        var (evidence, assessment) = Assess(signer?.KeyId);
        if (signer is not null && Conflicts(assessment) is { Length: > 0 } conflicts)
        {
            // A build has nobody who could give the reason that signing over a conflict needs.
            problems.Add(Messages.Error("SB9406", inputs.ConfigurationFile, arguments: conflicts));
            signer = null;
            (evidence, assessment) = Assess(null);
        }
        files = files.Add(Add(artifacts, inputs, EvidenceSuffix, EvidenceJson.MediaType, "customer", CanonicalJson.Indented(EvidenceJson.Write(evidence))));

        ImmutableArray<Subject> subjects = [.. inputs.Outputs.Select(output => SubjectOf(output, inputs))];
        var provenance = Statements.Provenance(new(
            subjects, evidence.Build, inputs.Git,
            inputs.Property("MSBuildVersion") ?? "unknown", inputs.Property("NETCoreSdkVersion") ?? "unknown",
            AttestedDependencies.From(sbom.Bom), invocationId.ToString("D"), clock, AttestedDependencies.Ci(inputs.Host), files));
        var attestation = Statements.SecureDevelopment(new(
            subjects, evidence.Build, product.Claim, assessment, files, AttestedAudit.From(evidence), clock));
        artifacts.AddRange(AttestationFiles.Write(inputs.ArtifactDirectory, inputs.ArtifactName, provenance, attestation, signer));

        // Not among the files that the attestation rests on: what is known of vulnerabilities changes after the delivery, and these documents with it.
        artifacts.AddRange(AttestedVulnerabilities.Documents(inputs, vulnerabilities, sbom.Bom, clock));

        return new(artifacts.ToImmutable(), problems.ToImmutable(), AttestedSummary.Of(inputs, sbom.Coverage, evidence, analysis?.Log, signer is not null))
        {
            OutputSha256 = evidence.Build.OutputSha256,
            FurtherInputs = EvidenceInputs.Of(inputs, configuration),
        };

        (EvidenceManifest, ImmutableArray<FrameworkResult>) Assess(string? keyId)
        {
            var manifest = FactCollector.Collect(new()
            {
                Build = inputs,
                Analysis = analysis?.Log,
                Freshness = AnalysisFreshness.Of(inputs),
                Sbom = Figures(inputs, sbom, sbomFiles[0], formats.Chosen[0], configuration?.Licences is { IsEmpty: false }),
                Configuration = configuration,
                Vulnerabilities = vulnerabilities,
                SbomElements = elements,
                Files = files,
                AttestationFile = inputs.ArtifactName + AttestationFiles.StatementsSuffix,
                SigningKeyId = keyId,
            }, clock);
            return (manifest, Assessor.Assess(manifest, configuration?.Statements ?? [], DateOnly.FromDateTime(clock.Now.UtcDateTime), catalogues));
        }
    }

    static string Conflicts(ImmutableArray<FrameworkResult> assessment) => string.Join(", ",
        from framework in assessment
        from control in framework.Controls
        where control.Conflict
        select $"{framework.Framework}/{control.Control}");

    static string Drafts(ImmutableArray<AssessedCatalogue> catalogues) => string.Join(", ",
        from assessed in catalogues
        where !assessed.Catalogue.CanBeSigned
        select $"{assessed.Catalogue.Id} {assessed.Catalogue.Version}");

    static ProjectConfiguration? Configuration(BuildInputs inputs, Clock clock, ImmutableArray<Problem>.Builder problems)
    {
        if (inputs.ConfigurationFile is not { } file)
            return null;
        var result = inputs.Digests.Read([file], static files => ProjectConfigurationFile.Read(files[0]))!;
        problems.AddRange(result.Problems);
        problems.AddRange(Assessor.Check(result.Configuration?.Statements ?? [], DateOnly.FromDateTime(clock.Now.UtcDateTime), file, result.Configuration?.Catalogues ?? []));
        return result.Configuration;
    }

    static EvidenceFile Add(ImmutableArray<Artifact>.Builder artifacts, BuildInputs inputs, string suffix, string mediaType, string audience, byte[] content) =>
        Add(artifacts, new(Path.Combine(inputs.ArtifactDirectory, inputs.ArtifactName + suffix), content), mediaType, audience);

    static EvidenceFile Add(ImmutableArray<Artifact>.Builder artifacts, Artifact artifact, string mediaType, string audience)
    {
        artifacts.Add(artifact);
        return new(Path.GetFileName(artifact.Path), mediaType, Digest.Sha256(artifact.Content.Span), audience);
    }

    static SbomFigures Figures(BuildInputs inputs, SbomResult sbom, EvidenceFile file, SbomFormat format, bool licences) => new(
        file.Name, file.Sha256, format.Title, sbom.Coverage.Components, sbom.Coverage.Edges,
        sbom.Coverage.UnknownLicences + sbom.Coverage.UnknownSuppliers + sbom.Coverage.UnknownHashes,
        inputs.Outputs.Length + inputs.CopyLocal.Length, sbom.Coverage.UnexplainedFiles.Length) { Licences = licences ? Licences(sbom) : null };

    // Where the restore result could not be read, packages are missing and so are verdicts on them.
    static LicenceFigures? Licences(SbomResult sbom) => !sbom.Coverage.GraphComplete ? null
        : new(Told(sbom, "SB9230"), Told(sbom, "SB9231"), Told(sbom, "SB9232"));

    static int Told(SbomResult sbom, string code) => sbom.Problems.Count(problem => problem.Code == code);

    static Subject SubjectOf(OutputFile output, BuildInputs inputs)
    {
        var digest = inputs.OwnDigests.Both(output.Path);
        return new(Path.GetRelativePath(inputs.OutputDirectory, output.Path).Replace('\\', '/'), digest.Sha256, digest.Sha512);
    }
}

/// <summary>A file to write.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Artifact(string Path, ReadOnlyMemory<byte> Content)
{
    internal BorrowedBytes? Borrowed { get; private init; }

    internal static Artifact Of(string path, BorrowedBytes content) => new(path, content.Memory) { Borrowed = content };
}

/// <summary>What one inner build yields.</summary>
/// <param name="Artifacts">Files, to be written in this order: the attestation last, so that it never refers to a file that is not there yet.</param>
/// <param name="Problems">What to tell the user.</param>
/// <param name="Summary">One line: what was written.</param>
public sealed record AttestorResult(ImmutableArray<Artifact> Artifacts, ImmutableArray<Problem> Problems, string Summary)
{
    /// <summary>Digest of the output assembly, lower-case hexadecimal.</summary>
    public string? OutputSha256 { get; init; }

    /// <summary>To be called by who has written the artifacts and needs them no more: their arrays serve the next project.</summary>
    public void GiveBack()
    {
        foreach (var artifact in Artifacts)
            artifact.Borrowed?.Dispose();
    }

    /// <summary>Absolute paths of files that the result depends on beyond what the build hands over, whether they are there or not.</summary>
    public ImmutableArray<string> FurtherInputs { get; init; } = [];
}
