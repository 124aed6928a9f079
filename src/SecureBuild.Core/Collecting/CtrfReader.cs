using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Evidence;

namespace SecureBuild.Collecting;

/// <summary>Common Test Report Format (ctrf.io), JSON.</summary>
static class CtrfReader
{
    public const string Format = "CTRF";

    /// <param name="file">The report.</param>
    public static TestReport Read(ReportFile file)
    {
        using var document = file.Json();
        if (document.RootElement.Member("results") is not { ValueKind: JsonValueKind.Object } results || results.Member("summary") is not { ValueKind: JsonValueKind.Object } summary
            || results.Member("tests") is not { ValueKind: JsonValueKind.Array } tests)
            throw file.Refusal("SB9775", 0, TestReports.Known);
        var (listed, failed) = (new TestCounts(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var test in tests.EnumerateArray())
        {
            var counts = Outcome(test.Text("status"));
            listed += counts;
            if (counts.Failed > 0)
                failed.Add(TestReports.WithoutArguments(test.Text("name") ?? ""));
        }
        return new(file, Format, Origin(results, summary), listed with { Failed = Math.Max(listed.Failed, Count(file, summary, "failed")), Incomplete = Errors(results) }) { Failed = [.. failed] };
    }

    // What is not known here counts as failed.
    static TestCounts Outcome(string? status) => status switch
    {
        "passed" => new(1, 0, 0, 0),
        "skipped" or "pending" or "other" => new(0, 0, 1, 0),
        _ => new(0, 1, 0, 0),
    };

    static ReportOrigin Origin(JsonElement results, JsonElement summary) => new()
    {
        Assemblies = [.. Suites(results).Select(static suite => suite.Text("filePath")).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Commit = results.Member("environment") is { } environment ? environment.Text("commit") : null,
        Started = Time(summary, "start"),
        Finished = Time(summary, "stop"),
    };

    // Where xunit names its assemblies, and what went wrong in them outside of tests.
    static IEnumerable<JsonElement> Suites(JsonElement results) => results.Member("extra") is { } extra ? extra.Items("suites") : [];

    static int Errors(JsonElement results) => Suites(results).Count(static suite => suite.Items("errors").Any());

    static DateTimeOffset? Time(JsonElement summary, string name) =>
        summary.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var milliseconds) ? ReportTime.Milliseconds(milliseconds) : null;

    static int Count(ReportFile file, JsonElement summary, string name) =>
        summary.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= 0 ? number
        : throw file.Refusal("SB9776", 0, "summary." + name, summary.Member(name)?.GetRawText() ?? "–");
}
