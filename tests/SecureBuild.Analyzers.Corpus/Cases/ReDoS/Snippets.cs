// Patterns, in small samples.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Snippets;

// [Bad CWE-1333] an address of mail
public class MailController : Controller
{
    static readonly Regex s_mail = new(@"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$", RegexOptions.Compiled);

    [HttpGet("/mail")]
    public IActionResult Check(string mail) => s_mail.IsMatch(mail) ? Ok() : BadRequest();
}

// [Good CWE-1333] an address of mail, linear
public class LinearMailController : Controller
{
    static readonly Regex s_mail = new(@"^[a-zA-Z0-9._-]{1,64}@[a-z0-9.-]{1,253}$", RegexOptions.Compiled);

    [HttpGet("/linear-mail")]
    public IActionResult Check(string mail) => s_mail.IsMatch(mail) ? Ok() : BadRequest();
}

// [Good CWE-1333] a bad pattern, which stops
public class TimedController : Controller
{
    static readonly Regex s_words = new(@"^(\w+\s?)*$", RegexOptions.None, TimeSpan.FromMilliseconds(250));

    [HttpGet("/timed")]
    public IActionResult Check(string words) => s_words.IsMatch(words) ? Ok() : BadRequest();
}

// [Good CWE-1333] a bad pattern in an engine that does not backtrack
public class NonBacktrackingController : Controller
{
    static readonly Regex s_words = new(@"^(\w+\s?)*$", RegexOptions.NonBacktracking);

    [HttpGet("/non-backtracking")]
    public IActionResult Check(string words) => s_words.IsMatch(words) ? Ok() : BadRequest();
}

// [Bad CWE-1333] nested repetition in minimal API
public static class Endpoints
{
    public static void Map(WebApplication app) => app.MapGet("/name", (string q) => Regex.IsMatch(q, "^(([a-z])+.)+[A-Z]([a-z])+$") ? Results.Ok() : Results.BadRequest());
}

// [Good CWE-1333] a limit of length before the match
public static class LimitedEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/limited", (string q) =>
    {
        if (q.Length > 20)
            return Results.BadRequest();
        return Regex.IsMatch(q, "^(([a-z])+.)+[A-Z]([a-z])+$") ? Results.Ok() : Results.BadRequest();
    });
}

// [Bad CWE-1333] a pattern that the compiler's generator makes
public static partial class Generated
{
    [GeneratedRegex(@"^(a|aa)+$")]
    private static partial Regex As();

    private static partial Regex As() => new(@"^(a|aa)+$");

    public static bool Check(HttpRequest request) => As().IsMatch(request.Query["as"].ToString());
}

// [Bad CWE-1333] an alternative twice, by a service
public sealed class Validator
{
    readonly Regex _pattern = new("^(.*a){12}$");

    public bool IsValid(string text) => _pattern.IsMatch(text);
}

// [same case]
public class ValidatorController(Validator validator) : Controller
{
    [HttpPost("/validate"), ValidateAntiForgeryToken]
    public IActionResult Post([FromForm] string text) => validator.IsValid(text) ? Ok() : BadRequest();
}

// [Good CWE-1333] an attribute of a model, linear
public class SafeRegistration
{
    [RegularExpression(@"^[A-Za-z]+(?:[ -][A-Za-z]+)*$")]
    public string Name { get; set; } = "";
}

// [same case]
public class SafeRegistrationController : Controller
{
    [HttpPost("/safe-register"), ValidateAntiForgeryToken]
    public IActionResult Register(SafeRegistration registration) => ModelState.IsValid ? Ok() : BadRequest();
}

// [Bad CWE-1333] split by a pattern with overlapping repetitions
public class SplitController : Controller
{
    [HttpGet("/split")]
    public IActionResult Split([FromHeader(Name = "X-List")] string list) => Ok(Regex.Split(list, @"(\s*,\s*|\s+)+;").Length);
}

// [Bad CWE-730] the pattern is the client's
public class SearchController : Controller
{
    [HttpGet("/search")]
    public IActionResult Search(string pattern, string[] names) => Ok(names.Where(name => new Regex(pattern, RegexOptions.IgnoreCase).IsMatch(name)));
}

// [Good CWE-730] the pattern is the client's text, escaped
public class EscapedSearchController : Controller
{
    [HttpGet("/escaped-search")]
    public IActionResult Search(string pattern, string[] names) => Ok(names.Where(name => new Regex("^" + Regex.Escape(pattern), RegexOptions.IgnoreCase).IsMatch(name)));
}
