using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1020RegexInjection>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1020RegexInjectionTests
{
    [Fact]
    public Task Patterns_of_a_client_are_reported() => Verify.AnalyzerAsync("""
        using System.Text.RegularExpressions;
        public class SearchController : Controller
        {
            public bool Static(string pattern, string[] lines) => Regex.IsMatch("some text", [|pattern|]);
            public object New(string pattern) => new Regex([|pattern|]);
            public object Part(string word) => new Regex([|"^" + word + "$"|], RegexOptions.IgnoreCase);
            public string Replace(string pattern) => Regex.Replace("some text", [|pattern|], "");
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Escaped_and_limited_patterns_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Text.RegularExpressions;
        public class SearchController : Controller
        {
            public object Escaped(string word) => new Regex("^" + Regex.Escape(word) + "$");
            public bool Input(string text) => Regex.IsMatch(text, "^[a-z]+$");
            public object Chosen(string kind) => new Regex(kind == "word" ? "^[a-z]+$" : "^[0-9]+$");
            public object Constant() => new Regex("^a+$");
        }
        """, FlowSetup.Web);
}
