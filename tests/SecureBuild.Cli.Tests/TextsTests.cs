using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SecureBuild.Testing;

namespace SecureBuild.Cli.Tests;

/// <summary>Both languages say the same things, and the Japanese says one thing in one word.</summary>
public sealed partial class TextsTests
{
    // Names that are the same in Japanese, and words that JSON has.
    static readonly string[] s_names = ["null", "SBOM", "VEX", "SECURITY.md", "security.txt", "、"];

    // What was once said in several words: the words that lost, and the one that is used.
    static readonly (string Wrong, string Right)[] s_glossary =
    [
        ("表明", "申告 (statement of a person)"), ("(?<!自己|X\\.509 )証明書(?!テーブル|検証|コールバック)", "自己証明書 (attestation; 証明書 is a certificate)"),
        ("ダイジェスト", "ハッシュ値 (digest)"), ("抑止", "抑制 (suppression)"), ("部品(?!表)", "コンポーネント (component)"), ("監査元|監査情報源", "監査ソース (audit source)"),
        ("供給元", "パッケージソース (package source)"), ("未達", "未充足 (not met)"), ("[^出]版(?!権)", "バージョン, リビジョン (version, revision)"), ("本ルール|このルール", "規則 (rule)"),
    ];

    public static TheoryData<string> ResourceFiles => [.. Sources("*.ja.resx")];

    public static TheoryData<string> DataFiles =>
        [.. Sources("*.json").Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal) && File.ReadAllText(Repository.PathOf(file)).Contains("\"ja\"", StringComparison.Ordinal))];

    public static TheoryData<string> Pages => [.. Sources("*.ja.md")];

    [Theory, MemberData(nameof(ResourceFiles))]
    public void Both_languages_have_the_same_texts_with_the_same_holes(string file)
    {
        var english = Texts(file.Replace(".ja.", ".", StringComparison.Ordinal));
        var japanese = Texts(file);

        Assert.Equal(english.Select(text => (text.Key, Holes(text.Value))), japanese.Select(text => (text.Key, Holes(text.Value))));
        // An example is a command line, the same in every language.
        Assert.All(japanese.Where(text => !text.Key.EndsWith("_Examples", StringComparison.Ordinal)), text => AssertJapanese(text.Value));
    }

    [Theory, MemberData(nameof(DataFiles))]
    public void Data_says_the_same_in_both_languages(string file)
    {
        var texts = Pairs(JsonNode.Parse(File.ReadAllText(Repository.PathOf(file)))!).ToArray();

        Assert.NotEmpty(texts);
        Assert.All(texts, text =>
        {
            Assert.Equal(Holes(text.English), Holes(text.Japanese));
            AssertJapanese(text.Japanese);
        });
    }

    [Theory, MemberData(nameof(Pages))]
    public void Pages_are_set_like_every_other_Japanese_text(string file)
    {
        var page = File.ReadAllText(Repository.PathOf(file));

        AssertSetting(Code().Replace(page, "`"));
        Assert.DoesNotMatch("本ルール|このルール", page);
        Assert.True(File.Exists(Repository.PathOf(file.Replace(".ja.", ".", StringComparison.Ordinal))), file);
    }

    static void AssertJapanese(string text)
    {
        if (s_names.Contains(text))
            return;
        Assert.Matches(@"[\u3040-\u30ff\u4e00-\u9fff]", text);
        AssertSetting(text);
    }

    /// <summary>Full-width brackets round Japanese, one space between Japanese and Latin letters or digits, no word that promises more than was seen.</summary>
    static void AssertSetting(string text)
    {
        Assert.DoesNotMatch(@"[\u3040-\u30ff\u4e00-\u9fff、。」] ?\((?!http)[^()\n]*\)|\([^()\n]*[\u3040-\u30ff\u4e00-\u9fff][^()\n]*\)", text);
        Assert.DoesNotMatch(@"[A-Za-z0-9][\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]|[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff][A-Za-z0-9]", text);
        Assert.DoesNotMatch("認証済み|合格|準拠して|適合して|安全です", text);
    }

    [Theory, MemberData(nameof(ResourceFiles)), MemberData(nameof(DataFiles))]
    public void One_thing_has_one_name(string file)
    {
        // The rules of the analyzers speak of certificates and passwords, in the words of cryptography.
        if (file.Contains("Analyzers", StringComparison.Ordinal))
            return;
        var texts = file.EndsWith(".resx", StringComparison.Ordinal) ? Texts(file).Values.ToArray() : [.. Pairs(JsonNode.Parse(File.ReadAllText(Repository.PathOf(file)))!).Select(text => text.Japanese)];
        foreach (var (wrong, right) in s_glossary)
            Assert.All(texts, text => Assert.False(Regex.IsMatch(text, wrong), $"{text} – {right}"));
    }

    static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(Repository.PathOf("src"), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    static SortedDictionary<string, string> Texts(string file) => new(
        XDocument.Load(Repository.PathOf(file)).Root!.Elements("data").ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value), StringComparer.Ordinal);

    static IEnumerable<(string English, string Japanese)> Pairs(JsonNode node) => node switch
    {
        JsonObject { Count: 2 } text when text["en"] is JsonValue english && text["ja"] is JsonValue japanese => [((string)english!, (string)japanese!)],
        JsonObject map => map.SelectMany(member => member.Value is null ? [] : Pairs(member.Value)),
        JsonArray list => list.SelectMany(item => item is null ? [] : Pairs(item)),
        _ => [],
    };

    static string Holes(string text) => string.Join(" ", Hole().Matches(text).Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("(?s)```.*?```|`[^`]*`|\\[[^\\]]*\\]\\([^)]*\\)")]
    private static partial Regex Code();
}
