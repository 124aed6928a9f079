using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>What the analysis of one project found.</summary>
/// <param name="Project">Key of the project.</param>
/// <param name="Summary">Counts; null where there is no log to read.</param>
/// <param name="IsWithheld">The log exists and is not for the reader.</param>
/// <param name="Findings">Findings with their places, the gravest first: those of SecureBuild's rules, and errors and warnings of others.</param>
public sealed record ReportAnalysis(string Project, AnalysisSummary? Summary, bool IsWithheld, ImmutableArray<ReportFinding> Findings)
{
    /// <summary>A log is attested, and the supplier keeps it: whoever has only the package knows nothing of it.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>What other tools found, as far as their results were collected before signing (Collecting.md); kept apart from ours.</summary>
    public ImmutableArray<OtherAnalysis> Others { get; init; } = [];

    static readonly ImmutableArray<string> s_levels = ["error", "warning", "note", "none"];

    /// <summary>Whether anything can be said of findings: rules of SecureBuild ran.</summary>
    public bool WasAssessed => Summary is { OurRules: > 0 };

    /// <summary>What the analysis of a project found.</summary>
    /// <param name="project">The project.</param>
    /// <param name="sources">Its sources; null where no code is asked for.</param>
    internal static ReportAnalysis Of(ProductProject project, CompiledSources? sources)
    {
        var log = project.AnalysisLog.IsEmpty ? null : StrictJson.Parse(project.AnalysisLog);
        var runs = log?.Objects("runs") ?? [];
        var findings = Sorted(runs.SelectMany(run => Results(run, sources)).Where(static finding => finding.Level is "error" or "warning" || finding.IsSuppressed || AnalysisRule.IsOurId(finding.Rule)));
        return new(project.Key, project.Summary.Analysis, log is null && project.Summary.Analysis is not null, [.. findings]) 
        {
            IsHeldBack = project.Files.Any(static file => file is { Role: ProductFileRole.Analysis, Class: FileClass.Internal, State: FileState.Missing } && !Collecting.OthersLog.Is(file.Name)),
            Others = OtherAnalysis.Of(project, sources),
        };
    }

    /// <summary>The gravest first, ours before others, by rule and place; suppressed ones last.</summary>
    internal static IEnumerable<ReportFinding> Sorted(IEnumerable<ReportFinding> findings) => findings
            .OrderBy(static finding => finding.IsSuppressed).ThenBy(static finding => s_levels.IndexOf(finding.Level)).ThenBy(static finding => !AnalysisRule.IsOurId(finding.Rule))
            .ThenBy(static finding => finding.Rule, StringComparer.Ordinal).ThenBy(static finding => finding.File, StringComparer.Ordinal).ThenBy(static finding => finding.Line);

    /// <summary>Every finding of a run.</summary>
    internal static IEnumerable<ReportFinding> Results(JsonObject run, CompiledSources? sources)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in run.Object("tool")?.Object("driver")?.Objects("rules") ?? [])
            if (rule.Text("id") is { } id && rule.Object("shortDescription")?.Text("text") is { } title)
                titles.TryAdd(id, title);
        foreach (var result in run.Objects("results") ?? [])
            yield return ReportFinding.Of(result, titles, sources);
    }
}
