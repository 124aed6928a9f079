using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Core.Tests.Assessment;

namespace SecureBuild.Core.Tests.Catalogues;

public sealed class CatalogueTests
{
    public static TheoryData<string> Files => [.. EmbeddedFile.Lines("Catalogues/catalogues.txt").Select(line => line.Split(' ')[^1])];

    public static TheoryData<string> Ids => [.. CatalogueLibrary.All.Select(catalogue => catalogue.Id)];

    [Fact]
    public void The_SSDF_is_complete()
    {
        var ssdf = CatalogueLibrary.ById("nist-ssdf")!;
        Assert.Equal((4, 19, 42), (ssdf.Controls.Count(c => c.Kind == "group"), ssdf.Controls.Count(c => c.Kind == "practice"), ssdf.Controls.Count(c => c.Kind == "task")));
        Assert.Equal((5, 21, 16), (Tasks(Automation.Auto), Tasks(Automation.Mixed), Tasks(Automation.Human)));

        int Tasks(Automation automation) => ssdf.Controls.Count(control => control.Kind == "task" && control.Automation == automation);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_control_has_one_id_a_known_parent_known_facts_and_known_tasks(string id)
    {
        var catalogue = CatalogueLibrary.ById(id)!;
        var ids = catalogue.Controls.Select(control => control.Id).ToArray();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var control in catalogue.Controls)
        {
            Assert.True(control.Parent is null || catalogue[control.Parent] is not null, control.Id);
            Assert.All(control.Evidence, fact => Assert.True(CatalogueLibrary.Facts.ContainsKey(fact), fact));
            Assert.All(control.Ssdf, task => Assert.NotNull(CatalogueLibrary.ById("nist-ssdf")![task]));
            Assert.True(IsBoth(control.Title) && IsBoth(control.Summary), control.Id);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_rule_is_of_a_control_that_a_build_can_judge_and_speaks_both_languages(string id)
    {
        var rules = CatalogueLibrary.ShippedById(id)!.Assessed.Rules;
        foreach (var (control, list) in rules.Controls)
        {
            Assert.True(rules.Catalogue[control] is { Automation: Automation.Auto or Automation.Mixed }, control);
            Assert.All(list, rule => Assert.True(CatalogueLibrary.Facts.ContainsKey(rule.Fact) && rule.When.Length > 0 && IsBoth(rule.Shows) && IsBoth(rule.Fails), rule.Fact));
        }
    }

    [Fact]
    public void No_file_that_travels_in_the_assembly_says_something_twice()
    {
        var assembly = typeof(CatalogueLibrary).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).ToArray();
        Assert.Contains("SecureBuild.Evidence.gaps.json", names);
        foreach (var name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            // Throws where a name occurs twice: builds do not look.
            using var document = JsonDocument.Parse(stream, CanonicalJson.Strict);
            Assert.True(document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array, name);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rule_files_hold_no_unused_rule_and_name_their_catalogue(string name)
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes($"Catalogues/{name}.rules.json"), CanonicalJson.Strict);
        var root = document.RootElement;
        var used = root.GetProperty("controls").EnumerateObject().SelectMany(control => control.Value.EnumerateArray()).Select(use => use.GetProperty("rule").GetString()).ToHashSet();

        Assert.Equal(used.Order(), root.GetProperty("rules").EnumerateObject().Select(rule => rule.Name).Order());
        Assert.Equal(root.GetProperty("version").GetString(), CatalogueLibrary.ById(root.GetProperty("framework").GetString()!)!.Version);
    }

    [Fact]
    public void Every_fact_says_what_it_shows_and_does_not_show_in_both_languages() =>
        Assert.All(CatalogueLibrary.Facts.Values, fact => Assert.True(IsBoth(fact.Title) && IsBoth(fact.Shows) && IsBoth(fact.DoesNotShow), fact.Id));

    [Fact]
    public void Only_the_draft_is_not_settled() =>
        Assert.Equal(["nist-ssdf-draft"], CatalogueLibrary.All.Where(catalogue => !catalogue.CanBeSigned).Select(catalogue => catalogue.Id));

    [Theory]
    [InlineData("jp-cyber-infra-provider", "u-1.coding", true)]
    [InlineData("jp-cyber-infra-provider", "(1)-1", false)]
    [InlineData("meti-sbom-guide", "2.1", true)]
    [InlineData("cisa-sbom-minimum-elements", "M1", true)]
    [InlineData("cisa-ssda-common-form", "III.notify", true)]
    [InlineData("cisa-ssda-common-form", "III.1.a", false)]
    [InlineData("nist-csf", "GV.SC-01", false)]
    [InlineData("eu-cra-annex-i", "I.2k", false)]
    public void An_id_that_is_ours_is_known_to_be(string catalogue, string control, bool ours) => Assert.Equal(ours, CatalogueLibrary.ById(catalogue)![control]!.HasOwnId);

    [Fact]
    public void What_comes_from_reports_or_memory_is_never_met_by_evidence_alone() =>
        Assert.All(CatalogueLibrary.All.SelectMany(catalogue => catalogue.Controls.Select(control => (catalogue, control))).Where(item => item.control.Automation == Automation.Auto && item.control.Confidence != "confirmed"),
            item => Assert.Equal("meti-sbom-guide", item.catalogue.Id)); // whose minimum elements are counted in the SBOM itself

    [Fact]
    public void The_elements_of_an_SBOM_are_judged_by_what_is_in_it_and_not_by_the_SSDF()
    {
        var counts = new JsonObject { ["total"] = 3, ["present"] = 3, ["unknown"] = 0, ["withheld"] = 0, ["missing"] = 0, ["said"] = 3 };
        var gap = new JsonObject { ["total"] = 3, ["present"] = 1, ["unknown"] = 0, ["withheld"] = 0, ["missing"] = 2, ["said"] = 1 };
        var nothing = new JsonObject { ["total"] = 3, ["present"] = 0, ["unknown"] = 0, ["withheld"] = 0, ["missing"] = 3, ["said"] = 0 };
        var evidence = RandomEvidence.Manifest([RandomEvidence.Passing("sbom.elements") with { Value = new JsonObject { ["licence"] = counts, ["hash"] = gap, ["producer"] = nothing, ["author"] = nothing.DeepClone(), ["timestamp"] = counts.DeepClone() } }]);

        var results = Assessor.Assess(evidence, [], RandomEvidence.Today, AssessedCatalogue.Of("cisa-sbom-minimum-elements")).Single(framework => framework.Framework == "cisa-sbom-minimum-elements")
            .Controls.ToDictionary(result => result.Control, result => result.Status);

        Assert.Equal((ControlStatus.MetByEvidence, ControlStatus.Partly, ControlStatus.NotAssessed), (results["C6"], results["C3"], results["C2"]));
        Assert.Equal((ControlStatus.NotMet, ControlStatus.NotMet), (results["C1"], results["M1"]));
        Assert.Equal(ControlStatus.MetByEvidence, results["M6"]);
        Assert.Equal(ControlStatus.NotAssessed, results["P1"]);
    }

    [Fact]
    public void Drafts_and_superseded_catalogues_cannot_be_signed()
    {
        var catalogue = CatalogueLibrary.ById("nist-ssdf")!;
        Assert.True(catalogue.CanBeSigned);
        Assert.False((catalogue with { Status = "draft" }).CanBeSigned);
        Assert.False((catalogue with { Status = "superseded" }).CanBeSigned);
        Assert.False((catalogue with { Status = "anything else" }).CanBeSigned);
    }

    static bool IsBoth(Bilingual text) => text.En.Length > 0 && text.Ja.Any(c => c > 0x3000) | text.Ja is "SBOM" or "VEX" or "SECURITY.md" or "security.txt" && !text.En.Any(c => c > 0x3000);
}
