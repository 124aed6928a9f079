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
    public void Our_document_has_what_every_list_requires_of_every_component_or_says_why_not()
    {
        var bom = SbomBuilder.Build(samples.Inputs("App", "net10.0"), s_product, Clock.From("1767225600")).Bom;

        var missing = from list in SbomCheck.Of(Read(bom))
                      from element in list.Elements
                      where element.Element.Need == "required" && element.Element.Test is not "signature"
                      from field in element.Lacking
                      where field.State is FieldState.Missing or FieldState.Unfit
                      select $"{list.List.Id} {element.Element.Id} {element.Element.Test} {field.Component}";
        Assert.True(!missing.Any(), string.Join('\n', missing));
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
        var ntia = Assert.Single(SbomCheck.Of(Read(bom)), list => list.List.Id == "ntia-2021");

        int[] Counts(string test) => [.. Enum.GetValues<FieldState>().Select(ntia.Elements.Single(element => element.Element.Test == test).Count)];
        Assert.Equal([1, 0, 1, 1, 1], Counts("supplier"));
        Assert.Equal([2, 0, 1, 0, 1], Counts("version"));
        Assert.Equal([1, 0, 0, 0, 3], Counts("dependencies"));
        Assert.Equal([0, 0, 0, 0, 1], Counts("timestamp"));
        Assert.Equal(["B NOASSERTION", "C", "D 2"], ntia.Elements.Single(element => element.Element.Test == "supplier").Lacking.Select(field => field.Component));
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
        static int Required(Bom bom, string list) => SbomCheck.Of(Read(bom)).Single(result => result.List.Id == list).Required;
    }

    [Fact]
    public void Every_element_of_every_list_has_a_test_and_two_titles()
    {
        Assert.Equal(["ntia-2021", "cisa-2026", "bsi-tr-03183-2-2.1", "meti-2.0"], CheckList.All.Select(list => list.Id));
        Assert.All(CheckList.All.SelectMany(list => list.Elements), element =>
        {
            Assert.True(ElementTests.OfDocument.ContainsKey(element.Test) ^ ElementTests.OfComponent.ContainsKey(element.Test) ^ element.Test is ElementTests.Outside or ElementTests.Unknowns, element.Test);
            Assert.Equal(element.Need == "outside", element.Test == ElementTests.Outside);
            Assert.NotEqual("", element.Title.En);
            Assert.NotEqual("", element.Title.Ja);
            Assert.Contains(element.Need, new[] { "required", "additional", "optional", "outside" });
        });
        Assert.All(CheckList.All, list => Assert.Equal(list.Elements.Length, list.Elements.Select(element => element.Id).Distinct().Count()));
        Assert.Equal(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "P1", "P2", "P3", "P4", "P5", "P6"],
            CheckList.All[1].Elements.Select(element => element.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_report_speaks_both_languages_and_judges_in_none()
    {
        var results = SbomCheck.Of(Read(new Bom { Components = [.. Enumerable.Range(0, 8).Select(n => new Component("library", $"c{n}", $"C{n}\u001b[31m"))] }));
        var (english, japanese) = (CheckReport.Text(results, "en"), CheckReport.Text(results, "ja-JP"));

        Assert.Contains("Supplier: 0/8, missing 8", english, StringComparison.Ordinal);
        Assert.Contains("… 3", english, StringComparison.Ordinal);
        Assert.Contains("供給者: 0/8, 記載なし 8", japanese, StringComparison.Ordinal);
        foreach (var word in new[] { "compliant", "certified", "passed", "適合" })
            Assert.DoesNotContain(word, english + japanese, StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(CheckReport.Json(results, "ja"));
        Assert.Equal("供給者", json.RootElement.GetProperty("lists")[0].GetProperty("elements")[0].GetProperty("title").GetString());
        Assert.Equal(8, json.RootElement.GetProperty("lists")[0].GetProperty("elements")[0].GetProperty("missing").GetInt32());
        Assert.Equal("missing", json.RootElement.GetProperty("lists")[0].GetProperty("elements")[0].GetProperty("lacking")[7].GetProperty("state").GetString());
    }

    [Fact]
    public void Files_and_components_inside_others_count()
    {
        var bom = new Bom
        {
            Components =
            [
                new("library", "outer", "Outer")
                {
                    Version = "1",
                    Supplier = new("Contoso"),
                    Components =
                    [
                        new("file", "file", "outer.dll") { Hashes = [new("SHA-256", new('a', 64))] },
                        new("file", "bare", "bare.dll"),
                        new("library", "inner", "Inner") { Components = [new("library", "innermost", "Innermost")] },
                    ],
                },
            ],
        };
        var cisa = SbomCheck.Of(Read(bom)).Single(list => list.List.Id == "cisa-2026");

        // A file's supplier is that of what it is in; its digest is its own.
        Assert.Equal(["Inner", "Innermost"], Lacking("producer"));
        Assert.Equal(["Outer 1", "bare.dll", "Inner", "Innermost"], Lacking("hash"));
        Assert.Equal(5, cisa.Elements.Single(element => element.Element.Test == "name").Total);
        string[] Lacking(string test) => [.. cisa.Elements.Single(element => element.Element.Test == test).Lacking.Select(field => field.Component)];
    }

    [Fact]
    public void A_value_that_a_list_does_not_take_is_told_apart_from_one_that_is_not_there()
    {
        var bom = new Bom
        {
            Components =
            [
                new("library", "a", "A") { Hashes = [new("MD5", new('a', 32))], Properties = [new("bsi:component:structured", "structured"), new("bsi:component:archive", "yes")] },
                new("library", "b", "B") { Hashes = [new("SHA-1", new('b', 40)), new("SHA-512", new('b', 128))], Properties = [new("bsi:component:structured", "unstructured"), new("bsi:component:archive", "unknown: not looked at")] },
                new("library", "c", "C") { Properties = [new("bsi:component:structured", "withheld")] },
            ],
        };
        var lists = SbomCheck.Of(new SbomDocument(bom, "CycloneDX 1.4", []));

        Assert.Equal([FieldState.Unfit, FieldState.Missing], States("hash-algorithm"));
        Assert.Equal([FieldState.Withheld], States("structured"));
        Assert.Equal([FieldState.Unfit, FieldState.Unknown, FieldState.Missing], States("archive"));
        Assert.Equal([FieldState.Unfit], States("format-version"));
        Assert.Equal([FieldState.Unfit], States("format-bsi"));
        Assert.Empty(SbomCheck.Of(Read(bom)).SelectMany(list => list.Elements).First(element => element.Element.Test == "format-version").Lacking);
        Assert.Contains("there but not as asked for 1", CheckReport.Text(lists, "en"), StringComparison.Ordinal);
        FieldState[] States(string test) => [.. lists.SelectMany(list => list.Elements).First(element => element.Element.Test == test).Lacking.Select(field => field.State)];
    }

    [Fact]
    public void What_is_missing_without_a_word_shows_and_what_is_said_to_be_unknown_does_not()
    {
        var complete = new Component("library", "a", "A") { Version = "1", Supplier = new("Contoso"), Purl = "pkg:generic/a@1" };
        var bom = new Bom { Components = [complete, complete with { BomRef = "b", Name = "B", Supplier = new("unknown") }, complete with { BomRef = "c", Name = "C", Supplier = null }], Dependencies = [new("a", []), new("b", []), new("c", [])] };
        var unknowns = SbomCheck.Of(Read(bom)).Single(list => list.List.Id == "ntia-2021").Elements.Single(element => element.Element.Test == "unknowns");

        Assert.Equal(["C 1"], unknowns.Lacking.Select(field => field.Component));
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Documents_of_other_makers_are_counted_by_what_they_say(string name, string list, string expected)
    {
        var document = SbomReader.Read((byte[])typeof(ForeignSboms).GetProperty(name)!.GetValue(null)!);
        var result = SbomCheck.Of(document).Single(result => result.List.Id == list);

        var found = string.Join(' ', result.Elements.Where(element => !element.IsOutside && !element.Lacking.IsEmpty)
            .Select(element => $"{element.Element.Test}:{string.Join('/', Enum.GetValues<FieldState>().Select(element.Count))}"));
        Assert.True(expected == found, found);
    }

    /// <summary>What lacks: element and how many are present, unfit, unknown, withheld, missing.</summary>
    public static TheoryData<string, string, string> Foreign => new()
    {
        { nameof(ForeignSboms.CycloneDx14), "ntia-2021", "supplier:0/0/0/0/4 version:3/0/0/0/1 identifiers:2/0/0/0/2 dependencies:2/0/0/0/2 coverage:0/0/0/0/1 unknowns:0/0/0/0/4" },
        { nameof(ForeignSboms.Spdx22), "ntia-2021", "supplier:1/0/0/0/2 version:2/0/0/0/1 identifiers:1/0/0/0/2 dependencies:1/0/0/0/2 coverage:0/0/0/0/1 unknowns:1/0/0/0/3" },
        { nameof(ForeignSboms.Spdx22), "cisa-2026", "signature:0/0/0/0/1 format-version:0/1/0/0/0 context:0/0/0/0/1 producer:1/0/0/0/2 dependencies:1/0/0/0/2 hash:2/0/0/0/2 hash-algorithm:0/2/0/0/2 identifiers:1/0/0/0/2 version:2/0/0/0/1 coverage:0/0/0/0/1 unknowns:1/0/0/0/3 format-version:0/1/0/0/0" },
        { nameof(ForeignSboms.Spdx3), "bsi-tr-03183-2-2.1", "creator:0/0/0/0/2 version:1/0/0/0/1 filename:0/0/0/0/2 dependencies:1/0/0/0/1 completeness:0/0/0/0/2 licence-concluded:1/0/0/0/1 deployable-hash:0/1/0/0/1 executable:0/0/0/0/2 archive:0/0/0/0/2 structured:0/0/0/0/2 source-uri:1/0/0/0/1 deployable-uri:0/0/0/0/2 identifiers:1/0/0/0/1 licence-declared:1/0/1/0/0 effective-licence:0/0/0/0/2 source-hash:0/0/0/0/2 security-txt:0/0/0/0/1" },
        { nameof(ForeignSboms.ScannerCycloneDx16), "cisa-2026", "author:0/0/0/0/1 signature:0/0/0/0/1 context:0/0/0/0/1 producer:0/0/1/0/4 dependencies:2/0/0/0/3 hash:1/0/0/0/4 hash-algorithm:0/1/0/0/4 identifiers:2/0/0/0/3 licence:1/0/1/0/3 version:3/0/0/0/2 coverage:0/0/1/0/0 unknowns:0/0/0/0/5" },
    };

    static SbomDocument Read(Bom bom) => new(bom, "CycloneDX 1.7", []);
}
