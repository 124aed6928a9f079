using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Testing;
using SecureBuild.Testing.Node;

namespace SecureBuild.Build.Tests;

/// <summary>The artifacts of one inner build, as a user finds them.</summary>
/// <param name="Folder">The <c>securebuild</c> folder, absolute.</param>
/// <param name="Stem">First part of the file names.</param>
sealed partial record Artifacts(string Folder, string Stem)
{
    public JsonNode Sbom => Json(".cdx.json");

    public JsonNode Sarif => Json(".sarif");

    public JsonNode Evidence => Json(".evidence.json");

    public string Text(string suffix) => File.ReadAllText(Path.Combine(Folder, Stem + suffix));

    public bool Has(string suffix) => File.Exists(Path.Combine(Folder, Stem + suffix));

    /// <summary>A fact by its id.</summary>
    public JsonNode Fact(string id) => Evidence["facts"]!.AsArray().Single(fact => (string?)fact!["id"] == id)!;

    /// <summary>Ids of the SecureBuild rules that the compiler had loaded.</summary>
    public IReadOnlyList<string> LoadedRules =>
        [.. Sarif["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string)rule!["id"]!).Where(id => id.StartsWith("SB", StringComparison.Ordinal))];

    /// <summary>Findings of SecureBuild's rules: <c>SB2001 src/A/B.cs:12</c>.</summary>
    public IReadOnlyList<string> Findings => [.. Results(static _ => true)];

    /// <summary>Those of them that nobody suppressed; a suppression without a reason is a finding of its own (SB0001).</summary>
    public IReadOnlyList<string> OpenFindings => [.. Results(static result => result["suppressions"] is not JsonArray { Count: > 0 })];

    IEnumerable<string> Results(Func<JsonNode, bool> counts) =>
        from result in Sarif["runs"]![0]!["results"]!.AsArray()
        let rule = (string)result["ruleId"]!
        where rule.StartsWith("SB", StringComparison.Ordinal) && counts(result)
        let place = result["locations"]![0]!["physicalLocation"]!
        select $"{rule} {place["artifactLocation"]!["uri"]}:{place["region"]!["startLine"]}";

    /// <summary>All that must hold for any project: the four files are there, the SBOM is valid by the official schema, nothing of the machine is named.</summary>
    public async Task AssertWellMadeAsync(Workspace workspace)
    {
        foreach (var suffix in new[] { ".cdx.json", ".evidence.json", ".intoto.jsonl" })
            Assert.True(Has(suffix), $"{Stem}{suffix} is missing in {Folder}");
        var validation = await NodeTools.RunAsync("cyclonedx-validate.mjs", "1.7", Path.Combine(Folder, Stem + ".cdx.json"));
        Assert.True(validation.ExitCode == 0, validation.ToString());
        await AssertValidAsync("cyclonedx-validate.mjs", "1.6", ".1.6.cdx.json");
        foreach (var (version, suffix) in ((string, string)[])[("2.3", ".spdx.json"), ("3.0.1", ".spdx3.json")])
            if (SpdxSchema.Find(version) is { } schema)
                await AssertValidAsync("spdx-validate.mjs", schema, suffix);
        foreach (var file in Directory.GetFiles(Folder))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, text, StringComparison.Ordinal);
            Assert.DoesNotContain(workspace.Root, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Repository.Root, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar, text, StringComparison.Ordinal);
            Assert.DoesNotMatch(Overclaim, text);
        }
    }

    async Task AssertValidAsync(string judge, string schema, string suffix)
    {
        if (!Has(suffix))
            return;
        var validation = await NodeTools.RunAsync(judge, schema, Path.Combine(Folder, Stem + suffix));
        Assert.True(validation.ExitCode == 0, validation.ToString());
    }

    [GeneratedRegex(@"\b(compliant|certified|cleared)\b|SLSA (Build )?L[23]", RegexOptions.IgnoreCase)]
    private static partial Regex Overclaim { get; }

    JsonNode Json(string suffix) => JsonNode.Parse(Text(suffix))!;
}
