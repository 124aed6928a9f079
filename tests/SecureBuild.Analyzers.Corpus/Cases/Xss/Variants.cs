// Short web handlers, as in answers and documentation.
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Corpus.Xss.Variants;

// [Bad CWE-79] the greeting is HTML
public class GreetingController : Controller
{
    public IActionResult Hello(string name) => new ContentResult { Content = $"<h1>Hello {name}!</h1>", ContentType = "text/html; charset=utf-8", StatusCode = 200 };
}

// [Good CWE-79] the greeting is plain text
public class PlainGreetingController : Controller
{
    public IActionResult Hello(string name) => new ContentResult { Content = $"Hello {name}!", ContentType = "text/plain" };
}

// [Bad CWE-79] a tag helper's output from an attribute of the query
[HtmlTargetElement("search-title")]
public class SearchTitleTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string term = ViewContext.HttpContext.Request.Query["q"];
        output.TagName = "h2";
        output.Content.SetHtmlContent("Results for <em>" + term + "</em>");
    }
}

// [Good CWE-79] the same as text
[HtmlTargetElement("search-title-good")]
public class SearchTitleGoodTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string term = ViewContext.HttpContext.Request.Query["q"];
        output.TagName = "h2";
        output.Content.SetContent("Results for " + term);
    }
}

// [Bad CWE-79] a view component returns HTML from the route
public class BreadcrumbViewComponent : ViewComponent
{
    public Microsoft.AspNetCore.Mvc.ViewComponents.HtmlContentViewComponentResult Invoke()
    {
        var path = HttpContext.Request.Path.Value;
        var section = HttpContext.Request.Query["section"].ToString();
        return new(new HtmlString("<nav>" + section + "</nav>"));
    }
}

// [Good CWE-79] encoded by the component's own encoder
public class BreadcrumbGoodViewComponent : ViewComponent
{
    public Microsoft.AspNetCore.Mvc.ViewComponents.HtmlContentViewComponentResult Invoke()
    {
        var section = HttpContext.Request.Query["section"].ToString();
        return new(new HtmlString("<nav>" + System.Text.Encodings.Web.HtmlEncoder.Default.Encode(section) + "</nav>"));
    }
}

// [Bad CWE-79] middleware writes the path into an error page
public class NotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == 404)
        {
            context.Response.ContentType = "text/html";
            var page = new StringBuilder("<html><body>");
            page.AppendFormat("<p>No page {0}</p>", context.Request.Query["from"]);
            page.Append("</body></html>");
            await context.Response.WriteAsync(page.ToString());
        }
    }
}

// [Good CWE-79] middleware that answers in JSON
public class NotFoundJsonMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == 404)
            await context.Response.WriteAsJsonAsync(new { error = "not found", from = context.Request.Query["from"].ToString() });
    }
}

// [Bad CWE-79] an HTML helper of our own for the user's text
public static class UserTextHtml
{
    public static IHtmlContent Shout(this IHtmlHelper html)
    {
        var text = html.ViewContext.HttpContext.Request.Form["text"].ToString();
        var builder = new HtmlContentBuilder();
        builder.AppendHtml("<strong>").AppendHtml(text.ToUpperInvariant()).AppendHtml("</strong>");
        return builder;
    }
}

// [Good CWE-79] the builder encodes
public static class UserTextHtmlGood
{
    public static IHtmlContent Shout(this IHtmlHelper html)
    {
        var text = html.ViewContext.HttpContext.Request.Form["text"].ToString();
        var builder = new HtmlContentBuilder();
        builder.AppendHtml("<strong>").Append(text).AppendHtml("</strong>");
        return builder;
    }
}

// [Good CWE-79] a tag builder's inner text and attributes are encoded
public static class LinkHtml
{
    public static IHtmlContent Link(this IHtmlHelper html)
    {
        var tag = new TagBuilder("a");
        tag.Attributes["title"] = html.ViewContext.HttpContext.Request.Query["title"];
        tag.InnerHtml.Append(html.ViewContext.HttpContext.Request.Query["title"]!);
        return tag;
    }
}

// [Bad CWE-79] a base class makes the page
public abstract class HtmlPage
{
    protected abstract string Body(HttpRequest request);

    public IResult Render(HttpRequest request) => Results.Content("<!doctype html><title>Shop</title>" + Body(request), "text/html");
}

// [same case]
public class SearchPage : HtmlPage
{
    protected override string Body(HttpRequest request) => $"<p>You looked for {request.Query["q"]}</p>";
}

// [Good CWE-79] every part is encoded before it is joined
public class TableController : ControllerBase
{
    [HttpPost("/table")]
    public ContentResult Post([FromBody] Dictionary<string, string> rows)
    {
        var html = string.Concat(rows.Select(row => $"<tr><th>{WebUtility.HtmlEncode(row.Key)}</th><td>{WebUtility.HtmlEncode(row.Value)}</td></tr>"));
        return Content("<table>" + html + "</table>", "text/html");
    }
}

// [Bad CWE-79] one of two columns is not encoded
public class TableBadController : ControllerBase
{
    [HttpPost("/table-bad")]
    public ContentResult Post([FromBody] Dictionary<string, string> rows)
    {
        var html = string.Concat(rows.Select(row => $"<tr><th>{row.Key}</th><td>{WebUtility.HtmlEncode(row.Value)}</td></tr>"));
        return Content("<table>" + html + "</table>", "text/html");
    }
}

// [Bad CWE-79] a Blazor component shows the query as markup
public class SearchComponent : ComponentBase
{
    [Parameter, SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddMarkupContent(1, "<b>" + Query + "</b>");
        builder.CloseElement();
    }
}

// [Good CWE-79] a Blazor component shows the query as text
public class SearchTextComponent : ComponentBase
{
    [Parameter, SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddContent(1, Query);
        builder.CloseElement();
    }
}

// [Bad CWE-79] an exception filter shows the message with the client's value
public class HtmlErrorFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var id = context.HttpContext.Request.RouteValues["id"] as string;
        context.Result = new ContentResult { ContentType = "text/html", StatusCode = 500, Content = "<p>Item " + id + " could not be shown.</p>" };
    }
}

// [Good CWE-79] a typed id
public class TypedItemController : Controller
{
    [HttpGet("/typed/{id:guid}")]
    public IActionResult Get(Guid id) => Content("<p>Item " + id + "</p>", "text/html");
}

// [Bad CWE-80] a script block with the client's value, quotes doubled only
public class ScriptStringController : Controller
{
    [HttpGet("/script-string")]
    public IActionResult Get([FromQuery] string theme)
    {
        var safe = theme.Replace("\"", "\\\"");
        return Content($"<script>document.body.className = \"{safe}\";</script>", "text/html");
    }
}

// [Good CWE-80] the theme is one of three
public class ScriptStringGoodController : Controller
{
    [HttpGet("/script-string-good")]
    public IActionResult Get([FromQuery] string theme)
    {
        var name = theme switch { "dark" => "dark", "contrast" => "contrast", _ => "light" };
        return Content($"<script>document.body.className = \"{name}\";</script>", "text/html");
    }
}
