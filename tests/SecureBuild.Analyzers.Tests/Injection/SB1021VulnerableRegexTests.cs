using VerifyFix = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1021VulnerableRegex, SecureBuild.CodeFixes.Injection.SB1021VulnerableRegexCodeFix>;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1021VulnerableRegex>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1021VulnerableRegexTests
{
    [Fact]
    public Task Ambiguous_patterns_are_reported_wherever_a_pattern_is_given() => Verify.AnalyzerAsync("""
        using System.Text.RegularExpressions;
        partial class C
        {
            const string Words = @"^(\w+\s?)*$";
            static readonly string s_letters = "^([a-z]+)*$";
            static readonly Regex s_field = new([|Words|]);
            Regex M() => new Regex([|"^(a+)+$"|], RegexOptions.Compiled | RegexOptions.IgnoreCase);
            bool N(string text)
            {
                var pattern = "(x+x+)+y";
                return Regex.IsMatch(text, [|pattern|]) || Regex.Match(input: text, pattern: [|s_letters|]).Success || Regex.Replace(text, [|"^(a|aa)+$"|], "").Length > 0 || new Regex([|"(a+)+b"|]).IsMatch(text);
            }
            [GeneratedRegex([|"^(a*)*$"|])]
            private static partial Regex Generated();
        }
        partial class C { private static partial Regex Generated() => null; }
        """);

    [Fact]
    public Task Timeouts_and_the_linear_engine_silence_it() => Verify.AnalyzerAsync("""
        using System;
        using System.ComponentModel.DataAnnotations;
        using System.Text.RegularExpressions;
        partial class C
        {
            static readonly Regex s_a = new("^(a+)+$", RegexOptions.None, TimeSpan.FromSeconds(1));
            static readonly Regex s_b = new("^(a+)+$", RegexOptions.NonBacktracking);
            static readonly Regex s_c = new([|"^(a+)+$"|], RegexOptions.None, Regex.InfiniteMatchTimeout);
            bool M(string text) => Regex.IsMatch(text, "^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(100));
            [GeneratedRegex("^(a*)*$", RegexOptions.None, 1000)]
            private static partial Regex Generated();
            [GeneratedRegex([|"^(a*)*$"|], RegexOptions.None, -1)]
            private static partial Regex Endless();
            [RegularExpression("^(a+)+$")]
            public string A { get; set; }
            [RegularExpression([|"^(a+)+$"|], MatchTimeoutInMilliseconds = -1)]
            public string B { get; set; }
        }
        partial class C { private static partial Regex Generated() => null; private static partial Regex Endless() => null; }
        """);

    [Fact]
    public Task A_default_timeout_for_the_program_silences_it() => Verify.AnalyzerAsync("""
        using System;
        using System.Text.RegularExpressions;
        class C
        {
            static void Main() => AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromSeconds(2));
            bool M(string text) => Regex.IsMatch(text, "^(a+)+$");
        }
        """);

    [Fact]
    public Task Unambiguous_patterns_unknown_patterns_and_constant_texts_are_not() => Verify.AnalyzerAsync("""
        using System.Text.RegularExpressions;
        class C
        {
            static readonly Regex s_email = new(@"^[^@\s]+@[^@\s]+\.[^@\s]+$");
            static readonly Regex s_words = new(@"^\w+(\s\w+)*$");
            static readonly Regex s_atomic = new("^(?>a+)+$");
            static bool s_x = Regex.IsMatch("aaaa", "^(a+)+$") || new Regex("^(a+)+$").IsMatch("aaab");
            bool M(string text, string pattern) => Regex.IsMatch(text, pattern) || Regex.IsMatch(text, Regex.Escape("(a+)+$")) || Text.IsMatch(text, "^(a+)+$");
        }
        static class Text { public static bool IsMatch(string input, string pattern) => true; }
        """);

    [Fact]
    public Task The_fix_adds_a_timeout() => VerifyFix.CodeFixAsync("""
        using System.Text.RegularExpressions;
        partial class C
        {
            static readonly Regex s_a = new([|"^(a+)+$"|]);
            static readonly Regex s_b = new Regex([|"^(b+)+$"|], RegexOptions.Compiled);
            bool M(string text) => Regex.IsMatch(text, [|"^(c+)+$"|]) && Regex.Replace(text, [|"^(d+)+$"|], "", RegexOptions.IgnoreCase).Length > 0;
            [GeneratedRegex([|"^(e+)+$"|])]
            private static partial Regex Generated();
        }
        partial class C { private static partial Regex Generated() => null; }
        """, """
        using System;
        using System.Text.RegularExpressions;
        partial class C
        {
            static readonly Regex s_a = new("^(a+)+$", RegexOptions.None, TimeSpan.FromSeconds(1));
            static readonly Regex s_b = new Regex("^(b+)+$", RegexOptions.Compiled, TimeSpan.FromSeconds(1));
            bool M(string text) => Regex.IsMatch(text, "^(c+)+$", RegexOptions.None, TimeSpan.FromSeconds(1)) && Regex.Replace(text, "^(d+)+$", "", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)).Length > 0;
            [GeneratedRegex("^(e+)+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
            private static partial Regex Generated();
        }
        partial class C { private static partial Regex Generated() => null; }
        """);

    [Fact]
    public Task There_is_no_fix_where_no_overload_takes_a_timeout() => VerifyFix.NoCodeFixAsync("""
        using System.ComponentModel.DataAnnotations;
        class C
        {
            [RegularExpression([|"^(a+)+$"|], MatchTimeoutInMilliseconds = -1)]
            public string A { get; set; }
        }
        """);

    [Fact]
    public Task A_text_that_is_known_to_be_short_is_not_reported() => Verify.AnalyzerAsync("""
        using System.Text.RegularExpressions;
        class C
        {
            bool And(string text) => text.Length <= 20 && Regex.IsMatch(text, "^(a+)+$");
            bool Left(string text)
            {
                if (string.IsNullOrEmpty(text) || text.Length > 20)
                    return false;
                return Regex.IsMatch(text, "^(a+)+$");
            }
            bool Inside(string text)
            {
                if (text is not null && text.Length is < 16)
                    return Regex.IsMatch(text, "^(a+)+$");
                return false;
            }
            bool Long(string text) => text.Length <= 10000 && Regex.IsMatch(text, [|"^(a+)+$"|]);
            bool Other(string text, string other) => other.Length <= 20 && Regex.IsMatch(text, [|"^(a+)+$"|]);
            bool AtLeast(string text) => text.Length > 20 && Regex.IsMatch(text, [|"^(a+)+$"|]);
            bool Else(string text)
            {
                if (text.Length > 20)
                    text = text.Trim();
                return Regex.IsMatch(text, [|"^(a+)+$"|]);
            }
        }
        """);
}
