using System.Collections.Immutable;
using SecureBuild.Notices;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

[Collection(nameof(SbomSamples))]
public sealed class TestProjectTests(SbomSamples samples)
{
    [Fact]
    public void What_only_a_test_project_brings_is_no_part_of_the_product()
    {
        var tests = SbomBuilder.Build(samples.Inputs("App", "net10.0").With("IsTestProject", "true"), new("App", "1.2.3"), Clock.From("1767225600")).Bom;
        Assert.Equal("required", Scope(tests, "Microsoft.Data.Sqlite.Core"));
        var product = samples.Build("Lib").Bom;

        foreach (var parts in (ImmutableArray<MergePart>[])[[new("tests", tests), new("product", product)], [new("product", product), new("tests", tests)]])
        {
            var whole = SbomMerge.Of(parts, "Portal", "1", Clock.From("1767225600")).Bom;
            Assert.Equal("excluded", Scope(whole, "Microsoft.Data.Sqlite.Core"));
            Assert.Equal("excluded", Scope(whole, "App"));
            Assert.Equal("required", Scope(whole, "Newtonsoft.Json"));
            Assert.Equal(["Newtonsoft.Json"], ThirdPartyNotices.Of(whole).Components.Select(component => component.Title.Split(' ')[0]));
        }

        var both = SbomMerge.Of([new("app", samples.Build("App").Bom), new("product", product)], "Portal", "1", Clock.From("1767225600")).Bom;
        Assert.Equal("required", Scope(both, "Microsoft.Data.Sqlite.Core"));
    }

    static string? Scope(Bom bom, string name) => bom.Components.Single(component => component.Name == name).Scope;
}
