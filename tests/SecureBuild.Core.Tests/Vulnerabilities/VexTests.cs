using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Testing.Node;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Core.Tests.Vulnerabilities;

public sealed class VexTests : IDisposable
{
    readonly Osv _osv = new Osv()
        .Write("1.json", Osv.File("GHSA-aaaa-bbbb-0001", "A", Osv.Before2))
        .Write("2.json", Osv.File("GHSA-aaaa-bbbb-0002", "A", Osv.Before2))
        .Write("3.json", Osv.File("GHSA-aaaa-bbbb-0003", "b", Osv.Before2, "npm"))
        .Write("4.json", Osv.File("GHSA-aaaa-bbbb-0004", "C", Osv.Before2))
        .Write("5.json", Osv.File("GHSA-aaaa-bbbb-0005", "C", Osv.Before2));

    static readonly Clock s_clock = Clock.From("1795305600");

    static readonly SecureBuild.Sbom.Bom s_bom = Osv.Product("pkg:nuget/A@1.0.0", "pkg:npm/b@1.0.0", "pkg:nuget/C@1.0.0");

    public void Dispose() => _osv.Dispose();

    VulnerabilityReport Stated() => _osv.Compare(s_bom,
        Osv.Waiver("CVE-2026-0001", package: "a*", versions: "[1.0,2.0)", project: "src/portal/Portal.csproj"), Osv.Waiver("GHSA-aaaa-bbbb-0002", VexStatus.Affected),
        Osv.Waiver("GHSA-aaaa-bbbb-0003", VexStatus.Fixed), Osv.Waiver("GHSA-aaaa-bbbb-0004", VexStatus.UnderInvestigation));

    [Fact]
    public void Without_a_statement_everything_is_under_investigation()
    {
        var report = _osv.Compare(s_bom);

        Assert.Equal(5, report.Findings.Length);
        Assert.All(OpenVex(report)["statements"]!.AsArray(), statement => Assert.Equal("under_investigation", (string?)statement!["status"]));
        Assert.All(CycloneDx(report)["vulnerabilities"]!.AsArray(), vulnerability => Assert.Equal("in_triage", (string?)vulnerability!["analysis"]!["state"]));
    }

    [Fact]
    public void Open_VEX_says_what_persons_say_of_the_product_and_the_component_in_it()
    {
        var document = OpenVex(Stated());

        AssertOpenVex(document);
        Assert.Equal(("City Software", "2026-11-22T00:00:00Z"), ((string?)document["author"], (string?)document["timestamp"]));
        Assert.Equal(["not_affected", "affected", "under_investigation", "under_investigation", "fixed"], document["statements"]!.AsArray().Select(statement => (string?)statement!["status"]));
        var first = document["statements"]![0]!;
        Assert.Equal("GHSA-aaaa-bbbb-0001", (string?)first["vulnerability"]!["name"]);
        Assert.Equal("pkg:generic/Portal@1.0.0", (string?)first["products"]![0]!["@id"]);
        Assert.Equal("pkg:nuget/A@1.0.0", (string?)first["products"]![0]!["subcomponents"]![0]!["@id"]);
        Assert.Equal(("vulnerable_code_not_in_execute_path", "2026-10-01T00:00:00Z"), ((string?)first["justification"], (string?)first["timestamp"]));
        Assert.Contains("Hanako Yamada (Product security)", (string?)first["status_notes"]);
        Assert.Equal("Update to 1.1.", (string?)document["statements"]![1]!["action_statement"]);
    }

    [Theory]
    [InlineData("1.7")]
    [InlineData("1.6")]
    public async Task CycloneDX_VEX_is_valid_by_the_official_schema_and_links_to_components_of_the_SBOM(string version)
    {
        var format = version == "1.6" ? VexFormat.CycloneDx16 : VexFormat.CycloneDx;
        var report = Stated();
        var linked = Path.Combine(_osv.Cache, "linked.json");
        var unlinked = Path.Combine(_osv.Cache, "unlinked.json");
        File.WriteAllBytes(linked, format.Write(new(s_bom, report.Findings, s_clock)));
        File.WriteAllBytes(unlinked, format.Write(new(s_bom with { SerialNumber = null }, report.Findings, s_clock)));

        var result = await NodeTools.RunAsync("cyclonedx-validate.mjs", version, linked, unlinked);

        Assert.True(result.ExitCode == 0, result.ToString());
        var document = Osv.Parse(File.ReadAllBytes(linked));
        const string link = "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/2#";
        var refs = document["vulnerabilities"]!.AsArray().Select(vulnerability => (string)vulnerability!["affects"]![0]!["ref"]!).ToArray();
        Assert.All(refs, reference => Assert.StartsWith(link, reference));
        Assert.Equal(s_bom.Components.Select(component => component.BomRef).Order(), refs.Select(reference => Uri.UnescapeDataString(reference[link.Length..])).Distinct().Order());
        Assert.Equal(["not_affected", "exploitable", "in_triage", "in_triage", "resolved"], document["vulnerabilities"]!.AsArray().Select(vulnerability => (string?)vulnerability!["analysis"]!["state"]));
        Assert.Equal(("high", 7.5, "CVSSv31"), ((string?)document["vulnerabilities"]![0]!["ratings"]![0]!["severity"], (double)document["vulnerabilities"]![0]!["ratings"]![0]!["score"]!, (string?)document["vulnerabilities"]![0]!["ratings"]![0]!["method"]));
        var own = Osv.Parse(File.ReadAllBytes(unlinked));
        Assert.Equal(own["components"]!.AsArray().Select(component => (string)component!["bom-ref"]!).Order(), own["vulnerabilities"]!.AsArray().Select(vulnerability => (string)vulnerability!["affects"]![0]!["ref"]!).Distinct().Order());
    }

    [Fact]
    public void A_document_s_name_follows_from_what_it_says_and_not_from_the_time()
    {
        var report = _osv.Compare(s_bom);
        foreach (var format in VexFormat.All)
        {
            var name = format == VexFormat.OpenVex ? "@id" : "serialNumber";
            var one = Osv.Parse(format.Write(new(s_bom, report.Findings, s_clock)));
            Assert.Equal(Encoding.UTF8.GetString(format.Write(new(s_bom, report.Findings, s_clock))), Encoding.UTF8.GetString(format.Write(new(s_bom, _osv.Compare(s_bom).Findings, s_clock))));
            Assert.Equal((string?)one[name], (string?)Osv.Parse(format.Write(new(s_bom, report.Findings, Clock.From("1795305999"))))[name]);
            Assert.NotEqual((string?)one[name], (string?)Osv.Parse(format.Write(new(s_bom, Stated().Findings, s_clock)))[name]);
            Assert.StartsWith("urn:uuid:", (string?)one[name]);
        }
    }

    [Fact]
    public void A_waiver_holds_only_for_what_it_names_and_until_its_day()
    {
        Waiver[] waivers =
        [
            Osv.Waiver("GHSA-aaaa-bbbb-0001", until: "2026-11-21"), Osv.Waiver("GHSA-aaaa-bbbb-0001", from: "2026-11-23"), Osv.Waiver("GHSA-aaaa-bbbb-0001", package: "C"),
            Osv.Waiver("GHSA-aaaa-bbbb-0001", versions: "[2.0,)"), Osv.Waiver("GHSA-aaaa-bbbb-0001", project: "Other"), Osv.Waiver("ghsa-aaaa-bbbb-0003", from: "2026-11-22", until: "2026-11-22"),
        ];

        var report = _osv.Compare(s_bom, waivers);

        Assert.Equal(["GHSA-aaaa-bbbb-0003"], report.Findings.Where(finding => finding.Waiver is not null).Select(finding => finding.Id));
        Assert.Equal([WaiverState.Expired, WaiverState.Early, WaiverState.Unused, WaiverState.Unused, WaiverState.OfAnother, WaiverState.Applied], report.Waivers.Select(waiver => waiver.State));
        Assert.Equal(["SB9278", "SB9277", "SB9279", "SB9279"], report.Problems.Select(problem => problem.Code));
        Assert.All(report.Problems, problem => Assert.Equal(("securebuild.json", 7, 5), (problem.File, problem.Line, problem.Column)));
        Assert.Equal(4, report.Open(Severity.High));
        Assert.Equal(0, report.Open(Severity.Critical));
    }

    [Fact]
    public void What_NuGet_found_while_restoring_and_an_advisory_of_the_same_name_are_one_finding()
    {
        var report = VulnerabilityMatcher.Compare(s_bom, new(_osv.Folder, 30, [], null, new(2026, 11, 22))
        {
            Open = path => AdvisorySource.Open(path, _osv.Cache),
            Audit = [new("a", "1.0.0", "high", "CVE-2026-0001"), new("C", "1.0.0", "low", "GHSA-zzzz-zzzz-0009")],
        });

        Assert.Equal(6, report.Findings.Length);
        Assert.Equal([Finding.OfflineAdvisories, Finding.NuGetAudit], report.Findings.Single(finding => finding.Id == "GHSA-aaaa-bbbb-0001").Sources);
        Assert.Equal([Finding.NuGetAudit], report.Findings.Single(finding => finding.Id == "GHSA-zzzz-zzzz-0009").Sources);
        AssertOpenVex(OpenVex(report));
    }

    JsonObject OpenVex(VulnerabilityReport report) => Osv.Parse(VexFormat.OpenVex.Write(new(s_bom, report.Findings, s_clock)));

    JsonObject CycloneDx(VulnerabilityReport report) => Osv.Parse(VexFormat.CycloneDx.Write(new(s_bom, report.Findings, s_clock)));

    // OpenVEX 0.2.0: what must be there, what may, and what its schema takes together.
    internal static void AssertOpenVex(JsonObject document)
    {
        Only(document, ["@context", "@id", "author", "timestamp", "version", "statements"], ["role", "last_updated", "tooling"]);
        Assert.Equal("https://openvex.dev/ns/v0.2.0", (string?)document["@context"]);
        Assert.True(Uri.IsWellFormedUriString((string?)document["@id"], UriKind.Absolute));
        Assert.Equal(1, (int)document["version"]!);
        var statements = document["statements"]!.AsArray();
        Assert.NotEmpty(statements);
        Assert.Equal(statements.Count, statements.Select(statement => statement!.ToJsonString()).Distinct().Count());
        foreach (var statement in statements.Select(statement => statement!.AsObject()))
        {
            Only(statement, ["vulnerability", "products", "status", "timestamp"], ["status_notes", "justification", "action_statement"]);
            Only(statement["vulnerability"]!.AsObject(), ["name"], ["description", "aliases"]);
            foreach (var product in statement["products"]!.AsArray().Select(product => product!.AsObject()))
            {
                Only(product, ["@id"], ["identifiers", "subcomponents"]);
                Assert.All(product["subcomponents"]!.AsArray(), part => Only(part!.AsObject(), ["@id", "identifiers"], []));
            }
            var status = (string?)statement["status"];
            Assert.Contains(status, VexWords.Statuses);
            Assert.Equal(status == "not_affected", statement.ContainsKey("justification"));
            Assert.Equal(status == "affected", statement.ContainsKey("action_statement"));
        }

        static void Only(JsonObject value, string[] required, string[] optional)
        {
            Assert.All(required, name => Assert.True(value.ContainsKey(name), name));
            Assert.Empty(value.Select(member => member.Key).Except(required).Except(optional));
        }
    }
}
