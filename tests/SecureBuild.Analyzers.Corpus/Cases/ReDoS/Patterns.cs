using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Patterns;

public partial class SearchController : ControllerBase
{
    // [Bad CWE-1333] nested repetition
    [HttpGet("words")]
    public bool Words(string text) => Regex.IsMatch(text, @"^(\w+\s?)+$");

    // [Good CWE-1333] words that are separated
    [HttpGet("words/safe")]
    public bool SeparatedWords(string text) => Regex.IsMatch(text, @"^\w+(\s\w+)*$");

    // [Bad CWE-1333] the classic
    [HttpGet("letters")]
    public IActionResult Letters([FromQuery] string value)
    {
        var regex = new Regex("^(a+)+$");
        return regex.IsMatch(value) ? Ok() : BadRequest();
    }

    // [Good CWE-1333] one repetition
    [HttpGet("letters/safe")]
    public IActionResult SafeLetters([FromQuery] string value)
    {
        var regex = new Regex("^a+$");
        return regex.IsMatch(value) ? Ok() : BadRequest();
    }

    // [Good CWE-1333] a limit of time
    [HttpGet("limited")]
    public bool Limited(string text) => Regex.IsMatch(text, @"^(\w+\s?)+$", RegexOptions.None, TimeSpan.FromMilliseconds(200));

    // [Good CWE-1333] without backtracking
    [HttpGet("linear")]
    public bool Linear(string text) => new Regex(@"^(\w+\s?)+$", RegexOptions.NonBacktracking).IsMatch(text);

    // [Bad CWE-1333] alternatives that overlap
    [HttpGet("overlap")]
    public Match Overlap(string text) => Regex.Match(text, @"^(\d|\d\d)+x$");

    // [Good CWE-1333] alternatives that exclude each other
    [HttpGet("exclusive")]
    public Match Exclusive(string text) => Regex.Match(text, @"^(\d|[a-f])+x$");

    // [Bad CWE-1333] everything twice
    [HttpGet("mail")]
    public bool Mail(string address) => Regex.IsMatch(address, @"^([a-zA-Z0-9_.+-]+)+@([a-zA-Z0-9-]+\.)+[a-z]{2,}$");

    // [Good CWE-1333] each part once
    [HttpGet("mail/safe")]
    public bool SimpleMail(string address) => Regex.IsMatch(address, @"^[^@\s]+@[^@\s]+$");

    // [Good CWE-1333] the text is of the program
    [HttpGet("constant")]
    public bool Constant() => Regex.IsMatch("aaaaaaaa", "^(a+)+$");

    // [Good CWE-1333] the text is short
    [HttpGet("short")]
    public bool Short(string text) => text.Length <= 16 && Regex.IsMatch(text, "^(a|b|ab)+$");

    // [Bad CWE-1333] made by the generator
    [GeneratedRegex(@"^(([a-z])+.)+[A-Z]([a-z])+$")]
    private static partial Regex Sentence();

    // [Good CWE-1333] made by the generator, with a limit
    [GeneratedRegex(@"^(([a-z])+.)+[A-Z]([a-z])+$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex LimitedSentence();

    [HttpGet("sentence")]
    public bool IsSentence(string text) => Sentence().IsMatch(text) || LimitedSentence().IsMatch(text);

    // [Bad CWE-1333] replaced
    [HttpPost("clean")]
    public string Clean([FromBody] string html) => Regex.Replace(html, @"<(\s*\w+\s*)*>", "");

    // [Good CWE-1333] replaced by a simple one
    [HttpPost("clean/safe")]
    public string CleanSimply([FromBody] string html) => Regex.Replace(html, "<[^>]*>", "");

    // [Good CWE-1333] an atomic group
    [HttpGet("atomic")]
    public bool Atomic(string text) => Regex.IsMatch(text, "^(?>a+)+$");
}

// What the generator adds.
public partial class SearchController
{
    private static partial Regex Sentence() => throw new NotSupportedException();
    private static partial Regex LimitedSentence() => throw new NotSupportedException();
}

// [Bad CWE-1333] a field with a pattern that backtracks
public class Validator : ControllerBase
{
    private static readonly Regex s_path = new(@"^(/?[\w-]*/?)*\.html$", RegexOptions.Compiled);

    [HttpGet("path")]
    public bool Check(string path) => s_path.IsMatch(path);
}

// [Good CWE-1333] a field with a limit
public class LimitedValidator : ControllerBase
{
    private static readonly Regex s_path = new(@"^(/?[\w-]*/?)*\.html$", RegexOptions.Compiled, TimeSpan.FromMilliseconds(50));

    [HttpGet("path")]
    public bool Check(string path) => s_path.IsMatch(path);
}

// [Bad CWE-1333] an attribute of a model, its limit switched off
public class Form
{
    [RegularExpression(@"^(\d+)*$", MatchTimeoutInMilliseconds = -1)]
    public string Number { get; set; } = "";
}

// [Good CWE-1333] an attribute of a model, which has a limit of two seconds by itself
public class LimitedForm
{
    [RegularExpression(@"^\d{1,12}$")]
    public string Number { get; set; } = "";
}
