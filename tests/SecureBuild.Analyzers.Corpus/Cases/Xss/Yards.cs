// Encoders in places where they help and where they do not.
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xss.Yards;

// [Bad CWE-79] within a script, by interpolation
[Route("shop")]
public sealed class ShopController : Controller
{
    [HttpGet]
    public IActionResult Get(string article) => Content($"<html><body><script>var article = {HtmlEncoder.Default.Encode(article)};</script></body></html>", "text/html");
}

// [Good CWE-79] after the script
[Route("shop2")]
public sealed class AfterScriptController : Controller
{
    [HttpGet]
    public IActionResult Get(string article) => Content($"<html><head><script>start();</script></head><body><h1>{HtmlEncoder.Default.Encode(article)}</h1></body></html>", "text/html");
}

// [Good CWE-79] in an attribute of an element with quotation marks
[Route("shop3")]
public sealed class AttributeController : Controller
{
    [HttpGet]
    public IActionResult Get(string article) => Content("<input name=\"article\" value=\"" + WebUtility.HtmlEncode(article) + "\">", "text/html");
}
