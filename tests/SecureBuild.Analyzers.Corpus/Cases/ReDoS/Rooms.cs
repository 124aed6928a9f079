// Expressions on what clients send.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Rooms;

// [Bad CWE-1333] a shared expression that backtracks
public static class Patterns
{
    public static readonly Regex Mail = new(@"^([a-zA-Z0-9])+([\.\-_]?[a-zA-Z0-9]+)*@([a-zA-Z0-9]+)([\-\.]?[a-zA-Z0-9]+)*$");
}
// [same case]
public class NewsletterController : ControllerBase
{
    [HttpPost("/newsletter")]
    public IActionResult Subscribe(string mail) => Patterns.Mail.IsMatch(mail) ? Ok() : BadRequest();
}

// [Good CWE-1333] the same with a time limit
public static class PatternsGood
{
    public static readonly Regex Mail = new(@"^([a-zA-Z0-9])+([\.\-_]?[a-zA-Z0-9]+)*@([a-zA-Z0-9]+)([\-\.]?[a-zA-Z0-9]+)*$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));
}
// [same case]
public class NewsletterGoodController : ControllerBase
{
    [HttpPost("/newsletter-good")]
    public IActionResult Subscribe(string mail) => PatternsGood.Mail.IsMatch(mail) ? Ok() : BadRequest();
}

// [Bad CWE-1333] a constant used by a static call
public class CommentsController : ControllerBase
{
    const string Words = @"^(\w+\s?)*$";

    [HttpPost("/comments")]
    public IActionResult Post([FromForm] string comment) => Regex.IsMatch(comment, Words) ? Ok() : BadRequest();
}

// [Good CWE-1333] without backtracking
public class CommentsGoodController : ControllerBase
{
    const string Words = @"^(\w+\s?)*$";

    [HttpPost("/comments-good")]
    public IActionResult Post([FromForm] string comment) => Regex.IsMatch(comment, Words, RegexOptions.NonBacktracking) ? Ok() : BadRequest();
}

// [Bad CWE-1333] a limit that is none
public class PathRule
{
    readonly Regex _rule = new(@"^(/[a-z]+)*/?(\.[a-z]+)*(a|aa)+$", RegexOptions.None, Regex.InfiniteMatchTimeout);

    public bool Matches(HttpRequest request) => _rule.IsMatch(request.Path.Value ?? "");
}
