using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;
using SecureBuild.Testing;

namespace SecureBuild.Core.Tests.Evidence;

/// <summary>Real restores against a real feed on this machine.</summary>
public sealed class PackageAuditTests : IDisposable
{
    static readonly ImmutableArray<Advisory> s_advisory = [new("Newtonsoft.Json", "(, 13.0.1)", 2, "https://github.com/advisories/GHSA-5crp-9r3c-p9vr")];
    static readonly ImmutableArray<Advisory> s_otherAdvisory = [new("Other", "(, 2.0.0)", 3, "https://github.com/advisories/GHSA-0000-0000-0000")];

    readonly string _folder = Directory.CreateTempSubdirectory("securebuild-audit").FullName;

    [Fact]
    public async Task A_source_without_vulnerability_data_is_not_assessed()
    {
        var fact = await Restore(null, auditSources: false);

        Assert.Equal(FactState.NotAssessed, fact.State);
        Assert.Null(fact.Value);
        Assert.Contains("<auditSources>", fact.Gap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_audit_source_without_data_is_not_assessed() => Assert.Equal(FactState.NotAssessed, (await Restore(null, auditSources: true)).State);

    [Fact]
    public async Task A_known_vulnerability_is_a_finding()
    {
        var fact = await Restore(s_advisory, auditSources: false);

        Assert.Equal(FactState.Known, fact.State);
        Assert.Equal("findings", (string?)fact.Value!["outcome"]);
        var finding = fact.Value["findings"]!.AsArray().Single()!;
        Assert.Equal(("Newtonsoft.Json", "12.0.1", "high", "GHSA-5crp-9r3c-p9vr"),
            ((string?)finding["package"], (string?)finding["version"], (string?)finding["severity"], (string?)finding["advisory"]));
    }

    [Fact]
    public async Task Data_of_a_named_source_that_knows_of_nothing_is_none_reported()
    {
        var fact = await Restore(s_otherAdvisory, auditSources: true);

        Assert.Equal(FactState.Known, fact.State);
        Assert.Equal("none-reported", (string?)fact.Value!["outcome"]);
        Assert.Equal(("all", "low"), ((string?)fact.Value["mode"], (string?)fact.Value["level"]));
    }

    [Fact]
    public async Task The_same_silence_without_a_named_source_is_not_assessed() => Assert.Equal(FactState.NotAssessed, (await Restore(s_otherAdvisory, auditSources: false)).State);

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);NU1903</NoWarn>", "NU1903")]
    [InlineData("<NuGetAuditLevel>critical</NuGetAuditLevel>", "NuGetAuditLevel")]
    [InlineData("<NuGetAudit>false</NuGetAudit>", "NuGetAudit=false")]
    public async Task What_hides_findings_is_not_taken_for_none(string properties, string named)
    {
        var fact = await Restore(s_advisory, auditSources: true, properties);

        Assert.Equal(FactState.NotAssessed, fact.State);
        Assert.Contains(named, fact.Gap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppressed_advisory_is_recorded()
    {
        var fact = await Restore(s_advisory, auditSources: true,
            "</PropertyGroup><ItemGroup><NuGetAuditSuppress Include='https://github.com/advisories/GHSA-5crp-9r3c-p9vr' /></ItemGroup><PropertyGroup>");

        Assert.Equal("""["GHSA-5crp-9r3c-p9vr"]""", fact.Value!["suppressedAdvisories"]!.ToJsonString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    async Task<Fact> Restore(ImmutableArray<Advisory>? advisories, bool auditSources, string properties = "")
    {
        using var feed = LoopbackFeed.Start([LoopbackFeed.Package("Newtonsoft.Json", "12.0.1")], advisories);
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), feed.Configuration(auditSources));
        File.WriteAllText(Path.Combine(_folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup>
              <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>
            </Project>
            """);
        (await DotNet.RunAsync(_folder, ["restore"], new Dictionary<string, string?>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
            ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(_folder, "http"),
        })).Succeeded();

        var evidence = FactCollector.Collect(SampleEvidence.Sources(_folder), SampleEvidence.Clock);
        foreach (var fact in evidence.Facts)
        {
            Assert.DoesNotContain("127.0.0.1", fact.Value?.ToJsonString() ?? "", StringComparison.Ordinal);
            Assert.DoesNotContain(_folder, CanonicalJson.IndentedText(EvidenceJson.Write(evidence)), StringComparison.Ordinal);
        }
        return evidence["nuget.audit"]!;
    }
}
