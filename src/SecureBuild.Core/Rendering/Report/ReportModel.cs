using System.Collections.Immutable;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>What the report shows: a product, what was found in it, what it is made of, and whether anybody verified it.</summary>
public sealed record ReportModel
{
    /// <summary>The product; without what is not for others, unless <see cref="IsInternal"/>.</summary>
    public required Product Product { get; init; }

    /// <summary>Something that it rests on, or the package that it is in, is not signed: the page is marked as a draft.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>It shows what the supplier marked as internal: no page for others.</summary>
    public required bool IsInternal { get; init; }

    /// <summary>What came of verifying its attestations, by whoever made the report; empty where they were only read.</summary>
    public required ImmutableArray<ReportVerification> Verification { get; init; }

    /// <summary>What the analysis found, project by project.</summary>
    public required ImmutableArray<ReportAnalysis> Analysis { get; init; }

    /// <summary>Packages with a known vulnerability, and how far that was looked for.</summary>
    public required ReportVulnerabilities Vulnerabilities { get; init; }

    /// <summary>What it is made of; the first is the product itself. Empty where there is no bill of materials.</summary>
    public required ImmutableArray<ReportComponent> Components { get; init; }

    /// <summary>How complete the bills of materials are.</summary>
    public required ImmutableArray<ReportCoverage> Coverage { get; init; }

    /// <summary>The model of a product.</summary>
    /// <param name="product">The product.</param>
    /// <param name="verification">What came of verifying it; empty where nobody did.</param>
    /// <param name="withInternal">Shows what is marked internal, too; otherwise that is left out.</param>
    /// <param name="code">
    /// Folders in which sources are looked for, so that findings show the code they are about; empty to look above the outputs; null, and no source is read. Only files that digests
    /// prove to be the compiled ones are shown.
    /// </param>
    public static ReportModel Of(Product product, ImmutableArray<ReportVerification> verification = default, bool withInternal = false, ImmutableArray<string>? code = null)
    {
        var shown = withInternal ? product : product.ForOthers;
        var vulnerabilities = ReportVulnerabilities.Of(shown);
        return new()
        {
            Product = shown,
            IsDraft = !shown.IsSigned,
            IsInternal = withInternal,
            Verification = verification.IsDefault ? [] : verification,
            Analysis = [.. shown.Projects.Select(project => ReportAnalysis.Of(project, code is { } folders && !project.AnalysisLog.IsEmpty ? CompiledSources.Of(project, folders) : null))],
            Vulnerabilities = vulnerabilities,
            Components = ReportComponent.Of(shown, vulnerabilities),
            Coverage = ReportCoverage.Of(shown),
        };
    }
}

/// <summary>What came of verifying one attestation.</summary>
/// <param name="Project">Key of the project.</param>
/// <param name="Report">The checks.</param>
public sealed record ReportVerification(string Project, VerificationReport Report);
