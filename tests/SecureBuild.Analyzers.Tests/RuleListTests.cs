using Microsoft.CodeAnalysis;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Tests;

/// <summary>The list of rules is a file made from the rules: SECUREBUILD_UPDATE_GOLDEN=1 writes it anew.</summary>
public sealed class RuleListTests
{
    [Fact]
    public void Every_rule_is_listed_with_its_weakness_level_and_page()
    {
        var path = Repository.PathOf("src/SecureBuild.Analyzers/README.md");
        var text = File.ReadAllText(path);
        const string head = "| id | finds | CWE | level | page |\n| --- | --- | --- | --- | --- |\n";
        var expected = text[..(text.IndexOf(head, StringComparison.Ordinal) + head.Length)] + string.Concat(Rules.Descriptors.Select(Row));
        if (Environment.GetEnvironmentVariable("SECUREBUILD_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path));
    }

    static string Row(DiagnosticDescriptor rule)
    {
        var page = $"{Rules.Folder(rule.Id)}/{Rules.NameOf(rule.Id)}";
        var weaknesses = string.Join(", ", rule.CustomTags.Where(tag => tag.StartsWith("CWE-", StringComparison.Ordinal)).Select(tag => tag["CWE-".Length..]));
        var level = !rule.IsEnabledByDefault ? "off" : rule.DefaultSeverity switch { DiagnosticSeverity.Info => "information", DiagnosticSeverity.Hidden => "hidden", var severity => severity.ToString().ToLowerInvariant() };
        return $"| {rule.Id} | {rule.Title.ToString(null)} | {weaknesses} | {level} | [English]({page}.md) [日本語]({page}.ja.md) |\n";
    }
}
