using System.Collections.Immutable;
using System.Globalization;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Vulnerabilities;

namespace SecureBuild;

/// <summary>The vulnerability side of a build: nothing is read and nothing said unless advisories, VEX documents or waivers are asked for.</summary>
static class AttestedVulnerabilities
{
    /// <summary>The report; null where nothing is asked for.</summary>
    public static VulnerabilityReport? Of(BuildInputs inputs, ProjectConfiguration? configuration, Bom bom, Clock clock)
    {
        var path = AdvisoryPath(inputs, configuration);
        var (formats, unknown) = VexFormat.Of(inputs.Property("SecureBuildVex"));
        var waivers = configuration?.Waivers ?? [];
        if (path is null && formats.IsEmpty && unknown.IsEmpty && waivers.IsEmpty)
            return null;
        var report = VulnerabilityMatcher.Compare(bom, new(path, MaxAge(inputs, configuration), waivers, inputs.ConfigurationFile, DateOnly.FromDateTime(clock.Now.UtcDateTime))
        {
            Audit = path is null && formats.IsEmpty ? null : Audit(inputs),
            Open = inputs.Advisories.Open,
            TellsOfSource = path is null || inputs.Advisories.IsFirst(path),
        });
        return report with
        {
            Problems =
            [
                .. unknown.Select(name => Messages.Warning("SB9275", inputs.ProjectFile, 0, 0, name, VexFormat.Names)),
                .. report.Problems,
                .. Warnings(report, inputs.ProjectFile),
            ],
        };
    }

    /// <summary>The documents asked for; none where there is nothing to state.</summary>
    public static IEnumerable<Artifact> Documents(BuildInputs inputs, VulnerabilityReport? report, Bom bom, Clock clock)
    {
        if (report is null || report.Findings.IsEmpty)
            yield break;
        // A BOM-Link names a CycloneDX document: where none is written, packages are named by themselves.
        if (!SbomFormats.Of(inputs.Property("SecureBuildSbomFormats")).Chosen.Any(static format => format == SbomFormat.CycloneDx17 || format == SbomFormat.CycloneDx16))
            bom = bom with { SerialNumber = null };
        foreach (var format in VexFormat.Of(inputs.Property("SecureBuildVex")).Formats)
            yield return new(Path.Combine(inputs.ArtifactDirectory, inputs.ArtifactName + format.Suffix), format.Write(new(bom, report.Findings, clock)));
    }

    // NuGet has told of its own findings already.
    static IEnumerable<Problem> Warnings(VulnerabilityReport report, string project) =>
        from finding in report.Findings
        where finding.Waiver is null && !finding.Sources.Contains(Finding.NuGetAudit, StringComparer.Ordinal)
        group $"{finding.Id} ({Severities.Word(finding.Severity)}{(finding.IsUncertain ? "?" : "")})" by $"{finding.Package} {finding.Version}".TrimEnd() into package
        select Messages.Warning("SB9268", project, 0, 0, package.Key, string.Join(", ", package), report.Data?.Newest is { } newest ? Clock.Format(newest)[..10] : "?");

    static string? AdvisoryPath(BuildInputs inputs, ProjectConfiguration? configuration) =>
        inputs.Property("SecureBuildAdvisories") is { } property ? Path.GetFullPath(property, Path.GetDirectoryName(inputs.ProjectFile)!)
        : configuration?.Advisories?.Path is { } path && inputs.ConfigurationFile is { } file ? Path.GetFullPath(path, Path.GetDirectoryName(file)!)
        : null;

    static int MaxAge(BuildInputs inputs, ProjectConfiguration? configuration) =>
        int.TryParse(inputs.Property("SecureBuildAdvisoriesMaxAge"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0 ? days
        : configuration?.Advisories?.MaxAgeDays ?? VulnerabilityReport.UsualMaxAge;

    static ImmutableArray<AuditFinding>? Audit(BuildInputs inputs)
    {
        if (inputs.AssetsFile is not { } file || !File.Exists(file))
            return null;
        try
        {
            var restore = RestoreResult.Read(inputs, file);
            var audit = PackageAudit.Of(restore, inputs.Property("TargetFramework"));
            return audit.Gap is null ? audit.Findings : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            // The facts say so.
            return null;
        }
    }
}
