using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence;

/// <summary>One run of a SARIF log, reduced: rules by id, results by place, indexes renumbered.</summary>
sealed class SarifRun
{
    // Compilers older than this SARIF version leave the level out where it is the default (§3.27.10, §3.50.3).
    const string DefaultLevel = "warning";

    static readonly string[] s_levels = ["none", "note", "warning", "error"];

    static readonly string[] s_locations = ["locations", "relatedLocations"];

    readonly JsonObject _driver;
    readonly JsonArray _overrides;
    readonly JsonArray _results;
    readonly bool _successful;

    public SarifRun(JsonElement run, SarifPaths paths)
    {
        var driver = run.Member("tool")?.Member("driver") ?? default;
        ToolName = driver.Text("name") ?? "";
        ToolVersion = driver.Text("semanticVersion") ?? driver.Text("version");

        var listed = 0;
        var raw = driver.Items("rules", rule => new RawRule(rule, listed++, rule.Text("id") ?? "")).OrderBy(static rule => rule.Id, StringComparer.Ordinal).ToArray();
        var newIndex = new int[raw.Length];
        for (var i = 0; i < raw.Length; i++)
            newIndex[raw[i].Index] = i;

        var invocation = run.Items("invocations").FirstOrDefault();
        _successful = invocation.Flag("executionSuccessful") ?? true;
        var overrides = invocation.Items("ruleConfigurationOverrides", static item => new Override(item)).ToLookup(static item => item.Rule);
        Rules = [.. raw.Select(rule => RuleOf(rule.Json, rule.Id, overrides[rule.Id]))];
        _overrides = new([.. overrides.SelectMany(static group => group).OrderBy(static item => item.Rule, StringComparer.Ordinal)
            .ThenBy(static item => item.Level, StringComparer.Ordinal).Select(item => item.ToJson(newIndex))]);

        // What the build told itself is no result.
        var results = run.Items("results", result => ResultOf(result, paths, newIndex)).Where(static entry => entry.Result.Rule != FlowSummary.Rule).Order(Comparer<Entry>.Create(static (one, other) => one.CompareTo(other))).ToArray();
        Results = [.. results.Select(static entry => entry.Result)];
        _results = new([.. results.Select(static entry => (JsonNode)entry.Json)]);

        var fired = Results.Select(static result => result.Rule).ToHashSet(StringComparer.Ordinal);
        _driver = new() { ["name"] = ToolName };
        if (driver.Text("version") is { } version)
            _driver["version"] = version;
        if (driver.Text("semanticVersion") is { } semantic)
            _driver["semanticVersion"] = semantic;
        _driver["rules"] = new JsonArray([.. raw.Select(rule => (JsonNode)RuleJson(rule.Json, fired.Contains(rule.Id)))]);
    }

    public string ToolName { get; }

    public string? ToolVersion { get; }

    public ImmutableArray<AnalysisRule> Rules { get; }

    public ImmutableArray<AnalysisResult> Results { get; }

    public JsonNode ToJson() => new JsonObject
    {
        ["tool"] = new JsonObject { ["driver"] = _driver },
        ["originalUriBaseIds"] = new JsonObject
        {
            [SourceRoot] = new JsonObject { ["description"] = new JsonObject { ["text"] = "The root of the repository." } },
        },
        ["invocations"] = new JsonArray(new JsonObject { ["executionSuccessful"] = _successful, ["ruleConfigurationOverrides"] = _overrides }),
        ["results"] = _results,
        ["columnKind"] = "utf16CodeUnits",
    };

    const string SourceRoot = "%SRCROOT%";

    static AnalysisRule RuleOf(JsonElement rule, string id, IEnumerable<Override> overrides)
    {
        var configuration = rule.Member("defaultConfiguration") ?? default;
        var level = configuration.Text("level") ?? DefaultLevel;
        var enabled = configuration.Flag("enabled") ?? true;
        var effective = level;
        foreach (var item in overrides)
        {
            enabled = item.Enabled ?? (item.Level is not null || enabled);
            if (item.Level is { } changed)
                effective = effective == level ? changed : Higher(effective, changed);
        }
        if (overrides.Any(static item => item.Enabled == false))
            enabled = false;
        var properties = rule.Member("properties") ?? default;
        return new(id, properties.Text("category"), level, enabled ? effective : "none", enabled, [.. properties.Texts("tags")]);
    }

    static string Higher(string one, string other) => Array.IndexOf(s_levels, one) >= Array.IndexOf(s_levels, other) ? one : other;

    static JsonObject RuleJson(JsonElement rule, bool fired)
    {
        var json = new JsonObject { ["id"] = rule.Text("id") };
        Copy(rule, json, "shortDescription");
        if (fired)
            Copy(rule, json, "fullDescription");
        Copy(rule, json, "defaultConfiguration");
        Copy(rule, json, "helpUri");
        var properties = rule.Member("properties") ?? default;
        var kept = new JsonObject();
        Copy(properties, kept, "category");
        Copy(properties, kept, "isEverSuppressed");
        Copy(properties, kept, "suppressionKinds");
        Copy(properties, kept, "tags");
        if (kept.Count > 0)
            json["properties"] = kept;
        return json;
    }

    static Entry ResultOf(JsonElement result, SarifPaths paths, int[] newIndex)
    {
        var rule = result.Text("ruleId") ?? result.Member("rule")?.Text("id") ?? "";
        var level = result.Text("level") ?? DefaultLevel;
        var message = paths.Clean(result.Member("message")?.Text("text") ?? "");
        var json = new JsonObject { ["ruleId"] = rule };
        if (result.Member("ruleIndex") is { ValueKind: JsonValueKind.Number } index && index.TryGetInt32(out var old) && old >= 0 && old < newIndex.Length)
            json["ruleIndex"] = newIndex[old];
        json["level"] = level;
        json["message"] = new JsonObject { ["text"] = message };

        AnalysisSuppression? suppression = null;
        var suppressions = new JsonArray();
        foreach (var item in result.Items("suppressions"))
        {
            var read = new AnalysisSuppression(item.Text("kind") ?? "external", item.Member("properties")?.Text("suppressionType"), item.Text("justification"));
            suppression ??= read;
            suppressions.Add((JsonNode)SuppressionJson(read));
        }
        if (suppressions.Count > 0)
            json["suppressions"] = suppressions;

        string? path = null;
        TextRegion? region = null;
        foreach (var name in s_locations)
        {
            var locations = new JsonArray();
            foreach (var location in result.Items(name))
            {
                locations.Add((JsonNode)LocationJson(location, paths, out var itsPath, out var itsRegion));
                if (name == "locations" && path is null)
                    (path, region) = (itsPath, itsRegion);
            }
            if (locations.Count > 0)
                json[name] = locations;
        }
        return new(new(rule, level, path, region, message, suppression), json);
    }

    static JsonObject SuppressionJson(AnalysisSuppression suppression)
    {
        var json = new JsonObject { ["kind"] = suppression.Kind };
        if (suppression.Justification is { } justification)
            json["justification"] = justification;
        if (suppression.Type is { } type)
            json["properties"] = new JsonObject { ["suppressionType"] = type };
        return json;
    }

    static JsonObject LocationJson(JsonElement location, SarifPaths paths, out string? path, out TextRegion? region)
    {
        (path, region) = (null, null);
        var json = new JsonObject();
        if (location.Member("physicalLocation") is not { } physical)
            return json;
        var kept = new JsonObject();
        if (physical.Member("artifactLocation")?.Text("uri") is { } uri)
        {
            path = paths.Relative(uri, out var outside);
            var artifact = new JsonObject { ["uri"] = SarifPaths.Escape(path) };
            if (!outside)
                artifact["uriBaseId"] = SourceRoot;
            kept["artifactLocation"] = artifact;
        }
        if (physical.Member("region") is { } place)
        {
            region = new(place.Number("startLine"), place.Number("startColumn"), place.Number("endLine"), place.Number("endColumn"));
            Copy(physical, kept, "region");
        }
        json["physicalLocation"] = kept;
        return json;
    }

    static void Copy(JsonElement from, JsonObject to, string name)
    {
        if (from.Member(name) is { } value)
            to[name] = value.ValueKind switch
            {
                JsonValueKind.Object => JsonObject.Create(value),
                JsonValueKind.Array => JsonArray.Create(value),
                _ => JsonValue.Create(value),
            };
    }

    sealed record RawRule(JsonElement Json, int Index, string Id);

    sealed record Entry(AnalysisResult Result, JsonObject Json)
    {
        /// <summary>By place, then by rule and text.</summary>
        public int CompareTo(Entry other)
        {
            var order = string.CompareOrdinal(Result.Path, other.Result.Path);
            if (order == 0)
                order = (Result.Region?.StartLine ?? -1).CompareTo(other.Result.Region?.StartLine ?? -1);
            if (order == 0)
                order = (Result.Region?.StartColumn ?? -1).CompareTo(other.Result.Region?.StartColumn ?? -1);
            if (order == 0)
                order = string.CompareOrdinal(Result.Rule, other.Result.Rule);
            return order == 0 ? string.CompareOrdinal(Result.Message, other.Result.Message) : order;
        }
    }

    /// <summary>A configured severity that differs from the rule's own.</summary>
    sealed class Override(JsonElement item)
    {
        readonly int _index = item.Member("descriptor")?.Number("index") ?? -1;

        public string Rule { get; } = item.Member("descriptor")?.Text("id") ?? "";

        public string? Level { get; } = item.Member("configuration")?.Text("level");

        public bool? Enabled { get; } = item.Member("configuration")?.Flag("enabled");

        public JsonNode ToJson(int[] newIndex)
        {
            var descriptor = new JsonObject { ["id"] = Rule };
            if (_index >= 0 && _index < newIndex.Length)
                descriptor["index"] = newIndex[_index];
            var configuration = new JsonObject();
            if (Enabled is { } enabled)
                configuration["enabled"] = enabled;
            if (Level is { } level)
                configuration["level"] = level;
            return new JsonObject { ["descriptor"] = descriptor, ["configuration"] = configuration };
        }
    }
}
