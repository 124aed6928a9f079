using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Signing;
using SecureBuild.Verification;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Core.Tests.Verification.Policy;

public sealed class PolicyRuleTests : IDisposable
{
    static readonly string s_stranger = new('b', 64);

    readonly AttestedFolder _folder;

    public PolicyRuleTests() => _folder = Delivery("complete",
        new("library", "a", "A") { Version = "1.0", Purl = "pkg:nuget/A@1.0", Licenses = [new(Expression: "MIT OR AGPL-3.0-only")], Supplier = new("A Inc."), Hashes = [new("SHA-512", new('a', 128))] },
        new("library", "b", "B") { Version = "2.0", Purl = "pkg:nuget/B@2.0", Licenses = [new(Id: "Apache-2.0")], Supplier = new("B KK"), Hashes = [new("SHA-512", new('b', 128))] });

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"maxAgeDays\": 9", "age", "passed")]
    [InlineData("\"maxAgeDays\": 8", "age", "failed")]
    [InlineData("\"statementsValidForDays\": 300", "statements", "passed")]
    [InlineData("\"statementsValidForDays\": 340", "statements", "failed")]
    [InlineData("\"controls\": [ { \"framework\": \"nist-ssdf\", \"controls\": [\"PO.2.1\"], \"minimum\": \"stated\" } ]", "controls", "passed")]
    [InlineData("\"controls\": [ { \"framework\": \"nist-ssdf\", \"controls\": [\"PO.2.1\"], \"minimum\": \"met-by-evidence\" } ]", "controls", "failed")]
    [InlineData("\"controls\": [ { \"framework\": \"nist-ssdf\", \"controls\": [\"PO.2.2\"], \"minimum\": \"partly\" } ]", "controls", "not-checked")]
    [InlineData("\"controls\": [ { \"framework\": \"nist-ssdf\", \"controls\": [\"XX.9\"], \"minimum\": \"partly\" } ]", "controls", "not-checked")]
    [InlineData("\"controls\": [ { \"framework\": \"own\", \"controls\": [\"PO.2.1\"], \"minimum\": \"partly\" } ]", "controls", "not-checked")]
    [InlineData("\"controls\": [ { \"framework\": \"nist-ssdf\", \"version\": \"9\", \"controls\": [\"PO.2.1\"], \"minimum\": \"partly\" } ]", "controls", "not-checked")]
    [InlineData("\"licences\": { \"deny\": [\"AGPL-3.0-only\"] }", "licences", "passed")]
    [InlineData("\"licences\": { \"deny\": [\"Apache-2.0\"] }", "licences", "failed")]
    [InlineData("\"licences\": { \"allow\": [\"MIT\"] }", "licences", "failed")]
    [InlineData("\"licences\": { \"allow\": [\"MIT\"], \"review\": [\"Apache-2.0\"] }", "licences", "not-checked")]
    [InlineData("\"packages\": { \"deny\": [\"C\", \"A@2*\"] }", "packages", "passed")]
    [InlineData("\"packages\": { \"deny\": [\"A@1.*\"] }", "packages", "failed")]
    [InlineData("\"packages\": { \"allow\": [\"a\"] }", "packages", "failed")]
    [InlineData("\"suppliers\": { \"countries\": [\"JP\", \"US\"], \"known\": { \"A Inc.\": \"US\", \"B KK\": \"JP\", \"株式会社サンプル\": \"JP\" } }", "suppliers", "passed")]
    [InlineData("\"suppliers\": { \"countries\": [\"JP\"], \"known\": { \"A Inc.\": \"US\", \"B KK\": \"JP\", \"株式会社サンプル\": \"JP\" } }", "suppliers", "failed")]
    [InlineData("\"suppliers\": { \"countries\": [\"JP\"] }", "suppliers", "not-checked")]
    [InlineData("\"sbom\": [ { \"list\": \"cisa-2026\", \"elements\": { \"C7\": 100 } } ]", "sbom", "passed")]
    [InlineData("\"sbom\": [ { \"list\": \"cisa-2026\", \"elements\": { \"C6\": 100 } } ]", "sbom", "failed")]
    [InlineData("\"sbom\": [ { \"list\": \"cisa-2026\", \"required\": 100 } ]", "sbom", "failed")]
    [InlineData("\"vulnerabilities\": { \"atMost\": \"high\" }", "vulnerabilities", "not-checked")]
    [InlineData("\"signers\": { \"postQuantum\": true }", "post-quantum", "failed")]
    [InlineData("\"product\": { \"name\": \"市民ポータル\", \"version\": \"1.2.*\" }", "product", "passed")]
    [InlineData("\"product\": { \"name\": \"市民ポータル\", \"version\": \"1.3.0\" }", "product", "failed")]
    [InlineData("\"product\": { \"name\": \"図書館\" }", "product", "failed")]
    public void A_rule_passes_fails_or_was_not_checked(string rule, string name, string verdict)
    {
        var report = Verify(_folder, rule);

        var results = report.ToJson()["policy"]!["rules"]!.AsArray();
        Assert.Contains(results, result => (string)result!["rule"]! == name && (string)result["result"]! == verdict);
        Assert.Equal(verdict == "passed" ? VerificationOutcome.Satisfied : VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.Equal(verdict == "passed", results.All(result => (string)result!["result"]! == "passed"));
        Assert.All(results, result => Assert.Equal((string)result!["result"]! switch { "passed" => null, "failed" => "SB9715", _ => "SB9716" }, (string?)result["code"]));
    }

    [Fact]
    public void Signers_are_those_whose_signature_held()
    {
        var key = AttestedFolder.Key.KeyId;
        Assert.Equal(VerificationOutcome.Satisfied, Verify(_folder, $"\"signers\": {{ \"all\": [\"{key}\"] }}").Outcome);
        Assert.Equal(VerificationOutcome.Satisfied, Verify(_folder, $"\"signers\": {{ \"any\": [\"{s_stranger}\", \"{key}\"] }}").Outcome);
        Assert.Equal(VerificationOutcome.NotSatisfied, Verify(_folder, $"\"signers\": {{ \"all\": [\"{s_stranger}\", \"{key}\"] }}").Outcome);
        Assert.Equal(VerificationOutcome.NotSatisfied, Verify(_folder, $"\"signers\": {{ \"any\": [\"{s_stranger}\"] }}").Outcome);
    }

    [Fact]
    public void What_cannot_be_checked_may_be_taken_as_a_warning_but_never_passes()
    {
        var report = Verify(_folder, "\"ifUnknown\": \"warn\", \"maxAgeDays\": 9, \"vulnerabilities\": { \"atMost\": \"low\" }");

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Contains(report.Problems, problem => problem is { Code: "SB9717", Level: ProblemLevel.Warning });
        Assert.Equal(["age"], report.Policy!.Passed);
    }

    [Fact]
    public void A_bill_of_materials_that_does_not_say_that_it_is_complete_shows_nothing_of_what_it_leaves_out()
    {
        using var folder = Delivery("incomplete", new Component("library", "a", "A") { Version = "1.0", Purl = "pkg:nuget/A@1.0", Licenses = [new(Id: "MIT")] });

        Assert.All(Verify(folder, "\"licences\": { \"deny\": [\"AGPL-3.0-only\"] }, \"packages\": { \"deny\": [\"C\"] }").Policy!.Results, result => Assert.Equal(PolicyVerdict.NotChecked, result.Verdict));
    }

    [Fact]
    public void What_the_SDK_brings_of_net_itself_is_no_package_of_somebody_else()
    {
        Property tool = new("securebuild:build:tool", "app-host"), pack = new("securebuild:build:tool", "targeting-pack");
        using var folder = Delivery(
            "complete",
            new Component("framework", "h", "Microsoft.NETCore.App.Host.linux-x64") { Version = "10.0.0", Scope = "required", Purl = "pkg:nuget/Microsoft.NETCore.App.Host.linux-x64@10.0.0", Properties = [tool] },
            new Component("framework", "t", "Microsoft.NETCore.App.Ref") { Version = "10.0.0", Scope = "excluded", Purl = "pkg:nuget/Microsoft.NETCore.App.Ref@10.0.0", Properties = [pack] });

        Assert.All(Verify(folder, "\"licences\": { \"allow\": [\"MIT\"] }, \"packages\": { \"allow\": [\"Mine\"] }").Policy!.Results, result => Assert.Equal(PolicyVerdict.Passed, result.Verdict));
    }

    [Fact]
    public void A_licence_that_nobody_knows_is_neither_accepted_nor_refused_unless_the_policy_says_so()
    {
        using var folder = Delivery("complete", new Component("library", "a", "A") { Version = "1.0", Purl = "pkg:nuget/A@1.0" });

        Assert.Equal(PolicyVerdict.NotChecked, Verdict("\"deny\": [\"MIT\"]"));
        Assert.Equal(PolicyVerdict.NotChecked, Verdict("\"allow\": [\"MIT\"]"));
        Assert.Equal(PolicyVerdict.Failed, Verdict("\"deny\": [\"unknown\"]"));
        Assert.Equal(PolicyVerdict.Passed, Verdict("\"allow\": [\"MIT\", \"unknown\"]"));

        PolicyVerdict Verdict(string lists) => Assert.Single(Verify(folder, $"\"licences\": {{ {lists} }}").Policy!.Results).Verdict;
    }

    [Theory]
    [InlineData("""{"outcome":"none-reported","findings":[],"incomplete":false,"mode":"all","suppressed":0}""", "low", "Passed")]
    [InlineData("""{"outcome":"none-reported","findings":[],"incomplete":true,"mode":"all","suppressed":0}""", "low", "NotChecked")]
    [InlineData("""{"outcome":"none-reported","findings":[],"incomplete":false,"mode":"direct","suppressed":0}""", "low", "NotChecked")]
    [InlineData("""{"outcome":"none-reported","findings":[],"incomplete":false,"mode":"all","suppressed":1}""", "low", "NotChecked")]
    [InlineData("""{"outcome":"none-reported","findings":[]}""", "low", "NotChecked")]
    [InlineData("""{"outcome":"findings","findings":[{"package":"A","severity":"moderate"}],"incomplete":true}""", "low", "Failed")]
    [InlineData("""{"outcome":"findings","findings":[{"package":"A","severity":"moderate"}],"incomplete":false,"mode":"all","suppressed":0}""", "moderate", "Passed")]
    [InlineData("""{"outcome":"findings","findings":[{"package":"A","severity":"dreadful"}],"incomplete":false,"mode":"all","suppressed":0}""", "high", "Failed")]
    public void Only_an_audit_that_asked_for_everything_passes(string value, string atMost, string verdict)
    {
        var evidence = new JsonObject { ["facts"] = new JsonArray(new JsonObject { ["id"] = "nuget.audit", ["state"] = "known", ["value"] = JsonNode.Parse(value) }) };
        var delivery = new VerifiedDelivery(null!, [], [], null, default, evidence, [], []);

        Assert.Equal(verdict, Assert.Single(AuditRule.Check(new AcceptancePolicy("") { WorstSeverity = atMost }, delivery, null)).Verdict.ToString());
    }

    [Fact]
    public void Of_a_delivery_that_was_rejected_or_that_nobody_trusted_vouches_for_nothing_is_compared()
    {
        const string rules = "\"maxAgeDays\": 900, \"packages\": { \"deny\": [\"C\"] }";
        var untrusted = Verify(_folder, rules, request => request with { Keys = [new(SigningKey.Create().PublicKeyPem, "other.pem")] });
        _folder.Put("Portal.dll", "changed");
        var rejected = Verify(_folder, rules);
        File.Delete(_folder.Statements);
        File.Delete(_folder.ProvenanceBundle);
        File.Delete(_folder.AttestationBundle);
        var absent = Verify(_folder, rules);

        Assert.Equal((VerificationOutcome.NotSatisfied, VerificationOutcome.TamperedOrUnreadable, VerificationOutcome.NotSatisfied), (untrusted.Outcome, rejected.Outcome, absent.Outcome));
        foreach (var report in (VerificationReport[])[untrusted, rejected, absent])
        {
            Assert.Equal(["age", "packages"], report.Policy!.Results.Select(result => result.Rule));
            Assert.All(report.Policy!.Results, result => Assert.Equal(PolicyVerdict.NotChecked, result.Verdict));
        }
    }

    [Fact]
    public void A_status_that_cannot_be_derived_again_is_a_claim_only()
    {
        var report = Verify(_folder, "\"controls\": [ { \"framework\": \"nist-ssdf\", \"controls\": [\"PO.2.1\"], \"minimum\": \"partly\" } ]", request => request with { Reassess = null });

        Assert.Equal(PolicyVerdict.NotChecked, Assert.Single(report.Policy!.Results).Verdict);
    }

    [Fact]
    public void A_summary_says_what_passed_by_whose_word_and_never_more_than_level_one()
    {
        var report = Verify(_folder, "\"ifUnknown\": \"warn\", \"maxAgeDays\": 9, \"vulnerabilities\": { \"atMost\": \"low\" }");
        SummaryOptions options = new("https://city.example/verifier", new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));

        var summary = VerificationSummary.Slsa(report, options)!;
        var result = VerificationSummary.Result(report, options)!;

        Assert.Equal("https://slsa.dev/verification_summary/v1", (string)summary["predicateType"]!);
        var predicate = summary["predicate"]!;
        Assert.Equal("PASSED", (string)predicate["verificationResult"]!);
        Assert.Equal("""["SLSA_BUILD_LEVEL_1"]""", predicate["verifiedLevels"]!.ToJsonString());
        Assert.Equal(report.Policy!.Policy.Sha256, (string)predicate["policy"]!["digest"]!["sha256"]!);
        Assert.Equal("""{"passed":["age"],"notChecked":["vulnerabilities"]}""", predicate[VerificationSummary.RulesMember]!.ToJsonString());
        Assert.Equal(
            new[] { _folder.AttestationBundle, _folder.ProvenanceBundle, _folder.Statements }.Select(Digest.Sha256OfFile).Order(),
            predicate["inputAttestations"]!.AsArray().Select(input => (string)input!["digest"]!["sha256"]!).Order());
        Assert.Equal(["Portal.dll", "ja/Portal.resources.dll"], summary["subject"]!.AsArray().Select(subject => (string)subject!["name"]!));
        Assert.Equal("""["SECUREBUILD_POLICY_AGE","SLSA_BUILD_LEVEL_1"]""", result["predicate"]!["properties"]!.ToJsonString());
        Assert.Single(result["predicate"]!["verifier"]!["policies"]!.AsArray());

        Assert.Contains("UNSIGNED DRAFT", Encoding.UTF8.GetString(VerificationSummary.Line(summary, null)));
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        var envelope = JsonNode.Parse(VerificationSummary.Line(summary, signer))!;
        Assert.Equal(InToto.PayloadType, (string)envelope["payloadType"]!);
        Assert.Equal(summary.ToJsonString(), JsonNode.Parse(Convert.FromBase64String((string)envelope["payload"]!))!.ToJsonString());
    }

    [Fact]
    public void There_is_no_summary_of_what_does_not_fulfil_the_policy()
    {
        SummaryOptions options = new("https://city.example/verifier", DateTimeOffset.UnixEpoch);

        Assert.Null(VerificationSummary.Slsa(Verify(_folder, "\"maxAgeDays\": 1"), options));
        Assert.Null(VerificationSummary.Result(_folder.Verify(), options));
    }

    static AttestedFolder Delivery(string graph, params Component[] components)
    {
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        return new AttestedFolder
        {
            Assessed = [AttestedFolder.Person("nist-ssdf/PO.2.1", ControlStatus.Stated)],
            Sbom = build => CycloneDxJson.Indented(new Bom
            {
                SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
                Metadata = new()
                {
                    Timestamp = "2026-11-22T04:21:00Z",
                    Component = new("library", "root", "Portal") { Components = [new("file", "output", "Portal.dll") { Hashes = [new("SHA-256", build.OutputSha256)] }] },
                    Properties = [new("securebuild:graph", graph)],
                },
                Components = [.. components],
            }),
        }.Write(signer);
    }

    static VerificationReport Verify(AttestedFolder folder, string rules, Func<VerificationRequest, VerificationRequest>? with = null)
    {
        var read = AcceptancePolicyFile.Read("policy.json", Encoding.UTF8.GetBytes($"{{ {rules} }}"));
        Assert.Empty(read.Problems);
        return folder.Verify(request =>
        {
            request = request with { Policy = read.Policy, Today = new(2026, 12, 1), Reassess = MutationTests.Derive };
            return with?.Invoke(request) ?? request;
        });
    }
}
