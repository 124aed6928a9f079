using System.IO.Compression;
using SecureBuild.Signing;
using SecureBuild.Testing;
using SecureBuild.Verification;

namespace SecureBuild.Build.Tests;

public sealed class SubmissionTests(TemporaryFeed feed)
{
    [Fact]
    public async Task One_target_on_a_solution_makes_one_signed_package_that_a_buyer_accepts()
    {
        var key = SigningKey.Create();
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", """</PropertyGroup><ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup><PropertyGroup>""");
        work.Write("Core/Core.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}</ItemGroup>
            </Project>
            """);
        work.Write("Core/Thing.cs", "namespace Core { public class Thing { } }\n");
        work.Write("securebuild.json", """{ "product": { "name": "Portal", "version": "2.0.0" }, "supplier": { "name": { "en": "Sample Inc.", "ja": "株式会社サンプル" } } }""");
        work.Write("All.slnx", """<Solution><Project Path="Portal/Portal.csproj" /><Project Path="Core/Core.csproj" /></Solution>""");
        work.Write("key.pem", key.PrivateKeyPem);
        work.Environment["SECUREBUILD_KEY_FILE"] = work.PathOf("key.pem");

        var build = (await work.BuildAsync("All.slnx", "-t:SecureBuildPack", "-p:SecureBuildPackProfile=us", "-p:SecureBuildPackOutputs=true")).Succeeded();

        // Each build once, the packing once.
        Assert.Equal(3, build.Summaries.Count(line => line.Contains("attest", StringComparison.OrdinalIgnoreCase) || line.Contains("signed", StringComparison.Ordinal)));
        Assert.Single(build.LinesWith("submission.zip"));
        using (var zip = ZipFile.OpenRead(work.PathOf("submission.zip")))
            foreach (var name in (string[])["submission.intoto.jsonl", "submission.sigstore.json", "report.html", "builds/Portal/Portal.dll", "builds/Core (net10.0)/Core.dll", "builds/Core (netstandard2.0)/securebuild/Core.cdx.json"])
                Assert.Contains(zip.Entries, entry => entry.FullName == name);

        var report = Verifier.Verify(new(work.PathOf("submission.zip")) { Keys = [new(key.PublicKeyPem, "key")], Today = DateOnly.FromDateTime(DateTime.UtcNow) });
        Assert.True(report.Outcome == VerificationOutcome.Satisfied, string.Join('\n', report.Problems));

        // A project alone brings those along that it references; nothing is built that was built before.
        var alone = (await work.BuildAsync("Portal", "--no-restore", "-t:SecureBuildPack", "-p:SecureBuildPackOutput=out/package")).Succeeded();
        Assert.Single(alone.Summaries);
        Assert.True(work.Has("Portal/out/package/builds/Portal/securebuild/Portal.cdx.json"));
        Assert.True(work.Has("Portal/out/package/builds/Core (net10.0)/securebuild/Core.cdx.json"));
    }

    [Fact]
    public async Task A_referenced_project_without_the_package_is_named_as_not_attested()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", """</PropertyGroup><ItemGroup><ProjectReference Include="../Legacy/Legacy.csproj" /></ItemGroup><PropertyGroup>""");
        work.Write("Legacy/Legacy.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        var alone = (await work.BuildAsync("Portal", "-t:SecureBuildPack", "-p:SecureBuildPackOutput=../alone")).Succeeded();
        Assert.Contains("Legacy.csproj", Assert.Single(alone.LinesWith("warning SB9757").Distinct()));
        Assert.Contains("\"not-attested\"", work.Read("alone/submission.intoto.jsonl"));
    }
}
