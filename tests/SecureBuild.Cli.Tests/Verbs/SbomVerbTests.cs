using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Sbom;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class SbomVerbTests
{
    [Theory]
    [InlineData("SPDX2.3", "SPDX-2.3")]
    [InlineData("spdx3.0.1", "spdx-context.jsonld")]
    [InlineData("CycloneDX1.6", "\"specVersion\": \"1.6\"")]
    public void Convert_writes_the_other_format_and_says_what_it_cannot_say(string format, string expected)
    {
        using var scratch = new Scratch();
        Write(scratch, "a.cdx.json", Web());

        var printed = Tool.Run("sbom", "convert", scratch["a.cdx.json"], "--to", format);
        var written = Tool.Run("sbom", "convert", scratch["a.cdx.json"], "--to", format, "--output", scratch["b.json"]);

        Assert.Equal((0, 0), (printed.ExitCode, written.ExitCode));
        Assert.Contains(expected, printed.Output);
        Assert.Equal(printed.Output, File.ReadAllText(scratch["b.json"]));
        Assert.Contains("warning SB9291", written.Error);
        Assert.Equal(0, Tool.Run("sbom", "diff", scratch["a.cdx.json"], scratch["b.json"]).ExitCode);
    }

    [Fact]
    public void Merge_lists_a_shared_component_once_connects_the_products_and_keeps_what_contradicts()
    {
        using var scratch = new Scratch();
        Write(scratch, "web.cdx.json", Web());
        Write(scratch, "records.cdx.json", Records());

        var result = Tool.Run("sbom", "merge", scratch["web.cdx.json"], scratch["records.cdx.json"], "--name", "Portal", "--product-version", "2", "--output", scratch["all.cdx.json"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 contradiction", result.Output);
        Assert.Contains("Json 13.0.3: supplier (web.cdx.json / records.cdx.json)", result.Output);
        var bom = SbomReader.ReadFile(scratch["all.cdx.json"]);
        Assert.Empty(bom.Notes);
        Assert.Equal(["Json", "Log", "Records", "Web"], bom.Bom.Components.Select(component => component.Name).Order());
        Assert.Equal(["Records", "Web"], On("Portal"));
        Assert.Equal(["Json", "Records"], On("Web"));
        Assert.Equal(["Json", "Log"], On("Records"));
        var json = bom.Bom.Components.Single(component => component.Name == "Json");
        Assert.Equal("James", json.Supplier!.Name);
        Assert.Contains(new("securebuild:merge:other-supplier", "Somebody else"), json.Properties);
        Assert.Equal("City", bom.Bom.Metadata.Component!.Supplier!.Name);

        IEnumerable<string> On(string name)
        {
            var components = bom.Bom.Components.Append(bom.Bom.Metadata.Component!).ToDictionary(component => component.BomRef!);
            return bom.Bom.Dependencies.Single(dependency => components[dependency.Ref].Name == name).DependsOn.Select(to => components[to].Name).Order();
        }
    }

    [Fact]
    public void A_merged_product_has_the_CPE_name_that_is_given_and_no_other()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["a.json"], """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": { "component": { "type": "application", "bom-ref": "a", "name": "A", "cpe": "cpe:2.3:a:part:a:1:*:*:*:*:*:*:*" } } }""");
        const string Cpe = @"cpe:2.3:a:example:r\&d_portal:2.0:*:*:*:*:*:*:*";

        Assert.Equal(0, Tool.Run("sbom", "merge", scratch["a.json"], "--name", "Portal", "--cpe", Cpe, "--output", scratch["all.cdx.json"]).ExitCode);
        var merged = JsonNode.Parse(File.ReadAllText(scratch["all.cdx.json"]))!;
        Assert.Equal(Cpe, (string?)merged["metadata"]!["component"]!["cpe"]);
        Assert.Equal("cpe:2.3:a:part:a:1:*:*:*:*:*:*:*", (string?)merged["components"]![0]!["cpe"]);

        var refused = Tool.Run("sbom", "merge", scratch["a.json"], "--name", "Portal", "--cpe", "cpe:/a:example:portal", "--output", scratch["none.cdx.json"]);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("SB9299", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch["none.cdx.json"]));
    }

    [Fact]
    public void Merging_documents_of_other_tools_loses_nothing_without_a_word()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["a.json"], """
            { "bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": { "component": { "type": "application", "bom-ref": "a", "name": "A" }, "licenses": [ { "license": { "id": "CC0-1.0" } } ] },
              "components": [ { "type": "library", "bom-ref": "x", "name": "X", "version": "1", "purl": "pkg:npm/x@1", "publisher": "One", "evidence": { "copyright": [ { "text": "(c) One" } ] } }, { "type": "library", "bom-ref": "y", "name": "Y" } ],
              "dependencies": [ { "ref": "x", "dependsOn": [ "s" ], "provides": [ "y" ] } ], "services": [ { "bom-ref": "s", "name": "S" } ], "properties": [ { "name": "made-by", "value": "us" } ] }
            """);
        File.WriteAllText(scratch["b.json"], """
            { "bomFormat": "CycloneDX", "specVersion": "1.4", "metadata": { "component": { "type": "application", "bom-ref": "b", "name": "B" }, "licenses": [ { "license": { "id": "CC0-1.0" } } ] },
              "components": [ { "type": "library", "bom-ref": "z", "name": "X", "version": "1", "purl": "pkg:npm/x@1", "publisher": "Two", "author": "Ann", "evidence": { "copyright": [ { "text": "(c) Two" } ] }, "releaseNotes": { "type": "major" } } ] }
            """);

        var result = Tool.Run("sbom", "merge", scratch["a.json"], scratch["b.json"], "--name", "AB", "--output", scratch["ab.cdx.json"]);

        Assert.Equal(0, result.ExitCode);
        var told = Assert.Single(result.Error.Split('\n'), line => line.Contains("SB9228", StringComparison.Ordinal));
        Assert.EndsWith("left out: components.evidence, dependencies.dependsOn (unknown bom-ref), properties, services.", told.TrimEnd());
        // A service is known to the document that it is in.
        Assert.DoesNotContain("SB9229", result.Error);
        var bom = JsonNode.Parse(File.ReadAllText(scratch["ab.cdx.json"]))!;
        var x = bom["components"]!.AsArray().Single(component => (string)component!["name"]! == "X")!;
        Assert.Equal(("(c) One", "major", "Ann"), ((string)x["evidence"]!["copyright"]![0]!["text"]!, (string)x["releaseNotes"]!["type"]!, (string)x["authors"]![0]!["name"]!));
        Assert.Contains("X 1: publisher (a.json / b.json)", result.Output);
        Assert.Contains(x["properties"]!.AsArray(), property => (string)property!["name"]! == "securebuild:merge:other-publisher" && (string)property["value"]! == "Two");
        Assert.Equal("y", (string?)bom["dependencies"]!.AsArray().Single(dependency => (string)dependency!["ref"]! == "x")!["provides"]![0]);
        Assert.Equal("CC0-1.0", (string?)bom["metadata"]!["licenses"]![0]!["license"]!["id"]);
    }

    [Fact]
    public void Merging_is_reproducible()
    {
        using var scratch = new Scratch();
        Write(scratch, "web.cdx.json", Web());
        Write(scratch, "records.cdx.json", Records());
        foreach (var output in (string[])["1.spdx3.json", "2.spdx3.json"])
            Assert.Equal(0, Tool.Run(["sbom", "merge", scratch["web.cdx.json"], scratch["records.cdx.json"], "--name", "Portal", "--output", scratch[output]], null, ("SOURCE_DATE_EPOCH", "1767225600")).ExitCode);

        Assert.Contains("spdx-context", File.ReadAllText(scratch["1.spdx3.json"]));
        Assert.Equal(File.ReadAllBytes(scratch["1.spdx3.json"]), File.ReadAllBytes(scratch["2.spdx3.json"]));
    }

    [Fact]
    public void Diff_tells_every_kind_of_difference_and_ends_with_1()
    {
        using var scratch = new Scratch();
        Write(scratch, "a.cdx.json", Web());
        var json = Web().Components.Single(component => component.Name == "Json");
        var other = Web() with
        {
            Components =
            [
                json with { Version = "13.0.4", Purl = "pkg:nuget/Json@13.0.4", Supplier = new("Jim"), Licenses = [new(Expression: "MIT-0")], Hashes = [new("SHA-512", new('d', 128))] },
                new("library", "new", "New") { Version = "1" },
            ],
            Dependencies = [new("web", ["new", json.BomRef!])],
        };
        Write(scratch, "b.cdx.json", other);

        var result = Tool.Run("sbom", "diff", scratch["a.cdx.json"], scratch["b.cdx.json"]);

        Assert.Equal(1, result.ExitCode);
        foreach (var line in (string[])["  + New 1", "  - Records 1", "  ~ Json", "      version: 13.0.3 → 13.0.4", "      supplier: James → Jim", "      licences: MIT → MIT-0", "  + Web → New", "  - Web → Records"])
            Assert.Contains(line + "\n", result.Output);
        Assert.Contains("hash SHA-512: ccc", result.Output);

        var machine = JsonNode.Parse(Tool.Run("sbom", "diff", scratch["a.cdx.json"], scratch["b.cdx.json"], "--json").Output)!;
        Assert.False((bool)machine["same"]!);
        Assert.Equal("13.0.4", (string?)machine["changed"]![0]!["fields"]!["version"]!["after"]);
        Assert.Equal(0, Tool.Run("sbom", "diff", scratch["a.cdx.json"], scratch["a.cdx.json"]).ExitCode);

        // Two products are not one that changed its version.
        Write(scratch, "other.cdx.json", Web() with { Metadata = Web().Metadata with { Component = Web().Metadata.Component! with { Name = "Shop" } } });
        Assert.Contains("      name: Web → Shop\n", Tool.Run("sbom", "diff", scratch["a.cdx.json"], scratch["other.cdx.json"]).Output);
    }

    [Fact]
    public void Query_shows_all_ways_shortest_first_and_says_when_it_cuts()
    {
        using var scratch = new Scratch();
        Write(scratch, "a.cdx.json", Web());

        var result = Tool.Run("sbom", "query", scratch["a.cdx.json"], "json");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Json 13.0.3\n  Web 1 → Json 13.0.3\n  Web 1 → Records 1 → Json 13.0.3\n", result.Output);
        Assert.Contains("only the 1 shortest", Tool.Run("sbom", "query", scratch["a.cdx.json"], "pkg:nuget/json@13.0.3", "--max", "1").Output);
        Assert.Equal(2, JsonNode.Parse(Tool.Run("sbom", "query", scratch["a.cdx.json"], "Json", "--json").Output)![0]!["paths"]!.AsArray().Count);

        var wrong = Tool.Run("sbom", "query", scratch["a.cdx.json"], "Jason");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("SB9651", wrong.Error);
        Assert.Contains("Did you mean 'Json'?", wrong.Error);
    }

    [Theory]
    [InlineData("CycloneDX1.6")]
    [InlineData("SPDX2.3")]
    [InlineData("SPDX3.0.1")]
    public void Check_counts_what_is_there_in_every_format_and_is_no_verdict(string format)
    {
        using var scratch = new Scratch();
        Write(scratch, "a.cdx.json", Web());
        Assert.Equal(0, Tool.Run("sbom", "convert", scratch["a.cdx.json"], "--to", format, "--output", scratch["b.json"]).ExitCode);

        var english = Tool.Run("sbom", "check", scratch["b.json"], "--list", "NTIA-2021");
        var japanese = Tool.Run("sbom", "check", scratch["b.json"], "--lang", "ja");
        var machine = JsonNode.Parse(Tool.Run("sbom", "check", scratch["b.json"], "--list", "ntia-2021", "--list", "meti-2.0", "--json").Output)!["lists"]!.AsArray();

        Assert.Equal((0, 0), (english.ExitCode, japanese.ExitCode));
        Assert.StartsWith("NTIA minimum elements 2021: required elements present ", english.Output);
        Assert.Contains("  ok      data-3  Component version: 3/3\n", english.Output);
        // SPDX 2.3 has a word for it: NOASSERTION.
        var (state, words) = format == "SPDX2.3" ? ("unknown", "said to be unknown") : ("missing", "missing");
        Assert.Contains($"  warning data-1  Supplier: 2/3, {words} 1\n", english.Output);
        Assert.EndsWith("It is no judgement of whether that is enough.\n", english.Output);
        Assert.DoesNotContain("BSI", english.Output);
        Assert.Contains("コンポーネント名: 3/3", japanese.Output);
        Assert.Contains("BSI", japanese.Output);
        Assert.EndsWith("適否の判断ではありません。\n", japanese.Output);
        Assert.Equal(["ntia-2021", "meti-2.0"], machine.Select(list => (string?)list!["id"]));
        Assert.Equal((3, 2, 1), ((int)Supplier()["total"]!, (int)Supplier()["present"]!, (int)Supplier()[state]!));
        Assert.Equal(state, (string?)Assert.Single(Supplier()["lacking"]!.AsArray())!["state"]);

        JsonNode Supplier() => machine[0]!["elements"]![0]!;
    }

    [Fact]
    public void Check_names_the_first_components_that_lack_something_or_all()
    {
        using var scratch = new Scratch();
        Write(scratch, "a.cdx.json", Of("Many", [.. Enumerable.Range(1, 8).Select(n => new Component("library", $"part{n}", $"Part{n}"))], []));

        var first = Tool.Run("sbom", "check", scratch["a.cdx.json"], "--list", "ntia-2021").Output;
        var all = Tool.Run("sbom", "check", scratch["a.cdx.json"], "--list", "ntia-2021", "--all").Output;

        Assert.Contains("Part5\n            … 3\n", first);
        Assert.DoesNotContain("Part8", first);
        Assert.Contains("Part8", all);
        Assert.DoesNotContain("…", all);
    }

    [Fact]
    public void A_list_that_is_none_is_wrong_use()
    {
        var result = Tool.Run("sbom", "check", "x.json", "--list", "ntia");

        Assert.Equal((64, ""), (result.ExitCode, result.Output));
        Assert.Contains("SB9652", result.Error);
        Assert.Contains("ntia-2021, ", result.Error);
    }

    [Fact]
    public void A_graph_with_more_ways_than_atoms_is_answered()
    {
        using var scratch = new Scratch();
        // Forty layers of four, each on all of the next, and a way back: 4^40 ways.
        var names = Enumerable.Range(0, 160).Select(n => $"n{n}").ToArray();
        Write(scratch, "dense.cdx.json", new()
        {
            Metadata = new() { Component = new("application", "root", "root") },
            Components = [.. names.Select(name => new Component("library", name, name)), new("library", "end", "end")],
            Dependencies =
            [
                new("root", [.. names[..4]]), new("end", ["root"]),
                .. names.Select((name, n) => new Dependency(name, n / 4 == 39 ? ["end", "n0"] : [.. names[((n / 4 + 1) * 4)..((n / 4 + 2) * 4)]])),
            ],
        });

        var result = Tool.Run("sbom", "query", scratch["dense.cdx.json"], "end");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("shortest ways are shown", result.Output);
        Assert.Contains("SB9290", result.Error);
    }

    [Theory]
    [InlineData("convert", "--to", "SPDX2.3")]
    [InlineData("query", "x", "--json")]
    [InlineData("check", "--json", null)]
    [InlineData("notices", "--format", "md")]
    [InlineData("diff", null, null)]
    public void What_is_no_bill_of_materials_ends_with_2_and_a_code(string verb, string? more, string? value)
    {
        using var scratch = new Scratch();
        scratch.Write("bad.json", "{ \"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\",\n  \"components\": 1 }");

        var result = Tool.Run([.. ((string?[])["sbom", verb, scratch["bad.json"], more ?? scratch["bad.json"], value]).OfType<string>()]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("bad.json(2,17): error SB9210: ", result.Error);
    }

    [Fact]
    public void A_format_that_is_none_is_wrong_use()
    {
        var result = Tool.Run("sbom", "convert", "x.json", "--to", "SWID");

        Assert.Equal(64, result.ExitCode);
        Assert.Contains("SB9650", result.Error);
        Assert.Contains("SPDX3.0.1", result.Error);
    }

    [Fact]
    public void Notices_are_printed_or_written_in_the_form_of_the_files_name_and_in_either_language()
    {
        using var scratch = new Scratch();
        Write(scratch, "web.cdx.json", Web());

        var printed = Tool.Run("sbom", "notices", scratch["web.cdx.json"]);
        Assert.Equal(0, printed.ExitCode);
        Assert.Contains("Json 13.0.3\n  Copyright: not known\n  Package URL: pkg:nuget/Json@13.0.3\n  Licence (declared by its authors): MIT\n", printed.Output);
        Assert.Contains("MIT: https://spdx.org/licenses/MIT.html", printed.Output);
        Assert.DoesNotContain("Records", printed.Output);

        Assert.Equal(0, Tool.Run("sbom", "notices", scratch["web.cdx.json"], "--lang", "ja", "-o", scratch["notices.html"]).ExitCode);
        Assert.Contains("<html lang=\"ja\">", File.ReadAllText(scratch["notices.html"]));
        Assert.Contains("第三者ソフトウェアに関する通知", File.ReadAllText(scratch["notices.html"]));
        Assert.StartsWith("# Third-party notices\n", Tool.Run("sbom", "notices", scratch["web.cdx.json"], "--format", "md").Output);
        Assert.Equal(64, Tool.Run("sbom", "notices", scratch["web.cdx.json"], "--format", "pdf").ExitCode);
    }

    static readonly Component s_json = new("library", "pkg:nuget/Json@13.0.3", "Json")
    {
        Version = "13.0.3", Purl = "pkg:nuget/Json@13.0.3", Supplier = new("James"), Licenses = [new(Expression: "MIT") { Acknowledgement = "declared" }], Hashes = [new("SHA-512", new('c', 128))],
    };

    static Bom Web() => Of("Web", [s_json, new("library", "project:Records", "Records") { Version = "1", Purl = "pkg:generic/Records@1" }],
        [new("project:Records", [s_json.BomRef!]), new(s_json.BomRef!, []), new("web", [s_json.BomRef!, "project:Records"])]);

    static Bom Records() => Of("Records", [s_json with { BomRef = "j", Supplier = new("Somebody else") }, new("library", "log", "Log") { Version = "2" }],
        [new("j", []), new("log", []), new("records", ["j", "log"])]);

    static Bom Of(string name, ImmutableArray<Component> components, ImmutableArray<Dependency> dependencies) => new()
    {
        Metadata = new()
        {
            Timestamp = "2026-01-01T00:00:00Z",
            Component = new("application", name.ToLowerInvariant(), name)
            {
                Version = "1", Purl = $"pkg:generic/{name}@1", Supplier = new("City") { Contact = [new("Desk", null, "+81 3 0000 0000")] },
                ExternalReferences = [new("patent", "https://example.jp/patent")],
            },
        },
        Components = components,
        Dependencies = dependencies,
        Compositions = [new("complete") { Dependencies = [.. dependencies.Select(dependency => dependency.Ref)] }],
    };

    static void Write(Scratch scratch, string name, Bom bom) => File.WriteAllBytes(scratch[name], SbomFormat.CycloneDx17.Write(bom));
}
