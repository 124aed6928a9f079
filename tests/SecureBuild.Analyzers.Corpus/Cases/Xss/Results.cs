using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Results.Own;

// [Bad CWE-79] an own result of a minimal API that writes its text as a page
public sealed class PageResult(string body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        return httpContext.Response.WriteAsync("<html><body>" + body + "</body></html>");
    }
}

// [same case]
public static class GreetingEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/greeting", (string name) => (IResult)new PageResult("Hello " + name));
}

// [Good CWE-79] an own result that encodes what it writes
public sealed class EncodedPageResult(string body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        return httpContext.Response.WriteAsync("<html><body>" + HtmlEncoder.Default.Encode(body) + "</body></html>");
    }
}

// [same case]
public static class WelcomeEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/welcome", (string name) => (IResult)new EncodedPageResult("Hello " + name));
}

// [Bad CWE-79] an own result of a controller, set by a property
public sealed class FragmentResult : IActionResult
{
    public string Html { get; set; } = "";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/html";
        await response.WriteAsync(Html);
    }
}

// [same case]
public sealed class FragmentsController : Controller
{
    [HttpGet("/fragments")]
    public IActionResult Show(string title) => new FragmentResult { Html = $"<h1>{title}</h1>" };
}

// [Good CWE-79] an own result of a controller that answers in plain text
public sealed class PlainResult : ActionResult
{
    public string Text { get; set; } = "";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/plain";
        await response.WriteAsync(Text);
    }
}

// [same case]
public sealed class PlainController : Controller
{
    [HttpGet("/plain")]
    public IActionResult Show(string title) => new PlainResult { Text = title };
}

// [Bad CWE-79] JSON whose encoder leaves tags as they are, inside a script
public sealed class StateController : Controller
{
    static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpGet("/state")]
    public IActionResult Show(string filter)
    {
        var json = JsonSerializer.Serialize(new { filter }, s_relaxed);
        return Content("<script>window.state = " + json + ";</script>", "text/html");
    }
}

// [Good CWE-79] JSON by the default encoder, inside a script
public sealed class ModelController : Controller
{
    [HttpGet("/model")]
    public IActionResult Show(string filter)
    {
        var json = JsonSerializer.Serialize(new { filter });
        return Content("<script>window.model = " + json + ";</script>", "text/html");
    }
}

// [Good CWE-79] the relaxed encoder, in an answer that is JSON
public sealed class DataController : Controller
{
    static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    [HttpGet("/data")]
    public IActionResult Show(string filter) => Content(JsonSerializer.Serialize(new { filter }, s_readable), "application/json");
}

// [Bad CWE-79] the message of one action on the page of another
public sealed class NoticeController : Controller
{
    [HttpPost("/notice")]
    public IActionResult Post(string text)
    {
        TempData["notice"] = text;
        return Redirect("/notice");
    }

    [HttpGet("/notice")]
    public IActionResult Show() => Content("<p>" + TempData["notice"] + "</p>", "text/html");
}

// [Good CWE-79] the message is encoded before it is kept
public sealed class HintController : Controller
{
    [HttpPost("/hint")]
    public IActionResult Post(string text)
    {
        TempData["hint"] = HtmlEncoder.Default.Encode(text);
        return Redirect("/hint");
    }

    [HttpGet("/hint")]
    public IActionResult Show() => Content("<p>" + TempData["hint"] + "</p>", "text/html");
}
