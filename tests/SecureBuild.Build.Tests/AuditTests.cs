using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>NuGet's audit through a whole build: what the buyer reads in the attestation.</summary>
public sealed class AuditTests(TemporaryFeed feed)
{
    [Fact]
    public async Task An_old_package_from_a_source_without_vulnerability_data_is_not_assessed_and_never_clean()
    {
        var (evidence, attested) = await AttestedAsync(null);

        Assert.Equal("not-assessed", (string?)evidence["state"]);
        Assert.Null(evidence["value"]);
        Assert.Equal("not-assessed", (string?)attested["state"]);
        Assert.Null(attested["findings"]);
        Assert.NotEmpty((string)attested["gap"]!);
    }

    [Fact]
    public async Task The_same_package_from_a_source_with_vulnerability_data_is_a_finding()
    {
        var (evidence, attested) = await AttestedAsync([new("Newtonsoft.Json", "(, 13.0.1)", 2, "https://github.com/advisories/GHSA-5crp-9r3c-p9vr")]);

        Assert.Equal("known", (string?)evidence["state"]);
        Assert.Contains("GHSA-5crp-9r3c-p9vr", evidence["value"]!["findings"]!.ToJsonString());
        Assert.Equal("findings", (string?)attested["state"]);
        Assert.Equal(1, (int)attested["findings"]!);
    }

    async Task<(JsonNode Evidence, JsonNode Attested)> AttestedAsync(ImmutableArray<Advisory>? advisories)
    {
        using var source = LoopbackFeed.Start([LoopbackFeed.Package("Newtonsoft.Json", "12.0.1")], advisories);
        using var work = await feed.WorkspaceAsync();
        // The fallback folder would answer for the real package of this version.
        work.Environment["RestoreFallbackFolders"] = null;
        work.Environment["NUGET_PACKAGES"] = work.PathOf("packages");
        work.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="securebuild-test" value="{feed.Feed}" />
                <add key="loopback" value="{source.Source}" allowInsecureConnections="true" />
              </packageSources>
            </configuration>
            """);
        work.WriteConsole("Portal");
        work.Write("Portal/Portal.csproj", work.Read("Portal/Portal.csproj").Replace("</ItemGroup>", "<PackageReference Include=\"Newtonsoft.Json\" Version=\"12.0.1\" /></ItemGroup>", StringComparison.Ordinal));

        (await work.BuildAsync("Portal")).Succeeded();

        var artifacts = new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal");
        await artifacts.AssertWellMadeAsync(work);
        Assert.DoesNotContain("127.0.0.1", artifacts.Text(".evidence.json") + artifacts.Text(".cdx.json") + artifacts.Text(".intoto.jsonl"));
        var attestation = artifacts.Text(".intoto.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .Single(statement => ((string)statement["predicateType"]!).Contains("secure-development", StringComparison.Ordinal));
        return (artifacts.Fact("nuget.audit"), attestation["predicate"]!["audit"]!);
    }
}
