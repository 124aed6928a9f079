// Patterns that backtrack, on texts of clients.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Quays;

// [Bad CWE-1333] a nested quantifier in a static class of patterns
public static class Patterns
{
    public const string Words = @"^(\w+\s?)*$";

    public static readonly Regex Sentence = new(Words, RegexOptions.Compiled);
}

// [same case]
public sealed class SentenceController : ControllerBase
{
    [HttpPost("sentence")]
    public bool Post([FromBody] string text) => Patterns.Sentence.IsMatch(text);
}

// [Good CWE-1333] the same, with a limit of time
public static class TimedPatterns
{
    public static readonly Regex Sentence = new(@"^(\w+\s?)*$", RegexOptions.Compiled, TimeSpan.FromMilliseconds(200));
}

// [same case]
public sealed class TimedSentenceController : ControllerBase
{
    [HttpPost("timed-sentence")]
    public ActionResult<bool> Post([FromBody] string text)
    {
        try
        {
            return TimedPatterns.Sentence.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return BadRequest();
        }
    }
}

// [Bad CWE-1333] a generated pattern with alternatives that overlap
public static partial class MailPattern
{
    [GeneratedRegex(@"^([a-zA-Z0-9]+|[a-z0-9.]+)+@example\.org$")]
    public static partial Regex Address();

    public static partial Regex Address() => new(@"^([a-zA-Z0-9]+|[a-z0-9.]+)+@example\.org$");
}

// [same case]
public static class MailEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/mail", (MailRequest request) => MailPattern.Address().IsMatch(request.Address) ? Results.Ok() : Results.BadRequest());

    public sealed record MailRequest(string Address);
}

// [Good CWE-1333] one quantifier, classes that do not overlap
public static partial class SafeMailPattern
{
    [GeneratedRegex(@"^[a-z0-9]+(?:\.[a-z0-9]+)*@example\.org$")]
    public static partial Regex Address();

    public static partial Regex Address() => new(@"^[a-z0-9]+(?:\.[a-z0-9]+)*@example\.org$");
}

// [same case]
public static class SafeMailEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/safe-mail", (MailEndpoints.MailRequest request) => SafeMailPattern.Address().IsMatch(request.Address) ? Results.Ok() : Results.BadRequest());
}
