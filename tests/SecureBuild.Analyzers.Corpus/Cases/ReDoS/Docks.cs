// Patterns that the client's text is matched against.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Docks;

[Route("docks")]
public class DockPatterns : Controller
{
    static readonly Regex s_wordsInTime = new(@"^(\w+\s?)*$", RegexOptions.None, TimeSpan.FromMilliseconds(100));
    static readonly Regex s_wordsForward = new(@"^(\w+\s?)*$", RegexOptions.NonBacktracking);

    // [Bad CWE-1333] repetition within a repetition
    static readonly Regex s_words = new(@"^(\w+\s?)*$");

    // [same case]
    [HttpGet("a")]
    public IActionResult Words(string text) => Ok(s_words.IsMatch(text));

    // [Good CWE-1333] the same pattern with a limit of time
    [HttpGet("b")]
    public IActionResult WordsInTime(string text) => Ok(s_wordsInTime.IsMatch(text));

    // [Good CWE-1333] the same pattern without going back
    [HttpGet("c")]
    public IActionResult WordsForward(string text) => Ok(s_wordsForward.IsMatch(text));

    // [Bad CWE-1333] alternatives that overlap
    [HttpGet("d")]
    public IActionResult Alternatives(string text) => Ok(Regex.Matches(text, "^(a|aa|a?b)+c$").Count);

    // [Good CWE-1333] the parts of the repetition cannot be confused
    [HttpGet("e")]
    public IActionResult Separated(string text) => Ok(Regex.IsMatch(text, @"^\d{1,4}(-\d{1,4}){0,3}$"));
}
