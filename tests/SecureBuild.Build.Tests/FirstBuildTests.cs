using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

public sealed class FirstBuildTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";

    static readonly string[] s_unsigned = [".cdx.json", ".sarif", ".evidence.json", ".intoto.jsonl"];

    [Fact]
    public async Task Adding_the_package_is_all_the_set_up_and_a_second_build_does_nothing()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");

        var first = (await work.BuildAsync("Portal")).Succeeded();

        Assert.All(s_unsigned, suffix => Assert.True(work.Has(Stem + suffix), suffix));
        Assert.False(work.Has(Stem + ".provenance.sigstore.json"));
        var line = Assert.Single(first.Summaries);
        Assert.StartsWith("SecureBuild: Portal (net10.0) -> bin/Debug/net10.0/securebuild/Portal.*  ", line);
        Assert.Contains(" 0 findings, ", line);
        Assert.EndsWith("UNSIGNED DRAFT", line);
        Assert.Contains("0 Warning(s)", first.Output);

        var second = (await work.BuildAsync("Portal", "--no-restore")).Succeeded();
        Assert.Empty(second.Executed("SecureBuildAttest"));
        Assert.Empty(second.Summaries);
        // MSBuild's own opinion: with -question every target that is not up to date is an error.
        (await work.BuildAsync("Portal", "--no-restore", "-question")).Succeeded();
        Assert.All(s_unsigned, suffix => Assert.True(work.Has(Stem + suffix), suffix));

        (await work.RunAsync("clean", "Portal", "-nologo")).Succeeded();
        Assert.Empty(Directory.EnumerateFiles(work.PathOf("Portal/bin/Debug/net10.0"), "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(Directory.EnumerateFiles(work.PathOf("Portal/obj"), "*", SearchOption.AllDirectories), file => file.Contains(".securebuild.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_attestation_rests_on_makes_it_anew_when_it_changes()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        (await work.BuildAsync("Portal")).Succeeded();

        work.Write("Portal/securebuild.json", """{ "product": { "name": "Portal of the city" } }""");
        Assert.Single((await work.BuildAsync("Portal", "--no-restore")).Succeeded().Executed("SecureBuildAttest"));
        Assert.Contains("Portal of the city", work.Read(Stem + ".intoto.jsonl"));

        // A property on the command line changes no file of the user's.
        var build = (await work.BuildAsync("Portal", "--no-restore", "-p:PackageLicenseExpression=MIT")).Succeeded();
        Assert.Single(build.Executed("SecureBuildAttest"));

        File.Delete(work.PathOf("Portal/obj/Debug/net10.0/Portal.securebuild.sarif"));
        Assert.NotEmpty((await work.BuildAsync("Portal", "--no-restore", "-p:PackageLicenseExpression=MIT")).Succeeded().Executed("CoreCompile"));
        Assert.True(work.Has("Portal/obj/Debug/net10.0/Portal.securebuild.sarif"));
    }

    [Fact]
    public async Task A_build_tells_the_cryptography_the_documents_and_the_policy_of_what_it_built()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("Portal/Seal.cs", "static class Seal { public static byte[] Of(byte[] data) => System.Security.Cryptography.SHA512.HashData(data); }");
        work.Write("Portal/docs/threat-model.md", "# What can go wrong");
        work.Write("Portal/securebuild.json", """{ "licences": { "allow": ["MIT"] } }""");
        (await work.BuildAsync("Portal")).Succeeded();

        var artifacts = new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal");
        Assert.Contains("SHA-512", artifacts.Fact("cbom.algorithms")["value"]!["algorithms"]!.AsArray().Select(name => (string?)name));
        Assert.Equal("docs/threat-model.md", (string?)artifacts.Fact("doc.threatModel")["value"]!["file"]);
        Assert.Equal("passed", (string?)artifacts.Fact("gate.policy")["value"]!["outcome"]);
        Assert.Equal("file", (string?)artifacts.Fact("compiler.ciBuild")["value"]!["symbols"]);
        Assert.Equal("not-assessed", (string?)artifacts.Fact("test.results")["state"]);
    }

    [Fact]
    public async Task A_design_time_build_writes_nothing()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        (await work.RunAsync("restore", "Portal")).Succeeded();

        var build = (await work.BuildAsync("Portal", "--no-restore", "-t:Compile", "-p:DesignTimeBuild=true")).Succeeded();

        Assert.Empty(build.Executed("_SecureBuildCollect"));
        Assert.Empty(build.Executed("_SecureBuildLeaveOutQuietRules"));
        Assert.Empty(build.Executed("_SecureBuildUseCompiledAnalyzer"));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(work.PathOf("Portal"), "*", SearchOption.AllDirectories),
            path => path.Contains("Portal.securebuild", StringComparison.Ordinal) || Path.GetFileName(path) == "securebuild");
    }

    [Fact]
    public async Task Switched_off_it_costs_and_writes_nothing()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<SecureBuildEnabled>false</SecureBuildEnabled>");

        var build = (await work.BuildAsync("Portal")).Succeeded();

        Assert.Empty(build.Summaries);
        Assert.False(Directory.Exists(work.PathOf("Portal/bin/Debug/net10.0/securebuild")));
        Assert.DoesNotContain(Directory.EnumerateFiles(work.PathOf("Portal/obj/Debug")), file => file.EndsWith(".sarif", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_msbuild_gets_one_clear_message_and_no_artifacts()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");

        var build = (await work.BuildAsync("Portal", "-p:_SecureBuildHostTooOld=true")).Succeeded();

        var warning = Assert.Single(build.Warnings("SB9001"));
        Assert.Contains(".NET SDK 10", warning.Text);
        Assert.False(Directory.Exists(work.PathOf("Portal/bin/Debug/net10.0/securebuild")));
    }
}
