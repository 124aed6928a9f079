using System.Text.Json.Nodes;
using SecureBuild.Testing;
using SecureBuild.Verification;

namespace SecureBuild.Build.Tests;

public sealed class NoticesTests(TemporaryFeed feed)
{
    const string Built = "Portal/bin/Debug/net10.0/securebuild/Portal.THIRD-PARTY-NOTICES.txt";
    const string Published = "Portal/bin/Debug/net10.0/publish/securebuild/Portal.THIRD-PARTY-NOTICES.txt";

    [Fact]
    public async Task Notices_are_written_when_asked_for_attested_and_gone_when_not()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "", "System.Console.WriteLine(typeof(Newtonsoft.Json.JsonConvert));\n");
        work.Write("Portal/Directory.Build.targets", """
            <Project>
              <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="13.0.3" /></ItemGroup>
              <Target Name="Late" AfterTargets="Publish"><WriteLinesToFile File="$(PublishDir)late.txt" Lines="late" Overwrite="true" /></Target>
              <Target Name="Named"><WriteLinesToFile File="$(PublishDir)named.txt" Lines="named" Overwrite="true" /></Target>
            </Project>
            """);
        (await work.BuildAsync("Portal", "-p:SecureBuildNotices=true", "-p:NuGetAudit=false")).Succeeded();

        var text = work.Read(Built);
        Assert.Contains("Newtonsoft.Json 13.0.3\n  Copyright: ", text);
        Assert.Contains("Copyright (c) 2007 James Newton-King", text);
        Assert.Contains("WITHOUT WARRANTY OF ANY KIND", text);
        Assert.DoesNotContain("SecureBuild 0", text);
        Assert.DoesNotContain(work.Root, text);
        Assert.DoesNotContain(feed.Packages, text);
        var byproducts = JsonNode.Parse(work.Read("Portal/bin/Debug/net10.0/securebuild/Portal.intoto.jsonl").Split('\n')[0])!["predicate"]!["runDetails"]!["byproducts"]!.AsArray();
        Assert.Equal(Digest.Sha256OfFile(work.PathOf(Built)), (string?)byproducts.Single(file => (string?)file!["name"] == "Portal.THIRD-PARTY-NOTICES.txt")!["digest"]!["sha256"]);
        Assert.Equal(VerificationOutcome.Satisfied, Verifier.Verify(new(work.PathOf("Portal/bin/Debug/net10.0")) { AllowUnsigned = true, Today = DateOnly.FromDateTime(DateTime.UtcNow) }).Outcome);

        (await work.RunAsync("publish", "Portal", "-c", "Debug", "-nologo", "-p:NuGetAudit=false", "-p:SecureBuildNotices=true", "-p:SecureBuildNoticesLanguage=ja", "-p:SecureBuildPublishDependsOn=Named")).Succeeded();
        Assert.StartsWith("第三者ソフトウェアに関する通知\n", work.Read(Published));
        Assert.Contains("Copyright (c) 2007 James Newton-King", work.Read(Published));
        // What other people's targets put there is described, too.
        var names = Names(JsonNode.Parse(work.Read("Portal/bin/Debug/net10.0/publish/securebuild/Portal.cdx.json"))!);
        Assert.Contains("late.txt", names);
        Assert.Contains("named.txt", names);

        (await work.RunAsync("publish", "Portal", "-c", "Debug", "-nologo", "-p:NuGetAudit=false")).Succeeded();
        Assert.False(work.Has(Built));
        Assert.False(work.Has(Published));
    }

    [Fact]
    public async Task Packages_have_their_documents_in_every_format_that_is_asked_for()
    {
        using var work = await feed.WorkspaceAsync();
        work.Write("Lib/Lib.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup>{Workspace.PackageReference}<PackageReference Include="Newtonsoft.Json" Version="13.0.3" /></ItemGroup>
            </Project>
            """);
        work.Write("Lib/Class.cs", "public class Class { }\n");
        (await work.RunAsync("pack", "Lib", "-c", "Release", "-nologo", "-p:SecureBuildSbomFormats=CycloneDX1.7%3BSPDX2.3%3BCycloneDX1.6%3BSPDX3.0.1")).Succeeded();

        var package = work.PathOf("Lib/bin/Release/Lib.1.0.0.nupkg");
        using (var zip = System.IO.Compression.ZipFile.OpenRead(package))
            Assert.Equal(
                new[] { "net10.0", "netstandard2.0" }.SelectMany(framework => new[] { ".1.6.cdx.json", ".cdx.json", ".spdx.json", ".spdx3.json" }.Select(suffix => $"_manifest/{framework}/Lib{suffix}")),
                zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("_manifest/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var ours = SecureBuild.Sbom.SbomReader.ReadFile(package + ".cdx.json").Bom;
        foreach (var suffix in new[] { ".1.6.cdx.json", ".spdx.json", ".spdx3.json" })
        {
            var other = SecureBuild.Sbom.SbomReader.ReadFile(package + suffix).Bom;
            Assert.Equal(ours.Components.Select(component => component.Purl).Order(), other.Components.Select(component => component.Purl).Order());
            Assert.Equal("pkg:nuget/Lib@1.0.0", other.Metadata.Component!.Purl);
        }

        (await work.RunAsync("pack", "Lib", "-c", "Release", "-nologo", "-p:PackageVersion=1.0.1", "-p:SecureBuildSbomFormats=CycloneDX1.7%3BSPDX2.3")).Succeeded();
        Assert.Equal(["", ".cdx.json", ".spdx.json"], Directory.GetFiles(work.PathOf("Lib/bin/Release"), "Lib.1.0.1.nupkg.*").Select(file => Path.GetFileName(file)["Lib.1.0.1.nupkg".Length..]).Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> Names(JsonNode bom) => bom["components"]!.AsArray().Append(bom["metadata"]!["component"])
        .SelectMany(component => (component!["components"]?.AsArray() ?? []).Append(component)).Select(component => (string)component!["name"]!);
}
