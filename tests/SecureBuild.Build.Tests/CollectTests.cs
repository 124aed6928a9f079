using System.IO.Compression;
using System.Text.Json.Nodes;
using SecureBuild.Signing;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>The way of a team with tests: build, test, collect, sign, verify; with the SDK's own test runner, its reports and its coverage.</summary>
public sealed class CollectTests(TemporaryFeed feed)
{
    const string Folder = "Portal/bin/Debug/net10.0";
    const string Stem = Folder + "/securebuild/Portal";

    [Fact]
    public async Task Reports_of_real_tests_count_for_the_build_that_was_tested_and_for_no_other()
    {
        using var work = await Solution();
        var (exit, trx, coverage) = await Test(work, "passing");
        Assert.Equal(0, exit);
        Assert.Equal("not-assessed", Status(work, "PW.8.2"));

        Assert.Equal((0, ""), await Collect(work, "--tests", trx, "--coverage", coverage));

        var results = Fact(work, "test.results");
        Assert.Equal(("known", "declared-by-project", 2, 0, 1), ((string?)results["state"], (string?)results["trust"], (int)results["value"]!["passed"]!, (int)results["value"]!["failed"]!, (int)results["value"]!["notRun"]!));
        Assert.Equal("digest", (string?)results["value"]!["reports"]![0]!["by"]);
        var covered = Fact(work, "test.coverage")["value"]!;
        Assert.Equal((1, 2, "run"), ((int)covered["lines"]!["covered"]!, (int)covered["lines"]!["valid"]!, (string?)covered["reports"]![0]!["by"]));
        // A person still has to state the rest: tests alone do not meet it.
        Assert.Equal("partly", Status(work, "PW.8.2"));
        var statement = JsonNode.Parse(work.Read(Stem + ".test-result.json"))!;
        Assert.Equal(("https://in-toto.io/attestation/test-result/v0.1", "PASSED", "Portal.dll"), ((string?)statement["predicateType"], (string?)statement["predicate"]!["result"], (string?)statement["subject"]![0]!["name"]));
        Assert.Equal("Portal.Tests.dll", (string?)statement["predicate"]!["configuration"]![0]!["name"]);
        Assert.DoesNotContain(work.Root, string.Concat(Directory.EnumerateFiles(work.PathOf(Folder + "/securebuild")).Select(File.ReadAllText)), StringComparison.Ordinal);

        var before = Contents(work);
        Assert.Equal((0, ""), await Collect(work, "--coverage", coverage, "--tests", trx));
        Assert.Equal(before, Contents(work));
        Assert.Equal((0, ""), await Tool(work, "verify", work.PathOf(Folder), "--allow-unsigned", "--lang", "en") is var (verified, text) ? (verified, verified == 0 ? "" : text) : default);

        // The same build with a test that fails.
        work.Write("Portal.Tests/MoreTests.cs", "public class MoreTests { [Xunit.Theory, Xunit.InlineData(\"secret\")] public void Fails(string text) => Xunit.Assert.Equal(\"4\", text + P.Sum.Of(1, 2)); }");
        var (failed, failing, _) = await Test(work, "failing");
        Assert.NotEqual(0, failed);
        Assert.Equal((0, ""), await Collect(work, "--tests", failing));
        Assert.Equal("not-met", Status(work, "PW.8.2"));
        statement = JsonNode.Parse(work.Read(Stem + ".test-result.json"))!;
        Assert.Equal("FAILED", (string?)statement["predicate"]!["result"]);
        Assert.Equal("MoreTests.Fails", (string?)Assert.Single(statement["predicate"]!["failedTests"]!.AsArray()));

        // Signed, nothing is added any more; and what was collected is part of what verifies.
        var key = SigningKey.Create();
        work.Write("key.pem", key.PrivateKeyPem);
        work.Write("pub.pem", key.PublicKeyPem);
        Assert.Equal(0, (await Tool(work, "sign", work.PathOf(Folder), "--key", work.PathOf("key.pem"))).ExitCode);
        Assert.Equal(0, (await Tool(work, "verify", work.PathOf(Folder), "--key", work.PathOf("pub.pem"))).ExitCode);
        var (refused, why) = await Collect(work, "--tests", trx);
        Assert.Equal(1, refused);
        Assert.Contains("SB9770", why);
        File.WriteAllText(work.PathOf(Stem + ".test-result.json"), work.Read(Stem + ".test-result.json").Replace("FAILED", "PASSED", StringComparison.Ordinal));
        Assert.Equal(2, (await Tool(work, "verify", work.PathOf(Folder), "--key", work.PathOf("pub.pem"))).ExitCode);

        // Another build takes all of it away, and the reports of the one before are not about it.
        work.Write("Portal/Sum.cs", "namespace P; public static class Sum { public static int Of(int a, int b) => b + a; }");
        (await work.BuildAsync("Portal", "--no-restore")).Succeeded();
        Assert.Equal("not-assessed", (string?)Fact(work, "test.results")["state"]);
        Assert.False(work.Has(Stem + ".test-result.json"));
        before = Contents(work);
        (refused, why) = await Collect(work, "--tests", trx);
        Assert.Equal(1, refused);
        Assert.Contains("SB9782", why);
        Assert.Contains("SB9791", why);
        Assert.Equal(before, Contents(work));

        // Tests that ran afterwards, but on what had been built before.
        (_, trx, _) = await Test(work, "stale", "--no-build");
        (refused, why) = await Collect(work, "--tests", trx);
        Assert.Equal(1, refused);
        Assert.Contains("SB9781", why);
        Assert.Equal(before, Contents(work));
    }

    async Task<Workspace> Solution()
    {
        var work = await feed.WorkspaceAsync();
        work.Write("Portal/Portal.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}</ItemGroup>
            </Project>
            """);
        work.Write("Portal/Sum.cs", "namespace P;\npublic static class Sum\n{\n    public static int Of(int a, int b) => a + b;\n    public static int Never(int a) => a * 2;\n}\n");
        work.Write("Portal.Tests/Portal.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><IsPackable>false</IsPackable></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../Portal/Portal.csproj" />
              </ItemGroup>
            </Project>
            """);
        work.Write("Portal.Tests/SumTests.cs", """
            using Xunit;
            public class SumTests
            {
                [Theory, InlineData(1), InlineData(2)] public void Adds(int a) => Assert.Equal(a + 1, P.Sum.Of(a, 1));
                [Fact(Skip = "later")] public void Later() { }
            }
            """);
        ZipFile.ExtractToDirectory(await feed.PackageAsync("SecureBuild.Tool"), work.PathOf("tool"));
        return work;
    }

    static async Task<(int ExitCode, string Trx, string Coverage)> Test(Workspace work, string name, params string[] arguments)
    {
        var folder = work.PathOf("results/" + name);
        var run = await work.RunAsync(["test", work.PathOf("Portal.Tests"), "-nologo", "--logger", "trx;LogFileName=results.trx", "--collect", "Code Coverage;Format=cobertura", "--results-directory", folder, .. arguments]);
        Assert.True(File.Exists(Path.Combine(folder, "results.trx")), run.Output);
        return (run.ExitCode, Path.Combine(folder, "results.trx"), Directory.EnumerateFiles(folder, "*.cobertura.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First());
    }

    static async Task<(int, string)> Collect(Workspace work, params string[] arguments)
    {
        var (exit, output) = await Tool(work, ["collect", work.PathOf(Folder), .. arguments]);
        return (exit, exit == 0 ? "" : output);
    }

    static async Task<(int ExitCode, string Output)> Tool(Workspace work, params string[] arguments)
    {
        var result = await work.RunAsync(["exec", Directory.EnumerateFiles(work.PathOf("tool"), "securebuild.dll", SearchOption.AllDirectories).Single(), .. arguments]);
        return (result.ExitCode, result.Output);
    }

    static JsonNode Fact(Workspace work, string id) => new Artifacts(work.PathOf(Folder + "/securebuild"), "Portal").Fact(id);

    static string? Status(Workspace work, string control) => (string?)(
        from line in work.Read(Stem + ".intoto.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        from framework in JsonNode.Parse(line)!["predicate"]!["frameworks"]?.AsArray() ?? []
        from item in framework!["controls"]!.AsArray()
        where (string?)item!["control"] == control
        select item["status"]).Single();

    static string Contents(Workspace work) => string.Join("\n", Directory.EnumerateFiles(work.PathOf(Folder + "/securebuild")).Order(StringComparer.Ordinal).Select(file => Path.GetFileName(file) + File.ReadAllText(file)));
}
