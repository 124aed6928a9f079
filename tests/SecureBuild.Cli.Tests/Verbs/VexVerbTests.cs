using System.Text.Json.Nodes;
using SecureBuild.Sbom;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class VexVerbTests
{
    static readonly (string, string?) s_today = ("SOURCE_DATE_EPOCH", "1795305600"); // 2026-11-22

    const string Waivers = """
        { "advisories": { "path": "osv" },
          "waivers": [
            { "advisory": "CVE-2024-21907", "package": "Newtonsoft.Json", "status": "not_affected", "justification": "vulnerable_code_not_in_execute_path",
              "owner": { "name": "山田 花子", "role": "PSIRT" }, "reason": "MaxDepth is set.", "date": "2026-10-01", "expires": "2026-12-31" },
            { "advisory": "GHSA-0000-0000-0000", "status": "fixed",
              "owner": { "name": "山田 花子", "role": "PSIRT" }, "reason": "x", "date": "2026-10-01", "expires": "2026-10-31" } ] }
        """;

    [Fact]
    public void A_gate_fails_on_what_nobody_says_anything_of_and_holds_with_a_waiver()
    {
        using var scratch = Files();

        var bare = Run(scratch, "--advisories", scratch["osv"], "--fail-on", "high");
        Assert.Equal(1, bare.ExitCode);
        Assert.Contains("GHSA-5crp-9r3c-p9vr", bare.Output);
        Assert.Contains("under investigation", bare.Output);
        Assert.Contains("1 packages compared with 1 advisories of osv, the newest of 2026-11-20", bare.Output);
        Assert.Equal(0, Run(scratch, "--advisories", scratch["osv"], "--fail-on", "critical").ExitCode);
        Assert.Equal(0, Run(scratch, "--advisories", scratch["osv"]).ExitCode);

        var waived = Run(scratch, "--waivers", scratch["securebuild.json"], "--fail-on", "high", "--lang", "ja");
        Assert.Equal(0, waived.ExitCode);
        Assert.Contains("影響なし", waived.Output);
        Assert.Contains("山田 花子", waived.Output);
        Assert.Contains("securebuild.json(5,5): warning SB9278", waived.Error);
    }

    [Fact]
    public void A_document_goes_where_it_is_asked_to_and_the_report_is_JSON_on_request()
    {
        using var scratch = Files();

        var printed = Run(scratch, "--waivers", scratch["securebuild.json"], "--format", "openvex");
        var written = Run(scratch, "--waivers", scratch["securebuild.json"], "--format", "openvex", "-o", scratch["Portal.openvex.json"], "--json");

        Assert.Equal(printed.Output, File.ReadAllText(scratch["Portal.openvex.json"]));
        Assert.Equal("not_affected", (string?)JsonNode.Parse(printed.Output)!["statements"]![0]!["status"]);
        var report = JsonNode.Parse(written.Output)!;
        Assert.Equal(("not_affected", "2026-11-20T00:00:00Z"), ((string?)report["findings"]![0]!["status"], (string?)report["advisories"]!["newest"]));
        Assert.Equal(["applied", "expired"], report["waivers"]!.AsArray().Select(waiver => (string?)waiver!["state"]));
    }

    [Fact]
    public void A_gate_is_not_satisfied_by_silence()
    {
        using var scratch = Files();
        scratch.Write("osv/a.json", File.ReadAllText(scratch["osv/a.json"]).Replace("2026-11-20", "2026-01-01", StringComparison.Ordinal).Replace("Newtonsoft.Json", "Other", StringComparison.Ordinal));

        var old = Run(scratch, "--advisories", scratch["osv"], "--fail-on", "critical");
        Assert.Equal(1, old.ExitCode);
        Assert.Contains("warning SB9267", old.Error);
        Assert.Equal(0, Run(scratch, "--advisories", scratch["osv"], "--fail-on", "critical", "--max-age", "1000").ExitCode);
        Assert.Equal(1, Run(scratch, "--advisories", scratch["no"]).ExitCode);
        Assert.Equal(64, Run(scratch).ExitCode);
        Assert.Equal(64, Run(scratch, "--advisories", scratch["osv"], "--format", "csaf").ExitCode);
        var nothing = Run(scratch, "--advisories", scratch["osv"], "--format", "openvex");
        Assert.Contains("nothing to state", nothing.Error);
    }

    static ToolResult Run(Scratch scratch, params string[] arguments) =>
        Tool.Run(["vex", scratch["Portal.cdx.json"], .. arguments], scratch.Path, s_today, ("XDG_DATA_HOME", scratch["data"]), ("LOCALAPPDATA", scratch["data"]));

    static Scratch Files()
    {
        var scratch = new Scratch();
        var bom = new Bom
        {
            SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
            Metadata = new() { Timestamp = "2026-11-22T00:00:00Z", Component = new("application", "Portal", "Portal") { Version = "1.0.0", Purl = "pkg:generic/Portal@1.0.0" } },
            Components = [new("library", "json", "Newtonsoft.Json") { Version = "12.0.1", Purl = "pkg:nuget/Newtonsoft.Json@12.0.1" }],
            Dependencies = [new("Portal", ["json"]), new("json", [])],
        };
        File.WriteAllBytes(scratch["Portal.cdx.json"], SbomFormat.CycloneDx17.Write(bom));
        scratch.Write("securebuild.json", Waivers);
        scratch.Write("osv/a.json", """
            { "id": "GHSA-5crp-9r3c-p9vr", "modified": "2026-11-20T00:00:00Z", "aliases": ["CVE-2024-21907"], "summary": "Exceptional conditions",
              "affected": [ { "package": { "ecosystem": "NuGet", "name": "Newtonsoft.Json" }, "ranges": [ { "type": "ECOSYSTEM", "events": [ { "introduced": "0" }, { "fixed": "13.0.1" } ] } ] } ],
              "database_specific": { "severity": "HIGH" } }
            """);
        return scratch;
    }
}
