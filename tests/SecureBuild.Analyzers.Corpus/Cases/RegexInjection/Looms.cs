// Cases made from a template: one source, one chain of propagators, one pattern.
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.RegexInjection.Looms;

// [Bad CWE-730] T1101: Insert, then the pattern
[Route("looms/regex/1101")]
public class LoomRegex1101 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param, [FromQuery] string text)
    {
        string bar = "^$".Insert(1, param);
        return Content(Regex.IsMatch(text, bar).ToString());
    }
}

// [Good CWE-730] T1102: escaped before it is inserted
[Route("looms/regex/1102")]
public class LoomRegex1102 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param, [FromQuery] string text)
    {
        string bar = "^$".Insert(1, Regex.Escape(param));
        return Content(Regex.IsMatch(text, bar).ToString());
    }
}
