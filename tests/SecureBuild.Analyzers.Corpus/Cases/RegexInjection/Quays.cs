// Patterns from outside.
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.RegexInjection.Quays;

public sealed record RuleSet(List<Rule> Rules);

public sealed record Rule(string Name, string Pattern);

// [Bad CWE-730] the rules of a posted set are compiled and used
public sealed class RuleEngine
{
    readonly List<(string Name, Regex Regex)> _rules = [];

    public void Load(RuleSet set) => _rules.AddRange(set.Rules.Select(rule => (rule.Name, new Regex(rule.Pattern, RegexOptions.Compiled | RegexOptions.IgnoreCase))));

    public IEnumerable<string> Match(string text) => from rule in _rules where rule.Regex.IsMatch(text) select rule.Name;
}

// [same case]
[ApiController, Route("rules")]
public sealed class RulesController(RuleEngine engine) : ControllerBase
{
    [HttpPut]
    public IActionResult Put(RuleSet set)
    {
        engine.Load(set);
        return NoContent();
    }
}

// [Good CWE-730] the rules run without backtracking
[ApiController, Route("linear-rules")]
public sealed class LinearRulesController : ControllerBase
{
    [HttpPost]
    public IEnumerable<string> Post(RuleSet set, [FromQuery] string text) =>
        set.Rules.Where(rule => Regex.IsMatch(text, rule.Pattern, RegexOptions.NonBacktracking, TimeSpan.FromMilliseconds(100))).Select(rule => rule.Name);
}

// [Bad CWE-730] a wildcard is made into a pattern without escaping what is left
public static class Wildcards
{
    public static bool Fits(this string text, string wildcard)
    {
        var pattern = "^" + wildcard.Replace("*", ".*").Replace("?", ".") + "$";
        return Regex.IsMatch(text, pattern);
    }
}

// [same case]
public static class WildcardEndpoints
{
    public static void Map(WebApplication app, IReadOnlyList<string> names) => app.MapGet("/names", (string like) => names.Where(name => name.Fits(like)));
}

// [Good CWE-730] a wildcard is escaped first
public static class SafeWildcards
{
    public static bool FitsSafely(this string text, string wildcard)
    {
        var pattern = "^" + Regex.Escape(wildcard).Replace("\\?", ".") + "$";
        return Regex.IsMatch(text, pattern);
    }
}

// [same case]
public static class SafeWildcardEndpoints
{
    public static void Map(WebApplication app, IReadOnlyList<string> names) => app.MapGet("/safe-names", (string like) => names.Where(name => name.FitsSafely(like)));
}
