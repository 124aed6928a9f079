using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Evidence;

public sealed class SarifLogTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("秘密 user ").FullName;

    [Fact]
    public void Rules_results_and_suppressions_are_read()
    {
        var log = Normalise(Raw()).Log!;

        Assert.Equal("5.9.0", log.ToolVersion);
        Assert.True(log.HasOurRules);
        var ours = log.Rules.Single(rule => rule.Id == "SB2001");
        Assert.Equal(("warning", "warning", true), (ours.DefaultLevel, ours.EffectiveLevel, ours.Enabled));
        Assert.Equal(["CWE-328", "SSDF-PW.5.1"], ours.Tags);
        var off = log.Rules.Single(rule => rule.Id == "CA1822");
        Assert.Equal(("note", "none", false), (off.DefaultLevel, off.EffectiveLevel, off.Enabled));
        Assert.Equal("warning", log.Rules.Single(rule => rule.Id == "CA1050").EffectiveLevel);

        Assert.Equal(["src/a.cs:3", "src/a.cs:7"], log.Results.Where(result => result.Rule == "SB2001").Select(result => $"{result.Path}:{result.Region!.StartLine}"));
        Assert.Equal("既存の形式", log.Results.Single(result => result.Suppression is not null).Suppression!.Justification);
    }

    [Fact]
    public void Nothing_of_the_machine_is_left_in_the_file()
    {
        var text = Encoding.UTF8.GetString(Normalise(Raw()).Json!);

        Assert.DoesNotContain(_root, text, StringComparison.Ordinal);
        Assert.DoesNotContain("秘密", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/home/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("file:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("executionTime", text, StringComparison.Ordinal);
        Assert.Contains("Outside.cs", text, StringComparison.Ordinal);
        Assert.Contains("https://securebuild.example/rules/SB2001", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_findings_in_another_order_give_the_same_bytes()
    {
        var other = JsonNode.Parse(Raw())!;
        var run = other["runs"]![0]!.AsObject();
        var results = run["results"]!.AsArray();
        var last = results[^1]!.DeepClone();
        results.RemoveAt(results.Count - 1);
        results.Insert(0, last);
        run["properties"] = new JsonObject { ["analyzerExecutionTime"] = "9.9" };

        Assert.Equal(Normalise(Raw()).Json, Normalise(other.ToJsonString()).Json);
    }

    [Fact]
    public async Task The_file_is_valid_SARIF_and_its_indexes_point_at_the_rules()
    {
        var file = Path.Combine(_root, "normal.sarif");
        var json = Normalise(Raw()).Json!;
        await File.WriteAllBytesAsync(file, json, TestContext.Current.CancellationToken);

        var validation = await NodeTools.RunAsync("sarif-validate.mjs", file);
        Assert.True(validation.ExitCode == 0, validation.ToString());
        var run = JsonNode.Parse(json)!["runs"]![0]!;
        foreach (var result in run["results"]!.AsArray())
            Assert.Equal((string?)result!["ruleId"], (string?)run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["id"]);
    }

    [Fact]
    public void SARIF_1_is_answered_with_what_to_set()
    {
        var result = Normalise("""{"$schema":"http://json.schemastore.org/sarif-1.0.0","version":"1.0.0","runs":[]}""");

        Assert.Null(result.Log);
        var problem = Assert.Single(result.Problems);
        Assert.Equal("SB9301", problem.Code);
        Assert.Contains("version=2.1", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"version":"2.1.0","runs":7}""")]
    [InlineData("""{"version":"2.1.0","runs":[]}""")]
    [InlineData("""{"version":"2.1.0","runs":[{"results":[""")]
    public void What_is_not_SARIF_is_a_coded_problem(string text) => Assert.Equal("SB9303", Assert.Single(Normalise(text).Problems).Code);

    [Fact]
    public void A_missing_log_is_a_coded_problem() =>
        Assert.Equal("SB9302", Assert.Single(SarifLog.Normalise(Path.Combine(_root, "none.sarif"), _root).Problems).Code);

    [Fact]
    public void A_log_without_our_rules_says_that_they_did_not_run()
    {
        var raw = JsonNode.Parse(Raw())!;
        raw["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray().RemoveAt(0);
        var result = Normalise(raw.ToJsonString());

        Assert.False(result.Log!.HasOurRules);
        Assert.Equal("SB9304", Assert.Single(result.Problems).Code);
    }

    [Theory]
    [InlineData("could not read '/home/ann b/key.pem' now", "could not read 'key.pem' now")]
    [InlineData("""see C:\Users\ann\a.cs, line 3""", "see a.cs, line 3")]
    [InlineData("the type application/json and a/b", "the type application/json and a/b")]
    [InlineData("(https://securebuild.example/rules/SB2001)", "(https://securebuild.example/rules/SB2001)")]
    public void Messages_lose_absolute_paths_and_nothing_else(string message, string clean)
    {
        var raw = JsonNode.Parse(Raw())!;
        raw["runs"]![0]!["results"]![0]!["message"]!["text"] = message;

        Assert.Contains(Normalise(raw.ToJsonString()).Log!.Results, result => result.Message == clean);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    SarifResult Normalise(string raw)
    {
        var file = Path.Combine(_root, "raw.sarif");
        File.WriteAllText(file, raw, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return SarifLog.Normalise(file, _root);
    }

    // As Roslyn 5.9 writes it.
    string Raw() => $$"""
        {
          "$schema": "http://json.schemastore.org/sarif-2.1.0", "version": "2.1.0",
          "runs": [{
            "results": [
              {{Result("SB2001", 0, "src/a.cs", 7, "\"suppressions\":[{\"kind\":\"inSource\",\"justification\":\"既存の形式\",\"properties\":{\"suppressionType\":\"SuppressMessageAttribute\"}}],")}},
              {{Result("SB2001", 0, "src/a.cs", 3)}},
              {{Result("CS0169", 3, "../../home/Outside.cs", 1)}},
              { "ruleId": "CS8785", "ruleIndex": 4, "level": "warning", "message": { "text": "Generator in '{{_root}}/gen/x.dll' failed on /home/someone/y.cs" } }
            ],
            "properties": { "analyzerExecutionTime": "0.382" },
            "tool": { "driver": {
              "name": "Microsoft (R) Visual C# Compiler", "version": "5.9.0-1 (abc)", "semanticVersion": "5.9.0",
              "rules": [
                { "id": "SB2001", "shortDescription": { "text": "Broken hash function" }, "helpUri": "https://securebuild.example/rules/SB2001",
                  "properties": { "category": "SecureBuild.Cryptography", "executionTimeInSeconds": "0.003", "tags": ["CWE-328", "SSDF-PW.5.1"] } },
                { "id": "CA1822", "defaultConfiguration": { "level": "note" }, "properties": { "category": "Performance", "executionTimeInSeconds": "<0.001" } },
                { "id": "CA1050", "defaultConfiguration": { "level": "note" } },
                { "id": "CS0169" }, { "id": "CS8785" }
              ] } },
            "invocations": [{ "executionSuccessful": true, "ruleConfigurationOverrides": [
              { "descriptor": { "id": "CA1050", "index": 2 }, "configuration": { "level": "warning" } },
              { "descriptor": { "id": "CA1822", "index": 1 }, "configuration": { "enabled": false } } ] }],
            "columnKind": "utf16CodeUnits"
          }]
        }
        """.Replace("\\gen", "/gen", StringComparison.Ordinal);

    string Result(string rule, int index, string path, int line, string more = "") => $$"""
        { "ruleId": "{{rule}}", "ruleIndex": {{index}}, "level": "warning", "message": { "text": "{{rule}} (https://securebuild.example/rules/SB2001)" }, {{more}}
          "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "{{new Uri(Path.GetFullPath(Path.Combine(_root, path))).AbsoluteUri}}" },
            "region": { "startLine": {{line}}, "startColumn": 9, "endLine": {{line}}, "endColumn": 26 } } }], "properties": { "warningLevel": 1 } }
        """;
}
