using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.SignalR;

// [Bad CWE-79] an own IHtmlContent writes the client's text as it is
public sealed class Badge(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"badge\">");
        writer.Write(text);
        writer.Write("</span>");
    }
}

// [same case]
public sealed class BadgePage : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    public IHtmlContent? Content { get; private set; }
    public void OnGet(string label) => Content = new Badge(label);
}

// [Good CWE-79] an own IHtmlContent that encodes
public sealed class EncodedBadge(string text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"badge\">");
        encoder.Encode(writer, text);
        writer.Write("</span>");
    }
}

// [same case]
public sealed class EncodedBadgePage : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    public IHtmlContent? Content { get; private set; }
    public void OnGet(string label) => Content = new EncodedBadge(label);
}

public sealed class GreetingController : Controller
{
    // [Bad CWE-79] TagBuilder.InnerHtml gets the query's value as HTML
    public IActionResult Hello(string name)
    {
        var tag = new TagBuilder("h1");
        tag.InnerHtml.AppendHtml("Hello, " + name);
        ViewData["greeting"] = tag;
        return View();
    }

    // [Good CWE-79] TagBuilder.InnerHtml encodes what is appended as text
    public IActionResult HelloText(string name)
    {
        var tag = new TagBuilder("h1");
        tag.InnerHtml.Append("Hello, " + name);
        tag.Attributes["title"] = name;
        ViewData["greeting"] = tag;
        return View();
    }

    // [Bad CWE-79] bytes of a page with the content type of HTML
    public IActionResult Bytes([FromQuery] string title)
    {
        var html = "<html><head><title>" + title + "</title></head></html>";
        return File(Encoding.UTF8.GetBytes(html), MediaTypeNames.Text.Html);
    }

    // [Good CWE-79] bytes as a download of plain text
    public IActionResult Text([FromQuery] string title)
    {
        var text = "Title: " + title;
        return File(Encoding.UTF8.GetBytes(text), MediaTypeNames.Text.Plain, "title.txt");
    }

    // [Bad CWE-79] the content type is set by the header before the body is written
    public async Task Raw(string note)
    {
        Response.Headers.ContentType = "text/html; charset=utf-8";
        await Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"<p>{note}</p>"));
    }

    // [Good CWE-79] JSON is no HTML
    public async Task Json([FromQuery] string note)
    {
        Response.Headers.ContentType = "application/json";
        await Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new { note }));
    }

    // [Bad CWE-79] an encoder for addresses does not make text safe in a script
    public IActionResult Script(string user)
    {
        var page = "<script>var user = '" + user.Replace("\"", "&quot;") + "';</script>";
        return new ContentResult { Content = page, ContentType = "text/html", StatusCode = 200 };
    }

    // [Good CWE-79] encoded for a script's string
    public IActionResult ScriptEncoded(string user, [FromServices] JavaScriptEncoder encoder)
    {
        var page = "<script>var user = '" + encoder.Encode(user) + "';</script>";
        return new ContentResult { Content = page, ContentType = "text/html", StatusCode = 200 };
    }

    // [Bad CWE-79] an address from the form as a link's target: javascript: stays, encoded or not
    [HttpPost]
    public IActionResult Link([FromForm] string site)
    {
        var html = $"<a href=\"{WebUtility.HtmlDecode(site)}\">your site</a>";
        return Content(html, "text/html");
    }

    // [Good CWE-79] encoded text between tags
    [HttpPost]
    public IActionResult Comment([FromForm] string comment)
    {
        var builder = new StringBuilder();
        foreach (var line in comment.Split('\n'))
            builder.Append("<p>").Append(HtmlEncoder.Default.Encode(line)).Append("</p>");
        return Content(builder.ToString(), "text/html");
    }

    // [Bad CWE-79] decoded again after it was encoded
    public IActionResult Twice(string query)
    {
        var encoded = WebUtility.HtmlEncode(query);
        var shown = WebUtility.HtmlDecode(encoded);
        return Content("<b>" + shown + "</b>", "text/html");
    }
}

// [Bad CWE-79] a tag helper takes the referrer into its content
[HtmlTargetElement("back-link")]
public sealed class BackLinkTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Content.SetHtmlContent("You came from " + accessor.HttpContext!.Request.Headers.Referer);
    }
}

// [Good CWE-79] a tag helper's text content is encoded
[HtmlTargetElement("back-text")]
public sealed class BackTextTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Content.SetContent("You came from " + accessor.HttpContext!.Request.Headers.Referer);
    }
}

// [Bad CWE-79] Blazor: a parameter from the query as markup, built in the render tree
public sealed class Banner : ComponentBase
{
    [SupplyParameterFromQuery] public string? Message { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddMarkupContent(1, "<em>" + Message + "</em>");
        builder.CloseElement();
    }
}

// [Good CWE-79] Blazor: as content it is encoded
public sealed class TextBanner : ComponentBase
{
    [SupplyParameterFromQuery] public string? Message { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddContent(1, Message);
        builder.CloseElement();
    }
}

// [Bad CWE-79] middleware writes the path into its page of errors
public sealed class NotFoundPage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound && !context.Response.HasStarted)
        {
            context.Response.ContentType = "text/html";
            await using var writer = new StreamWriter(context.Response.Body);
            await writer.WriteAsync("<h1>Nothing at " + Uri.UnescapeDataString(context.Request.Path.Value ?? "/") + "</h1>");
        }
    }
}

// [Good CWE-79] middleware encodes the path
public sealed class EncodedNotFoundPage(RequestDelegate next, HtmlEncoder encoder)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound && !context.Response.HasStarted)
        {
            context.Response.ContentType = "text/html";
            await using var writer = new StreamWriter(context.Response.Body);
            await writer.WriteAsync("<h1>Nothing at " + encoder.Encode(context.Request.Path.Value ?? "/") + "</h1>");
        }
    }
}

// [Bad CWE-79] minimal API: an own result of HTML from a template with placeholders
public sealed class HtmlPage(string template, Dictionary<string, string?> values) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var html = template;
        foreach (var (key, value) in values)
            html = html.Replace("{{" + key + "}}", value);
        httpContext.Response.ContentType = MediaTypeNames.Text.Html;
        httpContext.Response.ContentLength = Encoding.UTF8.GetByteCount(html);
        return httpContext.Response.WriteAsync(html);
    }
}

// [same case]
public static class PageRoutes
{
    public static void Map(WebApplication app) =>
        app.MapGet("/card/{name}", (string name) => new HtmlPage("<h2>{{name}}</h2>", new() { ["name"] = name, ["year"] = "2026" }));
}

// [Good CWE-79] the template's values are encoded when they are taken in
public sealed class EncodingPage(string template, Dictionary<string, string?> values) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var html = template;
        foreach (var (key, value) in values)
            html = html.Replace("{{" + key + "}}", WebUtility.HtmlEncode(value));
        httpContext.Response.ContentType = MediaTypeNames.Text.Html;
        httpContext.Response.ContentLength = Encoding.UTF8.GetByteCount(html);
        return httpContext.Response.WriteAsync(html);
    }
}

// [same case]
public static class EncodingPageRoutes
{
    public static void Map(WebApplication app) =>
        app.MapGet("/card2/{name}", (string name) => new EncodingPage("<h2>{{name}}</h2>", new() { ["name"] = name, ["year"] = "2026" }));
}
