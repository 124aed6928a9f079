using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Search.App;

public class SearchController : ControllerBase
{
    // [Bad CWE-730] the client's pattern
    [HttpGet] public bool A(string pattern, string text) => Regex.IsMatch(text, pattern);

    // [Bad CWE-730] an object for the client's pattern
    [HttpGet] public int B(string pattern) => new Regex("^" + pattern + "$", RegexOptions.IgnoreCase).Matches("abc").Count;

    // [Good CWE-730] escaped
    [HttpGet] public bool C(string word, string text) => Regex.IsMatch(text, @"\b" + Regex.Escape(word) + @"\b");

    // [Good CWE-730] without backtracking
    [HttpGet] public bool D(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking);

    // [Good CWE-730] with a time limit
    [HttpGet] public bool E(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(100));

    // [Bad CWE-1333] a nested quantifier on the client's text
    [HttpGet] public bool F(string text) => Regex.IsMatch(text, @"^(a+)+$");

    // [Good CWE-1333] a linear pattern on the client's text
    [HttpGet] public bool G(string text) => Regex.IsMatch(text, @"^[a-z]+$");

    // [Bad CWE-1333] overlapping alternatives, a static field
    static readonly Regex s_mail = new(@"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$");

    // [same case]
    [HttpGet] public bool H(string mail) => s_mail.IsMatch(mail);

    // [Good CWE-1333] a nested quantifier on a constant
    [HttpGet] public bool I() => Regex.IsMatch("aaaa", @"^(a+)+$");
}
