using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Layers;

public interface IPage { string Render(string title, string body); }

// [Bad CWE-79] a service makes the page of a title from the request
public sealed class Page : IPage
{
    public string Render(string title, string body) => new StringBuilder().Append("<html><head><title>").Append(title).Append("</title></head><body>").Append(body).Append("</body></html>").ToString();
}

// [same case]
public sealed class HelloController(IPage page) : Controller
{
    public IActionResult Hello(string name) => Content(page.Render("Hello " + name, ""), "text/html; charset=utf-8");
}

// [Good CWE-79] the title is encoded
public sealed class SafeHelloController(HtmlEncoder encoder) : Controller
{
    public IActionResult Hello(string name) => Content($"<html><body><h1>{encoder.Encode(name)}</h1></body></html>", "text/html");
}

// [Bad CWE-79] Results.Content
public static class GreetingEndpoint
{
    public static ContentHttpResult Greet(string name) => TypedResults.Content($"<p>{name}</p>", "text/html");
    public static void Map(WebApplication app) => app.MapGet("/greet", Greet);
}

// [Good CWE-79] plain text
public static class PlainEndpoint
{
    public static ContentHttpResult Greet(string name) => TypedResults.Text($"Hello <{name}>", "text/plain");
    public static void Map(WebApplication app) => app.MapGet("/plain", Greet);
}

// [Bad CWE-79] a tag helper's content
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var message = accessor.HttpContext!.Request.Query["message"].ToString();
        output.TagName = "div";
        output.Content.SetHtmlContent("<b>" + message + "</b>");
    }
}

// [Good CWE-79] a tag helper's content that is encoded
[HtmlTargetElement("safe-notice")]
public sealed class SafeNoticeTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var message = accessor.HttpContext!.Request.Query["message"].ToString();
        output.TagName = "div";
        output.Content.SetContent(message);
    }
}

// [Bad CWE-79] a page model's markup property
public class ProfileModel : PageModel
{
    public IHtmlContent? Bio { get; private set; }

    public void OnPost(string bio) => Bio = new HtmlString("<section>" + bio.ReplaceLineEndings("<br>") + "</section>");
}

// [Bad CWE-79] middleware writes an error page with the path
public sealed class NotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync($"<h1>Nothing at {context.Request.Query["page"]}</h1>");
        }
    }
}

// [Good CWE-79] middleware writes an error page with the encoded path
public sealed class SafeNotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync($"<h1>Nothing at {WebUtility.HtmlEncode(context.Request.Query["page"])}</h1>");
        }
    }
}

// [Good CWE-79] JSON escapes what it holds
[ApiController]
public class EchoController : ControllerBase
{
    [HttpGet("echo")]
    public IActionResult Echo(string text) => new JsonResult(new { text, html = "<b>" + text + "</b>" });
}

// [Bad CWE-79] a component's markup
public class Comment : ComponentBase
{
    [SupplyParameterFromQuery] public string? Text { get; set; }

    public MarkupString Html => new($"<p>{Text}</p>");
}

// [Bad CWE-79] an HTML helper of ours
public static class Badges
{
    public static IHtmlContent Badge(this IHtmlHelper html, string text)
    {
        var caption = html.ViewContext.HttpContext.Request.Query["caption"];
        return html.Raw("<span title='" + caption + "'>" + WebUtility.HtmlEncode(text) + "</span>");
    }
}

// [Good CWE-79] an HTML helper that uses a builder
public static class SafeBadges
{
    public static IHtmlContent SafeBadge(this IHtmlHelper html)
    {
        var caption = html.ViewContext.HttpContext.Request.Query["caption"].ToString();
        var tag = new TagBuilder("span");
        tag.Attributes["title"] = caption;
        tag.InnerHtml.Append(caption);
        return tag;
    }
}

// [Bad CWE-79] a number that is not parsed stays text
public class CounterController : Controller
{
    public ContentResult Show()
    {
        string count = Request.Query["count"].FirstOrDefault() ?? "0";
        return new ContentResult { ContentType = "text/html", Content = "<b>" + count + "</b>" };
    }
}

// [Good CWE-79] a number is harmless
public class SafeCounterController : Controller
{
    public ContentResult Show()
    {
        _ = int.TryParse(Request.Query["count"], out var count);
        return new ContentResult { ContentType = "text/html", Content = "<b>" + count + "</b>" };
    }
}
