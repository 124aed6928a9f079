using System.Text.Json.Nodes;

namespace SecureBuild.Cli.Tests.Verbs;

public sealed class PolicyVerbTests
{
    [Fact]
    public void A_rule_that_fails_or_cannot_be_checked_is_not_satisfied_and_said_in_both_languages()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        var policy = folder.Write("policy.json", """{ "name": "Portals", "maxAgeDays": 36500, "packages": { "deny": ["A"] }, "vulnerabilities": { "atMost": "none" } }""");

        var result = Tool.Run("verify", build.Output, "--key", build.PublicKey, "--policy", policy);
        var japanese = Tool.Run("verify", build.Output, "--key", build.PublicKey, "--policy", policy, "--lang", "ja");

        Assert.Equal((1, 1), (result.ExitCode, japanese.ExitCode));
        Assert.Contains("✓  age – passed", result.Output);
        Assert.Contains("✗  SB9715: packages – failed", result.Output);
        Assert.Contains("?  SB9716: vulnerabilities – not checked", result.Output);
        Assert.Contains("vulnerabilities – 未確認", japanese.Output);
    }

    [Fact]
    public void A_broken_policy_is_refused_with_its_place_and_one_that_is_not_meant_too()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        var policy = folder.Write("policy.json", "{\n  \"maxAge\": 3 }");

        var broken = Tool.Run("verify", build.Output, "--key", build.PublicKey, "--policy", policy);
        folder.Write("policy.json", """{ "maxAgeDays": 36500 }""");
        var other = Tool.Run("verify", build.Output, "--key", build.PublicKey, "--policy", policy, "--policy-sha256", new string('0', 64));

        Assert.Equal((2, 2), (broken.ExitCode, other.ExitCode));
        Assert.Contains("policy.json(2,3): error SB9703: ", broken.Error);
        Assert.Contains("error SB9711: ", other.Error);
        Assert.Equal("", broken.Output);
    }

    [Fact]
    public void A_catalogue_of_the_buyers_own_is_shown_control_by_control_and_one_with_a_mistake_is_refused_with_its_place()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        const string text = """
            {
              "framework": { "id": "city", "version": "3", "title": { "en": "City contract", "ja": "市の契約" }, "status": "final", "checked": "2026-11-01", "source": { "document": "4711", "url": "https://city.example/4711" } },
              "controls": [ { "id": "1", "kind": "requirement", "title": { "en": "Training", "ja": "教育" }, "summary": { "en": "Done.", "ja": "実施。" }, "automation": "mixed", "ssdf": ["PO.2.2"] } ]
            }
            """;
        var catalogue = folder.Write("city.json", text);
        string[] verify = ["verify", build.Output, "--key", build.PublicKey, "--catalogue"];

        var english = Tool.Run([.. verify, catalogue]);
        var japanese = Tool.Run([.. verify, catalogue, "--lang", "ja"]);
        var json = Tool.Run([.. verify, catalogue, "--json"]);
        folder.Write("city.json", text.Replace("\"1\"", "\"a/b\"", StringComparison.Ordinal));
        var broken = Tool.Run([.. verify, catalogue]);
        folder.Write("city.json", text);
        var twice = Tool.Run([.. verify, catalogue, "--catalogue", catalogue]);

        Assert.Equal((0, 0, 0, 2, 2), (english.ExitCode, japanese.ExitCode, json.ExitCode, broken.ExitCode, twice.ExitCode));
        Assert.Contains("City contract 3", english.Output);
        Assert.Contains("Training", english.Output);
        Assert.Contains("市の契約 3", japanese.Output);
        Assert.Equal("stated", (string?)JsonNode.Parse(json.Output)!["catalogues"]![0]!["controls"]![0]!["status"]);
        Assert.Contains("city.json(3,", broken.Error);
        Assert.Contains("SB9334", broken.Error);
        Assert.Contains("SB9339", twice.Error);
    }

    [Fact]
    public void The_buyers_own_advisories_need_a_policy_that_asks_for_them_and_name_what_came_out_after_the_build()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        var policy = folder.Write("policy.json", """{ "vulnerabilities": { "atMost": "low" } }""");
        var other = folder.Write("other.json", """{ "maxAgeDays": 9 }""");
        var day = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        folder.Write("osv/1.json", $$"""{ "id": "GHSA-aaaa-bbbb-cccc", "modified": "{{day}}T00:00:00Z", "affected": [ { "package": { "ecosystem": "NuGet", "name": "A" }, "versions": ["1"] } ], "database_specific": { "severity": "HIGH" } }""");
        string[] verify = ["verify", build.Output, "--key", build.PublicKey, "--advisories", folder["osv"]];

        Assert.Equal(64, Tool.Run(verify).ExitCode);
        var without = Tool.Run([.. verify, "--policy", other]);
        var result = Tool.Run([.. verify, "--policy", policy]);

        Assert.Equal((64, true), (without.ExitCode, without.Error.Contains("SB9423", StringComparison.Ordinal)));
        Assert.Equal(1, result.ExitCode);
        // The packages of this bill have no package URL, so nothing of them was compared.
        Assert.Contains("?  SB9716: vulnerabilities – not checked", result.Output);
    }

    [Fact]
    public void A_summary_is_written_for_a_delivery_that_fulfils_the_policy_and_removed_for_one_that_does_not()
    {
        using var build = new DeliveredBuild().Signed();
        using var folder = new Scratch();
        var policy = folder.Write("policy.json", """{ "maxAgeDays": 36500 }""");
        string[] arguments = ["verify", build.Output, "--key", build.PublicKey, "--policy", policy, "--vsa", folder["vsa.intoto.jsonl"], "--verifier-id", "https://city.example/v1"];

        Assert.Equal(64, Tool.Run(arguments[..^2]).ExitCode);
        var draft = Tool.Run(arguments);
        Assert.Equal((0, ""), (draft.ExitCode, draft.Error));
        Assert.Equal("UNSIGNED DRAFT", (string)JsonNode.Parse(File.ReadAllText(folder["vsa.intoto.jsonl"]))!["predicate"]!["securebuild_signing"]!);

        Assert.Equal(0, Tool.Run([.. arguments, "--vsa-key", build.Key, "--json"]).ExitCode);
        var envelope = JsonNode.Parse(File.ReadAllText(folder["vsa.intoto.jsonl"]))!;
        var statement = JsonNode.Parse(Convert.FromBase64String((string)envelope["payload"]!))!;
        Assert.Equal("PASSED", (string)statement["predicate"]!["verificationResult"]!);
        Assert.Single(envelope["signatures"]!.AsArray());

        File.AppendAllText(build.Assembly, "!");
        var tampered = Tool.Run(arguments);
        Assert.Equal(2, tampered.ExitCode);
        Assert.Contains("SB9720", tampered.Error);
        Assert.False(File.Exists(folder["vsa.intoto.jsonl"]));
    }

    [Fact]
    public void The_schema_is_printed() => Assert.Equal("SecureBuild acceptance policy", (string)JsonNode.Parse(Tool.Run("verify", "--policy-schema").Output)!["title"]!);

    [Fact]
    public void Signing_leaves_a_page_for_those_without_the_tool()
    {
        using var build = new DeliveredBuild().Signed();

        Assert.Contains("openssl dgst -sha256 -verify supplier.pub.pem", File.ReadAllText(Path.Combine(build.Output, "securebuild", "VERIFY.md")));
    }
}
