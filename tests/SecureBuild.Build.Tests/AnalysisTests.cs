using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed partial class AnalysisTests(TemporaryFeed feed)
{
    // CA1822 (suggestion by default): the method could be static.
    const string CouldBeStatic = "new C().M();\nclass C { public int M() => 1; }\n";

    [Fact]
    public async Task An_error_log_of_the_users_own_is_kept_and_read()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<ErrorLog>$(MSBuildProjectDirectory)/mine.sarif,version=2.1</ErrorLog>", CouldBeStatic);

        (await work.BuildAsync("Portal")).Succeeded();

        // All rules ran: whoever asks for a log asks for those too.
        Assert.Contains("\"ruleId\": \"CA1822\"", work.Read("Portal/mine.sarif"));
        var artifacts = new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal");
        Assert.Contains("SB2001", artifacts.LoadedRules);
        (await work.RunAsync("clean", "Portal", "-nologo")).Succeeded();
        Assert.True(work.Has("Portal/mine.sarif"));
    }

    [Fact]
    public async Task A_log_in_the_old_format_is_said_and_never_reads_as_clean()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<ErrorLog>$(MSBuildProjectDirectory)/mine.sarif</ErrorLog>");

        var build = (await work.BuildAsync("Portal")).Succeeded();

        Assert.Contains(build.LinesWith("warning SB93"), line => line.Contains("mine.sarif", StringComparison.Ordinal));
        Assert.Contains("analysis not assessed", Assert.Single(build.Summaries));
    }

    [Fact]
    public async Task Code_kept_from_the_rules_by_declaring_it_generated_is_said()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", source: "System.Console.WriteLine(System.Security.Cryptography.MD5.HashData([]).Length);\n");
        work.Write("Portal/.editorconfig", "root = true\n[*.cs]\ngenerated_code = true\n");

        (await work.BuildAsync("Portal")).Succeeded();

        var artifacts = new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal");
        Assert.Empty(artifacts.Findings);
        Assert.Equal(1, (int)artifacts.Fact("sarif.suppressions")["value"]!["generatedMarks"]!);
        Assert.Contains("A configuration file declares code to be generated; the rules do not look at it.", artifacts.Text(".intoto.jsonl"));
    }

    [Fact]
    public async Task Without_the_log_nothing_is_claimed_about_analysis()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<SecureBuildAnalysisLog>false</SecureBuildAnalysisLog>");

        var build = (await work.BuildAsync("Portal")).Succeeded();

        Assert.Contains("analysis not assessed", Assert.Single(build.Summaries));
        Assert.Equal("not-assessed", (string?)new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal").Fact("sarif.log")["state"]);
    }

    [Fact]
    public async Task An_assembly_changed_after_the_compiler_ran_makes_the_analysis_stale()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        (await work.BuildAsync("Portal")).Succeeded();
        await using (var assembly = File.Open(work.PathOf("Portal/obj/Debug/net10.0/Portal.dll"), FileMode.Append))
            assembly.WriteByte(0);

        var build = (await work.BuildAsync("Portal", "--no-restore")).Succeeded();

        Assert.Empty(build.Executed("CoreCompile"));
        Assert.Contains("analysis stale", Assert.Single(build.Summaries));
        Assert.Equal("stale", (string?)new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal").Fact("sarif.log")["state"]);
    }

    [Fact]
    public async Task The_evidence_names_the_very_file_of_rules_that_the_compiler_loaded()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        var build = (await work.BuildAsync("Portal", "-v:detailed", "-p:UseSharedCompilation=false")).Succeeded();

        var loaded = AnalyzerOption().Match(build.Output).Groups[1].Value;
        var list = new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal").Fact("analyzers.list")["value"]!.AsArray();
        var rules = Assert.Single(list, analyzer => (string?)analyzer!["assembly"] == "SecureBuild.Analyzers.dll")!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(loaded, TestContext.Current.CancellationToken))), (string?)rules["sha256"]);
        Assert.Equal(CompiledFolder().Match(loaded) is { Success: true } compiled ? compiled.Groups[1].Value : null, (string?)rules["compiledFor"]);
        // With the compiled rules the compiler is not given the fixes, which are for editors.
        Assert.Equal(rules["compiledFor"] is null, list.Any(analyzer => (string?)analyzer!["assembly"] == "SecureBuild.CodeFixes.dll"));
    }

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.CA1822.severity = warning\n", "")]
    [InlineData("[*.cs]\ndotnet_analyzer_diagnostic.category-Performance.severity = warning\n", "")]
    [InlineData("", "<WarningsAsErrors>CA1822</WarningsAsErrors>")]
    [InlineData("", "<AnalysisMode>All</AnalysisMode>")]
    [InlineData("", "<AnalysisLevel>latest-all</AnalysisLevel>")]
    public async Task A_suggestion_that_anybody_asked_for_still_runs(string editorConfig, string properties)
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", properties, CouldBeStatic);
        work.Write(".editorconfig", "root = true\n" + editorConfig);

        var build = await work.BuildAsync("Portal");

        Assert.NotEmpty(build.LinesWith(" CA1822: "));
    }

    [Fact]
    public async Task A_suggestion_that_nobody_asked_for_does_not_run_but_is_listed_as_switched_off()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", source: CouldBeStatic);
        (await work.BuildAsync("Portal")).Succeeded();

        var log = work.Read("Portal/obj/Debug/net10.0/Portal.securebuild.sarif");
        Assert.Contains("\"id\": \"CA1822\"", log);
        Assert.DoesNotContain("\"ruleId\": \"CA1822\"", log);
        Assert.Contains("\"id\": \"CA5350\"", log);
    }

    [GeneratedRegex("/analyzer:\"?([^\" \n]*SecureBuild\\.Analyzers\\.dll)")]
    private static partial Regex AnalyzerOption();

    [GeneratedRegex("[/\\\\]tools[/\\\\]analyzers[/\\\\]([^/\\\\]+)")]
    private static partial Regex CompiledFolder();
}
