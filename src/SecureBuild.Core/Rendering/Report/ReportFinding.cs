using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>One finding.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Title">What the rule is about, by the log's word, or null.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, <c>note</c>, <c>none</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Place">Where; null where the log does not say.</param>
/// <param name="Suppressions">Why it was silenced; empty where it stands.</param>
public sealed record ReportFinding(string Rule, string? Title, string Level, string Message, FindingPlace? Place, ImmutableArray<FindingSuppression> Suppressions)
{
    /// <summary>The way of a value, from where it comes in to <see cref="Place"/>; or, where <see cref="IsFlow"/> is false, further places that the finding is about. Without that place itself.</summary>
    public ImmutableArray<FindingPlace> Way { get; init; } = [];

    /// <summary>The places are the way of a value.</summary>
    public bool IsFlow { get; init; }

    /// <summary>Path of the file in the repository, or null.</summary>
    public string? File => Place?.File;

    /// <summary>Line, from 1; 0 where none is given.</summary>
    public int Line => Place?.Line ?? 0;

    /// <summary>Somebody silenced it.</summary>
    public bool IsSuppressed => !Suppressions.IsEmpty;

    internal static ReportFinding Of(JsonObject result, Dictionary<string, string> titles, CompiledSources? sources)
    {
        var rule = result.Text("ruleId") ?? "";
        var level = result.Text("level") is { } given && given is "error" or "warning" or "note" or "none" ? result.Text("level")! : "warning";
        var isOurs = AnalysisRule.IsOurId(rule);
        // Rules that follow values give the way as related locations, the source first; a log of others may have it in codeFlows (SARIF 2.1.0, 3.36).
        var flow = result.Objects("codeFlows") is [var first, ..] && first.Objects("threadFlows") is [var thread, ..]
            ? (thread.Objects("locations") ?? []).Select(static step => step.Object("location")).OfType<JsonObject>().ToArray() : [];
        var related = result.Objects("relatedLocations") ?? [];
        var place = result.Objects("locations") is [var location, ..] ? FindingPlace.Of(location, sources, around: true) : null;
        return new(rule, titles.GetValueOrDefault(rule), level, result.Object("message")?.Text("text") ?? "", place,
            [.. (result.Objects("suppressions") ?? []).Select(static item => new FindingSuppression(item.Text("kind") ?? "external", item.Text("justification")))])
        {
            IsFlow = flow.Length > 0 || isOurs,
            Way = [.. (flow.Length > 0 ? flow : related).Select(step => FindingPlace.Of(step, sources, around: false)).OfType<FindingPlace>().Where(step => (step.File, step.Line) != (place?.File, place?.Line))],
        };
    }

    internal static int Number(JsonObject? json, string name) => json?[name] is JsonValue value && value.TryGetValue<int>(out var number) && number > 0 ? number : 0;
}

/// <summary>A place in the code.</summary>
/// <param name="File">Path in the repository; of a file outside of it the name.</param>
/// <param name="Line">Line, from 1; 0 where none is given.</param>
/// <param name="Excerpt">The code, where the log carries it or the sources that were compiled are at hand; null otherwise.</param>
/// <param name="Gap">Why there is no code; null where there is, or where nobody asked for it.</param>
public sealed record FindingPlace(string File, int Line, CodeExcerpt? Excerpt, CodeGap? Gap)
{
    internal static FindingPlace? Of(JsonObject location, CompiledSources? sources, bool around)
    {
        if (location.Object("physicalLocation") is not { } physical || physical.Object("artifactLocation")?.Text("uri") is not { } uri)
            return null;
        var (file, line) = (Uri.UnescapeDataString(uri), ReportFinding.Number(physical.Object("region"), "startLine"));
        if (CodeExcerpt.Of(physical) is { } carried)
            return new(file, line, carried, null);
        var (excerpt, gap) = sources?.Excerpt(file, line, around) ?? (null, null);
        return new(file, line, excerpt, gap);
    }
}

/// <summary>Who silenced a finding, and why.</summary>
/// <param name="Kind"><c>inSource</c> or <c>external</c> (SARIF 2.1.0, §3.35.2).</param>
/// <param name="Justification">The reason given, or null.</param>
public sealed record FindingSuppression(string Kind, string? Justification);

/// <summary>A piece of code: in a SARIF log (SARIF 2.1.0, §3.30.13), or of a source that was compiled.</summary>
/// <param name="FirstLine">Number of its first line; 0 where unknown.</param>
/// <param name="Text">The code.</param>
/// <param name="MarkedLine">The line that the finding is about; 0 where unknown.</param>
public sealed record CodeExcerpt(int FirstLine, string Text, int MarkedLine)
{
    const int Longest = 2000;

    internal static CodeExcerpt? Of(JsonObject physical)
    {
        var region = physical.Object("region");
        var context = physical.Object("contextRegion");
        var from = context?.Object("snippet")?.Text("text") is not null ? context : region;
        if (from?.Object("snippet")?.Text("text") is not { Length: > 0 } text)
            return null;
        return new(ReportFinding.Number(from, "startLine"), text.Length > Longest ? text[..Longest] + "…" : text, ReportFinding.Number(region, "startLine"));
    }
}
