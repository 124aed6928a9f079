// A second walk: pages by writers, templates, components and filters.
using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Corpus.Xss.Piers;

// [Bad CWE-79] a template with holes, filled from a dictionary
public sealed class PageTemplate(string text)
{
    public string Fill(IReadOnlyDictionary<string, string> values) => values.Aggregate(text, (page, value) => page.Replace("{" + value.Key + "}", value.Value));
}

// [same case]
public static class TemplateEndpoints
{
    static readonly PageTemplate s_page = new("<html><h1>{title}</h1><p>{body}</p></html>");

    public static void Map(WebApplication app) => app.MapPost("/page", (string title, string body) =>
        Results.Content(s_page.Fill(new Dictionary<string, string> { ["title"] = title, ["body"] = body }), "text/html"));
}

// [Good CWE-79] the template encodes what it fills in
public sealed class EncodingTemplate(string text)
{
    public string Fill(IReadOnlyDictionary<string, string> values) => values.Aggregate(text, (page, value) => page.Replace("{" + value.Key + "}", WebUtility.HtmlEncode(value.Value)));
}

// [same case]
public static class EncodingTemplateEndpoints
{
    static readonly EncodingTemplate s_page = new("<html><h1>{title}</h1><p>{body}</p></html>");

    public static void Map(WebApplication app) => app.MapPost("/safe-page", (string title, string body) =>
        Results.Content(s_page.Fill(new Dictionary<string, string> { ["title"] = title, ["body"] = body }), "text/html"));
}

// [Bad CWE-79] an exception filter shows what could not be found
public sealed class NotFoundFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not KeyNotFoundException)
            return;
        context.Result = new ContentResult
        {
            StatusCode = 404,
            ContentType = "text/html; charset=utf-8",
            Content = $"<p>There is no {context.HttpContext.Request.Path.Value} here.</p><p>{context.HttpContext.Request.Query["q"]}</p>",
        };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-79] an exception filter answers with a problem
public sealed class ProblemFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not KeyNotFoundException)
            return;
        context.Result = new NotFoundObjectResult(new ProblemDetails { Title = "Not found", Detail = $"There is no {context.HttpContext.Request.Query["q"]} here." });
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-79] bytes of a page are written to the body's writer
public sealed class PipeMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != "/echo")
        {
            await next(context);
            return;
        }
        context.Response.ContentType = "text/html";
        var bytes = Encoding.UTF8.GetBytes("<p>" + context.Request.Query["text"] + "</p>");
        await context.Response.BodyWriter.WriteAsync(bytes);
    }
}

// [Good CWE-79] bytes of an encoded page are written to the body's writer
public sealed class SafePipeMiddleware(RequestDelegate next, HtmlEncoder encoder)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != "/safe-echo")
        {
            await next(context);
            return;
        }
        context.Response.ContentType = "text/html";
        var bytes = Encoding.UTF8.GetBytes("<p>" + encoder.Encode(context.Request.Query["text"].ToString()) + "</p>");
        await context.Response.BodyWriter.WriteAsync(bytes);
    }
}

// [Bad CWE-79] a component's own fragment of markup
public sealed class HighlightComponent : ComponentBase
{
    [Parameter, SupplyParameterFromQuery]
    public string Term { get; set; } = "";

    [Parameter]
    public string Text { get; set; } = "";

    public MarkupString Highlighted() => (MarkupString)Text.Replace("harbour", $"<mark>{Term}</mark>");
}

// [Good CWE-79] a component's fragment with a constant
public sealed class ConstantHighlightComponent : ComponentBase
{
    [Parameter, SupplyParameterFromQuery]
    public string Term { get; set; } = "";

    public MarkupString Highlighted() => (MarkupString)(Term.Length > 0 ? "<mark>found</mark>" : "");
}

// [Bad CWE-79] a helper puts the class list together and makes content of it
public static class AlertHelper
{
    public static IHtmlContent Alert(string text, params string[] classes)
    {
        var builder = new HtmlContentBuilder();
        builder.AppendHtml("<div class=\"").AppendHtml(string.Join(' ', classes)).AppendHtml("\">");
        builder.AppendHtml(text);
        return builder.AppendHtml("</div>");
    }
}

// [same case]
public sealed class AlertController : Controller
{
    public IActionResult Index(string notice)
    {
        ViewBag.Alert = AlertHelper.Alert(notice, "alert", "wide");
        return View();
    }
}

// [Good CWE-79] a helper appends the text as text
public static class SafeAlertHelper
{
    public static IHtmlContent Alert(string text)
    {
        var tag = new TagBuilder("div");
        tag.AddCssClass("alert");
        tag.InnerHtml.Append(text);
        return tag;
    }
}

// [same case]
public sealed class SafeAlertController : Controller
{
    public IActionResult Index(string notice)
    {
        ViewBag.Alert = SafeAlertHelper.Alert(notice);
        return View();
    }
}

// [Bad CWE-79] rows of a table by a generic renderer with a delegate for each cell
public static class TableRenderer
{
    public static string Render<T>(IEnumerable<T> rows, params (string Title, Func<T, object?> Cell)[] columns)
    {
        var html = new StringBuilder("<table>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var (_, cell) in columns)
                html.Append("<td>").Append(cell(row)).Append("</td>");
            html.Append("</tr>");
        }
        return html.Append("</table>").ToString();
    }
}

// [same case]
public sealed class TableController : ControllerBase
{
    public sealed record Guest(string Name, int Age);

    [HttpPost("table")]
    public IActionResult Post([FromBody] Guest[] guests) => Content(TableRenderer.Render(guests, ("Name", guest => guest.Name), ("Age", guest => guest.Age)), "text/html");
}

// [Good CWE-79] rows of numbers by a generic renderer
public sealed class NumberTableController : ControllerBase
{
    [HttpPost("number-table")]
    public IActionResult Post([FromBody] int[] numbers)
    {
        var html = new StringBuilder("<table>");
        foreach (var number in numbers)
            html.Append("<tr><td>").Append(number).Append("</td></tr>");
        return Content(html.Append("</table>").ToString(), "text/html");
    }
}
