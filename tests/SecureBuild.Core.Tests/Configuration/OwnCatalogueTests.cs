using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Configuration;
using SecureBuild.Core.Tests.Assessment;

namespace SecureBuild.Core.Tests.Configuration;

/// <summary>Catalogues and stricter rules that a team writes: read, applied, and every mistake told with its place.</summary>
public sealed class OwnCatalogueTests : IDisposable
{
    const string Catalogue = """
        {
          // A contract.
          "framework": {
            "id": "acme-contract",
            "version": "2026-04",
            "title": { "en": "ACME contract", "ja": "ACME 契約" },
            "status": "final",
            "checked": "2026-11-01",
            "source": { "document": "Contract 4711, annex 3", "url": "https://acme.example/4711" },
          },
          "controls": [
            { "id": "A", "kind": "group", "title": { "en": "Delivery", "ja": "納品" }, "summary": { "en": "What is delivered.", "ja": "納品物。" } },
            { "id": "A.1", "kind": "requirement", "parent": "A", "title": { "en": "Reproducible", "ja": "再現可能" }, "summary": { "en": "Deterministic.", "ja": "決定的。" }, "automation": "auto" },
            { "id": "A.2", "kind": "requirement", "parent": "A", "title": { "en": "Analysed", "ja": "解析済" }, "summary": { "en": "Analysed.", "ja": "解析。" }, "automation": "mixed", "ssdf": ["PW.7.2"] },
            { "id": "A.3", "kind": "requirement", "parent": "A", "title": { "en": "Background checks", "ja": "身元確認" }, "summary": { "en": "People.", "ja": "要員。" }, "automation": "human" },
          ],
        }
        """;

    const string Rules = """
        {
          "framework": "acme-contract",
          "version": "2026-04",
          "rules": {
            "deterministic": {
              "fact": "compiler.deterministic",
              "when": [ { "path": "image", "is": true } ],
              "shows": { "en": "It is deterministic.", "ja": "決定的です。" },
              "fails": { "en": "It is not deterministic.", "ja": "決定的ではありません。" }
            }
          },
          "controls": { "A.1": [ { "rule": "deterministic", "decisive": true } ] }
        }
        """;

    const string Stricter = """
        {
          "framework": "nist-ssdf",
          "version": "1.1",
          "rules": {
            "sdk-current": {
              "fact": "sdk.version",
              "when": [ { "path": "sdk", "atLeast": "10.0.4" } ],
              "shows": { "en": "The SDK is recent.", "ja": "SDK は最新です。" },
              "fails": { "en": "The SDK is old.", "ja": "SDK は古いものです。" }
            },
            "locked": {
              "fact": "nuget.lockFile",
              "when": [ { "path": "found", "is": true } ],
              "shows": { "en": "There is a lock file.", "ja": "ロックファイルがあります。" },
              "fails": { "en": "There is no lock file.", "ja": "ロックファイルがありません。" }
            }
          },
          "controls": {
            "PW.6.1": [ { "rule": "sdk-current", "decisive": true } ],
            "PS.2.1": [ { "rule": "locked", "decisive": true } ]
          }
        }
        """;

    readonly string _folder = Directory.CreateTempSubdirectory("securebuild カタログ ").FullName;

    [Fact]
    public void A_catalogue_of_a_contract_is_judged_like_those_that_ship()
    {
        var configuration = Good("""{ "catalogues": ["contract.json"] }""");

        // The SSDF comes along because the contract rests on one of its tasks.
        Assert.Equal(["nist-ssdf", "acme-contract"], configuration.Catalogues.Select(assessed => assessed.Catalogue.Id));
        var results = Assessor.Assess(RandomEvidence.AllPassing(), [], RandomEvidence.Today, configuration.Catalogues)[1].Controls.ToDictionary(result => result.Control, result => result.Status);
        Assert.Equal((ControlStatus.MetByEvidence, ControlStatus.Partly, ControlStatus.NotAssessed, ControlStatus.NotAssessed), (results["A.1"], results["A.2"], results["A.3"], results["A"]));

        var not = RandomEvidence.Manifest([RandomEvidence.Passing("compiler.deterministic") with { Value = new JsonObject { ["image"] = false } }]);
        Assert.Equal(ControlStatus.NotMet, Assessor.Assess(not, [], RandomEvidence.Today, configuration.Catalogues)[1].Controls[1].Status);
    }

    [Fact]
    public void A_person_can_state_what_the_contract_asks()
    {
        var configuration = Good("""
            { "catalogues": ["contract.json"], "statements": [ { "control": "acme-contract/A.3", "status": "stated", "by": { "name": "N", "role": "R" }, "date": "2026-11-01" } ] }
            """);

        Assert.Equal(ControlStatus.Stated, Assessor.Assess(RandomEvidence.Manifest([]), configuration.Statements, RandomEvidence.Today, configuration.Catalogues)[1].Controls[3].Status);
    }

    [Fact]
    public void Without_a_choice_the_SSDF_and_the_form_are_applied_and_the_SSDF_comes_first_whatever_the_order()
    {
        Assert.Equal(["nist-ssdf", "cisa-ssda-common-form"], Good("{}").Catalogues.Select(assessed => assessed.Catalogue.Id));
        Assert.Equal(["nist-ssdf", "eu-cra-annex-i", "quad-secure-software"], Good("""{ "catalogues": ["eu-cra-annex-i", "quad-secure-software", "nist-ssdf"] }""").Catalogues.Select(assessed => assessed.Catalogue.Id));
        Assert.Equal(["nist-ssdf-draft"], Good("""{ "catalogues": ["nist-ssdf-draft"] }""").Catalogues.Select(assessed => assessed.Catalogue.Id));
    }

    [Theory]
    // contract.json: what is replaced, by what, the code and the line.
    [InlineData("\"status\": \"final\"", "\"status\": \"approved\"", "SB9336", 7)]
    [InlineData("\"checked\": \"2026-11-01\"", "\"checked\": \"November\"", "SB9112", 8)]
    [InlineData("\"id\": \"acme-contract\"", "\"id\": \"ACME contract\"", "SB9334", 4)]
    [InlineData("\"version\": \"2026-04\",", "", "SB9335", 3)]
    [InlineData(", \"ja\": \"ACME 契約\"", "", "SB9335", 6)]
    [InlineData("\"id\": \"A.2\"", "\"id\": \"A.1\"", "SB9337", 14)]
    [InlineData("\"parent\": \"A\", \"title\": { \"en\": \"Analysed\"", "\"parent\": \"B\", \"title\": { \"en\": \"Analysed\"", "SB9338", 14)]
    [InlineData("\"PW.7.2\"", "\"PW.7.3\"", "SB9338", 14)]
    [InlineData("\"automation\": \"human\"", "\"automation\": \"manual\"", "SB9336", 15)]
    [InlineData("\"automation\": \"human\"", "\"evidence\": [\"nuget.audi\"]", "SB9338", 15)]
    [InlineData("{ \"id\": \"A\", \"kind\"", "{ \"id\": \"A\", \"parent\": \"A.1\", \"kind\"", "SB9349", 12)]
    [InlineData("\"framework\": {", "\"framework\": [", "SB9333", 4)]
    [InlineData("\"controls\": [", "\"controls\": [ 1,", "SB9102", 11)]
    public void A_mistake_in_a_catalogue_is_told_with_file_and_line_and_the_catalogue_is_left_out(string good, string bad, string code, int line)
    {
        var result = Read("""{ "catalogues": ["contract.json"] }""", Catalogue.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(result.Problems, problem => problem.Code == code && problem.Line == line && problem.File == Path.Combine(_folder, "contract.json"));
        Assert.DoesNotContain(result.Configuration!.Catalogues, assessed => assessed.Catalogue.Id == "acme-contract");
    }

    [Theory]
    [InlineData("\"compiler.deterministic\"", "\"compiler.deterministik\"", "SB9338", 6)]
    [InlineData("\"is\": true", "\"equals\": true", "SB9345", 7)]
    [InlineData("\"is\": true", "\"atLeast\": \"many\"", "SB9345", 7)]
    [InlineData("\"is\": true", "\"is\": true, \"exists\": true", "SB9345", 7)]
    [InlineData("\"A.1\"", "\"A.9\"", "SB9338", 12)]
    [InlineData("\"A.1\"", "\"A.3\"", "SB9340", 12)]
    [InlineData("\"rule\": \"deterministic\"", "\"rule\": \"determinstic\"", "SB9338", 12)]
    [InlineData("\"framework\": \"acme-contract\"", "\"framework\": \"other\"", "SB9346", 2)]
    [InlineData("\"when\": [ { \"path\": \"image\", \"is\": true } ],", "", "SB9335", 5)]
    [InlineData("[ { \"rule\": \"deterministic\", \"decisive\": true } ]", "[]", "SB9335", 12)]
    public void A_mistake_in_its_rules_is_told_with_file_and_line(string good, string bad, string code, int line)
    {
        var result = Read("""{ "catalogues": ["contract.json"] }""", rules: Rules.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(result.Problems, problem => problem.Code == code && problem.Line == line && problem.File == Path.Combine(_folder, "contract.rules.json"));
    }

    [Theory]
    [InlineData("""{ "catalogues": ["nist-sdf"] }""", "SB9107")]
    [InlineData("""{ "catalogues": ["nist-ssdf", "nist-ssdf"] }""", "SB9339")]
    [InlineData("""{ "catalogues": ["missing.json"] }""", "SB9332")]
    [InlineData("""{ "catalogues": [1] }""", "SB9102")]
    [InlineData("""{ "rules": ["contract.rules.json"] }""", "SB9344")]
    [InlineData("""{ "statementMonths": 24 }""", "SB9348")]
    [InlineData("""{ "statementMonths": 0 }""", "SB9348")]
    [InlineData("""{ "statementMonths": 1.5 }""", "SB9348")]
    public void A_wrong_choice_is_told(string json, string code) => Assert.Contains(Read(json).Problems, problem => problem.Code == code && problem.File is not null);

    [Fact]
    public void A_catalogue_cannot_take_the_name_of_one_that_ships() =>
        Assert.Contains(Read("""{ "catalogues": ["contract.json"] }""", Catalogue.Replace("acme-contract", "nist-csf", StringComparison.Ordinal), "{}").Problems, problem => problem.Code == "SB9339");

    [Fact]
    public void A_team_can_be_stricter_with_itself()
    {
        var configuration = Good("""{ "rules": ["stricter.json"] }""");
        var good = RandomEvidence.AllPassing();
        var bad = RandomEvidence.Manifest(good.Facts.Where(fact => fact.Id != "nuget.lockFile").Append(RandomEvidence.Passing("nuget.lockFile") with { Value = new JsonObject { ["found"] = false } }));

        Assert.Equal(ControlStatus.MetByEvidence, Status(bad, AssessedCatalogue.Default, "PS.2.1"));
        Assert.Equal(ControlStatus.NotMet, Status(bad, configuration.Catalogues, "PS.2.1"));
        Assert.Single(configuration.Catalogues[0].StricterSha256);

        static ControlStatus Status(SecureBuild.Evidence.EvidenceManifest evidence, ImmutableArray<AssessedCatalogue> catalogues, string control) =>
            Assessor.Assess(evidence, [], RandomEvidence.Today, catalogues)[0].Controls.Single(result => result.Control == control).Status;
    }

    [Theory]
    // A lower bound, another fact, a way round, fewer conditions.
    [InlineData("\"10.0.4\"", "\"9.0\"", "SB9341", 5)]
    [InlineData("\"fact\": \"sdk.version\"", "\"fact\": \"msbuild.version\"", "SB9341", 5)]
    [InlineData("\"fact\": \"sdk.version\",", "\"fact\": \"sdk.version\", \"notApplicable\": \"skip\",", "SB9341", 5)]
    [InlineData("\"path\": \"sdk\", \"atLeast\": \"10.0.4\"", "\"path\": \"sdk\", \"exists\": true", "SB9341", 5)]
    // Less than decisive, no rules at all, a control that is for people.
    [InlineData("\"rule\": \"sdk-current\", \"decisive\": true", "\"rule\": \"sdk-current\"", "SB9342", 19)]
    [InlineData("\"rule\": \"locked\", \"decisive\": true", "\"rule\": \"locked\", \"decisive\": false", "SB9342", 20)]
    [InlineData("[ { \"rule\": \"locked\", \"decisive\": true } ]", "[]", "SB9343", 20)]
    [InlineData("\"PS.2.1\"", "\"PO.2.2\"", "SB9340", 20)]
    [InlineData("\"version\": \"1.1\",", "\"version\": \"1.1\", \"mapping\": \"fallback\",", "SB9341", 3)]
    public void Nobody_can_be_weaker(string good, string bad, string code, int line)
    {
        var result = Read("""{ "rules": ["stricter.json"] }""", stricter: Stricter.Replace(good, bad, StringComparison.Ordinal));

        var problem = Assert.Single(result.Problems);
        Assert.Equal((code, line, Path.Combine(_folder, "stricter.json"), ProblemLevel.Error), (problem.Code, problem.Line, problem.File, problem.Level));
        Assert.Empty(result.Configuration!.Catalogues[0].StricterSha256);
    }

    [Fact]
    public void The_receiver_derives_the_same_from_what_is_delivered_along()
    {
        var configuration = Good("""{ "catalogues": ["nist-ssdf", "contract.json"], "rules": ["stricter.json"] }""");
        var delivered = DeliveredCatalogues.Write(configuration.Catalogues)!;

        var applied = DeliveredCatalogues.Apply(AssessedCatalogue.All, delivered)!.Value;
        var evidence = RandomEvidence.AllPassing();
        foreach (var sent in Assessor.Assess(evidence, [], RandomEvidence.Today, configuration.Catalogues))
        {
            var received = Assessor.Assess(evidence, [], RandomEvidence.Today, applied).Single(framework => framework.Framework == sent.Framework);
            Assert.Equal((sent.CatalogueSha256, sent.RulesSha256), (received.CatalogueSha256, received.RulesSha256));
            Assert.Equal(sent.StricterSha256, received.StricterSha256);
            Assert.Equal(sent.Controls.Select(control => control.Status), received.Controls.Select(control => control.Status));
        }
        Assert.Null(DeliveredCatalogues.Write(AssessedCatalogue.Default));
    }

    [Fact]
    public void A_delivered_catalogue_never_takes_the_place_of_one_that_the_receiver_has()
    {
        var text = Catalogue.Replace("acme-contract", "nist-ssdf", StringComparison.Ordinal);
        var delivered = new JsonObject { ["type"] = Identity.Site + "/catalogues/v1", ["catalogues"] = new JsonArray(new JsonObject { ["framework"] = "nist-ssdf", ["catalogue"] = text, ["stricter"] = new JsonArray() }) };

        Assert.Null(DeliveredCatalogues.Apply(AssessedCatalogue.All, CanonicalJson.Compact(delivered)));
        Assert.Null(DeliveredCatalogues.Apply(AssessedCatalogue.All, "{}"u8.ToArray()));
        Assert.Null(DeliveredCatalogues.Apply(AssessedCatalogue.All, "not json"u8.ToArray()));
    }

    [Fact]
    public void A_statement_is_shortened_to_what_the_team_allows_and_never_lengthened()
    {
        const string Statement = """{ "control": "nist-ssdf/PO.2.2", "status": "stated", "by": { "name": "N", "role": "R" }, "date": "2026-04-01", "expires": "2031-04-01" }""";
        var plain = Read($$"""{ "statements": [ {{Statement}} ] }""");
        var shorter = Read($$"""{ "statementMonths": 6, "statements": [ {{Statement}} ] }""");

        Assert.Equal(["SB9347"], plain.Problems.Select(problem => problem.Code));
        Assert.Equal(new DateOnly(2027, 4, 1), plain.Configuration!.Statements[0].Expires);
        Assert.Equal(new DateOnly(2026, 10, 1), shorter.Configuration!.Statements[0].Expires);
    }

    [Fact]
    public void A_document_that_changed_since_the_statement_is_told()
    {
        File.WriteAllText(Path.Combine(_folder, "policy.md"), "version 1");
        var json = $$"""{ "statements": [ { "control": "nist-ssdf/PO.2.2", "status": "stated", "by": { "name": "N", "role": "R" }, "date": "2026-04-01", "reference": "policy.md", "referenceSha256": "{{Digest.Sha256("version 1"u8)}}" } ] }""";

        Assert.Empty(Read(json).Problems);
        File.WriteAllText(Path.Combine(_folder, "policy.md"), "version 2");
        Assert.Equal(["SB9354"], Read(json).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void The_schemas_have_the_members_that_the_readers_know_and_no_others()
    {
        var catalogue = Schema("catalogue.schema.json");
        var rules = Schema("rules.schema.json");
        JsonNode Of(string kind) => kind switch
        {
            CatalogueMembers.Catalogue => catalogue,
            CatalogueMembers.Framework => catalogue["properties"]!["framework"]!,
            CatalogueMembers.Source => catalogue["properties"]!["framework"]!["properties"]!["source"]!,
            CatalogueMembers.Control => catalogue["properties"]!["controls"]!["items"]!,
            CatalogueMembers.Both => catalogue["$defs"]!["bi"]!,
            CatalogueMembers.Rules => rules,
            CatalogueMembers.Use => rules["properties"]!["controls"]!["additionalProperties"]!["items"]!,
            _ => rules["$defs"]![kind]!,
        };

        foreach (var (kind, members) in CatalogueMembers.Of)
        {
            Assert.Equal(members, Of(kind)["properties"]!.AsObject().Select(member => member.Key));
            Assert.False((bool)Of(kind)["additionalProperties"]!, kind);
        }

        static JsonObject Schema(string name) => JsonNode.Parse(EmbeddedFile.Bytes("Catalogues/" + name))!.AsObject();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    ProjectConfiguration Good(string json)
    {
        var result = Read(json);
        Assert.Empty(result.Problems);
        return result.Configuration!;
    }

    ConfigurationResult Read(string json, string catalogue = Catalogue, string rules = Rules, string stricter = Stricter)
    {
        File.WriteAllText(Path.Combine(_folder, "contract.json"), catalogue);
        File.WriteAllText(Path.Combine(_folder, "contract.rules.json"), rules);
        File.WriteAllText(Path.Combine(_folder, "stricter.json"), stricter);
        var file = Path.Combine(_folder, "securebuild.json");
        File.WriteAllText(file, json);
        return ProjectConfigurationFile.Read(file);
    }
}
