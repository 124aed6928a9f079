using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewComponents;

// [Bad CWE-79] a list of pieces is joined to a table by a helper with an encoder that it does not use
public sealed class TableBuilder(HtmlEncoder encoder)
{
    readonly List<string[]> _rows = [];
    public TableBuilder Row(params string[] cells) { _rows.Add(cells); return this; }
    public string Header(string text) => "<th>" + encoder.Encode(text) + "</th>";
    public string Build() => "<table>" + string.Concat(_rows.Select(row => "<tr>" + string.Concat(row.Select(cell => "<td>" + cell + "</td>")) + "</tr>")) + "</table>";
}

// [same case]
public sealed class TableController : Controller
{
    public IActionResult Show(string name, string city) => Content(new TableBuilder(HtmlEncoder.Default).Row(name, city).Build(), "text/html");
}

// [Good CWE-79] the helper encodes every cell
public sealed class EncodingTableBuilder(HtmlEncoder encoder)
{
    readonly List<string[]> _rows = [];
    public EncodingTableBuilder Row(params string[] cells) { _rows.Add(cells); return this; }
    public string Build() => "<table>" + string.Concat(_rows.Select(row => "<tr>" + string.Concat(row.Select(cell => "<td>" + encoder.Encode(cell) + "</td>")) + "</tr>")) + "</table>";
}

// [same case]
public sealed class EncodingTableController : Controller
{
    public IActionResult Show(string name, string city) => Content(new EncodingTableBuilder(HtmlEncoder.Default).Row(name, city).Build(), "text/html");
}

// [Bad CWE-79] a view component's content from its argument
public sealed class NoticeViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => new HtmlContentViewComponentResult(new HtmlString("<p>" + Request.Query["notice"] + "</p>"));
}

// [Good CWE-79] a view component's text content is encoded
public sealed class TextNoticeViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => Content("Notice: " + Request.Query["notice"]);
}

// [Bad CWE-79] an extension method of the HTML helper makes raw HTML of a number and a text
public static class Badges
{
    public static IHtmlContent Badge(this IHtmlHelper html, string text, int count) => html.Raw($"<span class='badge'>{text} ({count})</span>");
}

// [same case]
public sealed class BadgeController(IHtmlHelper html) : Controller
{
    public IActionResult Index(string label)
    {
        ViewBag.Badge = html.Badge(label, 3);
        return View();
    }
}

// [Good CWE-79] an extension method with a format of HTML content encodes its arguments
public static class SafeBadges
{
    public static IHtmlContent SafeBadge(this IHtmlHelper html, string text, int count) => new HtmlContentBuilder().AppendFormat("<span class='badge'>{0} ({1})</span>", text, count);
}

// [same case]
public sealed class SafeBadgeController(IHtmlHelper html) : Controller
{
    public IActionResult Index(string label)
    {
        ViewBag.Badge = html.SafeBadge(label, 3);
        return View();
    }
}

// [Bad CWE-79] only angle brackets are replaced, but the text stands in an attribute
public sealed class AttributePage
{
    public static void Map(WebApplication app) => app.MapGet("/field", (string value) =>
    {
        var safe = value.Replace("<", "").Replace(">", "");
        return Results.Content("<input value='" + safe + "'>", "text/html");
    });
}

// [Good CWE-79] encoded in an attribute
public sealed class EncodedAttributePage
{
    public static void Map(WebApplication app) => app.MapGet("/field2", (string value) =>
    {
        var safe = HtmlEncoder.Default.Encode(value);
        return Results.Content("<input value=\"" + safe + "\">", "text/html");
    });
}

// [Bad CWE-79] the encoded text is stored, the other one is written
public sealed class WrongVariable
{
    public static void Map(WebApplication app) => app.MapPost("/sign", async (HttpContext context) =>
    {
        var form = await context.Request.ReadFormAsync();
        var name = form["name"].ToString();
        var encoded = WebUtility.HtmlEncode(name);
        context.Response.Headers["X-Name-Length"] = encoded.Length.ToString();
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<p>Thank you, " + name + "</p>", Encoding.UTF8);
    });
}

// [Good CWE-79] the variable is replaced by its encoded text
public sealed class RightVariable
{
    public static void Map(WebApplication app) => app.MapPost("/sign2", async (HttpContext context) =>
    {
        var form = await context.Request.ReadFormAsync();
        var name = form["name"].ToString();
        name = WebUtility.HtmlEncode(name);
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<p>Thank you, " + name + "</p>", Encoding.UTF8);
    });
}

// [Bad CWE-79] server-sent events of HTML fragments, one a line
public sealed class Fragments
{
    public static void Map(WebApplication app) => app.MapGet("/fragments", (HttpContext context, string topic) =>
    {
        var lines = new Queue<string>();
        lines.Enqueue("<ul>");
        lines.Enqueue("<li>" + topic + "</li>");
        lines.Enqueue("</ul>");
        var html = new StringBuilder();
        while (lines.Count > 0)
            html.AppendLine(lines.Dequeue());
        return TypedResults.Content(html.ToString(), "text/html; charset=utf-8");
    });
}
