// Cases made from a template: one source, one chain of propagators, one page.
using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xss.Looms;

// [Bad CWE-79] T401: Hashtable, cast
[Route("looms/xss/401")]
public class LoomXss401 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        Hashtable table = new Hashtable();
        table["title"] = "Looms";
        table["text"] = param;
        string bar = (string)table["text"]!;
        return Content("<html><body><p>" + bar + "</p></body></html>", "text/html");
    }
}

// [Good CWE-79] T402: Hashtable, cast, encoded
[Route("looms/xss/402")]
public class LoomXss402 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        Hashtable table = new Hashtable();
        table["title"] = "Looms";
        table["text"] = HtmlEncoder.Default.Encode(param);
        string bar = (string)table["text"]!;
        return Content("<html><body><p>" + bar + "</p></body></html>", "text/html");
    }
}

// [Bad CWE-79] T403: ConcurrentDictionary.GetOrAdd, written into the response
public static class LoomXss403
{
    public static async Task Run(HttpContext context)
    {
        string param = context.Request.Query["name"].ToString();
        var cache = new ConcurrentDictionary<string, string>();
        string bar = cache.GetOrAdd("name", param);
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<h1>Hello " + bar + "</h1>");
    }
}

// [Good CWE-79] T404: written into a response of plain text
public static class LoomXss404
{
    public static async Task Run(HttpContext context)
    {
        string param = context.Request.Query["name"].ToString();
        var cache = new ConcurrentDictionary<string, string>();
        string bar = cache.GetOrAdd("name", param);
        context.Response.ContentType = "text/plain";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.WriteAsync("Hello " + bar);
    }
}

// [Bad CWE-79] T405: a loop copies all characters but the spaces
[Route("looms/xss/405")]
public class LoomXss405 : Controller
{
    [HttpPost]
    public IActionResult Run([FromForm] string param)
    {
        StringBuilder copy = new StringBuilder();
        for (int i = 0; i < param.Length; i++)
        {
            char letter = param[i];
            if (letter != ' ')
                copy.Append(letter);
        }
        return new ContentResult { Content = $"<div title='{copy}'></div>", ContentType = "text/html" };
    }
}

// [Good CWE-79] T406: a loop copies letters and digits
[Route("looms/xss/406")]
public class LoomXss406 : Controller
{
    [HttpPost]
    public IActionResult Run([FromForm] string param)
    {
        StringBuilder copy = new StringBuilder();
        for (int i = 0; i < param.Length; i++)
        {
            char letter = param[i];
            if (char.IsAsciiLetterOrDigit(letter))
                copy.Append(letter);
        }
        return new ContentResult { Content = $"<div title='{copy}'></div>", ContentType = "text/html" };
    }
}
