using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>SDK, MSBuild, compiler and the settings that stop a build.</summary>
static class ToolchainFacts
{
    public static void Read(FactSheet sheet)
    {
        var build = sheet.Build;
        if (build.Property("NETCoreSdkVersion") is { } sdk)
            sheet.Known("sdk.version", new JsonObject { ["sdk"] = sdk, ["runtime"] = build.Property("BundledNETCoreAppPackageVersion") }, FactSheet.Properties("NETCoreSdkVersion", "BundledNETCoreAppPackageVersion"));
        else
            sheet.Unknown("sdk.version", FactSheet.Properties("NETCoreSdkVersion"), GapText.Of("sdk-unnamed"));

        if (build.Property("MSBuildVersion") is { } msbuild)
            sheet.Known("msbuild.version", new JsonObject { ["version"] = msbuild, ["runtime"] = build.Property("MSBuildRuntimeType") }, FactSheet.Properties("MSBuildVersion", "MSBuildRuntimeType"));
        else
            sheet.Unknown("msbuild.version", FactSheet.Properties("MSBuildVersion"), GapText.Of("msbuild-unnamed"));

        Compiler(sheet);
        sheet.Try("global.json", () => GlobalJson(sheet), "sdk.globalJson");
        sheet.Known("warnings.asErrors", new JsonObject
        {
            ["treatWarningsAsErrors"] = build.Flag("TreatWarningsAsErrors") ?? false,
            ["msbuildTreatWarningsAsErrors"] = build.Flag("MSBuildTreatWarningsAsErrors") ?? false,
            ["warningsAsErrors"] = Codes(build.Property("WarningsAsErrors")),
            ["warningsNotAsErrors"] = Codes(build.Property("WarningsNotAsErrors")),
            ["noWarn"] = Codes(build.Property("NoWarn")),
        }, FactSheet.Properties("TreatWarningsAsErrors", "MSBuildTreatWarningsAsErrors", "WarningsAsErrors", "WarningsNotAsErrors", "NoWarn"));
        sheet.Try(".editorconfig", () => EditorConfig(sheet), "editorconfig.severities");
        sheet.Try("BannedSymbols.txt", () => BannedSymbols(sheet), "bannedApi.list");
    }

    /// <summary>A list of codes as MSBuild writes it: separated by <c>;</c>, <c>,</c> or space, in order, each once.</summary>
    public static JsonArray Codes(string? list) => new([.. (list ?? "").Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
        .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Select(static code => (JsonNode)code)]);

    static void Compiler(FactSheet sheet)
    {
        // The log names the compiler itself; the property only the newest analyzer API it has.
        if (sheet.Sources is { Analysis: { ToolVersion: { } version } log, Freshness.State: FactState.Known })
            sheet.Known("compiler.version", new JsonObject { ["name"] = log.ToolName, ["version"] = version }, "SARIF: tool.driver");
        else if (sheet.Build.Property("CompilerApiVersion") is { } api)
            sheet.Known("compiler.version", new JsonObject { ["name"] = null, ["version"] = api }, FactSheet.Properties("CompilerApiVersion"));
        else
            sheet.Unknown("compiler.version", FactSheet.Properties("CompilerApiVersion"), GapText.Of("compiler-unnamed"));
    }

    static void GlobalJson(FactSheet sheet)
    {
        if (sheet.Nearest("global.json") is not { } path)
        {
            sheet.Known("sdk.globalJson", new JsonObject { ["found"] = false, ["pinned"] = false }, "global.json");
            return;
        }
        var value = sheet.FileValue(path);
        using var document = JsonBytes.Parse(File.ReadAllBytes(path));
        var sdk = document.RootElement.Member("sdk") ?? default;
        value["pinned"] = sdk.Text("version") is not null;
        value["version"] = sdk.Text("version");
        value["rollForward"] = sdk.Text("rollForward");
        value["allowPrerelease"] = sdk.Flag("allowPrerelease");
        sheet.Known("sdk.globalJson", value, sheet.Relative(path) ?? "global.json");
    }

    static void EditorConfig(FactSheet sheet)
    {
        var files = new JsonArray();
        foreach (var folder in sheet.FoldersUpToRoot())
        {
            foreach (var name in (ReadOnlySpan<string>)[".editorconfig", ".globalconfig"])
            {
                if (Path.Combine(folder, name) is var path && File.Exists(path))
                    files.Add((JsonNode)new JsonObject { ["file"] = sheet.Relative(path), ["sha256"] = Digest.Sha256OfFile(path) });
            }
        }
        var value = new JsonObject { ["files"] = files };
        if (sheet.Sources is { Analysis: { } log, Freshness.State: FactState.Known })
        {
            value["changedRules"] = log.Rules.Count(static rule => rule.EffectiveLevel != rule.DefaultLevel);
            value["securebuildChanged"] = Changed(log);
        }
        sheet.Known("editorconfig.severities", value, ".editorconfig, .globalconfig; SARIF: ruleConfigurationOverrides");
    }

    // Our own rules by name: whoever lowers or raises one of those changes what the rest of the evidence shows.
    static JsonArray Changed(AnalysisLog log)
    {
        var changed = new JsonArray();
        foreach (var rule in log.Rules)
        {
            if (rule.IsOurs && rule.EffectiveLevel != rule.DefaultLevel)
                changed.Add((JsonNode)new JsonObject { ["rule"] = rule.Id, ["default"] = rule.DefaultLevel, ["effective"] = rule.EffectiveLevel });
        }
        return changed;
    }

    static void BannedSymbols(FactSheet sheet)
    {
        var value = sheet.FileValue(sheet.Nearest("BannedSymbols.txt"));
        value["analyzerPresent"] = sheet.Build.Analyzers.Any(static analyzer =>
            Path.GetFileName(analyzer.Path).Contains("BannedApiAnalyzers", StringComparison.OrdinalIgnoreCase));
        sheet.Known("bannedApi.list", value, "BannedSymbols.txt; MSBuild: @(Analyzer)");
    }
}
