using System.Text.Json.Nodes;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>SecureBuild.QuietRules.globalconfig is data made from the compiler's own log.</summary>
public sealed class QuietRulesTests(TemporaryFeed feed)
{
    static readonly string s_file = Repository.PathOf("src/SecureBuild/build/SecureBuild.QuietRules.globalconfig");

    [Fact]
    public async Task The_list_is_what_the_sdk_in_use_would_run_for_nobody()
    {
        using var work = await feed.WorkspaceAsync();
        // A web project has the most rules of the SDK's.
        work.WriteConsole("Portal", "<ErrorLog>$(MSBuildProjectDirectory)/all.sarif,version=2.1</ErrorLog>");
        work.Write("Portal/Portal.csproj", work.Read("Portal/Portal.csproj").Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal));
        (await work.BuildAsync("Portal")).Succeeded();

        var rules = JsonNode.Parse(work.Read("Portal/all.sarif"))!["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();
        var quiet = rules.Select(rule => rule!).Where(IsQuiet).Select(rule => $"dotnet_diagnostic.{rule["id"]}.severity = none").Order(StringComparer.Ordinal).ToArray();

        if (Environment.GetEnvironmentVariable("SECUREBUILD_UPDATE_GOLDEN") == "1")
            await File.WriteAllLinesAsync(s_file, [.. File.ReadLines(s_file).Where(line => !line.StartsWith("dotnet_", StringComparison.Ordinal)), .. quiet], TestContext.Current.CancellationToken);
        Assert.Equal(quiet, File.ReadLines(s_file).Where(line => line.StartsWith("dotnet_", StringComparison.Ordinal)));
    }

    static bool IsQuiet(JsonNode rule) =>
        (string?)rule["defaultConfiguration"]?["level"] is "note" or "none"
        && (bool?)rule["defaultConfiguration"]?["enabled"] != false
        && (string?)rule["properties"]?["category"] != "Security"
        && !((string)rule["id"]!).StartsWith("SB", StringComparison.Ordinal);
}
