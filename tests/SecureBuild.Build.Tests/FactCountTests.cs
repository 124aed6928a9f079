using System.IO.Compression;
using System.Text.Json.Nodes;
using SecureBuild.Catalogues;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>How much of the catalogue of facts a real build and what is collected after it answer, where a team does its part.</summary>
public sealed class FactCountTests(TemporaryFeed feed)
{
    const string Folder = "Portal/bin/Release/net10.0";

    // Made after the evidence is signed, known only to a package source, or given by nobody here; each is named, so that the list can only grow shorter.
    static readonly string[] s_unanswered =
        ["nuget.auditSource", "nuget.deprecated", "package.manifest", "sarif.others", "sarif.trend", "sign.dsse", "sign.timestamp", "supplier.screening", "test.coverage"];

    [Fact]
    public async Task At_least_sixty_facts_of_a_real_build_have_an_answer_and_each_of_the_others_is_known_by_name()
    {
        using var work = await feed.WorkspaceAsync();
        work.Write("Portal/Portal.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}</ItemGroup>
            </Project>
            """);
        work.Write("Portal/Program.cs", "System.Console.WriteLine(P.Sum.Of(1, 2));\nnamespace P { public static class Sum { public static int Of(int a, int b) => a + b; } }\n");
        foreach (var document in (string[])["docs/security-requirements.md", "docs/threat-model.md", "docs/adr/README.md", "docs/design-review.md", "docs/hardening.md", "SECURITY.md", "BannedSymbols.txt"])
            work.Write(document, "Text.\n");
        work.Write(".well-known/security.txt", "Contact: mailto:security@portal.example\nExpires: 2099-01-01T00:00:00Z\n");
        work.Write("securebuild.json", """
            {
              "licences": { "allow": ["MIT", "Apache-2.0"] }, "suppliers": [ { "packages": ["SecureBuild*"], "name": "SecureBuild" } ],
              "advisories": { "path": "osv" }, "catalogues": ["nist-ssdf", "cisa-sbom-minimum-elements"]
            }
            """);
        var day = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        work.Write("osv/1.json", $$"""{ "id": "GHSA-aaaa-bbbb-cccc", "modified": "{{day}}T00:00:00Z", "affected": [ { "package": { "ecosystem": "NuGet", "name": "Nobody.Has.This" }, "versions": ["1.0.0"] } ] }""");
        await work.CommitAsync();
        work.Environment["GITHUB_ACTIONS"] = "true";
        work.Environment["RUNNER_ENVIRONMENT"] = "github-hosted";

        var build = (await work.BuildAsync("Portal", "-c", "Release")).Succeeded();
        (await work.RunAsync("pack", "Portal", "-c", "Release", "--no-build", "-nologo", "-o", work.PathOf("packed"))).Succeeded();
        var reports = Reports(work);
        var collected = await Tool(work, ["collect", work.PathOf(Folder), "--binlog", build.LogFile, "--package", Directory.GetFiles(work.PathOf("packed"), "*.nupkg").Single(), .. reports]);

        Assert.True(collected.ExitCode == 0, collected.Output);
        var artifacts = new Artifacts(work.PathOf(Folder + "/securebuild"), "Portal");
        var states = artifacts.Evidence["facts"]!.AsArray().ToDictionary(fact => (string)fact!["id"]!, fact => (string)fact!["state"]!);
        var answered = states.Where(fact => fact.Value is "known" or "not-applicable").Select(fact => fact.Key).ToArray();
        var unanswered = CatalogueLibrary.Facts.Keys.Except(answered).Order(StringComparer.Ordinal).ToArray();
        Assert.True(answered.Length >= 60, $"{answered.Length} of {CatalogueLibrary.Facts.Count}; without: {string.Join(' ', unanswered)}");
        Assert.True(unanswered.All(s_unanswered.Contains), $"{answered.Length} answered; without: {string.Join(' ', unanswered)}");
        Assert.Equal(Digest.Sha256OfFile(build.LogFile), (string?)artifacts.Fact("binlog.digest")["value"]!["files"]![0]!["sha256"]);
        Assert.Equal("unsigned", (string?)artifacts.Fact("sign.nuget")["value"]!["files"]![0]!["signature"]);
        var verified = await Tool(work, "verify", work.PathOf(Folder), "--allow-unsigned");
        Assert.True(verified.ExitCode == 0, verified.Output);

        // The log of a build that had nothing to do is not about it.
        var again = (await work.BuildAsync("Portal", "-c", "Release", "--no-restore")).Succeeded();
        Assert.Empty(again.Summaries);
        Assert.Contains("SB9425", (await Tool(work, "collect", work.PathOf(Folder), "--binlog", again.LogFile)).Output, StringComparison.Ordinal);
    }

    // As a runner of the team's own choice might write them; real runners are tried in CollectTests.
    static string[] Reports(Workspace work)
    {
        var now = DateTime.UtcNow.AddSeconds(2).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var assembly = work.PathOf(Folder + "/Portal.dll");
        work.Write("reports/results.trx", $"""
            <TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Times creation="{now}" start="{now}" finish="{now}" />
              <Results><UnitTestResult testName="A" outcome="Passed" /></Results>
              <TestDefinitions><UnitTest name="A" storage="{assembly}" id="3"><TestMethod codeBase="{assembly}" className="T" name="A" /></UnitTest></TestDefinitions>
              <ResultSummary outcome="Completed"><CollectorDataEntries><Collector><UriAttachments><UriAttachment><A href="coverage.xml" /></UriAttachment></UriAttachments></Collector></CollectorDataEntries></ResultSummary>
            </TestRun>
            """);
        return ["--tests", work.PathOf("reports/results.trx")];
    }

    async Task<(int ExitCode, string Output)> Tool(Workspace work, params string[] arguments)
    {
        if (!Directory.Exists(work.PathOf("tool")))
            ZipFile.ExtractToDirectory(await feed.PackageAsync("SecureBuild.Tool"), work.PathOf("tool"));
        var result = await work.RunAsync(["exec", Directory.EnumerateFiles(work.PathOf("tool"), "securebuild.dll", SearchOption.AllDirectories).Single(), .. arguments]);
        return (result.ExitCode, result.Output);
    }
}
