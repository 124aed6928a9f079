using SecureBuild.Rendering;
using SecureBuild.Sbom;
using SecureBuild.Verification;
using SecureBuild.Verification.Vex;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>A buyer is told what VEX documents in a delivery say and what of it they are about, and nothing more.</summary>
public sealed class VexNotesTests
{
    const string Serial = "3e671687-395b-41f5-a30f-a58921a69b79", Link = $"urn:cdx:{Serial}/1", Purl = "pkg:nuget/Newtonsoft.Json@12.0.1";

    [Fact]
    public void A_document_about_a_delivered_component_names_the_bill_of_materials_and_counts_its_statements()
    {
        using var folder = Delivery();
        folder.Put("securebuild/Portal.vex.json", VexFormat.CycloneDx.Write(new(Bom(folder), [Finding("CVE-2026-1"), Finding("CVE-2026-2")], Now)));

        var report = folder.Verify();

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        var note = Assert.Single(report.Vex);
        Assert.Equal(("securebuild/Portal.vex.json", "CycloneDX 1.7"), (note.File, note.Format));
        Assert.Equal(2, note.Statuses["under_investigation"]);
        var bom = Assert.Single(note.Boms);
        Assert.Equal((Link, LinkedBomState.Delivered, "securebuild/Portal.cdx.json", LinkedBomDigest.NotGiven), (bom.Link, bom.State, bom.File, bom.Digest));
        Assert.Equal(Digest.Sha256(File.ReadAllBytes(folder.Artifact(".cdx.json"))), bom.Sha256);
        Assert.Empty(note.Unmatched);
        Assert.Equal("delivered", (string?)report.ToJson()["vex"]![0]!["boms"]![0]!["state"]);
    }

    [Theory]
    [InlineData($"{Link}#root", "delivered", false)]
    [InlineData($"{Link}#gone", "delivered", true)]
    [InlineData($"urn:cdx:{Serial}/2#root", "other-version", true)]
    [InlineData("urn:cdx:00000000-395b-41f5-a30f-a58921a69b79/1#root", "not-delivered", true)]
    public void A_link_is_followed_to_the_very_document_and_component(string subject, string state, bool isUnmatched)
    {
        using var folder = Delivery();
        folder.Put("securebuild/other.vex.json", $$"""{ "bomFormat": "CycloneDX", "specVersion": "1.6", "vulnerabilities": [ { "id": "CVE-1", "analysis": { "state": "exploitable" }, "affects": [ { "ref": "{{subject}}" } ] } ] }""");

        var note = Assert.Single(folder.Verify().Vex);

        Assert.Equal(state, (string?)note.ToJson()["boms"]![0]!["state"]);
        Assert.Equal(isUnmatched ? [subject] : [], note.Unmatched);
        Assert.Equal(1, note.Statuses["affected"]);
    }

    [Fact]
    public void A_digest_that_the_document_gives_is_compared()
    {
        using var folder = Delivery();
        foreach (var (name, sha256, digest) in new[] { ("a", Digest.Sha256(File.ReadAllBytes(folder.Artifact(".cdx.json"))), LinkedBomDigest.Matches), ("b", AttestedFolder.Sha, LinkedBomDigest.Differs) })
        {
            folder.Put($"securebuild/{name}.vex.json", $$"""{ "bomFormat": "CycloneDX", "specVersion": "1.7", "vulnerabilities": [], "externalReferences": [ { "type": "bom", "url": "{{Link}}", "hashes": [ { "alg": "SHA-256", "content": "{{sha256}}" } ] } ] }""");
            Assert.Equal(digest, Assert.Single(folder.Verify().Vex.Last().Boms).Digest);
        }
    }

    [Fact]
    public void OpenVex_is_matched_by_package_urls_with_and_without_version()
    {
        using var folder = Delivery();
        folder.Put("portal.openvex.json", $$"""
            { "@context": "https://openvex.dev/ns/v0.2.0", "@id": "urn:1", "author": "株式会社サンプル", "timestamp": "2026-11-22T00:00:00Z", "version": 1, "statements": [
              { "vulnerability": { "name": "CVE-1" }, "products": [ { "@id": "{{Purl}}" } ], "status": "not_affected", "justification": "component_not_present" },
              { "vulnerability": { "name": "CVE-2" }, "products": [ { "@id": "urn:x", "identifiers": { "purl": "pkg:nuget/newtonsoft.json" }, "subcomponents": [ { "@id": "pkg:nuget/Elsewhere@1.0.0" } ] } ], "status": "fixed" },
              { "vulnerability": { "name": "CVE-3" }, "products": [ { "@id": "pkg:nuget/Newtonsoft.Json@99.0.0" } ], "status": "harmless" } ] }
            """);

        var note = Assert.Single(folder.Verify().Vex);

        Assert.Equal(("portal.openvex.json", "OpenVEX", "株式会社サンプル"), (note.File, note.Format, note.Author));
        Assert.Equal(["pkg:nuget/Elsewhere@1.0.0", "pkg:nuget/Newtonsoft.Json@99.0.0"], note.Unmatched);
        Assert.Equal(["fixed 1", "not_affected 1", "unknown 1"], note.Statuses.Select(pair => $"{pair.Key} {pair.Value}"));
        foreach (var (language, count) in new[] { ("en", "3 statement(s): fixed 1, not affected 1, without a known status 1"), ("ja", "申告 3 件: 修正済み 1, 影響なし 1, 状態が不明 1") })
            Assert.Contains(count, string.Join('\n', VexNoteLines.Of([note], language, 200).Select(line => string.Concat(line.Spans.Select(span => span.Text)))));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{ }")]
    [InlineData("""{ "bomFormat": "CycloneDX", "vulnerabilities": 1 }""")]
    [InlineData("""{ "bomFormat": "CycloneDX", "vulnerabilities": [ { "affects": [ { "ref": 1 } ] } ] }""")]
    [InlineData("""{ "@context": "https://openvex.dev/ns/v0.2.0", "statements": [ "x" ] }""")]
    [InlineData("""{ "@context": "https://openvex.dev/ns/v0.2.0", "statements": [ { "products": [ { } ] } ] }""")]
    public void A_malformed_document_is_told_with_its_code_and_counts_for_nothing(string text)
    {
        using var folder = Delivery();
        folder.Put("securebuild/Portal.vex.json", text);

        var report = folder.Verify();

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Empty(report.Problems);
        Assert.Equal("SB9542", (string?)Assert.Single(report.ToJson()["vex"]!.AsArray())!["code"]);
    }

    [Fact]
    public void Without_such_documents_nothing_is_said_and_of_a_refused_delivery_neither()
    {
        using var folder = Delivery();
        Assert.Null(folder.Verify().ToJson()["vex"]);
        folder.Put("securebuild/Portal.vex.json", """{ "bomFormat": "CycloneDX", "vulnerabilities": [] }""");
        folder.Put("Portal.dll", "MZ changed");
        Assert.Null(folder.Verify().ToJson()["vex"]);
    }

    static Clock Now { get; } = new(new(2026, 11, 22, 4, 21, 0, TimeSpan.Zero), false);

    static AttestedFolder Delivery()
    {
        AttestedFolder? folder = null;
        using var signer = (SecureBuild.Signing.EcdsaP256Signer)AttestedFolder.Signer();
        folder = new() { Sbom = build => folder!.About(build.OutputSha256, new Component("library", "pkg", "Newtonsoft.Json") { Version = "12.0.1", Purl = Purl }) };
        return folder.Write(signer);
    }

    static Bom Bom(AttestedFolder folder) => SbomReader.ReadFile(folder.Artifact(".cdx.json")).Bom;

    static Finding Finding(string id) => new(id, [], "Newtonsoft.Json", "12.0.1", Severity.High) { Purl = Purl, BomRef = "pkg" };
}
