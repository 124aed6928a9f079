using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Data.SqlClient;

namespace Pages.Xss;

public class HelloController : Controller
{
    // [Bad CWE-79] markup with the client's name
    [HttpGet]
    public ContentResult Html(string name) => Content("<h1>Hello " + name + "</h1>", "text/html");

    // [Good CWE-79] the answer is plain text
    [HttpGet]
    public ContentResult Plain(string name) => Content("Hello " + name, "text/plain");

    // [Good CWE-79] an object becomes JSON
    [HttpGet]
    public IActionResult Object(string name) => Ok(new { greeting = "<b>" + name });

    // [Good CWE-79] a JSON result
    [HttpGet]
    public JsonResult JsonAnswer(string name) => Json(new { name });

    // [Bad CWE-79] a content result with properties set one by one
    [HttpGet]
    public IActionResult Built(string q)
    {
        var page = new StringBuilder();
        page.Append("<ul>");
        foreach (var part in q.Split(','))
            page.AppendFormat("<li>{0}</li>", part);
        page.Append("</ul>");
        return new ContentResult { Content = page.ToString(), ContentType = "text/html; charset=utf-8", StatusCode = 200 };
    }

    // [Good CWE-79] every part is encoded
    [HttpGet]
    public IActionResult BuiltEncoded(string q, [FromServices] HtmlEncoder encoder)
    {
        var page = string.Concat(q.Split(',').Select(part => "<li>" + encoder.Encode(part) + "</li>"));
        return new ContentResult { Content = page, ContentType = "text/html" };
    }

    // [Bad CWE-79] only script tags are removed
    [HttpGet]
    public IActionResult Scriptless(string q) => Content(q.Replace("<script>", ""), "text/html");

    // [Bad CWE-79] URL decoding after encoding takes the encoding away
    [HttpGet]
    public IActionResult Decoded(string q) => Content(System.Net.WebUtility.HtmlDecode(System.Net.WebUtility.HtmlEncode(q)), "text/html");

    // [Good CWE-79] angle brackets, ampersands and quotes are replaced
    [HttpGet]
    public IActionResult Replaced(string q) =>
        Content("<p>" + q.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;") + "</p>", "text/html");

    // [Bad CWE-79] written into the answer's stream
    [HttpGet]
    public async Task Stream()
    {
        Response.ContentType = "text/html";
        await using var writer = new StreamWriter(Response.Body);
        await writer.WriteAsync("<p>" + Request.Query["q"] + "</p>");
    }

    // [Bad CWE-79] bytes of markup
    [HttpGet]
    public async Task Bytes()
    {
        Response.ContentType = "text/html";
        var bytes = Encoding.UTF8.GetBytes($"<p>{Request.Headers["X-Name"]}</p>");
        await Response.Body.WriteAsync(bytes, 0, bytes.Length);
    }

    // [Good CWE-79] JSON text written as JSON
    [HttpGet]
    public async Task JsonText()
    {
        Response.ContentType = "application/json";
        await Response.WriteAsync("{\"q\":\"" + Request.Query["q"] + "\"}");
    }

    // [Bad CWE-79] an HtmlString for the view
    [HttpGet]
    public IActionResult View1(string message)
    {
        ViewBag.Message = new HtmlString("<b>" + message + "</b>");
        return View();
    }

    // [Good CWE-79] a string for the view, which encodes it
    [HttpGet]
    public IActionResult View2(string message)
    {
        ViewBag.Message = "<b>" + message + "</b>";
        ViewData["m"] = message;
        return View("Show", message);
    }

    // [Bad CWE-79] a file of the client's text that browsers show as a page
    [HttpGet]
    public IActionResult FileHtml(string text) => File(Encoding.UTF8.GetBytes("<html>" + text), "text/html");

    // [Good CWE-79] a file that is downloaded
    [HttpGet]
    public IActionResult FileCsv(string text) => File(Encoding.UTF8.GetBytes(text), "text/csv", "export.csv");

    // [Good CWE-79] a number and a date
    [HttpGet]
    public IActionResult Typed(int page, DateTime day) => Content($"<p>{page} {day:d}</p>", "text/html");
}

public class StoredController(SqlConnection db) : Controller
{
    // [Bad CWE-79] a comment from the database, as it was stored
    [HttpGet]
    public ContentResult Comment(int id)
    {
        var cmd = new SqlCommand("SELECT body FROM comments WHERE id = @id", db);
        cmd.Parameters.AddWithValue("@id", id);
        using var reader = cmd.ExecuteReader();
        reader.Read();
        return Content("<div>" + reader["body"] + "</div>", "text/html");
    }

    // [Good CWE-79] a comment from the database, encoded
    [HttpGet]
    public ContentResult CommentEncoded(int id)
    {
        var cmd = new SqlCommand("SELECT body FROM comments WHERE id = @id", db);
        cmd.Parameters.AddWithValue("@id", id);
        using var reader = cmd.ExecuteReader();
        reader.Read();
        return Content("<div>" + HtmlEncoder.Default.Encode(reader.GetString(0)) + "</div>", "text/html");
    }

    // [Good CWE-79] a count from the database
    [HttpGet]
    public ContentResult Count()
    {
        var n = (int)new SqlCommand("SELECT COUNT(*) FROM comments", db).ExecuteScalar();
        return Content("<b>" + n + "</b>", "text/html");
    }
}

// [Bad CWE-79] a page model keeps the query's text as markup
public class SearchModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string Q { get; set; } = "";
    public IHtmlContent Heading { get; private set; } = HtmlString.Empty;
    public void OnGet() => Heading = new HtmlString($"<h2>Results for {Q}</h2>");
}

// [Good CWE-79] a page model keeps the text as text
public class TextModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string Q { get; set; } = "";
    public string Heading { get; private set; } = "";
    public void OnGet() => Heading = $"<h2>Results for {Q}</h2>";
}

// [Good CWE-79] HtmlContentBuilder appends what it encodes
public class BuilderModel : PageModel
{
    public IHtmlContent Heading { get; private set; } = HtmlString.Empty;
    public void OnGet(string q) => Heading = new HtmlContentBuilder().AppendHtml("<b>").Append(q).AppendHtml("</b>");
}

// [Bad CWE-79] HtmlContentBuilder appends markup of the client
public class RawBuilderModel : PageModel
{
    public IHtmlContent Heading { get; private set; } = HtmlString.Empty;
    public void OnGet(string q) => Heading = new HtmlContentBuilder().AppendHtml("<b>" + q + "</b>");
}

// [Bad CWE-79] a Blazor page shows the query as markup
[Microsoft.AspNetCore.Components.Route("/greet")]
public class Greet : ComponentBase
{
    [SupplyParameterFromQuery] public string? Name { get; set; }
    MarkupString Text => new("<i>" + Name + "</i>");
    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Text);
}

// [Good CWE-79] a Blazor page shows the query as text
[Microsoft.AspNetCore.Components.Route("/greet")]
public class GreetText : ComponentBase
{
    [SupplyParameterFromQuery] public string? Name { get; set; }
    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, "<i>" + Name + "</i>");
}

// [Bad CWE-79] a middleware echoes the path
public class EchoMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/echo"))
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>No page at " + context.Request.Path.Value + context.Request.QueryString.Value + "</p>");
            return;
        }
        await next(context);
    }
}

// [Bad CWE-79] a tag helper writes an attribute's value that the request gave
public class UserTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var user = accessor.HttpContext!.Request.Query["user"].ToString();
        output.Content.SetHtmlContent("<b>" + user + "</b>");
    }
}

// [Good CWE-79] a tag helper writes text
public class UserTextTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var user = accessor.HttpContext!.Request.Query["user"].ToString();
        output.Content.SetContent(user);
    }
}

public static class HtmlHelpers
{
    // [Good CWE-79] a helper of the views builds a tag, the text is encoded by the builder
    public static IHtmlContent Badge(this IHtmlHelper html)
    {
        var tag = new TagBuilder("span");
        tag.InnerHtml.Append(html.ViewContext.HttpContext.Request.Query["b"].ToString());
        return tag;
    }

    // [Bad CWE-79] a helper of the views returns markup with the request's text
    public static IHtmlContent RawBadge(this IHtmlHelper html)
    {
        var text = html.ViewContext.HttpContext.Request.Query["b"].ToString();
        return html.Raw("<span>" + text + "</span>");
    }
}
