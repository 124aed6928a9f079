using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Sbom;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Sbom;

[Collection(nameof(SbomSamples))]
public sealed class SbomFormatTests(SbomSamples samples)
{
    [Theory]
    [InlineData("1.7")]
    [InlineData("1.6")]
    public async Task CycloneDX_documents_are_valid_by_the_official_schema(string version)
    {
        var result = await NodeTools.RunAsync("cyclonedx-validate.mjs", [version, .. Written(version == "1.6" ? SbomFormat.CycloneDx16 : SbomFormat.CycloneDx17)]);

        Assert.True(result.ExitCode == 0, result.ToString());
    }

    [Theory]
    [InlineData("2.3")]
    [InlineData("3.0.1")]
    public async Task SPDX_documents_are_valid_by_the_official_schema(string version)
    {
        var schema = SpdxSchema.Find(version);
        Assert.SkipWhen(schema is null, SpdxSchema.Missing);

        var result = await NodeTools.RunAsync("spdx-validate.mjs", [schema!, .. Written(version == "2.3" ? SbomFormat.Spdx23 : SbomFormat.Spdx301)]);

        Assert.True(result.ExitCode == 0, result.ToString());
    }

    [Fact]
    public async Task The_judge_of_SPDX_finds_a_violation()
    {
        var schema = SpdxSchema.Find("3.0.1");
        Assert.SkipWhen(schema is null, SpdxSchema.Missing);
        var file = Path.Combine(samples.Folder, "wrong.spdx3.json");
        File.WriteAllText(file, Encoding.UTF8.GetString(SbomFormat.Spdx301.Write(SampleBoms.Everything)).Replace("\"hashValue\"", "\"hashvalue\"", StringComparison.Ordinal));

        Assert.Equal(3, (await NodeTools.RunAsync("spdx-validate.mjs", schema!, file)).ExitCode);
    }

    [Fact]
    public void Every_SPDX_element_is_named_once_and_every_relationship_leads_to_one()
    {
        foreach (var (name, bom) in SampleBoms.Of(samples))
        {
            var spdx2 = JsonNode.Parse(SbomFormat.Spdx23.Write(bom))!;
            var ids = (spdx2["packages"]?.AsArray() ?? []).Select(package => (string)package!["SPDXID"]!).Append("SPDXRef-DOCUMENT").ToArray();
            Assert.Equal(ids.Length, ids.Distinct().Count());
            Assert.All(spdx2["relationships"]!.AsArray(), relation => Assert.Contains((string)relation!["relatedSpdxElement"]!, ids.Append("NONE").Append("NOASSERTION")));

            var graph = JsonNode.Parse(SbomFormat.Spdx301.Write(bom))!["@graph"]!.AsArray();
            var iris = graph.Select(element => (string?)element!["spdxId"]).OfType<string>().ToArray();
            Assert.Equal(iris.Length, iris.Distinct().Count());
            var known = iris.Concat(["NoneElement", "NoAssertionElement", "expandedlicensing_NoAssertionLicense"]).ToHashSet();
            Assert.All(graph.Where(element => element!["to"] is not null), element =>
                Assert.All(element!["to"]!.AsArray().Append(element["from"]), target => Assert.True(known.Contains((string)target!), $"{name}: {target}")));
        }
    }

    [Fact]
    public void Build_tools_completeness_and_licences_are_said_in_SPDX_too()
    {
        var spdx2 = JsonNode.Parse(SbomFormat.Spdx23.Write(SampleBoms.Everything))!;
        var relations = spdx2["relationships"]!.AsArray().Select(relation => $"{relation!["spdxElementId"]} {relation["relationshipType"]} {relation["relatedSpdxElement"]}").ToArray();
        Assert.Contains("SPDXRef-tool DEV_DEPENDENCY_OF SPDXRef-root", relations);
        Assert.Contains("SPDXRef-tool DEPENDS_ON NONE", relations);
        Assert.Contains("SPDXRef-framework DEPENDS_ON NOASSERTION", relations);
        Assert.Contains("SPDXRef-root CONTAINS SPDXRef-file-Portal.dll", relations);
        var root = spdx2["packages"]![0]!;
        Assert.Equal(("Apache-2.0 OR MIT", "MIT", "Organization: Secure Inc (sbom@secure.example)"), ((string?)root["licenseDeclared"], (string?)root["licenseConcluded"], (string?)root["supplier"]));
        Assert.Equal(["LicenseRef-A-Licence-1.0", "LicenseRef-B-Licence", "LicenseRef-Tool", "LicenseRef-A-Licence-1.0-2"], spdx2["hasExtractedLicensingInfos"]!.AsArray().Select(licence => (string?)licence!["licenseId"]));

        var spdx3 = JsonNode.Parse(SbomFormat.Spdx301.Write(SampleBoms.Everything))!["@graph"]!.AsArray();
        Assert.Contains(spdx3, element => (string?)element!["scope"] == "development" && ((string)element["to"]![0]!).EndsWith("#SPDXRef-tool", StringComparison.Ordinal));
        Assert.Contains(spdx3, element => (string?)element!["type"] == "software_File" && (string?)element["software_additionalPurpose"]?[0] == "executable");
    }

    [Fact]
    public void What_a_format_cannot_say_is_told()
    {
        var losses = new SbomLosses();
        SbomFormat.Spdx23.Write(SampleBoms.Everything, losses);
        Assert.Contains(("components.hashes", 1), losses.All);

        losses = new();
        SbomFormat.CycloneDx16.Write(SampleBoms.Everything, losses);
        Assert.Contains(("externalReferences.type", 1), losses.All);
    }

    [Theory]
    [InlineData(null, "CycloneDX1.7", "")]
    [InlineData("CycloneDX1.7", "CycloneDX1.7", "")]
    [InlineData("spdx-2.3", "SPDX2.3", "")]
    [InlineData("xml", "CycloneDX1.7", "xml")]
    [InlineData(" spdx2.3 ; SPDX3.0.1;SPDX2.3; ", "SPDX2.3,SPDX3.0.1", "")]
    [InlineData("SPDX;CycloneDX1.6;xml", "CycloneDX1.6", "SPDX,xml")]
    public void The_formats_asked_for_are_read(string? property, string chosen, string unknown)
    {
        var formats = SbomFormats.Of(property);

        Assert.Equal(chosen, string.Join(',', formats.Chosen.Select(format => format.Name)));
        Assert.Equal(unknown, string.Join(',', formats.Unknown));
    }

    string[] Written(SbomFormat format) =>
    [
        .. SampleBoms.Of(samples).Select(sample =>
        {
            var file = Path.Combine(samples.Folder, sample.Name + format.Suffix);
            var bytes = format.Write(sample.Bom);
            Assert.Equal(bytes, format.Write(sample.Bom));
            AtomicFile.Write(file, bytes);
            return file;
        }),
    ];
}
