using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;
using SecureBuild.Verification;

namespace SecureBuild.Rendering;

/// <summary>Counts the findings of a SARIF 2.1.0 log.</summary>
static class AnalysisReading
{
    static readonly ImmutableArray<string> s_levels = ["error", "warning", "note", "none"];

    public static AnalysisSummary From(string file, JsonObject sarif)
    {
        var runs = sarif.Objects("runs") ?? [];
        var rules = runs.SelectMany(run => run.Object("tool")?.Object("driver")?.Objects("rules") ?? []).Select(rule => rule.Text("id")).OfType<string>().ToArray();
        var results = runs.SelectMany(run => run.Objects("results") ?? []).ToLookup(result => result.Objects("suppressions") is { Count: > 0 });
        var ours = rules.Count(AnalysisRule.IsOurId);
        return new(file, ours, rules.Length - ours, [.. Findings(results[false])], [.. Suppressed(results[true])]);
    }

    static IEnumerable<FindingSummary> Findings(IEnumerable<JsonObject> results) => results
        .GroupBy(result => (Rule: result.Text("ruleId") ?? "", Level: result.Text("level") ?? "warning"))
        .Select(group => new FindingSummary(group.Key.Rule, group.Key.Level, group.Count(), group.Select(Place).FirstOrDefault(place => place is not null)))
        .OrderBy(finding => s_levels.IndexOf(finding.Level)).ThenBy(finding => !AnalysisRule.IsOurId(finding.Rule)).ThenBy(finding => finding.Rule, StringComparer.Ordinal);

    static IEnumerable<CountOf> Suppressed(IEnumerable<JsonObject> results) => results
        .CountBy(result => result.Text("ruleId") ?? "").Select(count => new CountOf(count.Key, count.Value)).OrderBy(count => count.Name, StringComparer.Ordinal);

    static string? Place(JsonObject result)
    {
        if (result.Objects("locations") is not [var location, ..] || location.Object("physicalLocation") is not { } physical || physical.Object("artifactLocation")?.Text("uri") is not { } uri)
            return null;
        var line = physical.Object("region")?["startLine"] is JsonValue value && value.TryGetValue<int>(out var number) ? $":{number}" : "";
        return Uri.UnescapeDataString(uri) + line;
    }
}
