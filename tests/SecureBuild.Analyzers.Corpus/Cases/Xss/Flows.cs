using System.Net;
using Ganss.Xss;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using HttpUtility = System.Web.HttpUtility;

namespace Forum;

// [Bad CWE-79] a layout helper wraps the text
public class TopicController : Controller
{
    public IActionResult Show(string title) => Page("Topic", "<h2>" + title + "</h2>");

    ContentResult Page(string heading, string body) => Content("<html><h1>" + heading + "</h1>" + body + "</html>", "text/html");
}

// [Good CWE-79] the layout helper encodes both
public class TopicControllerSafe : Controller
{
    public IActionResult Show(string title) => Page("Topic", title);

    ContentResult Page(string heading, string body) =>
        Content("<html><h1>" + WebUtility.HtmlEncode(heading) + "</h1>" + WebUtility.HtmlEncode(body) + "</html>", "text/html");
}

// [Good CWE-79] the helper encodes and returns
public class QuoteController : Controller
{
    public IActionResult Show(string text) => Content("<blockquote>" + Safe(text) + "</blockquote>", "text/html");

    static string Safe(string text) => HttpUtility.HtmlEncode(text);
}

// [Bad CWE-79] the helper encodes one of its two branches
public class QuoteControllerHalf : Controller
{
    public IActionResult Show(string text, bool markup) => Content("<blockquote>" + Shown(text, markup) + "</blockquote>", "text/html");

    static string Shown(string text, bool markup) => markup ? text : HttpUtility.HtmlEncode(text);
}

// [Good CWE-79] a sanitiser library
public class PostController(HtmlSanitizer sanitizer) : Controller
{
    public IActionResult Show(string html) => Content("<article>" + sanitizer.Sanitize(html) + "</article>", "text/html");
}

// [Bad CWE-79] the model keeps the text, a method of the model makes HTML
public class CardController : Controller
{
    public IActionResult Show([FromForm] Card card) => Content(card.ToHtml(), "text/html");

    public class Card
    {
        public string Title { get; set; } = "";
        public int Number { get; set; }
        public string ToHtml() => $"<div id='{Number}'>{Title}</div>";
    }
}

// [Good CWE-79] the model's method encodes
public class CardControllerSafe : Controller
{
    public IActionResult Show([FromForm] Card card) => Content(card.ToHtml(), "text/html");

    public class Card
    {
        public string Title { get; set; } = "";
        public int Number { get; set; }
        public string ToHtml() => $"<div id='{Number}'>{WebUtility.HtmlEncode(Title)}</div>";
    }
}

// [Bad CWE-79] a tag helper sets HTML content from the request
public class NoticeTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Content.SetHtmlContent("<b>" + accessor.HttpContext!.Request.Query["notice"] + "</b>");
}

// [Good CWE-79] a tag helper sets text content, which is encoded
public class NoticeTagHelperSafe(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Content.SetContent(accessor.HttpContext!.Request.Query["notice"].ToString());
}

// [Bad CWE-79] middleware writes the path into the error page
public class NotFoundMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == 404 && !context.Response.HasStarted)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync($"<p>There is no {context.Request.Query["page"]}</p>");
        }
    }
}

// [Good CWE-79] middleware encodes the path
public class NotFoundMiddlewareSafe(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == 404 && !context.Response.HasStarted)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync($"<p>There is no {WebUtility.HtmlEncode(context.Request.Query["page"])}</p>");
        }
    }
}

// [Bad CWE-79] a page's bound property as HtmlString
public class ProfileModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string About { get; set; } = "";
    public HtmlString AboutHtml => new(About);
    public void OnGet() { }
}

// [Good CWE-79] a page's bound property is shown as it is, and so encoded by Razor
public class ProfileModelSafe : PageModel
{
    [BindProperty(SupportsGet = true)] public string About { get; set; } = "";
    public string Shown => About.Trim();
    public HtmlString Rule => new("<hr>");
    public void OnGet() { }
}

public class ThreadController : Controller
{
    // [Bad CWE-79] a list of parts
    public IActionResult Parts(string a, string b)
    {
        var parts = new List<string> { "<ul>", "<li>" + a, "<li>" + b, "</ul>" };
        return Content(string.Concat(parts), "text/html");
    }

    // [Good CWE-79] LINQ encodes each part
    public IActionResult PartsEncoded(string a, string b)
    {
        var parts = new[] { a, b }.Select(part => "<li>" + WebUtility.HtmlEncode(part));
        return Content("<ul>" + string.Concat(parts) + "</ul>", "text/html");
    }

    // [Bad CWE-79] LINQ does not encode
    public IActionResult PartsLinq([FromQuery] List<string> tags) =>
        Content("<ul>" + string.Join("", from tag in tags select "<li>" + tag + "</li>") + "</ul>", "text/html");

    // [Good CWE-79] encoded through a method group
    public IActionResult PartsMethodGroup([FromQuery] List<string> tags) =>
        Content("<ul>" + string.Join("", tags.Select(WebUtility.HtmlEncode)) + "</ul>", "text/html");

    // [Bad CWE-79] a TagBuilder's inner HTML
    public IHtmlContent Tag(string text)
    {
        var tag = new TagBuilder("span");
        tag.InnerHtml.AppendHtml(text);
        return tag;
    }

    // [Good CWE-79] a TagBuilder's inner text and attribute
    public IHtmlContent TagText(string text)
    {
        var tag = new TagBuilder("span");
        tag.InnerHtml.Append(text);
        tag.Attributes["title"] = text;
        return tag;
    }

    // [Good CWE-79] the dictionary's constant entry
    public IActionResult Label(string label)
    {
        var texts = new Dictionary<string, string> { ["title"] = "Forum", ["label"] = label };
        return Content("<h1>" + texts["title"] + "</h1>", "text/html");
    }

    // [Bad CWE-79] the dictionary's other entry
    public IActionResult LabelShown(string label)
    {
        var texts = new Dictionary<string, string> { ["title"] = "Forum", ["label"] = label };
        return Content("<h1>" + texts["label"] + "</h1>", "text/html");
    }

    // [Bad CWE-79] type chosen by a variable
    public IActionResult Typed(string text)
    {
        var type = "text/html";
        return Content("<i>" + text + "</i>", type);
    }

    // [Good CWE-79] type chosen by a variable: CSV
    public IActionResult Csv(string text)
    {
        var type = "text/csv";
        return Content("id;" + text, type);
    }

    // [Bad CWE-79] SQL escaping is no HTML encoding
    public IActionResult Quoted(string text) => Content("<i>" + text.Replace("'", "''") + "</i>", "text/html");

    // [Good CWE-79] angle brackets, quotes and the ampersand are replaced by hand, in an element's text
    public IActionResult Replaced(string text) =>
        Content("<i>" + text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;") + "</i>", "text/html");

    // [Good CWE-79] checked to be letters only
    public IActionResult Letters(string name)
    {
        foreach (var character in name)
            if (!char.IsLetter(character))
                return BadRequest();
        return Content("<b>" + name + "</b>", "text/html");
    }

    // [Bad CWE-79] in the error message
    public IActionResult Number(string text)
    {
        try
        {
            return Content("<b>" + int.Parse(text) + "</b>", "text/html");
        }
        catch (FormatException)
        {
            return Content("<b>" + text + "</b> is no number", "text/html");
        }
    }

    // [Good CWE-79] in the error message, encoded
    public IActionResult NumberEncoded(string text)
    {
        try
        {
            return Content("<b>" + int.Parse(text) + "</b>", "text/html");
        }
        catch (FormatException)
        {
            return Content("<b>" + HttpUtility.HtmlEncode(text) + "</b> is no number", "text/html");
        }
    }

    // [Bad CWE-79] Markdown allows HTML
    public IActionResult Markdown(string text) => Content(Markdig.Markdown.ToHtml(text), "text/html");

    // [Good CWE-79] the constant branch
    public IActionResult Dead(string text)
    {
        const bool raw = false;
        return Content("<b>" + (raw ? text : "fixed") + "</b>", "text/html");
    }
}
