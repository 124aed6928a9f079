// Markup of a modern team's product: minimal APIs, Blazor, tag helpers.
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Corpus.Xss.Canals;

// [Bad CWE-79] an own result type writes markup
public sealed class HtmlResult(string html) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = MediaTypeNames.Text.Html;
        httpContext.Response.ContentLength = Encoding.UTF8.GetByteCount(html);
        return httpContext.Response.WriteAsync(html);
    }
}

// [same case]
public static class HtmlResultExtensions
{
    public static IResult Html(this IResultExtensions _, string html) => new HtmlResult(html);
}

// [same case]
public static class HelloEndpoints
{
    public static void MapHello(this WebApplication app) => app.MapGet("/hello", (string name) => Results.Extensions.Html($"""
        <!doctype html>
        <title>Hello</title>
        <p>Hello {name}!</p>
        """));
}

// [Good CWE-79] an own result type encodes its parts
public sealed class PageResult(string title, string body, HtmlEncoder encoder) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = MediaTypeNames.Text.Html;
        return httpContext.Response.WriteAsync($"<title>{encoder.Encode(title)}</title><p>{encoder.Encode(body)}</p>");
    }
}

// [same case]
public static class PageEndpoints
{
    public static void MapPages(this WebApplication app) => app.MapGet("/pages", (string body, HtmlEncoder encoder) => new PageResult("Page", body, encoder));
}

// [Bad CWE-79] a component makes markup of its query parameter
public sealed class BannerComponent : ComponentBase
{
    [Parameter, SupplyParameterFromQuery(Name = "banner")]
    public string? Banner { get; set; }

    MarkupString Markup => new($"<marquee>{Banner}</marquee>");

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "header");
        builder.AddContent(1, Markup);
        builder.CloseElement();
    }
}

// [Good CWE-79] a component shows its query parameter as text
public sealed class NoticeComponent : ComponentBase
{
    [Parameter, SupplyParameterFromQuery(Name = "notice")]
    public string? Notice { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "header");
        builder.AddAttribute(1, "title", Notice);
        builder.AddContent(2, Notice);
        builder.CloseElement();
    }
}

// [Bad CWE-79] an extension of HtmlContentBuilder for highlighting
public static class Highlighting
{
    public static IHtmlContentBuilder AppendHighlighted(this IHtmlContentBuilder builder, string text, string term) =>
        builder.AppendHtml(text.Replace(term, $"<mark>{term}</mark>", StringComparison.OrdinalIgnoreCase));
}

// [same case]
public sealed class ArticlesController : Controller
{
    [HttpGet]
    public IActionResult Search(string term)
    {
        var content = new HtmlContentBuilder().AppendHighlighted("Articles about " + term, term);
        return View("Result", content);
    }
}

// [Good CWE-79] the parts are appended as text between fixed markup
public static class EncodedHighlighting
{
    public static IHtmlContentBuilder AppendMarked(this IHtmlContentBuilder builder, string term) =>
        builder.AppendHtml("<mark>").Append(term).AppendHtml("</mark>");
}

// [same case]
public sealed class NewsController : Controller
{
    [HttpGet]
    public IActionResult Search(string term) => View("Result", new HtmlContentBuilder().AppendMarked(term));
}

// [Bad CWE-79] an endpoint filter answers with the parameter that it refuses
public static class FilterEndpoints
{
    public static void MapFiltered(this WebApplication app) => app.MapGet("/color/{value}", (string value) => Results.Ok())
        .AddEndpointFilter(async (context, next) =>
        {
            var value = context.GetArgument<string>(0);
            if (value is "red" or "blue")
                return await next(context);
            return Results.Content($"<p>No color: {value}</p>", "text/html", Encoding.UTF8, 400);
        });
}

// [Good CWE-79] the refusal is a problem in JSON
public static class ProblemEndpoints
{
    public static void MapProblems(this WebApplication app) => app.MapGet("/shape/{value}", (string value) => Results.Ok())
        .AddEndpointFilter(async (context, next) =>
        {
            var value = context.GetArgument<string>(0);
            if (value is "round" or "square")
                return await next(context);
            return Results.Problem($"No shape: {value}", statusCode: 400);
        });
}
