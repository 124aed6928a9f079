// Less common doors to patterns.
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.RegexInjection.Docks;

[Route("docks")]
public class DockSearches : Controller
{
    // [Bad CWE-730] a wildcard that becomes a pattern by hand
    [HttpGet("a")]
    public IActionResult Wildcard(string mask)
    {
        var pattern = "^" + mask.Replace(".", "\\.").Replace("*", ".*").Replace("?", ".") + "$";
        var regex = new Regex(pattern, RegexOptions.IgnoreCase);
        return Ok(Directory.GetFiles("/srv/docks").Where(file => regex.IsMatch(file)));
    }

    // [Good CWE-730] a wildcard of escaped text
    [HttpGet("b")]
    public IActionResult Escaped(string mask)
    {
        var pattern = "^" + Regex.Escape(mask).Replace("\\*", ".*").Replace("\\?", ".") + "$";
        var regex = new Regex(pattern, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        return Ok(Directory.GetFiles("/srv/docks").Where(file => regex.IsMatch(file)));
    }

    // [Bad CWE-730] Regex.Split
    [HttpGet("c")]
    public IActionResult Split(string text, string by) => Ok(Regex.Split(text, by).Length);

    // [Good CWE-730] string.Split
    [HttpGet("d")]
    public IActionResult Plain(string text, string by) => Ok(text.Split(by).Length);

    // [Good CWE-730] words joined to alternatives, each escaped
    [HttpPost("e")]
    public IActionResult Words([FromBody] string[] words, string text)
    {
        var pattern = @"\b(" + string.Join("|", words.Select(Regex.Escape)) + @")\b";
        return Ok(Regex.IsMatch(text, pattern));
    }
}
