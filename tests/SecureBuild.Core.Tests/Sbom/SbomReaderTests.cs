using System.Text;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

public sealed class SbomReaderTests
{
    [Fact]
    public void CycloneDX_of_other_tools_and_older_versions_is_read_whole()
    {
        var (bom, specification, notes) = SbomReader.Read(ForeignSboms.CycloneDx14);

        Assert.Equal("CycloneDX 1.4", specification);
        Assert.Equal(("shop", "application"), (bom.Metadata.Component!.Name, bom.Metadata.Component.Type));
        Assert.Equal(("bom-maker", "4.1", "Vendor"), (bom.Metadata.Tools[0].Name, bom.Metadata.Tools[0].Version, bom.Metadata.Tools[0].Supplier!.Name));
        Assert.Equal("Maker GmbH", bom.Metadata.Manufacturer!.Name);
        var left = bom.Components.Single(component => component.Name == "left-pad");
        Assert.Equal(("azer", "pkg:npm/left-pad@1.3.0", "WTFPL"), (left.Authors[0].Name, left.Purl, left.Licenses[0].Id));
        Assert.Contains(left.Extra, member => member.Name == "swid");
        Assert.Contains("Permission", left.Licenses[1].Text, StringComparison.Ordinal);
        Assert.Contains(bom.Extra, member => member.Name == "vulnerabilities");
        Assert.Contains("signature", Assert.Single(notes, note => note.Code == "SB9228").Text, StringComparison.Ordinal);

        // What the model does not take apart is written again.
        var again = Encoding.UTF8.GetString(SbomFormat.CycloneDx17.Write(bom));
        Assert.Contains("CVE-2020-0001", again, StringComparison.Ordinal);
        Assert.Contains("swidgen", again, StringComparison.Ordinal);
    }

    [Fact]
    public void SPDX_of_other_tools_is_read_whole()
    {
        var (bom, specification, notes) = SbomReader.Read(ForeignSboms.Spdx22);

        Assert.Equal("SPDX 2.2", specification);
        Assert.Equal("shop", bom.Metadata.Component!.Name);
        Assert.Equal(["Jane Doe"], bom.Metadata.Authors.Select(author => author.Name));
        Assert.Equal(("sbom-maker", "2.0.1"), (bom.Metadata.Tools[0].Name, bom.Metadata.Tools[0].Version));
        var components = bom.Components.ToDictionary(component => component.Name);
        var curl = components["curl"];
        Assert.Equal(("7.88.1", "pkg:deb/debian/curl@7.88.1", "Debian"), (curl.Version, curl.Purl, curl.Supplier!.Name));
        Assert.Equal([new Hash("SHA-1", new('a', 40))], curl.Hashes);
        Assert.Equal("curl licence", curl.Licenses[0].Name);
        Assert.Equal("COPYRIGHT AND PERMISSION NOTICE", curl.Licenses[0].Text);
        Assert.Equal("excluded", components["gcc"].Scope);
        Assert.Equal("bin/shop", Assert.Single(bom.Metadata.Component.Components).Name);
        Assert.Equal(["Package-curl", "Package-gcc"], bom.Dependencies.Single(dependency => dependency.Ref == "Package-shop").DependsOn);
        Assert.Contains("snippets", Assert.Single(notes, note => note.Code == "SB9228").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SPDX_3_of_other_tools_is_read_whole()
    {
        var (bom, specification, notes) = SbomReader.Read(ForeignSboms.Spdx3);

        Assert.Equal("SPDX 3.0.1", specification);
        Assert.Equal("kernel", bom.Metadata.Component!.Name);
        Assert.Equal("Kernel people", bom.Metadata.Component.Supplier!.Name);
        Assert.Equal("GPL-2.0-only", bom.Metadata.Component.Licenses[0].Expression);
        var zlib = Assert.Single(bom.Components, component => component.Name == "zlib");
        Assert.Equal(("pkg:generic/zlib@1.3", "(MIT AND Zlib)"), (zlib.Purl, zlib.Licenses[0].Expression));
        Assert.Equal("cpe:2.3:a:zlib:zlib:1.3:*:*:*:*:*:*:*", zlib.Cpe);
        Assert.Equal(["zlib"], bom.Dependencies.Single().DependsOn.Select(name => bom.Components.Single(component => component.BomRef == name).Name));
        Assert.Contains(notes, note => note.Text.Contains("security_Vulnerability", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SB9224", 1, 2, "{")]
    [InlineData("SB9224", 2, 1, "{}\n{}")]
    [InlineData("SB9224", 1, 1, "<bom/>")]
    [InlineData("SB9226", 1, 1, "{}")]
    [InlineData("SB9226", 1, 1, """{ "bomFormat": "SPDX" }""")]
    [InlineData("SB9226", 1, 1, """{ "bomFormat": "CycloneDX", "specVersion": "1.3" }""")]
    [InlineData("SB9226", 1, 1, """{ "spdxVersion": "SPDX-2.1" }""")]
    [InlineData("SB9210", 1, 1, "[]")]
    [InlineData("SB9210", 1, 63, """{ "bomFormat": "CycloneDX", "specVersion": "1.5", "components": {} }""")]
    [InlineData("SB9210", 2, 31, "{ \"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\", \"components\": [ { \"type\": \"file\", \"name\": \"x\" },\n{ \"type\": \"library\", \"name\": 1 } ] }")]
    [InlineData("SB9225", 1, 29, """{ "bomFormat": "CycloneDX", "bomFormat": "CycloneDX" }""")]
    [InlineData("SB9223", 1, 47, """{ "bomFormat": "CycloneDX", "serialNumber":   "\ud800" }""")]
    [InlineData("SB9210", 1, 46, """{ "spdxVersion": "SPDX-2.3", "packages": [ { "name": "x" } ] }""")]
    public void Something_else_is_refused_with_code_and_place(string code, int line, int column, string json)
    {
        var problem = Assert.Throws<ProblemException>(() => SbomReader.Read(Encoding.UTF8.GetBytes(json), "x.json")).Problem;

        Assert.Equal((code, "x.json", line), (problem.Code, problem.File, problem.Line));
        Assert.InRange(problem.Column, Math.Max(1, column - 2), column + 2);
    }

    [Fact]
    public void Broken_text_is_refused_with_its_place_and_a_byte_order_mark_is_told()
    {
        byte[] broken = [.. "{ \"bomFormat\":\n \""u8, 0xC3, 0x28, .. "\" }"u8];
        var problem = Assert.Throws<ProblemException>(() => SbomReader.Read(broken)).Problem;
        Assert.Equal(("SB9223", 2, 3), (problem.Code, problem.Line, problem.Column));

        var marked = SbomReader.Read((byte[])[.. "\uFEFF"u8, .. SbomFormat.CycloneDx17.Write(SampleBoms.Everything)]);
        Assert.Contains(marked.Notes, note => note.Code == "SB9227");
    }

    [Fact]
    public void Size_depth_and_number_of_values_are_bounded()
    {
        Assert.Equal("SB9224", Refusal(Encoding.UTF8.GetBytes("{\"bomFormat\":\"CycloneDX\",\"x\":" + new string('[', 100_000))));
        Assert.Equal("SB9224", Refusal(Encoding.UTF8.GetBytes("{\"bomFormat\":\"CycloneDX\",\"x\":" + new string('[', 70) + new string(']', 70) + "}")));
        Assert.Equal("SB9222", Refusal(Encoding.UTF8.GetBytes("{\"bomFormat\":\"CycloneDX\",\"x\":[" + string.Concat(Enumerable.Repeat("0,", SbomReader.MostTokens + 1)) + "0]}")));
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "large.json");
        try
        {
            using (var stream = File.OpenWrite(file))
                stream.SetLength(100 << 20);
            Assert.Equal("SB9222", Assert.Throws<ProblemException>(() => SbomReader.ReadFile(file)).Problem.Code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        Assert.Equal("SB9221", Assert.Throws<ProblemException>(() => SbomReader.ReadFile(file)).Problem.Code);

        static string Refusal(byte[] bytes) => Assert.Throws<ProblemException>(() => SbomReader.Read(bytes)).Problem.Code;
    }

    [Fact]
    public void Circles_and_references_that_lead_nowhere_are_told_and_kept()
    {
        var (bom, _, notes) = SbomReader.Read("""
            { "bomFormat": "CycloneDX", "specVersion": "1.5",
              "components": [ { "type": "library", "bom-ref": "a", "name": "A" }, { "type": "library", "bom-ref": "b", "name": "B" }, { "type": "library", "bom-ref": "a", "name": "A2" } ],
              "dependencies": [ { "ref": "a", "dependsOn": [ "b", "gone" ] }, { "ref": "b", "dependsOn": [ "a" ] } ] }
            """u8.ToArray());

        Assert.Contains("gone", Assert.Single(notes, note => note.Code == "SB9229").Text, StringComparison.Ordinal);
        Assert.Contains("a → b → a", Assert.Single(notes, note => note.Code == "SB9290").Text, StringComparison.Ordinal);
        Assert.Contains("bom-ref", Assert.Single(notes, note => note.Code == "SB9228").Text, StringComparison.Ordinal);
        Assert.Equal(["b", "gone"], bom.Dependencies[0].DependsOn);
        Assert.Equal(["a", "b", "a~2"], bom.Components.Select(component => component.BomRef));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_dependencies_and_as_many_nested_parts_is_read()
    {
        var chain = new StringBuilder("""{ "spdxVersion": "SPDX-2.3", "packages": [ { "SPDXID": "SPDXRef-0", "name": "p" }""");
        for (var i = 1; i < 100_000; i++)
            chain.Append($$""", { "SPDXID": "SPDXRef-{{i}}", "name": "p" }""");
        chain.Append(""" ], "relationships": [ { "spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-0" }""");
        for (var i = 1; i < 100_000; i++)
            chain.Append($$""", { "spdxElementId": "SPDXRef-{{i - 1}}", "relationshipType": "{{(i % 2 == 0 ? "CONTAINS" : "DEPENDS_ON")}}", "relatedSpdxElement": "SPDXRef-{{i}}" }, { "spdxElementId": "SPDXRef-{{i - 1}}", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-{{i}}" }""");
        chain.Append(" ] }");

        var (bom, _, notes) = SbomReader.Read(Encoding.UTF8.GetBytes(chain.ToString()));

        Assert.Equal(50_000, bom.Dependencies.Length);
        Assert.Contains("nested too deeply", Assert.Single(notes, note => note.Code == "SB9228").Text, StringComparison.Ordinal);
        Assert.All(SbomFormat.All, format => Assert.NotEmpty(format.Write(bom)));
    }
}
