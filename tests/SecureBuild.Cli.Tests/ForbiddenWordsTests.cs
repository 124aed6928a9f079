using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Cli.Explain;
using SecureBuild.Testing;

namespace SecureBuild.Cli.Tests;

/// <summary>Nothing that the product says promises more than it knows: <c>forbidden-words.txt</c>, over every text and every rendering, in both languages.</summary>
public sealed class ForbiddenWordsTests
{
    static readonly Regex[] s_words =
    [
        .. File.ReadLines(Repository.PathOf("tests/SecureBuild.Cli.Tests/forbidden-words.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => new Regex(line, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
    ];

    /// <summary>Where texts stand from which renderings are made. The pages of the analyzers' rules speak of code, not of products.</summary>
    public static TheoryData<string> Sources => [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.StartsWith("src/SecureBuild.Analyzers/", StringComparison.Ordinal))
        .Where(file => Path.GetExtension(file) is ".resx" or ".json" or ".jsonc" or ".md")
        .Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("The product is SSDF compliant.")]
    [InlineData("The product complies with the CRA.")]
    [InlineData("Certified by SecureBuild")]
    [InlineData("The supplier was cleared.")]
    [InlineData("This software is secure.")]
    [InlineData("We guarantee that it has no vulnerabilities.")]
    [InlineData("本製品は SSDF に準拠しています。")]
    [InlineData("CRA への適合を保証します。")]
    [InlineData("認証済み")]
    [InlineData("準拠済み")]
    [InlineData("脆弱性はありません。")]
    [InlineData("この製品は安全です。")]
    public void The_list_knows_the_words_that_vendors_like(string sentence) => Assert.Contains(s_words, word => word.IsMatch(sentence));

    [Theory]
    [InlineData("Not assessed. That does not mean that there are none.")]
    [InlineData("問題がないという意味ではありません。")]
    [InlineData("No known vulnerability was reported (NuGet, 2026-11-22).")]
    public void The_list_leaves_honest_words_alone(string sentence) => AssertNone(sentence, sentence);

    [Theory, MemberData(nameof(Sources))]
    public void No_text_of_the_product_has_them(string file)
    {
        var content = File.ReadAllText(Repository.PathOf(file));
        foreach (var text in Path.GetExtension(file) switch
        {
            ".resx" => XDocument.Parse(content).Root!.Elements("data").Select(text => text.Element("value")!.Value),
            ".json" => Texts(JsonNode.Parse(content)),
            _ => [content],
        })
            AssertNone(file, text);
    }

    [Fact]
    public void No_rendering_of_a_build_has_them_in_either_language()
    {
        // Held against every catalogue that ships, drafts too, on facts as they are really collected.
        using var build = new DeliveredBuild(collected: true, AssessedCatalogue.All);
        var files = Directory.GetFiles(Path.Combine(build.Output, "securebuild"));
        Assert.NotEmpty(files);
        foreach (var file in files)
            AssertNone(Path.GetFileName(file), File.ReadAllText(file));
        foreach (var language in (string[])["en", "ja"])
        {
            using var exported = new Scratch();
            Assert.Equal(0, Tool.Run("export", build.Output, "--output", exported.Path, "--lang", language).ExitCode);
            Assert.NotEmpty(Directory.GetFiles(exported.Path));
            Assert.Equal(0, Tool.Run("report", build.Output, "-o", exported["report.html"], "--internal", "--lang", language).ExitCode);
            foreach (var file in Directory.GetFiles(exported.Path))
                AssertNone(Path.GetFileName(file), File.ReadAllText(file));
            foreach (var line in (string[][])
            [
                ["show", build.Output], ["show", build.Output, "--all"], ["show", build.Output, "--json"],
                ["verify", build.Output, "--allow-unsigned"], ["verify", build.Output], ["verify", build.Output, "--allow-unsigned", "--json"],
                ["sbom", "check", build.Artifact(".cdx.json"), "--all"], ["state", build.Output, "--list-open"], ["explain", "--list"],
            ])
            {
                var result = Tool.Run([.. line, "--lang", language]);
                Assert.NotEmpty(result.Output);
                AssertNone(string.Join(' ', line), result.Output + result.Error);
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void No_explanation_of_a_control_has_them(string language)
    {
        Language.Settle(["--lang", language]);
        foreach (var id in ControlPages.Ids)
        {
            var page = string.Join("\n", ControlPages.Of(id, 120));
            Assert.NotEmpty(page);
            AssertNone(id, page);
        }
    }

    static void AssertNone(string where, string text)
    {
        foreach (var word in s_words)
            if (word.Match(text) is { Success: true } match)
                Assert.Fail($"{where}: “{match.Value}” ({word}) in {text[Math.Max(0, match.Index - 60)..Math.Min(text.Length, match.Index + 80)]}");
    }

    static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
