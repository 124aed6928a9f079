// Markup that is written by code, in many hosts.
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Ganss.Xss;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Corpus.Xss.Quays;

public sealed record Comment(string Author, string Text)
{
    public string ToHtml() => $"<p><b>{Author}</b>: {Text}</p>";

    public string ToSafeHtml() => $"<p><b>{WebUtility.HtmlEncode(Author)}</b>: {WebUtility.HtmlEncode(Text)}</p>";
}

// [Bad CWE-79] a record writes its own markup and a page puts it together
public sealed class GuestBookController : ControllerBase
{
    static readonly List<Comment> s_comments = [];

    [HttpPost("guestbook")]
    public IActionResult Post([FromForm] Comment comment)
    {
        s_comments.Add(comment);
        return Content(string.Join("\n", s_comments.Select(each => each.ToHtml())), "text/html");
    }
}

// [Good CWE-79] the record encodes
public sealed class SafeGuestBookController : ControllerBase
{
    static readonly List<Comment> s_comments = [];

    [HttpPost("safe-guestbook")]
    public IActionResult Post([FromForm] Comment comment)
    {
        s_comments.Add(comment);
        return Content(string.Join("\n", s_comments.Select(each => each.ToSafeHtml())), "text/html");
    }
}

public abstract class Element
{
    public abstract void WriteTo(StringBuilder page);

    public string Render()
    {
        var page = new StringBuilder("<!doctype html>");
        WriteTo(page);
        return page.ToString();
    }
}

// [Bad CWE-79] own elements: the heading writes its text as it is
public sealed class Heading(string text) : Element
{
    public override void WriteTo(StringBuilder page) => page.Append("<h1>").Append(text).Append("</h1>");
}

// [same case]
public static class HeadingEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/heading", (string title) => Results.Content(new Heading(title).Render(), "text/html; charset=utf-8"));
}

// [Good CWE-79] own elements: the paragraph encodes its text
public sealed class Paragraph(string text) : Element
{
    public override void WriteTo(StringBuilder page) => page.Append("<p>").Append(HtmlEncoder.Default.Encode(text)).Append("</p>");
}

// [same case]
public static class ParagraphEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/paragraph", (string title) => Results.Content(new Paragraph(title).Render(), "text/html; charset=utf-8"));
}

// [Bad CWE-79] an own result writes what it was given
public sealed class HtmlResult(string body) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/html";
        await httpContext.Response.WriteAsync("<html><body>" + body + "</body></html>");
    }
}

// [same case]
public static class HtmlResultEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/hello/{name}", (string name) => new HtmlResult($"Hello, {name}!"));
}

// [Good CWE-79] an own result writes the text as text
public sealed class TextResult(string body) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/plain; charset=utf-8";
        await httpContext.Response.WriteAsync(body);
    }
}

// [same case]
public static class TextResultEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/hello-text/{name}", (string name) => new TextResult($"Hello, {name}!"));
}

// [Bad CWE-79] a component turns a parameter into markup
public sealed class Badge : ComponentBase
{
    [SupplyParameterFromQuery(Name = "badge")]
    public string? Text { get; set; }

    MarkupString Markup => new($"<span class=\"badge\">{Text}</span>");

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Markup);
}

// [Good CWE-79] a component adds the parameter as text
public sealed class TextBadge : ComponentBase
{
    [SupplyParameterFromQuery(Name = "badge")]
    public string? Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "badge");
        builder.AddContent(2, Text);
        builder.CloseElement();
    }
}

// [Bad CWE-79] a tag helper writes a value of the request
public sealed class SearchTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var query = accessor.HttpContext?.Request.Query["q"].FirstOrDefault() ?? "";
        output.TagName = "div";
        output.Content.SetHtmlContent($"<em>{query}</em>");
    }
}

// [Good CWE-79] a tag helper appends a value of the request
public sealed class SafeSearchTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var query = accessor.HttpContext?.Request.Query["q"].FirstOrDefault() ?? "";
        output.TagName = "div";
        output.Content.AppendHtml("<em>").Append(query).AppendHtml("</em>");
    }
}

// [Bad CWE-79] own content for pages, which is written raw
public sealed class RawNote(string note) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<div class='note'>");
        writer.Write(note);
        writer.Write("</div>");
    }
}

// [same case]
public sealed class NoteModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    public IHtmlContent Note { get; private set; } = HtmlString.Empty;

    public void OnGet(string note) => Note = new RawNote(note);
}

// [Good CWE-79] own content for pages, which encodes
public sealed class EncodedNote(string note) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<div class='note'>");
        encoder.Encode(writer, note);
        writer.Write("</div>");
    }
}

// [same case]
public sealed class EncodedNoteModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    public IHtmlContent Note { get; private set; } = HtmlString.Empty;

    public void OnGet(string note) => Note = new EncodedNote(note);
}

// [Bad CWE-79] a helper for views, the attribute is made with quotes only
public static class ViewHelpers
{
    public static IHtmlContent Icon(this IHtmlHelper html, string name) => new HtmlString("<img src=\"/icons/" + name + ".svg\" alt=\"\">");
}

// [same case]
public sealed class IconController(IHtmlHelper html) : Controller
{
    public IActionResult Show(string icon)
    {
        ViewData["Icon"] = html.Icon(icon);
        return View();
    }
}

// [Good CWE-79] a builder of tags makes the attribute
public static class TagHelpers
{
    public static IHtmlContent Icon(string name)
    {
        var tag = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        tag.MergeAttribute("src", $"/icons/{name}.svg");
        return tag;
    }
}

// [same case]
public sealed class SafeIconController : Controller
{
    public IActionResult Show(string icon)
    {
        ViewData["Icon"] = TagHelpers.Icon(icon);
        return View();
    }
}

// [Bad CWE-79] the sanitised text is written, but the heading is not the sanitised one
public sealed class ArticleController(HtmlSanitizer sanitizer) : Controller
{
    [HttpPost]
    public ContentResult Preview(string heading, string body)
    {
        (heading, body) = (heading.Trim(), sanitizer.Sanitize(body));
        return new ContentResult { ContentType = "text/html", Content = $"<h1>{heading}</h1>{body}" };
    }
}

// [Good CWE-79] both are sanitised
public sealed class SafeArticleController(HtmlSanitizer sanitizer) : Controller
{
    [HttpPost]
    public ContentResult Preview(string heading, string body)
    {
        (heading, body) = (HtmlEncoder.Default.Encode(heading), sanitizer.Sanitize(body));
        return new ContentResult { ContentType = "text/html", Content = $"<h1>{heading}</h1>{body}" };
    }
}

// [Bad CWE-79] an answer of a server-sent script
public static class ScriptEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/callback", async (HttpContext context) =>
    {
        var name = context.Request.Query["callback"].ToString();
        context.Response.ContentType = "text/html";
        await using var writer = new StreamWriter(context.Response.Body);
        await writer.WriteLineAsync("<script>");
        await writer.WriteLineAsync($"{name}('done');");
        await writer.WriteLineAsync("</script>");
    });
}

// [Good CWE-79] an answer in JSON
public static class JsonEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/json", async (HttpContext context) =>
    {
        var name = context.Request.Query["name"].ToString();
        await context.Response.WriteAsJsonAsync(new { name, html = $"<b>{name}</b>" });
    });
}
