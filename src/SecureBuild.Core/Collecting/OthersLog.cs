using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Evidence;

namespace SecureBuild.Collecting;

/// <summary>
/// The findings of other tools, reduced to what may lie beside a build: tool, rules, messages, places in the repository, ways and suppressions (SARIF 2.1.0). No code, no
/// addresses of machines, nothing of the environment. One run for each run of each log, in the order of the fact <c>sarif.others</c>.
/// </summary>
sealed partial class OthersLog
{
    /// <summary>End of the file's name.</summary>
    public const string Suffix = ".others.sarif";

    // More than anybody reads; the counts are of all of them.
    const int MostResults = 5000;

    readonly SarifPaths _paths;
    readonly JsonElement _run;
    readonly Dictionary<string, JsonElement> _rules = new(StringComparer.Ordinal);
    readonly JsonArray _used = [];
    readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    readonly string[] _bases;

    OthersLog(JsonElement run, SarifPaths paths)
    {
        _bases = [.. run.Members("originalUriBaseIds").Select(static item => item.Value.Text("uri")).Select(static uri => Uri.TryCreate(uri, UriKind.Absolute, out var folder) && folder.IsFile ? folder.LocalPath : "").Where(static folder => folder.Length > 1)];
        (_run, _paths) = (run, paths);
        foreach (var rule in run.Member("tool")?.Member("driver")?.Items("rules") ?? [])
            if (rule.Text("id") is { } id)
                _rules.TryAdd(id, rule);
    }

    /// <summary>Whether a file is such a log.</summary>
    public static bool Is(string name) => name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The log of these reports.</summary>
    /// <param name="reports">In the order of the fact.</param>
    /// <param name="repositoryRoot">What paths become relative to.</param>
    public static byte[] Of(IEnumerable<AnalysisReport> reports, string repositoryRoot)
    {
        var runs = new JsonArray();
        var paths = new SarifPaths(repositoryRoot);
        foreach (var report in reports)
        {
            using var document = report.File.Json();
            foreach (var run in document.RootElement.Items("runs"))
                runs.Add((JsonNode)new OthersLog(run, paths).Run());
        }
        return CanonicalJson.Indented(new JsonObject { ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json", ["version"] = "2.1.0", ["runs"] = runs });
    }

    JsonObject Run()
    {
        var driver = _run.Member("tool")!.Value.Member("driver")!.Value;
        var results = new JsonArray([.. _run.Items("results").Where(result => SarifReader.Counts(result, driver)).Take(MostResults).Select(result => (JsonNode)Result(result, driver))]);
        var tool = new JsonObject { ["name"] = Printable.Of(driver.Text("name")!) };
        foreach (var name in (string[])["version", "semanticVersion"])
            if (driver.Text(name) is { } version)
                tool[name] = Printable.Of(version);
        tool["rules"] = _used;
        return new() { ["tool"] = new JsonObject { ["driver"] = tool }, ["results"] = results, ["columnKind"] = "utf16CodeUnits" };
    }

    JsonObject Result(JsonElement result, JsonElement driver)
    {
        var id = result.Text("ruleId") ?? result.Member("rule")?.Text("id") ?? "";
        var json = new JsonObject { ["ruleId"] = Printable.Of(id), ["level"] = SarifReader.Level(result, driver) ?? "none", ["message"] = Text(Message(result, id)) };
        if (_rules.TryGetValue(id, out var rule) && _listed.Add(id))
            _used.Add((JsonNode)new JsonObject { ["id"] = Printable.Of(id), ["shortDescription"] = Text(rule.Member("shortDescription")?.Text("text") ?? rule.Text("name") ?? id) });
        if (Places(result.Items("locations")) is { Count: > 0 } places)
            json["locations"] = places;
        if (Places(result.Items("relatedLocations")) is { Count: > 0 } related)
            json["relatedLocations"] = related;
        foreach (var flow in result.Items("codeFlows").Take(1))
            foreach (var thread in flow.Items("threadFlows").Take(1))
                json["codeFlows"] = new JsonArray(new JsonObject { ["threadFlows"] = new JsonArray(new JsonObject
                {
                    ["locations"] = new JsonArray([.. Places(thread.Items("locations").Select(static step => step.Member("location")).OfType<JsonElement>()).Select(static place => (JsonNode)new JsonObject { ["location"] = place!.DeepClone() })]),
                }) });
        var suppressions = new JsonArray([.. result.Items("suppressions").Where(static item => item.Text("status") is null or "accepted").Select(item =>
        {
            var suppression = new JsonObject { ["kind"] = item.Text("kind") == "inSource" ? "inSource" : "external" };
            if (item.Text("justification") is { } reason)
                suppression["justification"] = Clean(reason);
            return (JsonNode)suppression;
        })]);
        if (suppressions.Count > 0)
            json["suppressions"] = suppressions;
        return json;
    }

    JsonArray Places(IEnumerable<JsonElement> locations) => [.. locations.Select(Place).OfType<JsonNode>()];

    JsonObject? Place(JsonElement location)
    {
        if (location.Member("physicalLocation") is not { } physical || physical.Member("artifactLocation")?.Text("uri") is not { } uri)
            return null;
        var path = _paths.Relative(Whole(uri, physical.Member("artifactLocation")?.Text("uriBaseId")), out _);
        var place = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = SarifPaths.Escape(Printable.Of(path)) } };
        if (physical.Member("region")?.Number("startLine") is > 0 and var line)
            place["region"] = new JsonObject { ["startLine"] = line };
        return new() { ["physicalLocation"] = place };
    }

    // Against the folder that the log gives for its base, where that is one on this machine (3.14.14); otherwise a base is the repository's root.
    string Whole(string uri, string? baseId) =>
        baseId is not null && _run.Member("originalUriBaseIds")?.Member(baseId)?.Text("uri") is { } root && Uri.TryCreate(root, UriKind.Absolute, out var folder) && folder.IsFile && Uri.TryCreate(folder, uri, out var whole)
            ? whole.AbsoluteUri : uri;

    string Message(JsonElement result, string id)
    {
        if (result.Member("message") is not { } message)
            return "";
        var text = message.Text("text")
            ?? (message.Text("id") is { } key && _rules.TryGetValue(id, out var rule) ? rule.Member("messageStrings")?.Member(key)?.Text("text") : null) ?? "";
        string[] arguments = [.. message.Texts("arguments")];
        return Hole().Replace(text, hole => int.TryParse(hole.Groups[1].ValueSpan, out var at) && at < arguments.Length ? arguments[at] : hole.Value);
    }

    JsonObject Text(string text) => new() { ["text"] = Clean(text) };

    // The folders that the log itself names as its bases first: there a name with spaces is known to be one.
    string Clean(string text) => Printable.Of(_paths.Clean(_bases.Aggregate(text, static (rest, folder) => rest.Replace(folder, "", StringComparison.Ordinal))).ReplaceLineEndings(" "));

    [GeneratedRegex(@"\{([0-9]{1,3})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
