using System.Text;
using SecureBuild.Testing.Node;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Core.Tests.Verification.Policy;

public sealed class PolicyFileTests
{
    const string Full = """
        {
          "$schema": "policy-v1.schema.json", "name": "City portals", "id": "https://city.example/policies/2026", "ifUnknown": "fail",
          "signers": { "all": ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], "any": ["bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"], "postQuantum": true },
          "maxAgeDays": 90, "statementsValidForDays": 30,
          "controls": [ { "framework": "nist-ssdf", "version": "1.1", "controls": ["PW.6.2", "PS.*"], "minimum": "partly", "acceptNotApplicable": true } ],
          "licences": { "allow": ["MIT"], "review": ["MPL-2.0"], "deny": ["AGPL-3.0-only", "unknown"] },
          "suppliers": { "countries": ["JP", "US"], "known": { "A Inc.": "US" } },
          "packages": { "allow": ["A*"], "deny": ["Newtonsoft.Json@12.*", "@scope/name"] },
          "sbom": [ { "list": "cisa-2026", "required": 80, "elements": { "C3": 95 } } ],
          "vulnerabilities": { "atMost": "moderate", "accept": ["not_affected", "fixed"] },
          "product": { "name": "Portal", "version": "1.*" }
        }
        """;

    [Fact]
    public void Every_rule_of_a_policy_is_read()
    {
        var result = AcceptancePolicyFile.Read("policy.json", Encoding.UTF8.GetBytes(Full));

        Assert.Empty(result.Problems);
        Assert.Equal(["product", "signers", "post-quantum", "age", "statements", "controls", "licences", "suppliers", "packages", "sbom", "vulnerabilities"], result.Policy!.Rules);
    }

    [Theory]
    [InlineData("", "SB9701", 1, 1)]
    [InlineData("{\n  \"maxAgeDays\": 9", "SB9701", 2, 18)]
    [InlineData("{ \"maxAgeDays\": 9 } x", "SB9701", 1, 21)]
    [InlineData("{ \"name\": \"\\ud800\", \"maxAgeDays\": 9 }", "SB9701", 1, 11)]
    [InlineData("[]", "SB9702", 1, 1)]
    [InlineData("{ \"maxAgeDays\": \"9\" }", "SB9702", 1, 17)]
    [InlineData("{\n  \"maxAgeDay\": 9 }", "SB9703", 2, 3)]
    [InlineData("{ \"maxAgeDays\": 9,\n\"maxAgeDays\": 900 }", "SB9704", 2, 1)]
    [InlineData("{ \"vulnerabilities\": { \"atMost\": \"severe\" } }", "SB9705", 1, 34)]
    [InlineData("{ \"vulnerabilities\": { \"atMost\": \"low\", \"accept\": [\"affected\"] } }", "SB9420", 1, 52)]
    [InlineData("{ \"product\": { } }", "SB9710", 1, 14)]
    [InlineData("{ \"ifUnknown\": \"pass\", \"maxAgeDays\": 9 }", "SB9705", 1, 16)]
    [InlineData("{ \"sbom\": [ { \"list\": \"cisa-2026\", \"elements\": { \"C99\": 5 } } ] }", "SB9705", 1, 50)]
    [InlineData("{ \"licences\": { \"deny\": [\"Free for all\"] } }", "SB9706", 1, 26)]
    [InlineData("{ \"signers\": { \"any\": [\"AB\"] } }", "SB9707", 1, 24)]
    [InlineData("{ \"maxAgeDays\": 9e1 }", "SB9708", 1, 17)]
    [InlineData("{ \"maxAgeDays\": 90.0 }", "SB9708", 1, 17)]
    [InlineData("{ \"maxAgeDays\": -1 }", "SB9708", 1, 17)]
    [InlineData("{ \"signers\": { \"any\": [] } }", "SB9709", 1, 23)]
    [InlineData("{ \"controls\": [ { \"framework\": \"nist-ssdf\", \"controls\": [\"PW.6.2\"] } ] }", "SB9710", 1, 17)]
    [InlineData("{ \"name\": \"nothing\" }", "SB9712", 1, 1)]
    [InlineData("{ \"licences\": { \"deny\": [\"MIT\"], \"allow\": [\"MIT\"] } }", "SB9713", 1, 25)]
    [InlineData("{ \"suppliers\": { \"countries\": [\"Japan\"] } }", "SB9714", 1, 32)]
    public void A_mistake_refuses_the_policy_and_is_said_with_its_place(string text, string code, int line, int column)
    {
        var result = AcceptancePolicyFile.Read("policy.json", Encoding.UTF8.GetBytes(text));

        Assert.Null(result.Policy);
        Assert.Equal((code, "policy.json", line, column), (result.Problems[0].Code, result.Problems[0].File, result.Problems[0].Line, result.Problems[0].Column));
    }

    [Fact]
    public void Nesting_and_size_do_not_bring_it_down()
    {
        Assert.Equal("SB9701", AcceptancePolicyFile.Read("policy.json", Encoding.UTF8.GetBytes(new string('[', 100_000))).Problems[0].Code);
        var folder = Directory.CreateTempSubdirectory("securebuild policy ").FullName;
        var file = Path.Combine(folder, "policy.json");
        File.WriteAllText(file, new string(' ', 2 << 20));
        Assert.Equal("SB9700", AcceptancePolicyFile.Read(file).Problems[0].Code);
        Directory.Delete(folder, recursive: true);
        Assert.Equal("SB9700", AcceptancePolicyFile.Read(file).Problems[0].Code);
    }

    [Fact]
    public async Task The_schema_takes_what_the_reader_takes()
    {
        var folder = Directory.CreateTempSubdirectory("securebuild policy ").FullName;
        var (schema, policy) = (Path.Combine(folder, "policy-v1.schema.json"), Path.Combine(folder, "policy.json"));
        File.WriteAllText(schema, AcceptancePolicyFile.Schema);
        foreach (var (text, valid) in ((string, bool)[])[(Full, true), (Full.Replace("maxAgeDays", "maxAge"), false), (Full.Replace("moderate", "severe"), false), (Full.Replace("\"JP\"", "\"Japan\""), false)])
        {
            File.WriteAllText(policy, text);
            var result = await NodeTools.RunAsync("json-schema-validate.mjs", schema, policy);
            Assert.True(result.ExitCode == (valid ? 0 : 1), result.ToString());
            Assert.Equal(valid, AcceptancePolicyFile.Read(policy).Policy is not null);
        }
        Directory.Delete(folder, recursive: true);
    }
}
