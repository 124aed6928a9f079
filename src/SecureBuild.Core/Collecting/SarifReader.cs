using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Evidence;

namespace SecureBuild.Collecting;

/// <summary>Findings of other analysis tools, SARIF 2.1.0. What a tool does not say is not made up: without a time or something that ties it to the build a log is not used.</summary>
static class SarifReader
{
    public const string Format = "SARIF";

    /// <exception cref="ProblemException">SB9772, SB9774, SB9775: it cannot be read, or is no such log.</exception>
    public static AnalysisReport Read(string path, TimeZoneInfo zone)
    {
        var file = ReportFile.Read(path);
        if (!file.IsJson)
            throw file.Refusal("SB9775", 0, Format);
        using var document = file.Json();
        if (document.RootElement.Text("version") != "2.1.0" || document.RootElement.Member("runs") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
            throw file.Refusal("SB9775", 0, Format);
        var runs = list.EnumerateArray().ToArray();
        var tools = runs.Select(run => Tool(run) ?? throw file.Refusal("SB9775", 0, Format)).ToImmutableArray();
        return new(file, Format, Origin(runs, zone), tools);
    }

    static AnalysisRun? Tool(JsonElement run)
    {
        if (run.Member("tool")?.Member("driver") is not { } driver || driver.Text("name") is not { Length: > 0 } name || run.Member("results") is { ValueKind: not JsonValueKind.Array })
            return null;
        int error = 0, warning = 0, note = 0, suppressed = 0;
        foreach (var result in run.Items("results"))
        {
            if (!Counts(result, driver))
                continue;
            var level = Level(result, driver);
            if (result.Items("suppressions").Any(static suppression => suppression.Text("status") is null or "accepted"))
                suppressed++;
            else if (level == "error")
                error++;
            else if (level == "note")
                note++;
            else
                warning++;
        }
        return new(name, driver.Text("semanticVersion") ?? driver.Text("version"), error, warning, note, suppressed,
            // Without a list of results a tool says nothing, not that there are none.
            run.Member("results") is null || run.Items("invocations").Any(static invocation => invocation.Flag("executionSuccessful") == false));
    }

    /// <summary>Whether a result is a finding: not of an earlier log and gone, and not a thing that was looked at and is right.</summary>
    internal static bool Counts(JsonElement result, JsonElement driver) =>
        result.Text("baselineState") != "absent" && result.Text("kind") is not ("pass" or "notApplicable" or "informational") && Level(result, driver) is not null;

    // The result's own, or its rule's, or "warning" (3.27.10); null for "none".
    internal static string? Level(JsonElement result, JsonElement driver)
    {
        var level = result.Text("level");
        if (level is null)
        {
            var id = result.Text("ruleId") ?? result.Member("rule")?.Text("id");
            level = driver.Items("rules").Where(rule => id is not null && rule.Text("id") == id).Select(static rule => rule.Member("defaultConfiguration")?.Text("level")).FirstOrDefault();
        }
        return level == "none" ? null : level ?? "warning";
    }

    // Several runs are about what all of them are about, from the first beginning to the last end.
    static ReportOrigin Origin(JsonElement[] runs, TimeZoneInfo zone)
    {
        var commits = runs.Select(static run => run.Items("versionControlProvenance").Select(static source => source.Text("revisionId")).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase)).ToArray();
        var digests = runs.Select(static run => run.Items("artifacts").Select(static artifact => artifact.Member("hashes")?.Text("sha-256")).OfType<string>().Select(static digest => digest.ToLowerInvariant()).ToImmutableHashSet(StringComparer.Ordinal));
        var starts = runs.Select(run => run.Items("invocations").Select(invocation => ReportTime.Iso(invocation.Text("startTimeUtc") ?? invocation.Text("endTimeUtc"), zone)).OfType<DateTimeOffset>().DefaultIfEmpty().Min()).ToArray();
        var ends = runs.SelectMany(run => run.Items("invocations").Select(invocation => ReportTime.Iso(invocation.Text("endTimeUtc"), zone)).OfType<DateTimeOffset>()).ToArray();
        return new()
        {
            Commit = commits.All(static found => found.Count == 1) && commits.SelectMany(static found => found).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is [var commit] ? commit : null,
            Digests = digests.Aggregate(static (one, other) => one.Intersect(other)),
            Started = starts.Contains(default) ? null : starts.Min(),
            Finished = ends.Length == 0 ? null : ends.Max(),
        };
    }
}
