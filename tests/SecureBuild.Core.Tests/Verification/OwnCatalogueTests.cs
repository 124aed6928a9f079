using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Verification;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>A buyer holds what was attested against requirements that the supplier never heard of.</summary>
public sealed class OwnCatalogueTests : IDisposable
{
    const string Catalogue = """
        {
          // The city's own.
          "framework": {
            "id": "city-contract", "version": "3", "title": { "en": "City contract", "ja": "市の契約" }, "status": "final", "checked": "2026-11-01",
            "source": { "document": "Contract 4711", "url": "https://city.example/4711" }
          },
          "controls": [
            { "id": "1", "kind": "requirement", "title": { "en": "Null safety", "ja": "null 安全" }, "summary": { "en": "References are checked.", "ja": "参照を検査する。" }, "automation": "auto" },
            { "id": "2", "kind": "requirement", "title": { "en": "Roles", "ja": "役割" }, "summary": { "en": "Roles are there.", "ja": "役割がある。" }, "automation": "mixed", "ssdf": ["PO.2.1"] }
          ]
        }
        """;

    const string Rules = """
        {
          "framework": "city-contract", "version": "3",
          "rules": { "nullable": { "fact": "compiler.nullable", "when": [ { "path": "setting", "is": "enable" } ], "shows": { "en": "Yes.", "ja": "はい。" }, "fails": { "en": "No.", "ja": "いいえ。" } } },
          "controls": { "1": [ { "rule": "nullable" } ] }
        }
        """;

    static readonly Fact s_nullable = new("compiler.nullable", FactState.Known, new JsonObject { ["setting"] = "enable" }, "csc", TrustClass.ObservedByBuild, new(2026, 11, 22, 4, 21, 0, TimeSpan.Zero));

    readonly string _own = Directory.CreateTempSubdirectory("securebuild own ").FullName;
    readonly AttestedFolder _folder;

    public OwnCatalogueTests()
    {
        using var signer = (SecureBuild.Signing.EcdsaP256Signer)AttestedFolder.Signer();
        _folder = new AttestedFolder { Assessed = [AttestedFolder.Person("nist-ssdf/PO.2.1", ControlStatus.Stated)], Facts = [s_nullable] }.Write(signer);
        File.WriteAllText(Path.Combine(_own, "city.json"), Catalogue);
        File.WriteAllText(Path.Combine(_own, "city.rules.json"), Rules);
    }

    public void Dispose()
    {
        _folder.Dispose();
        Directory.Delete(_own, recursive: true);
    }

    [Fact]
    public void Its_controls_are_derived_from_the_attested_evidence_and_statements()
    {
        var report = Verify();

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Equal(["1 MetByEvidence", "2 Stated"], Assert.Single(report.Catalogues).Result.Controls.Select(control => $"{control.Control} {control.Status}"));
        Assert.Equal("city-contract", (string?)report.ToJson()["catalogues"]![0]!["framework"]);
    }

    [Theory]
    [InlineData("1", "met-by-evidence", PolicyVerdict.Passed)]
    [InlineData("2", "stated", PolicyVerdict.Passed)]
    [InlineData("2", "met-by-evidence", PolicyVerdict.Failed)]
    public void A_policy_may_ask_for_them(string control, string minimum, PolicyVerdict verdict)
    {
        var policy = AcceptancePolicyFile.Read("policy.json", Encoding.UTF8.GetBytes($$"""{ "controls": [ { "framework": "city-contract", "controls": ["{{control}}"], "minimum": "{{minimum}}" } ] }""")).Policy;

        Assert.Equal(verdict, Assert.Single(Verify(request => request with { Policy = policy }).Policy!.Results).Verdict);
        Assert.Equal(PolicyVerdict.NotChecked, Assert.Single(Verify(request => request with { Policy = policy, Catalogues = [] }).Policy!.Results).Verdict);
    }

    [Fact]
    public void Without_the_attested_evidence_there_is_no_result_and_that_is_no_pass()
    {
        File.Delete(_folder.Artifact(".evidence.json"));
        var withheld = Verify();
        _folder.Put("securebuild/Portal.evidence.json", "{}");
        var other = Verify();

        Assert.Contains(withheld.Problems, problem => problem.Code == "SB9424");
        Assert.Empty(withheld.Catalogues);
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, other.Outcome);
        Assert.Empty(other.Catalogues);
    }

    [Fact]
    public void A_mistake_in_it_or_in_its_rules_is_told_with_file_and_line_and_there_is_no_catalogue()
    {
        File.WriteAllText(Path.Combine(_own, "city.rules.json"), Rules.Replace("compiler.nullable", "compiler.null", StringComparison.Ordinal));
        var rules = GivenCatalogue.Read(Path.Combine(_own, "city.json"));
        File.WriteAllText(Path.Combine(_own, "city.json"), Catalogue.Replace("\"final\"", "\"done\"", StringComparison.Ordinal));
        var catalogue = GivenCatalogue.Read(Path.Combine(_own, "city.json"));
        File.WriteAllText(Path.Combine(_own, "city.json"), Catalogue.Replace("city-contract", "nist-ssdf", StringComparison.Ordinal));
        var shipped = GivenCatalogue.Read(Path.Combine(_own, "city.json"));

        Assert.Equal(("SB9338", "city.rules.json", 3), Place(rules));
        Assert.Equal(("SB9336", "city.json", 4), Place(catalogue));
        Assert.Equal("SB9339", Place(shipped).Code);
        Assert.Equal("SB9332", Place(GivenCatalogue.Read(Path.Combine(_own, "nowhere.json"))).Code);

        static (string Code, string File, int Line) Place(GivenCatalogueResult read)
        {
            Assert.Null(read.Catalogue);
            var problem = Assert.Single(read.Problems);
            return (problem.Code, Path.GetFileName(problem.File)!, problem.Line);
        }
    }

    VerificationReport Verify(Func<VerificationRequest, VerificationRequest>? with = null)
    {
        var catalogue = GivenCatalogue.Read(Path.Combine(_own, "city.json"));
        Assert.Empty(catalogue.Problems);
        return _folder.Verify(request =>
        {
            request = request with { Catalogues = [catalogue.Catalogue!], Today = new(2026, 12, 1), Reassess = MutationTests.Derive };
            return with?.Invoke(request) ?? request;
        });
    }
}
