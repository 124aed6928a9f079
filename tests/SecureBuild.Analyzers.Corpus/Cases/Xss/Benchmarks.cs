// Pages made of texts, in small samples.
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Corpus.Xss.Benchmarks;

// [Bad CWE-79] a page by a builder
public class HelloController : ControllerBase
{
    [HttpGet("/x01")]
    public ContentResult Hello(string name)
    {
        var html = new StringBuilder();
        html.AppendLine("<html><body>");
        html.AppendFormat("<h1>Hello {0}</h1>", name);
        html.AppendLine("</body></html>");
        return new ContentResult { Content = html.ToString(), ContentType = "text/html" };
    }
}

// [Good CWE-79] a page by a builder, encoded
public class SafeHelloController(HtmlEncoder encoder) : ControllerBase
{
    [HttpGet("/x02")]
    public ContentResult Hello(string name)
    {
        var html = new StringBuilder();
        html.AppendLine("<html><body>");
        html.AppendFormat("<h1>Hello {0}</h1>", encoder.Encode(name));
        html.AppendLine("</body></html>");
        return new ContentResult { Content = html.ToString(), ContentType = "text/html" };
    }
}

// [Good CWE-79] plain text
public class TextController : ControllerBase
{
    [HttpGet("/x03")]
    public IActionResult Hello(string name) => Content("Hello " + name, "text/plain; charset=utf-8");
}

// [Good CWE-79] JSON
public class JsonController : ControllerBase
{
    [HttpGet("/x04")]
    public IActionResult Hello(string name) => new JsonResult(new { hello = "<b>" + name + "</b>" });
}

// [Bad CWE-79] encoded, then decoded
public class DecodedController : ControllerBase
{
    [HttpGet("/x06")]
    public IActionResult Hello(string name)
    {
        var encoded = WebUtility.HtmlEncode(name);
        var shown = WebUtility.HtmlDecode(encoded);
        return Content($"<p>{shown}</p>", "text/html");
    }
}

// [Bad CWE-79] only one word is taken out
public class FilterController : ControllerBase
{
    [HttpGet("/x07")]
    public IActionResult Hello(string name) => Content("<p>" + name.Replace("<script>", "", StringComparison.OrdinalIgnoreCase) + "</p>", "text/html");
}

// [Bad CWE-79] a tag helper
[HtmlTargetElement("greeting")]
public class GreetingTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = accessor.HttpContext!.Request.Query["name"].ToString();
        output.Content.SetHtmlContent("<b>" + name + "</b>");
    }
}

// [Good CWE-79] a tag helper with text
[HtmlTargetElement("safe-greeting")]
public class SafeGreetingTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = accessor.HttpContext!.Request.Query["name"].ToString();
        output.TagName = "b";
        output.Content.SetContent(name);
    }
}

// [Bad CWE-79] a component
public class Banner : ComponentBase
{
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddMarkupContent(1, $"<h2>{Text}</h2>");
        builder.CloseElement();
    }
}

// [Good CWE-79] a component that adds text
public class SafeBanner : ComponentBase
{
    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "h2");
        builder.AddContent(1, Text);
        builder.CloseElement();
    }
}

// [Bad CWE-79] minimal API
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapGet("/x12", (string q) => Results.Text($"<p>No results for <i>{q}</i></p>", "text/html"));
}

// [Good CWE-79] minimal API, encoded by a local function
public static class SafeEndpoint
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/x13", (string q) => Results.Text($"<p>No results for <i>{E(q)}</i></p>", "text/html"));

        static string E(string text) => HtmlEncoder.Default.Encode(text);
    }
}

// [Bad CWE-79] an extension of the HTML helper
public static class HtmlExtensions
{
    public static IHtmlContent Badge(this IHtmlHelper html, HttpRequest request) => new HtmlString("<span class='" + request.Query["class"] + "'>new</span>");

    public static IHtmlContent Link(this IHtmlHelper html, string text) => html.Raw("<a>" + HtmlEncoder.Default.Encode(text) + "</a>");
}

// [Good CWE-79] a tag builder
public static class SafeHtmlExtensions
{
    public static IHtmlContent Badge(this IHtmlHelper html, HttpRequest request)
    {
        var span = new TagBuilder("span");
        span.Attributes["class"] = request.Query["class"];
        span.InnerHtml.Append(request.Query["text"].ToString());
        return span;
    }
}

// [Bad CWE-79] the answer's stream
public sealed class NotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode != 404)
            return;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync("<h1>Nothing at " + context.Request.Path + context.Request.QueryString + "</h1>");
    }
}

// [Good CWE-79] the answer's stream, with a number
public sealed class SafeNotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode != 404)
            return;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync("<h1>Nothing here, number " + context.TraceIdentifier + "</h1>");
    }
}

// [Bad CWE-79] the encoder is chosen by a switch that has a way around it
public class SwitchController : ControllerBase
{
    [HttpGet("/x18")]
    public IActionResult Show(string text, string mode)
    {
        var shown = mode switch
        {
            "html" => HtmlEncoder.Default.Encode(text),
            "url" => UrlEncoder.Default.Encode(text),
            _ => text,
        };
        return Content("<p>" + shown + "</p>", "text/html");
    }
}

// [Good CWE-79] the encoder is chosen by a switch
public class SafeSwitchController : ControllerBase
{
    [HttpGet("/x19")]
    public IActionResult Show(string text, string mode)
    {
        TextEncoder encoder = mode switch
        {
            "url" => UrlEncoder.Default,
            _ => HtmlEncoder.Default,
        };
        return Content("<p>" + encoder.Encode(text) + "</p>", "text/html");
    }
}

// [Good CWE-79] a number in a page
public class NumberController : ControllerBase
{
    [HttpGet("/x20")]
    public IActionResult Show(int page) => Content("<p>Page " + page + "</p>", "text/html");
}
