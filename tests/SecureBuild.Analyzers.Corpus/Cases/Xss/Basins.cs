// Markup on long ways: writers, builders, components, caches.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Corpus.Xss.Basins;

public class BasinPages : Controller
{
    // [Bad CWE-79] a dictionary of texts is rendered
    public IActionResult Table(string name, string town)
    {
        var rows = new SortedDictionary<string, string> { ["Name"] = name, ["Town"] = town };
        var text = new StringBuilder("<table>");
        foreach (var (key, value) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"<tr><td>{key}</td><td>{value}</td></tr>");
        return Content(text.Append("</table>").ToString(), "text/html");
    }

    // [Good CWE-79] only the keys of the dictionary are rendered
    public IActionResult Keys(string name, string town)
    {
        var rows = new Dictionary<string, string> { ["Name"] = name, ["Town"] = town };
        return Content("<p>" + string.Join(", ", rows.Keys) + "</p>", "text/html");
    }

    // [Good CWE-79] an XML writer encodes
    public IActionResult Written(string name)
    {
        using var text = new StringWriter();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("p");
            writer.WriteString(name);
            writer.WriteEndElement();
        }
        return Content(text.ToString(), "text/html");
    }

    // [Good CWE-79] an element's text is encoded when it is written
    public IActionResult Element(string name) => Content(new XElement("p", new XAttribute("title", name), name).ToString(), "text/html");

    // [Bad CWE-79] an element's text is taken out again
    public IActionResult ElementValue(string name)
    {
        var element = new XElement("p", name);
        return Content("<div>" + element.Value + "</div>", "text/html");
    }

    // [Bad CWE-79] an HtmlString's value
    public IActionResult HtmlValue(string name)
    {
        IHtmlContent content = new HtmlString(name);
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return Content("<div>" + writer + "</div>", "text/html");
    }

    // [Good CWE-79] a text between tags is shortened after it was encoded
    public IActionResult Excerpt(string text)
    {
        var encoded = HtmlEncoder.Default.Encode(text);
        if (encoded.Length > 100)
            encoded = string.Concat(encoded.AsSpan(0, 100), "…");
        return Content($"<blockquote>{encoded}</blockquote>", "text/html");
    }

    // [Bad CWE-79] the error text shows what was wrong
    public IActionResult Parse(string number)
    {
        try
        {
            return Content("<p>" + int.Parse(number) + "</p>", "text/html");
        }
        catch (FormatException)
        {
            return Content("<p>" + number + " is no number</p>", "text/html");
        }
    }

    // [Good CWE-79] the error text is ours
    public IActionResult TryParse(string number) =>
        int.TryParse(number, out var parsed) ? Content($"<p>{parsed}</p>", "text/html") : Content("<p>That is no number</p>", "text/html");

    // [Bad CWE-79] a JSON text in a script, without escaping
    public IActionResult Relaxed(string name)
    {
        var json = JsonSerializer.Serialize(new { name }, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return Content($"<script>var model = {json};</script>", "text/html");
    }

    // [Bad CWE-79] the language of the page
    public IActionResult Language() => Content($"<html lang=\"{Request.Headers.AcceptLanguage.ToString().Split(',')[0]}\"></html>", "text/html");

    // [Good CWE-79] the culture that the framework chose
    public IActionResult Culture() => Content($"<html lang=\"{CultureInfo.CurrentUICulture.Name}\"></html>", "text/html");
}

// [Bad CWE-79] a page model's handler answers with its bound property
public class BasinModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Filter { get; set; }

    public HtmlString Heading { get; private set; } = HtmlString.Empty;

    public void OnGet() => Heading = new HtmlString("<h2>" + Filter + "</h2>");
}

// [Good CWE-79] a page model's handler encodes its bound property
public class CalmModel(HtmlEncoder encoder) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Filter { get; set; }

    public HtmlString Heading { get; private set; } = HtmlString.Empty;

    public void OnGet() => Heading = new HtmlString("<h2>" + encoder.Encode(Filter ?? "") + "</h2>");
}

// [Bad CWE-79] an exception filter answers with the path
public sealed class PathFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        context.Result = new ContentResult
        {
            StatusCode = 500,
            ContentType = "text/html",
            Content = "<h1>Error at " + Uri.UnescapeDataString(context.HttpContext.Request.Path + context.HttpContext.Request.QueryString) + "</h1>",
        };
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-79] a terminal middleware
public static class NotFoundPages
{
    public static void UseNotFoundPage(this IApplicationBuilder app) => app.Run(async context =>
    {
        context.Response.StatusCode = 404;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync($"<p>No page {context.Request.Query["page"]}</p>");
    });
}

// [Bad CWE-79] an endpoint that is a union of results
public static class UnionEndpoints
{
    public static void MapUnion(this IEndpointRouteBuilder routes) => routes.MapGet("/union", Results<ContentHttpResult, NotFound> (string? name) =>
        string.IsNullOrEmpty(name) ? TypedResults.NotFound() : TypedResults.Content("<b>" + name + "</b>", "text/html"));
}

// [Good CWE-79] an endpoint that answers with text
public static class TextEndpoints
{
    public static void MapText(this IEndpointRouteBuilder routes) => routes.MapGet("/text", (string? name) => TypedResults.Text("Hello " + name));
}
