using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Configuration;
using SecureBuild.Evidence.Facts;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Evidence;

/// <summary>What facts are read from.</summary>
public sealed record EvidenceSources
{
    /// <summary>The inner build.</summary>
    public required BuildInputs Build { get; init; }

    /// <summary>The compiler's log, from <see cref="SarifLog.Normalise"/>; null where there is none.</summary>
    public AnalysisLog? Analysis { get; init; }

    /// <summary>Whether that log is about this output, from <see cref="AnalysisFreshness.Of"/>.</summary>
    public required AnalysisFreshness Freshness { get; init; }

    /// <summary>The bill of materials, if one was made.</summary>
    public SbomFigures? Sbom { get; init; }

    /// <summary>The elements of published lists in it, by test of <c>securebuild sbom check</c>; null where no catalogue asks for them.</summary>
    public JsonObject? SbomElements { get; init; }

    /// <summary>What people wrote into <c>securebuild.json</c>, as far as it could be read; null where there is none.</summary>
    public ProjectConfiguration? Configuration { get; init; }

    /// <summary>What offline advisories and persons say of vulnerabilities, where that was asked for.</summary>
    public VulnerabilityReport? Vulnerabilities { get; init; }

    /// <summary>Artifacts written so far (SBOM, SARIF). The attestation is not among them: it refers to the evidence, not the other way round.</summary>
    public ImmutableArray<EvidenceFile> Files { get; init; } = [];

    /// <summary>File name of the attestation that this run writes with SLSA provenance in it, or null.</summary>
    public string? AttestationFile { get; init; }

    /// <summary>Key id under which this run signs the attestation; null when it stays unsigned.</summary>
    public string? SigningKeyId { get; init; }
}

/// <summary>The bill of materials in numbers.</summary>
/// <param name="File">File name in the artifact directory.</param>
/// <param name="Sha256">Its digest.</param>
/// <param name="Format"><c>CycloneDX 1.7</c>.</param>
/// <param name="Components">Components listed.</param>
/// <param name="Dependencies">Edges listed.</param>
/// <param name="UnknownFields">Fields of components that are stated as unknown.</param>
/// <param name="OutputFiles">Files of the output looked at.</param>
/// <param name="UnexplainedFiles">Files of the output that no component explains.</param>
public sealed record SbomFigures(
    string File, string Sha256, string Format, int Components, int Dependencies, int UnknownFields, int OutputFiles, int UnexplainedFiles)
{
    /// <summary>What the licence policy says of delivered packages; null where there is no policy or packages are missing from the bill.</summary>
    public LicenceFigures? Licences { get; init; }
}

/// <summary>Delivered packages that a licence policy does not simply take.</summary>
/// <param name="Denied">Not taken.</param>
/// <param name="ToReview">Somebody has to look.</param>
/// <param name="NotListed">In none of the lists.</param>
public sealed record LicenceFigures(int Denied, int ToReview, int NotListed);

/// <summary>Reads the facts of <c>Catalogues/evidence-facts.json</c> that a build can see; the shape of each value is in <c>FactValues.md</c>.</summary>
public static class FactCollector
{
    /// <summary>All facts, each with value, source, trust and time, or with the gap; bound to the output assembly.</summary>
    /// <exception cref="IOException">The output assembly cannot be read. Any other unreadable file is a gap of the facts in it.</exception>
    public static EvidenceManifest Collect(EvidenceSources sources, Clock clock)
    {
        var sheet = new FactSheet(sources, clock);
        ToolchainFacts.Read(sheet);
        OutputFacts.Read(sheet);
        AnalysisFacts.Read(sheet);
        PackageFacts.Read(sheet);
        VulnerabilityFacts.Read(sheet);
        SourceFacts.Read(sheet);
        PlatformFacts.Read(sheet);
        DocumentFacts.Read(sheet);
        PolicyFacts.Read(sheet);
        ArtifactFacts.Read(sheet);
        return new(Binding(sheet), clock.Now, sheet.Facts, [.. sources.Files.OrderBy(static file => file.Name, StringComparer.Ordinal)]);
    }

    static BuildBinding Binding(FactSheet sheet)
    {
        var build = sheet.Build;
        return new(
            sheet.Relative(build.ProjectFile) ?? Path.GetFileName(build.ProjectFile),
            build.Property("Configuration") ?? "",
            build.Property("TargetFramework") ?? "",
            build.Property("RuntimeIdentifier"),
            build.Property("Language") ?? "C#",
            build.Outputs[0].Name,
            build.OwnDigests.Both(build.Outputs[0].Path).Sha256);
    }
}
