using System.Text.Json.Nodes;
using SecureBuild.Testing;
using SecureBuild.Verification;

namespace SecureBuild.Build.Tests;

/// <summary>Offline advisories and VEX through a whole build.</summary>
public sealed class VexTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";

    [Fact]
    public async Task Offline_advisories_reach_evidence_attestation_and_VEX_and_new_ones_are_noticed()
    {
        using var source = LoopbackFeed.Start([LoopbackFeed.Package("Newtonsoft.Json", "12.0.1")], null);
        using var work = await feed.WorkspaceAsync();
        work.Environment["RestoreFallbackFolders"] = null;
        work.Environment["NUGET_PACKAGES"] = work.PathOf("packages");
        work.Environment["XDG_DATA_HOME"] = work.PathOf("data");
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
        work.Write("osv/a.json", Advisory("GHSA-5crp-9r3c-p9vr", "13.0.1"));
        string[] settings = ["-p:SecureBuildAdvisories=../osv", "-p:SecureBuildVex=openvex%3Bcyclonedx"];

        var build = (await work.BuildAsync("Portal", settings)).Succeeded();

        Assert.Contains("Newtonsoft.Json 12.0.1", Assert.Single(build.LinesWith("warning SB9268").Distinct()));
        var artifacts = new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal");
        await artifacts.AssertWellMadeAsync(work);
        var audit = artifacts.Fact("nuget.audit");
        Assert.Equal(("known", "findings"), ((string?)audit["state"], (string?)audit["value"]!["outcome"]));
        Assert.Equal(("osv", "all"), ((string?)audit["value"]!["advisories"]!["name"], (string?)audit["value"]!["mode"]));
        Assert.Equal(("findings", 1, Today), ((string?)Attested(work)["state"], (int)Attested(work)["findings"]!, (string?)Attested(work)["date"]));
        var sbom = JsonNode.Parse(work.Read(Stem + ".cdx.json"))!;
        var vulnerability = JsonNode.Parse(work.Read(Stem + ".vex.json"))!["vulnerabilities"]![0]!;
        Assert.StartsWith(((string)sbom["serialNumber"]!).Replace("urn:uuid:", "urn:cdx:", StringComparison.Ordinal) + "/1#", (string)vulnerability["affects"]![0]!["ref"]!);
        Assert.Equal("under_investigation", (string?)JsonNode.Parse(work.Read(Stem + ".openvex.json"))!["statements"]![0]!["status"]);
        Assert.DoesNotContain("vulnerabilities", work.Read(Stem + ".cdx.json"));
        Assert.DoesNotContain(work.PathOf(""), work.Read(Stem + ".openvex.json") + work.Read(Stem + ".vex.json") + artifacts.Text(".evidence.json"));
        Assert.Equal(VerificationOutcome.Satisfied, Verifier.Verify(new(work.PathOf("Portal/bin/Debug/net10.0")) { AllowUnsigned = true, Today = DateOnly.FromDateTime(DateTime.UtcNow) }).Outcome);
        Assert.Empty((await work.BuildAsync("Portal", ["--no-restore", .. settings])).Succeeded().Executed("SecureBuildAttest"));

        // A publish folder has its own, which names the SBOM beside it and is gone with it.
        const string Published = "Portal/bin/Debug/net10.0/publish/securebuild/Portal";
        async Task PublishAsync(params string[] more) => (await work.RunAsync(["publish", "Portal", "-c", "Debug", "--no-build", "-nologo", .. more])).Succeeded();
        await PublishAsync(settings);
        var published = JsonNode.Parse(work.Read(Published + ".cdx.json"))!;
        var affected = (string)JsonNode.Parse(work.Read(Published + ".vex.json"))!["vulnerabilities"]![0]!["affects"]![0]!["ref"]!;
        Assert.NotEqual((string?)sbom["serialNumber"], (string?)published["serialNumber"]);
        Assert.StartsWith(((string)published["serialNumber"]!).Replace("urn:uuid:", "urn:cdx:", StringComparison.Ordinal) + "/1#", affected);
        Assert.Contains(published["components"]!.AsArray(), component => (string)component!["bom-ref"]! == Uri.UnescapeDataString(affected[(affected.IndexOf('#', StringComparison.Ordinal) + 1)..]));
        Assert.Equal("GHSA-5crp-9r3c-p9vr", (string?)JsonNode.Parse(work.Read(Published + ".openvex.json"))!["statements"]![0]!["vulnerability"]!["name"]);
        await PublishAsync(settings[0]);
        Assert.False(work.Has(Published + ".vex.json") || work.Has(Published + ".openvex.json"));

        // Nothing names a document that nobody has.
        (await work.BuildAsync("Portal", ["--no-restore", "-p:SecureBuildSbomFormats=SPDX2.3", .. settings])).Succeeded();
        Assert.Equal("pkg:nuget/Newtonsoft.Json@12.0.1", (string?)JsonNode.Parse(work.Read(Stem + ".vex.json"))!["vulnerabilities"]![0]!["affects"]![0]!["ref"]);
        Assert.DoesNotContain("urn:cdx:", work.Read(Stem + ".vex.json") + work.Read(Stem + ".openvex.json"));

        // A new file is noticed; a match that is none any more leaves a comparison with source and date, and no document.
        File.Delete(work.PathOf("osv/a.json"));
        work.Write("osv/b.json", Advisory("GHSA-5crp-9r3c-p9vr", "11.0.0"));
        Assert.Single((await work.BuildAsync("Portal", ["--no-restore", .. settings])).Succeeded().Executed("SecureBuildAttest"));
        Assert.Equal(("none-found", Today), ((string?)Attested(work)["state"], (string?)Attested(work)["date"]));
        Assert.False(work.Has(Stem + ".vex.json") || work.Has(Stem + ".openvex.json"));
    }

    static string Today { get; } = DateTime.UtcNow.ToString("yyyy-MM-dd'T'00:00:00'Z'", System.Globalization.CultureInfo.InvariantCulture);

    static JsonNode Attested(Workspace work) => work.Read(Stem + ".intoto.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
        .Single(statement => ((string)statement["predicateType"]!).Contains("secure-development", StringComparison.Ordinal))["predicate"]!["audit"]!;

    static string Advisory(string id, string @fixed) => $$"""
        { "id": "{{id}}", "modified": "{{Today}}", "summary": "Exceptional conditions",
          "affected": [ { "package": { "ecosystem": "NuGet", "name": "newtonsoft.json" }, "ranges": [ { "type": "ECOSYSTEM", "events": [ { "introduced": "0" }, { "fixed": "{{@fixed}}" } ] } ] } ],
          "database_specific": { "severity": "HIGH" } }
        """;
}
