using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Search;

public class SearchController : ControllerBase
{
    static readonly string[] s_lines = ["one", "two"];

    // [Bad CWE-730] the pattern is the client's
    public IActionResult Find(string pattern) => Ok(s_lines.Where(line => Regex.IsMatch(line, pattern)));

    // [Good CWE-730] the pattern is the client's text, escaped
    public IActionResult FindText(string text) => Ok(s_lines.Where(line => Regex.IsMatch(line, Regex.Escape(text))));

    // [Bad CWE-730] a part of the pattern is the client's
    public IActionResult FindWord(string word)
    {
        var regex = new Regex("^.*" + word + ".*$", RegexOptions.IgnoreCase);
        return Ok(s_lines.Count(line => regex.IsMatch(line)));
    }

    // [Good CWE-730] a part of the pattern is escaped
    public IActionResult FindWordEscaped(string word)
    {
        var regex = new Regex(@"\b" + Regex.Escape(word) + @"\b", RegexOptions.IgnoreCase);
        return Ok(s_lines.Count(line => regex.IsMatch(line)));
    }

    // [Good CWE-730] the time is limited
    public IActionResult FindLimited(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100));
        return Ok(s_lines.Count(line => regex.IsMatch(line)));
    }

    // [Good CWE-730] the engine without backtracking needs linear time
    public IActionResult FindLinear(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.NonBacktracking);
        return Ok(s_lines.Count(line => regex.IsMatch(line)));
    }

    // [Bad CWE-730] Replace with the client's pattern
    public string Replace([FromBody] Change change) => Regex.Replace(string.Join('\n', s_lines), change.From, change.To);

    // [Good CWE-730] string.Replace knows no pattern
    public string ReplaceText([FromBody] Change change) => string.Join('\n', s_lines).Replace(change.From, change.To);

    // [Bad CWE-730] a helper makes the pattern
    public IActionResult Glob(string glob) => Ok(s_lines.Where(line => Regex.IsMatch(line, ToPattern(glob))));

    static string ToPattern(string glob) => "^" + glob.Replace("*", ".*") + "$";

    // [Good CWE-730] a helper makes the pattern of escaped text
    public IActionResult GlobEscaped(string glob) => Ok(s_lines.Where(line => Regex.IsMatch(line, ToEscapedPattern(glob))));

    static string ToEscapedPattern(string glob) => "^" + Regex.Escape(glob).Replace("\\*", "[a-z]*") + "$";

    // [Good CWE-730] the pattern is chosen
    public IActionResult Chosen(string kind) => Ok(s_lines.Where(line => Regex.IsMatch(line, kind == "digits" ? "^[0-9]+$" : "^[a-z]+$")));
}

public record Change(string From, string To);
