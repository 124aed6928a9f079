using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

[Collection(nameof(SbomSamples))]
public sealed class SbomRoundTripTests(SbomSamples samples)
{
    [Theory]
    [InlineData("CycloneDX1.7")]
    [InlineData("CycloneDX1.6")]
    [InlineData("SPDX2.3")]
    [InlineData("SPDX3.0.1")]
    public void What_identifies_and_describes_a_component_survives_every_format(string format)
    {
        foreach (var (name, bom) in SampleBoms.Of(samples))
        {
            var read = SbomReader.Read(SbomFormat.Find(format)!.Write(bom), name);

            Assert.Equal(Facts(bom), Facts(read.Bom));
            Assert.Equal(Edges(bom), Edges(read.Bom));
            Assert.DoesNotContain(read.Notes, note => note.Code == "SB9229");
            Assert.Equal(bom.SerialNumber ?? read.Bom.SerialNumber, read.Bom.SerialNumber);
        }
    }

    [Fact]
    public void A_document_that_is_written_already_is_named_after_the_same_content()
    {
        var names = new Bom { Dependencies = [new("\"", ["a\": b", "\\", "\\\": ", ": ", "\"serialNumber\": \"x\""])], Properties = [new("\": ", "  \"timestamp\": \"\n")] };
        foreach (var (_, bom) in SampleBoms.Of(samples).Append(("names", names)))
        {
            var finished = bom with { Metadata = bom.Metadata with { Timestamp = "2026-01-01T00:00:00Z" } };
            var written = CycloneDxJson.Indented(finished with { SerialNumber = SerialNumber.Pending });

            var serial = SerialNumber.Put(written);

            Assert.Equal(SerialNumber.Of(bom with { SerialNumber = null, Metadata = bom.Metadata with { Timestamp = null } }), serial);
            Assert.Equal(CycloneDxJson.Indented(finished with { SerialNumber = serial }), written);
        }
    }

    [Fact]
    public void Nothing_is_lost_from_CycloneDX_to_CycloneDX()
    {
        foreach (var (name, bom) in SampleBoms.Of(samples))
        {
            var written = SbomFormat.CycloneDx17.Write(bom);
            var again = SbomReader.Read(written, name);
            Assert.Equal(written, SbomFormat.CycloneDx17.Write(again.Bom));
            Assert.DoesNotContain(again.Notes, note => note.Code == "SB9228");
        }
    }

    [Fact]
    public void A_second_trip_changes_nothing_more()
    {
        foreach (var format in SbomFormat.All)
        {
            var once = SbomReader.Read(format.Write(SampleBoms.Everything)).Bom;
            Assert.Equal(format.Write(once), format.Write(SbomReader.Read(format.Write(once)).Bom));
        }
    }

    [Fact]
    public void Completeness_survives()
    {
        foreach (var format in SbomFormat.All)
        {
            var read = SbomReader.Read(format.Write(SampleBoms.Everything)).Bom.Compositions;
            Assert.Contains(read, composition => composition.Aggregate == "incomplete" && composition.Assemblies.Contains("root"));
            Assert.Contains(read, composition => composition.Aggregate == "complete" && composition.Dependencies.Contains("tool"));
            Assert.Contains(read, composition => composition.Aggregate == "unknown" && composition.Dependencies.Contains("framework"));
        }
    }

    static IEnumerable<string> Facts(Bom bom) => All(bom).Select(component => string.Join(" | ",
        component.BomRef, component.Type, component.Group, component.Name, component.Version, component.VersionRange, component.IsExternal, component.Purl, component.Cpe, component.Scope,
        component.Supplier?.Name, component.Copyright, component.Description,
        string.Join(',', component.Hashes.Where(hash => !hash.Alg.StartsWith("Streebog", StringComparison.Ordinal)).Select(hash => $"{hash.Alg}:{hash.Content}")),
        Licences(component), string.Join(',', component.Properties.Select(property => $"{property.Name}={property.Value}")))).Order(StringComparer.Ordinal);

    // Several licences side by side are one expression in SPDX.
    static string Licences(Component component)
    {
        var all = new SpdxLicences();
        return $"{all.Declared(component)} / {all.Concluded(component)}: {string.Join(", ", all.Refs.Select(licence => licence.Text))}";
    }

    static IEnumerable<string> Edges(Bom bom) => bom.Dependencies.Select(dependency => $"{dependency.Ref} -> {string.Join(", ", dependency.DependsOn)}").Order(StringComparer.Ordinal);

    static IEnumerable<Component> All(Bom bom)
    {
        return (bom.Metadata.Component is { } root ? Nested([root]) : []).Concat(Nested(bom.Components));

        static IEnumerable<Component> Nested(IEnumerable<Component> components) => components.SelectMany(component => Nested(component.Components).Prepend(component));
    }
}
