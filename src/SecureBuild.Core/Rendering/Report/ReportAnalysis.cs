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
    static readonly ImmutableArray<string> s_levels = ["error", "warning", "note", "none"];

    /// <summary>Whether anything can be said of findings: rules of SecureBuild ran.</summary>
    public bool WasAssessed => Summary is { OurRules: > 0 };

    internal static ReportAnalysis Of(ProductProject project)
    {
        var log = project.AnalysisLog.IsEmpty ? null : StrictJson.Parse(project.AnalysisLog);
        var runs = log?.Objects("runs") ?? [];
        var findings = runs.SelectMany(Results)
            .OrderBy(static finding => finding.IsSuppressed).ThenBy(static finding => s_levels.IndexOf(finding.Level)).ThenBy(static finding => !AnalysisRule.IsOurId(finding.Rule))
            .ThenBy(static finding => finding.Rule, StringComparer.Ordinal).ThenBy(static finding => finding.File, StringComparer.Ordinal).ThenBy(static finding => finding.Line);
        return new(project.Key, project.Summary.Analysis, log is null && project.Summary.Analysis is not null, [.. findings]);
    }

    static IEnumerable<ReportFinding> Results(JsonObject run)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in run.Object("tool")?.Object("driver")?.Objects("rules") ?? [])
            if (rule.Text("id") is { } id && rule.Object("shortDescription")?.Text("text") is { } title)
                titles.TryAdd(id, title);
        foreach (var result in run.Objects("results") ?? [])
            if (ReportFinding.Of(result, titles) is { } finding && (finding.Level is "error" or "warning" || finding.IsSuppressed || AnalysisRule.IsOurId(finding.Rule)))
                yield return finding;
    }
}

/// <summary>One finding.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Title">What the rule is about, by the log's word, or null.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, <c>note</c>, <c>none</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="File">Path in the repository, or null.</param>
/// <param name="Line">Line, from 1; 0 where none is given.</param>
/// <param name="Excerpt">The code, where the log carries it. Sources are never read for the report.</param>
/// <param name="Suppressions">Why it was silenced; empty where it stands.</param>
public sealed record ReportFinding(
    string Rule, string? Title, string Level, string Message, string? File, int Line, CodeExcerpt? Excerpt, ImmutableArray<FindingSuppression> Suppressions)
{
    /// <summary>Somebody silenced it.</summary>
    public bool IsSuppressed => !Suppressions.IsEmpty;

    internal static ReportFinding? Of(JsonObject result, Dictionary<string, string> titles)
    {
        var rule = result.Text("ruleId") ?? "";
        var physical = result.Objects("locations") is [var location, ..] ? location.Object("physicalLocation") : null;
        var region = physical?.Object("region");
        var level = result.Text("level") is { } given && given is "error" or "warning" or "note" or "none" ? result.Text("level")! : "warning";
        return new(
            rule, titles.GetValueOrDefault(rule), level, result.Object("message")?.Text("text") ?? "",
            physical?.Object("artifactLocation")?.Text("uri") is { } uri ? Uri.UnescapeDataString(uri) : null, Number(region, "startLine"), CodeExcerpt.Of(physical),
            [.. (result.Objects("suppressions") ?? []).Select(static item => new FindingSuppression(item.Text("kind") ?? "external", item.Text("justification")))]);
    }

    internal static int Number(JsonObject? json, string name) => json?[name] is JsonValue value && value.TryGetValue<int>(out var number) && number > 0 ? number : 0;
}

/// <summary>Who silenced a finding, and why.</summary>
/// <param name="Kind"><c>inSource</c> or <c>external</c> (SARIF 2.1.0, §3.35.2).</param>
/// <param name="Justification">The reason given, or null.</param>
public sealed record FindingSuppression(string Kind, string? Justification);

/// <summary>A piece of code in a SARIF log (SARIF 2.1.0, §3.30.13).</summary>
/// <param name="FirstLine">Number of its first line; 0 where unknown.</param>
/// <param name="Text">The code.</param>
/// <param name="MarkedLine">The line that the finding is about; 0 where unknown.</param>
public sealed record CodeExcerpt(int FirstLine, string Text, int MarkedLine)
{
    const int Longest = 2000;

    internal static CodeExcerpt? Of(JsonObject? physical)
    {
        var region = physical?.Object("region");
        var context = physical?.Object("contextRegion");
        var from = context?.Object("snippet")?.Text("text") is not null ? context : region;
        if (from?.Object("snippet")?.Text("text") is not { Length: > 0 } text)
            return null;
        return new(ReportFinding.Number(from, "startLine"), text.Length > Longest ? text[..Longest] + "…" : text, ReportFinding.Number(region, "startLine"));
    }
}
