using System.Text.Json;
using SecureBuild.Sbom;
using SecureBuild.Sbom.Check;

namespace SecureBuild.Core.Tests.Sbom;

[Collection(nameof(SbomSamples))]
public sealed class SbomCheckTests(SbomSamples samples)
{
    static readonly ProductIdentity s_product = new("Portal", "1.2.3", "A portal", new("株式会社セキュア", "https://secure.example", "sbom@secure.example"), new("株式会社セキュア", "https://secure.example"))
    {
        Authors = [new("品質保証部", Email: "qa@secure.example")],
        LicenceExpression = "Apache-2.0",
    };

    [Fact]
    public void Our_document_has_what_every_list_requires_of_its_packages_or_says_why_not()
    {
        var bom = SbomBuilder.Build(samples.Inputs("App", "net10.0"), s_product, Clock.From("1767225600")).Bom;
        var packages = bom.Components.Where(component => component.Purl?.StartsWith("pkg:nuget/", StringComparison.Ordinal) == true).Select(component => component.BomRef!).ToHashSet();
        Assert.True(packages.Count > 5);

        var missing = from list in SbomCheck.Of(bom)
                      from element in list.Elements
                      where element.Element.Need == "required" && element.Element.Test is not "signature"
                      from field in element.Lacking
                      where field.State == FieldState.Missing && (element.OfDocument || packages.Contains(field.Component))
                      select $"{list.List.Id} {element.Element.Id} {element.Element.Test} {field.Component}";
        Assert.Equal("", string.Join('\n', missing));
    }

    [Fact]
    public void Unknown_and_withheld_are_told_apart_from_nothing()
    {
        var bom = new Bom
        {
            Components =
            [
                new("library", "a", "A") { Version = "1", Supplier = new("Contoso") },
                new("library", "b", "B") { Version = "NOASSERTION", Supplier = new("withheld") },
                new("library", "c", "C") { Properties = [new("securebuild:supplier", "unknown:none-declared")] },
                new("library", "d", "D") { Version = "2" },
            ],
            Dependencies = [new("a", [])],
        };
        var ntia = Assert.Single(SbomCheck.Of(bom), list => list.List.Id == "ntia-2021");

        int[] Counts(string test) => [.. Enum.GetValues<FieldState>().Select(ntia.Elements.Single(element => element.Element.Test == test).Count)];
        Assert.Equal([1, 1, 1, 1], Counts("supplier"));
        Assert.Equal([2, 1, 0, 1], Counts("version"));
        Assert.Equal([1, 0, 0, 3], Counts("dependencies"));
        Assert.Equal([0, 0, 0, 1], Counts("timestamp"));
        Assert.Equal(["b", "c", "d"], ntia.Elements.Single(element => element.Element.Test == "supplier").Lacking.Select(field => field.Component));
        Assert.InRange(ntia.Required, 1, 99);
    }

    [Fact]
    public void Taking_any_field_away_shows_in_exactly_the_lists_that_ask_for_it()
    {
        var bom = SbomBuilder.Build(samples.Inputs("App", "net10.0"), s_product, Clock.From("1767225600")).Bom;
        var less = bom with { Components = [.. bom.Components.Select(component => component with { Licenses = [], Properties = [.. component.Properties.Where(property => !property.Name.StartsWith("securebuild:licence", StringComparison.Ordinal))] })] };

        Assert.Equal(Required(bom, "ntia-2021"), Required(less, "ntia-2021"));
        Assert.True(Required(less, "cisa-2026") < Required(bom, "cisa-2026"));
        Assert.True(Required(less, "bsi-tr-03183-2-2.1") < Required(bom, "bsi-tr-03183-2-2.1"));
        static int Required(Bom bom, string list) => SbomCheck.Of(bom).Single(result => result.List.Id == list).Required;
    }

    [Fact]
    public void Every_element_of_every_list_has_a_test_and_two_titles()
    {
        Assert.Equal(["ntia-2021", "cisa-2026", "bsi-tr-03183-2-2.1", "meti-2.0"], CheckList.All.Select(list => list.Id));
        Assert.All(CheckList.All.SelectMany(list => list.Elements), element =>
        {
            Assert.True(ElementTests.OfDocument.ContainsKey(element.Test) ^ ElementTests.OfComponent.ContainsKey(element.Test), element.Test);
            Assert.NotEqual("", element.Title.En);
            Assert.NotEqual("", element.Title.Ja);
            Assert.Contains(element.Need, new[] { "required", "additional", "optional" });
        });
        Assert.Equal(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9"],
            CheckList.All[1].Elements.Select(element => element.Id).Where(id => id[0] != 'P').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_report_speaks_both_languages_and_judges_in_none()
    {
        var results = SbomCheck.Of(new Bom { Components = [.. Enumerable.Range(0, 8).Select(n => new Component("library", $"c{n}", $"C{n}\u001b[31m"))] });
        var (english, japanese) = (CheckReport.Text(results, "en"), CheckReport.Text(results, "ja-JP"));

        Assert.Contains("Supplier: 0/8, missing 8", english, StringComparison.Ordinal);
        Assert.Contains("… 3", english, StringComparison.Ordinal);
        Assert.Contains("供給者: 0/8, 記載なし 8", japanese, StringComparison.Ordinal);
        foreach (var word in new[] { "compliant", "certified", "passed", "適合" })
            Assert.DoesNotContain(word, english + japanese, StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(CheckReport.Json(results));
        Assert.Equal(8, json.RootElement.GetProperty("lists")[0].GetProperty("elements")[0].GetProperty("missing").GetInt32());
        Assert.Equal("missing", json.RootElement.GetProperty("lists")[0].GetProperty("elements")[0].GetProperty("lacking")[7].GetProperty("state").GetString());
    }
}
