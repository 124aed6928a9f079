using System.Text;
using SecureBuild.Configuration;
using SecureBuild.Licences;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Licences;

[Collection(nameof(SbomSamples))]
public sealed class LicencePolicyTests(SbomSamples samples)
{
    [Theory]
    [InlineData("MIT", LicenceVerdict.Allowed)]
    [InlineData("ISC", LicenceVerdict.NotListed)]
    [InlineData("LGPL-3.0-only", LicenceVerdict.Review)]
    [InlineData("GPL-3.0-only", LicenceVerdict.Denied)]
    [InlineData("GPL-3.0-only OR MIT", LicenceVerdict.Allowed)]
    [InlineData("GPL-3.0-only AND MIT", LicenceVerdict.Denied)]
    [InlineData("(GPL-3.0-only OR LGPL-3.0-only) AND MIT", LicenceVerdict.Review)]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0", LicenceVerdict.Allowed)]
    [InlineData("GPL-2.0-only", LicenceVerdict.NotListed)]
    [InlineData("ISC AND Zlib", LicenceVerdict.Allowed)]
    [InlineData(null, LicenceVerdict.Review)]
    [InlineData("https://example.com/terms", LicenceVerdict.Review)]
    public void Of_a_choice_the_better_counts_and_of_a_sum_the_worse(string? licence, LicenceVerdict verdict) =>
        Assert.Equal(verdict, new LicencePolicy(["MIT", "GPL-2.0-only WITH Classpath-exception-2.0", "ISC AND Zlib"], ["LGPL-3.0-only", "unknown"], ["GPL-3.0-only"]).Of(licence));

    [Fact]
    public void Without_a_list_of_what_is_taken_everything_else_is() =>
        Assert.Equal(LicenceVerdict.Allowed, new LicencePolicy([], [], ["GPL-3.0-only"]).Of("ISC"));

    [Fact]
    public void A_denied_licence_is_a_warning_with_the_path_that_brings_the_package_in()
    {
        var policy = new PackagePolicy(new([], [], ["MIT"]), [], "securebuild.json");
        var problems = SbomBuilder.Build(samples.Inputs("App", "net10.0"), new("App", "1.2.3"), Clock.From("0"), policy).Problems;

        var problem = Assert.Single(problems, problem => problem.Text.Contains("Newtonsoft.Json 13.0.3 is under MIT", StringComparison.Ordinal));
        Assert.Equal(("SB9230", ProblemLevel.Warning, "securebuild.json"), (problem.Code, problem.Level, problem.File));
        Assert.Contains("App > Lib 1.0.0 > Newtonsoft.Json 13.0.3", problem.Text, StringComparison.Ordinal);
        // What only the build uses is nobody's to deliver.
        Assert.DoesNotContain(problems, problem => problem.Text.Contains("Meziantou", StringComparison.Ordinal));
    }

    [Fact]
    public void A_registered_supplier_takes_the_place_of_what_the_package_says()
    {
        var policy = new PackagePolicy(null, [new(["Newtonsoft.*"], new("登録済み株式会社", "https://example.jp"))], null);
        var package = SbomBuilder.Build(samples.Inputs("App", "net10.0"), new("App", "1.2.3"), Clock.From("0"), policy).Bom.Components.Single(component => component.Name == "Newtonsoft.Json");

        Assert.Equal("登録済み株式会社", package.Supplier!.Name);
        Assert.Contains(new("securebuild:supplier", "register"), package.Properties);
        Assert.Equal("James Newton-King", package.Manufacturer!.Name);
    }

    [Fact]
    public void The_configuration_holds_lists_and_register()
    {
        var read = Read("""
            { "licences": { "allow": ["mit", "GPL-2.0+ OR ISC"], "review": ["unknown"], "deny": ["LicenseRef-Contoso"] },
              "suppliers": [ { "packages": ["Contoso.*", "Fabrikam"], "name": "Contoso", "url": "https://contoso.example" } ] }
            """);

        Assert.Empty(read.Problems);
        Assert.Equal(["MIT", "GPL-2.0-or-later OR ISC"], read.Configuration!.Licences!.Allow);
        Assert.True(read.Configuration.Suppliers[0].Covers("contoso.core"));
        Assert.True(read.Configuration.Suppliers[0].Covers("Fabrikam"));
        Assert.False(read.Configuration.Suppliers[0].Covers("Fabrikam.Core"));
    }

    [Theory]
    [InlineData("""{ "licences": { "deny": [ "Apache 2.0" ] } }""", "SB9120")]
    [InlineData("""{ "licences": { "deny": [ 7 ] } }""", "SB9120")]
    [InlineData("""{ "licences": { "deny": [ "MIT" ], "allow": [ "MIT" ] } }""", "SB9121")]
    [InlineData("""{ "licences": [] }""", "SB9102")]
    [InlineData("""{ "licences": { "forbid": [] } }""", "SB9103")]
    [InlineData("""{ "suppliers": [ { "packages": ["A"] } ] }""", "SB9122")]
    [InlineData("""{ "suppliers": [ 1 ] }""", "SB9102")]
    public void A_mistake_in_them_is_told(string json, string code) => Assert.Equal([code], Read(json).Problems.Select(problem => problem.Code));

    static ConfigurationResult Read(string json) => ProjectConfigurationFile.Read("securebuild.json", Encoding.UTF8.GetBytes(json));
}
