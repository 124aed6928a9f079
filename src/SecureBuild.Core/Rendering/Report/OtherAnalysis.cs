using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Collecting;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>What another tool found in one run, as <c>securebuild collect --sarif</c> took it over.</summary>
/// <param name="Tool">Its name, by its own word.</param>
/// <param name="Version">Its version, or null.</param>
/// <param name="Error">Open findings of this level.</param>
/// <param name="Warning">Likewise.</param>
/// <param name="Note">Likewise.</param>
/// <param name="Suppressed">Findings that somebody suppressed.</param>
/// <param name="IsIncomplete">It says that it did not run to its end, or nothing of results.</param>
/// <param name="Findings">The findings; null where they are not for the reader, or not at hand.</param>
public sealed record OtherAnalysis(string Tool, string? Version, int Error, int Warning, int Note, int Suppressed, bool IsIncomplete, ImmutableArray<ReportFinding>? Findings)
{
    /// <summary>Day on which it ran (<c>yyyy-MM-dd</c>), or null.</summary>
    public string? Day { get; init; }

    internal static ImmutableArray<OtherAnalysis> Of(ProductProject project, CompiledSources? sources)
    {
        var fact = project.Evidence.IsEmpty ? null : StrictJson.Parse(project.Evidence)?.Objects("facts")?.FirstOrDefault(static fact => fact.Text("id") == CollectedFacts.Analysis && fact.Text("state") == "known")?["value"] as JsonObject;
        var logs = project.OtherAnalysisLog.IsEmpty ? null : StrictJson.Parse(project.OtherAnalysisLog)?.Objects("runs");
        return [.. (fact?.Objects("runs") ?? []).Select((run, at) => Of(run, at < logs?.Count ? logs[at] : null, sources))];
    }

    static OtherAnalysis Of(JsonObject run, JsonObject? log, CompiledSources? sources)
    {
        var open = run.Object("open");
        return new(run.Text("tool") ?? "?", run.Text("toolVersion"), ReportFinding.Number(open, "error"), ReportFinding.Number(open, "warning"), ReportFinding.Number(open, "note"), ReportFinding.Number(run, "suppressed"),
            run["incomplete"] is JsonValue flag && flag.TryGetValue<bool>(out var isIncomplete) && isIncomplete,
            log is null ? null : [.. ReportAnalysis.Sorted(ReportAnalysis.Results(log, sources))]) { Day = run.Text("started") is { Length: >= 10 } started ? started[..10] : null };
    }
}
