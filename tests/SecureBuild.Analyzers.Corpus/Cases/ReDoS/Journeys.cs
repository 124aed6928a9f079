using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

public static partial class Formats
{
    public static readonly Regex Titles = new(@"^(\w+\s?)+$");
    public static readonly Regex Bounded = new(@"^(\w+\s?)+$", RegexOptions.None, TimeSpan.FromMilliseconds(200));
    public static readonly Regex Linear = new(@"^(\w+\s?)+$", RegexOptions.NonBacktracking);
    public const string Mail = @"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$";

    [GeneratedRegex(@"^[a-z]+(\.[a-z]+)*$")]
    public static partial Regex Dotted();

    public static partial Regex Dotted() => new(@"^[a-z]+(\.[a-z]+)*$");
}

[ApiController]
[Route("names")]
public sealed class NamesController : ControllerBase
{
    // [Good CWE-1333] with a time limit
    [HttpGet("bounded")]
    public IActionResult Bounded(string text)
    {
        try
        {
            return Ok(Formats.Bounded.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return BadRequest();
        }
    }

    // [Good CWE-1333] with the engine that does not backtrack
    [HttpGet("linear")]
    public IActionResult Linear(string text) => Ok(Formats.Linear.Match(text).Length);

    // [Good CWE-1333] a generated pattern without ambiguity
    [HttpPost("dotted")]
    public IActionResult Dotted([FromForm] string name) => Formats.Dotted().IsMatch(name) ? Ok() : BadRequest();

    // [Bad CWE-1333] the static method with a constant of another class
    [HttpPost("mail")]
    public IActionResult Mail([FromForm] string mail)
    {
        var match = Regex.Match(mail, Formats.Mail);
        return match.Success ? Ok(match.Groups[1].Value) : BadRequest();
    }

    // [Good CWE-1333] the text is short
    [HttpPost("short")]
    public IActionResult Short([FromForm] string mail)
    {
        if (mail.Length > 16)
            return BadRequest();
        return Regex.IsMatch(mail, @"^(a|a)*$") ? Ok() : BadRequest();
    }

    // [Good CWE-1333] the ambiguous pattern runs over our own text
    [HttpGet("own")]
    public IActionResult Own(string text)
    {
        var banner = "Welcome to the shop";
        return Ok(Formats.Titles.IsMatch(banner) ? text.Length : 0);
    }

    // [Bad CWE-1333] alternatives that overlap within a repetition, in Replace
    [HttpPost("trim")]
    public IActionResult Trim([FromBody] string body) => Ok(Regex.Replace(body, @"(x|xy|y)+z", ""));
}

// [Bad CWE-1333] a static pattern of another class with nested repetition
public static class WordFormats { public static readonly Regex Words = new(@"^(\w+\s?)+$"); }

// [same case]
[ApiController]
[Route("words")]
public sealed class WordsController : ControllerBase
{
    [HttpGet]
    public IActionResult Words(string text) => Ok(WordFormats.Words.IsMatch(text));
}

// [Bad CWE-1333] a generated pattern with nested repetition
public static partial class NameFormats
{
    [GeneratedRegex(@"^(([a-z])+.)+[A-Z]([a-z])+$")]
    public static partial Regex Names();

    public static partial Regex Names() => new(@"^(([a-z])+.)+[A-Z]([a-z])+$");
}

// [same case]
[ApiController]
[Route("check")]
public sealed class NameCheckController : ControllerBase
{
    [HttpPost]
    public IActionResult Names([FromForm] string name) => NameFormats.Names().IsMatch(name) ? Ok() : BadRequest();
}

public sealed class Registration
{
    [Required] public string Name { get; set; } = "";

    // [Bad CWE-1333] the pattern of a validation attribute
    [RegularExpression(@"^([A-Za-z]+[0-9]*)+$", MatchTimeoutInMilliseconds = -1)]
    public string Code { get; set; } = "";

    // [Good CWE-1333] a validation attribute's pattern of one class
    [RegularExpression(@"^[A-Za-z0-9]{1,40}$")]
    public string Nick { get; set; } = "";
}

// [Bad CWE-730] the client's text is the pattern
public sealed class GrepHub : Hub
{
    static readonly string[] s_lines = ["alpha", "beta", "gamma"];
    public string[] Grep(string pattern, bool ignoreCase) =>
        [.. s_lines.Where(line => Regex.IsMatch(line, pattern, ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None))];
}

// [Good CWE-730] the client's text is escaped in the pattern
public sealed class FindHub : Hub
{
    static readonly string[] s_lines = ["alpha", "beta", "gamma"];
    public string[] Find(string word) => [.. s_lines.Where(line => Regex.IsMatch(line, @"\b" + Regex.Escape(word) + @"\b"))];
}

// [Bad CWE-730] a pattern from the route in a constructor, kept in a dictionary
public sealed class RuleBook
{
    readonly Dictionary<string, Regex> _rules = [];

    public void Add(HttpRequest request) => _rules[request.RouteValues["name"]!.ToString()!] = new Regex(request.Form["rule"].ToString(), RegexOptions.Compiled);

    public bool Matches(string name, string text) => _rules.TryGetValue(name, out var rule) && rule.IsMatch(text);
}

// [Good CWE-730] a pattern from the route with a time limit
public sealed class TimedRuleBook
{
    readonly Dictionary<string, Regex> _rules = [];

    public void Add(HttpRequest request) => _rules[request.RouteValues["name"]!.ToString()!] = new Regex(request.Form["rule"].ToString(), RegexOptions.None, TimeSpan.FromSeconds(1));

    public bool Matches(string name, string text) => _rules.TryGetValue(name, out var rule) && rule.IsMatch(text);
}
