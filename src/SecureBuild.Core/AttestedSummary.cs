using System.Globalization;
using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild;

/// <summary>The one line of a build.</summary>
static class AttestedSummary
{
    /// <summary>Which build, where the artifacts are, and how much is in them; nothing that was not looked at reads as zero.</summary>
    public static string Of(BuildInputs inputs, SbomCoverage coverage, EvidenceManifest evidence, AnalysisLog? analysis, bool signed) => Messages.Text(
        "BuildSummary",
        evidence.Build.TargetFramework.Length > 0 ? $"{inputs.ArtifactName} ({evidence.Build.TargetFramework})" : inputs.ArtifactName,
        Place(inputs),
        coverage.Components,
        evidence.Facts.Count(fact => fact.State == FactState.Known),
        Findings(evidence, analysis),
        Messages.Text(signed ? "BuildSummarySigned" : "BuildSummaryDraft"));

    static string Place(BuildInputs inputs)
    {
        var directory = Path.GetRelativePath(inputs.RepositoryRoot, inputs.ArtifactDirectory);
        return Path.Combine(directory.StartsWith("..", StringComparison.Ordinal) ? inputs.ArtifactDirectory : directory, inputs.ArtifactName + ".*").Replace('\\', '/');
    }

    static string Findings(EvidenceManifest evidence, AnalysisLog? analysis)
    {
        var state = evidence["sarif.log"]?.State ?? FactState.NotAssessed;
        return state switch
        {
            FactState.Known when analysis is { HasOurRules: true } => Messages.Text("BuildSummaryFindings", analysis.Results
                .Count(result => result.Suppression is null && AnalysisRule.IsOurId(result.Rule)).ToString(CultureInfo.InvariantCulture)),
            FactState.Stale => Messages.Text("BuildSummaryAnalysisStale"),
            FactState.NotApplicable => Messages.Text("BuildSummaryAnalysisNotApplicable"),
            _ => Messages.Text("BuildSummaryAnalysisNotAssessed"),
        };
    }
}
