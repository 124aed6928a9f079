using System.Globalization;
using System.Resources;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecureBuild.Analyzers.Tests;

/// <summary>What every code fix owes its users. That each action has an equivalence key is asked where fixes run: in <c>Verify</c>.</summary>
public sealed class CodeFixContractTests
{
    public static TheoryData<string> Names => [.. Rules.Fixes.Select(fix => fix.GetType().Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_fix_repairs_all_occurrences_at_once(string name) =>
        Assert.Contains(FixAllScope.Solution, Fix(name).GetFixAllProvider()!.GetSupportedFixAllScopes());

    [Theory, MemberData(nameof(Names))]
    public void A_fix_is_named_after_an_existing_rule_and_exported(string name)
    {
        var fix = Fix(name);
        Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains(Rules.Descriptors, rule => rule.Id == id));
        Assert.Equal(Rules.NameOf(fix.FixableDiagnosticIds[0]) + "CodeFix", name);
        Assert.NotEmpty(fix.GetType().GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false));
    }

    [Theory, MemberData(nameof(Names))]
    public void Both_pages_of_its_rule_say_that_there_is_a_fix(string name)
    {
        var id = Fix(name).FixableDiagnosticIds[0];
        Assert.Contains("**Code fix:** yes", File.ReadAllText(Rules.PageOf(id, ".md")), StringComparison.Ordinal);
        Assert.Contains("**コード修正:** あり", File.ReadAllText(Rules.PageOf(id, ".ja.md")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_fix_has_a_title_in_both_languages(string name)
    {
        var fix = Fix(name);
        var titles = new ResourceManager("SecureBuild.CodeFixes.Titles", fix.GetType().Assembly);
        var english = titles.GetString(fix.FixableDiagnosticIds[0], CultureInfo.GetCultureInfo("en"));
        var japanese = titles.GetString(fix.FixableDiagnosticIds[0], CultureInfo.GetCultureInfo("ja"));
        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.NotEqual(english, japanese);
        Assert.Equal(english.Contains("{0}", StringComparison.Ordinal), japanese?.Contains("{0}", StringComparison.Ordinal));
    }

    static CodeFixProvider Fix(string name) => Rules.Fixes.Single(fix => fix.GetType().Name == name);
}
