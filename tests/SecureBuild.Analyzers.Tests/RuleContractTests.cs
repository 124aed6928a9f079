using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Tests;

/// <summary>What every rule owes its users, whatever it looks for.</summary>
public sealed partial class RuleContractTests
{
    static readonly string s_releases = File.ReadAllText(Repository.PathOf("src/SecureBuild.Analyzers/AnalyzerReleases.Unshipped.md"))
        + File.ReadAllText(Repository.PathOf("src/SecureBuild.Analyzers/AnalyzerReleases.Shipped.md"));

    public static TheoryData<string> Ids => Rules.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void The_three_texts_exist_in_both_languages_with_the_same_holes(string id)
    {
        foreach (var part in new[] { "Title", "Message", "Description" })
        {
            var english = Rules.Text(id, part, "en");
            var japanese = Rules.Text(id, part, "ja");
            Assert.False(string.IsNullOrWhiteSpace(english), $"{id}_{part} is missing in English.");
            Assert.False(string.IsNullOrWhiteSpace(japanese), $"{id}_{part} is missing in Japanese.");
            Assert.NotEqual(english, japanese);
            Assert.Matches(@"[\u3040-\u30ff\u4e00-\u9fff]", japanese);
            Assert.Equal(Holes(english!), Holes(japanese!));
        }
        Assert.DoesNotContain(Rules.Text(id, "Title", "en")!, title => title == '{');
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_says_which_weakness_and_which_practice_it_bears_on(string id)
    {
        var tags = Rules.Rule(id).CustomTags;
        Assert.Contains(tags, tag => CweTag().IsMatch(tag));
        Assert.Contains(tags, tag => SsdfTag().IsMatch(tag));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_has_a_help_link_that_ends_in_its_id(string id)
    {
        var link = Rules.Rule(id).HelpLinkUri;
        Assert.True(Uri.TryCreate(link, UriKind.Absolute, out _), link);
        Assert.EndsWith(id, link, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_is_listed_in_the_release_files_under_its_own_name_and_severity(string id)
    {
        var rule = Rules.Rule(id);
        Assert.Matches($@"(?m)^{id} \| {Regex.Escape(rule.Category)} \| {(rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled")} \| {Rules.NameOf(id)}\r?$", s_releases);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_rules_class_file_and_tests_carry_its_id_and_name(string id)
    {
        var name = Rules.NameOf(id);
        Assert.StartsWith(id, name, StringComparison.Ordinal);
        Assert.True(File.Exists(Rules.PageOf(id, ".cs")), Rules.PageOf(id, ".cs"));
        Assert.NotNull(typeof(RuleContractTests).Assembly.GetType($"SecureBuild.Analyzers.Tests.{Rules.Folder(id)}.{name}Tests"));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Both_pages_show_a_wrong_and_a_right_example_the_weakness_and_when_to_suppress(string id)
    {
        CheckPage(id, ".md", "## Wrong", "## Right", "## When to suppress");
        CheckPage(id, ".ja.md", "## 誤った例", "## 正しい例", "## 抑制してよい場合");
    }

    static void CheckPage(string id, string ending, string wrong, string right, string suppress)
    {
        var path = Rules.PageOf(id, ending);
        Assert.True(File.Exists(path), path);
        var page = File.ReadAllText(path);
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        foreach (var heading in new[] { wrong, right })
            Assert.Contains(heading + "\n\n```", page, StringComparison.Ordinal);
        Assert.Contains(suppress + "\n", page, StringComparison.Ordinal);
        foreach (var tag in Rules.Rule(id).CustomTags.Except([WellKnownDiagnosticTags.NotConfigurable]))
            Assert.Contains(tag.StartsWith("SSDF-", StringComparison.Ordinal) ? tag["SSDF-".Length..] : tag, page, StringComparison.Ordinal);
    }

    static string[] Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^CWE-[1-9]\d*$")]
    private static partial Regex CweTag();

    [GeneratedRegex(@"^SSDF-(PO|PS|PW|RV)\.\d\.\d$")]
    private static partial Regex SsdfTag();
}
