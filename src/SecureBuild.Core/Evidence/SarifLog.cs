using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence;

/// <summary>What became of a compiler's error log.</summary>
/// <param name="Log">What it says; null where it could not be read.</param>
/// <param name="Json">The reduced SARIF 2.1.0 file to keep; null where there is no log.</param>
/// <param name="Problems">Why not, or what is missing in it.</param>
public sealed record SarifResult(AnalysisLog? Log, byte[]? Json, ImmutableArray<Problem> Problems);

/// <summary>
/// Reads the compiler's error log and reduces it to what may leave the machine: no absolute paths, no timings, sorted. Standard: SARIF 2.1.0
/// (OASIS), as Roslyn 4.8 and later write it: every loaded rule is listed (§3.19.23), configured severities are
/// <c>invocations[].ruleConfigurationOverrides</c> (§3.20.5), silenced findings have <c>suppressions</c> (§3.27.23).
/// </summary>
public static class SarifLog
{
    /// <summary>Media type of the reduced log.</summary>
    public const string MediaType = "application/sarif+json";

    /// <summary>Reads the raw log; every file it names becomes relative to the repository, or only a name where it lies outside.</summary>
    /// <returns>Log and file; or a problem: SB9301 (SARIF 1.0), SB9302 (no file), SB9303 (not SARIF), and with a log SB9304 (our rules did not run).</returns>
    public static SarifResult Normalise(string rawSarifPath, string repositoryRoot)
    {
        if (Path.GetDirectoryName(rawSarifPath) is null || !File.Exists(rawSarifPath))
            return Failed("SB9302", rawSarifPath);
        try
        {
            using var stream = JsonBytes.Open(rawSarifPath);
            using var document = JsonBytes.Parse(stream);
            var root = document.RootElement;
            var version = root.Text("version");
            if (version?.StartsWith("1.", StringComparison.Ordinal) == true)
                return Failed("SB9301", rawSarifPath);
            if (version != "2.1.0" || root.Member("runs") is not { ValueKind: JsonValueKind.Array } runs)
                return Failed("SB9303", rawSarifPath);
            return Reduce(runs, new SarifPaths(repositoryRoot), rawSarifPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return Failed("SB9303", rawSarifPath);
        }
    }

    static SarifResult Reduce(JsonElement runs, SarifPaths paths, string file)
    {
        var reduced = new List<SarifRun>();
        foreach (var run in runs.EnumerateArray())
            reduced.Add(new(run, paths));
        if (reduced.Count == 0)
            return Failed("SB9303", file);

        var log = new AnalysisLog(
            reduced[0].ToolName,
            reduced[0].ToolVersion,
            [.. reduced.SelectMany(static run => run.Rules).OrderBy(static rule => rule.Id, StringComparer.Ordinal)],
            [.. reduced.SelectMany(static run => run.Results)]);
        var json = CanonicalJson.Indented(new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray([.. reduced.Select(static run => run.ToJson())]),
        });
        var silent = !log.HasOurRules && log.ToolName.Contains("C#", StringComparison.Ordinal);
        return new(log, json, silent ? [Messages.Warning("SB9304", file, 0, 0, Path.GetFileName(file))] : []);
    }

    static SarifResult Failed(string code, string file) => new(null, null, [Messages.Warning(code, file, 0, 0, Path.GetFileName(file))]);
}
