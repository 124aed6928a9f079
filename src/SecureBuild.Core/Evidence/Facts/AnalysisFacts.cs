using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SecureBuild.Evidence.Facts;

/// <summary>What the analysis showed. Every value here is only as good as the log's freshness; a log without our rules yields no value.</summary>
static partial class AnalysisFacts
{
    const string Sarif = "SARIF";

    static readonly ImmutableArray<(string Fact, ImmutableHashSet<string> Tags)> s_kinds =
        [.. EmbeddedFile.Lines("Evidence/rule-kinds.txt").Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static parts => (parts[0], parts.Skip(1).Select(static number => "CWE-" + number).ToImmutableHashSet()))];

    public static void Read(FactSheet sheet)
    {
        sheet.Try("MSBuild: @(Analyzer)", () => Analyzers(sheet), "analyzers.list");
        var log = sheet.Sources.Analysis;
        if (sheet.Sources.Freshness.State is FactState.NotApplicable or FactState.NotAssessed || log is null)
            Gaps(sheet, sheet.Sources.Freshness.Gap ?? GapText.Of("analysis-log-unreadable"), sheet.Sources.Freshness.State == FactState.NotApplicable);
        else if (!log.HasOurRules)
            Gaps(sheet, GapText.Of("rules-did-not-run"), false);
        else
            Results(sheet, log);
    }

    static void Gaps(FactSheet sheet, string gap, bool notApplicable)
    {
        foreach (var id in (IEnumerable<string>)["sarif.log", "sarif.suppressions", "sarif.freshness", .. s_kinds.Select(static kind => kind.Fact)])
        {
            if (notApplicable)
                sheet.NotApplicable(id, Sarif, gap);
            else
                sheet.Unknown(id, Sarif, gap);
        }
    }

    static void Results(FactSheet sheet, AnalysisLog log)
    {
        var open = log.Results.Where(static result => result.Suppression is null).ToArray();
        // What the analysis says of itself (SB00xx) is no finding.
        var ours = open.Where(static result => AnalysisRule.IsOurId(result.Rule) && !result.Rule.StartsWith("SB00", StringComparison.Ordinal)).ToArray();
        var ourRules = log.Rules.Where(static rule => rule.IsOurs).ToArray();
        sheet.FromAnalysis("sarif.log", new JsonObject
        {
            ["tool"] = log.ToolName,
            ["toolVersion"] = log.ToolVersion,
            ["rules"] = log.Rules.Length,
            ["securebuildRules"] = ourRules.Length,
            ["securebuildRulesOff"] = ourRules.Count(static rule => !rule.Enabled),
            ["open"] = Levels(open),
            ["securebuildOpen"] = ours.Length,
            ["securebuildByRule"] = ByRule(ours),
            ["methodsNotFollowedToTheEnd"] = log.Results.Count(static result => result.Rule == "SB0002"),
        }, Sarif);
        sheet.FromAnalysis("sarif.suppressions", Suppressions(sheet, log), Sarif + "; " + FactSheet.Properties("NoWarn"));
        sheet.FromAnalysis("sarif.freshness", new JsonObject
        {
            ["fresh"] = sheet.Sources.Freshness.State == FactState.Known,
            ["compiledAt"] = sheet.Sources.Freshness.CompiledAt is { } time ? Clock.Format(time) : null,
        }, "digests of compile record, SARIF, compiled and delivered assembly");

        foreach (var (fact, tags) in s_kinds)
            Kind(sheet, log, fact, tags);
    }

    static void Kind(FactSheet sheet, AnalysisLog log, string fact, ImmutableHashSet<string> tags)
    {
        var rules = log.Rules.Where(rule => rule.IsOurs && rule.Enabled && rule.Tags.Any(tags.Contains)).Select(static rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        if (rules.Count == 0)
        {
            sheet.Unknown(fact, Sarif, GapText.Of("kind-did-not-run"));
            return;
        }
        var results = log.Results.Where(result => rules.Contains(result.Rule)).ToArray();
        sheet.FromAnalysis(fact, new JsonObject
        {
            ["rules"] = new JsonArray([.. rules.Order(StringComparer.Ordinal).Select(static id => (JsonNode)id)]),
            ["open"] = results.Count(static result => result.Suppression is null),
            ["suppressed"] = results.Count(static result => result.Suppression is not null),
        }, Sarif);
    }

    static JsonObject Suppressions(FactSheet sheet, AnalysisLog log)
    {
        var silenced = log.Results.Where(static result => result.Suppression is not null).ToArray();
        var ours = silenced.Where(static result => AnalysisRule.IsOurId(result.Rule)).ToArray();
        return new()
        {
            ["total"] = silenced.Length,
            ["securebuild"] = ours.Length,
            ["securebuildJustified"] = ours.Count(static result => !string.IsNullOrWhiteSpace(result.Suppression!.Justification)),
            ["securebuildUnjustified"] = ours.Count(static result => string.IsNullOrWhiteSpace(result.Suppression!.Justification)),
            ["byKind"] = Count(silenced.Select(static result => result.Suppression!.Type ?? result.Suppression.Kind)),
            ["securebuildByRule"] = ByRule(ours),
            ["rulesOff"] = new JsonArray([.. log.Rules.Where(static rule => rule.IsOurs && !rule.Enabled).Select(static rule => (JsonNode)rule.Id)]),
            ["noWarn"] = new JsonArray([.. ToolchainFacts.Codes(sheet.Build.Property("NoWarn")).Select(static code => code!.GetValue<string>())
                .Where(AnalysisRule.IsOurId).Select(static code => (JsonNode)code)]),
            ["generatedMarks"] = sheet.Build.AnalyzerConfigs.Where(File.Exists).Sum(static file => File.ReadLines(file).Count(static line => GeneratedMark().IsMatch(line))),
        };
    }

    static JsonObject Levels(AnalysisResult[] results)
    {
        var json = new JsonObject();
        foreach (var level in (ReadOnlySpan<string>)["error", "warning", "note"])
            json[level] = results.Count(result => result.Level == level);
        return json;
    }

    static JsonObject ByRule(IEnumerable<AnalysisResult> results) => Count(results.Select(static result => result.Rule));

    static JsonObject Count(IEnumerable<string> names)
    {
        var counts = new JsonObject();
        foreach (var same in names.Order(StringComparer.Ordinal).GroupBy(static name => name, StringComparer.Ordinal))
            counts[same.Key] = same.Count();
        return counts;
    }

    static void Analyzers(FactSheet sheet)
    {
        var list = new JsonArray();
        foreach (var analyzer in sheet.Build.Analyzers.OrderBy(static analyzer => Path.GetFileName(analyzer.Path), StringComparer.Ordinal).ThenBy(static analyzer => analyzer.PackageId, StringComparer.Ordinal))
        {
            var entry = new JsonObject
            {
                ["assembly"] = Path.GetFileName(analyzer.Path),
                ["version"] = sheet.Build.Digests.AssemblyVersion(analyzer.Path),
                ["sha256"] = sheet.Build.Digests.Sha256(analyzer.Path),
                ["package"] = analyzer.PackageId,
                ["packageVersion"] = analyzer.PackageVersion,
            };
            // Says why the digest is not that of the package's IL.
            if (analyzer.CompiledFor is { } platform)
                entry["compiledFor"] = platform;
            list.Add((JsonNode)entry);
        }
        sheet.Known("analyzers.list", list, "MSBuild: @(Analyzer)");
    }

    // A key of EditorConfig; a comment or any other value does not count.
    [GeneratedRegex(@"^\s*generated_code\s*[=:]\s*true\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GeneratedMark();
}
