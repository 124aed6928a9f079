// Parts of applications that write HTML.
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.Xss.Applications;

// [Bad CWE-79] a renderer with templates of our own
public class TemplateRenderer
{
    readonly Dictionary<string, string> _values = new();

    public TemplateRenderer Set(string name, string value)
    {
        _values[name] = value;
        return this;
    }

    public string Render(string template)
    {
        foreach (var (name, value) in _values)
            template = template.Replace("{{" + name + "}}", value);
        return template;
    }
}

// [same case]
public static class WelcomeEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/welcome", (string user) =>
        Results.Text(new TemplateRenderer().Set("user", user).Render("<h1>Welcome, {{user}}</h1>"), "text/html"));
}

// [Good CWE-79] a renderer that encodes
public class EncodingRenderer
{
    readonly Dictionary<string, string> _values = new();

    public EncodingRenderer Set(string name, string value)
    {
        _values[name] = HtmlEncoder.Default.Encode(value);
        return this;
    }

    public string Render(string template)
    {
        foreach (var (name, value) in _values)
            template = template.Replace("{{" + name + "}}", value);
        return template;
    }
}

// [same case]
public static class WelcomeGoodEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/welcome-good", (string user) =>
        Results.Text(new EncodingRenderer().Set("user", user).Render("<h1>Welcome, {{user}}</h1>"), "text/html"));
}

// [Bad CWE-79] an error page by status
public static class StatusPages
{
    public static void Use(IApplicationBuilder app) => app.UseStatusCodePages(async context =>
    {
        var request = context.HttpContext.Request;
        context.HttpContext.Response.ContentType = "text/html";
        await context.HttpContext.Response.WriteAsync($"<p>{request.Query["page"]} was not found</p>");
    });
}

// [Good CWE-79] an error page by status as text
public static class StatusPagesGood
{
    public static void Use(IApplicationBuilder app) => app.UseStatusCodePages(async context =>
    {
        context.HttpContext.Response.ContentType = "text/plain";
        await context.HttpContext.Response.WriteAsync($"{context.HttpContext.Request.Query["page"]} was not found");
    });
}

// [Bad CWE-79] a page's property that the view shows raw
public class NoteModel : PageModel
{
    public HtmlString Note { get; private set; } = HtmlString.Empty;

    public void OnGet(string note) => Note = new HtmlString(note.Trim());
}

// [Good CWE-79] a page's property that the view shows
public class NoteGoodModel : PageModel
{
    public string Note { get; private set; } = "";

    public void OnGet(string note) => Note = note.Trim();
}

// [Bad CWE-79] Markdown that lets HTML through
public class MarkdownController : Controller
{
    [HttpPost]
    public IActionResult Preview(string text) => Content(Markdig.Markdown.ToHtml(text), "text/html");
}

// [Good CWE-79] Markdown that is cleaned
public class MarkdownGoodController : Controller
{
    [HttpPost]
    public IActionResult Preview(string text) => Content(new Ganss.Xss.HtmlSanitizer().Sanitize(Markdig.Markdown.ToHtml(text)), "text/html");
}

// [Bad CWE-79] encoded and decoded again
public class TwiceController : Controller
{
    [HttpGet("/twice")]
    public IActionResult Get(string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        var shown = WebUtility.HtmlDecode(encoded);
        return Content("<p>" + shown + "</p>", "text/html");
    }
}

// [Bad CWE-79] an SVG that is made of the name
public class BadgeController : Controller
{
    [HttpGet("/badge/{label}")]
    public IActionResult Get(string label) => Content($"<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{label}</text></svg>", "image/svg+xml");
}

// [Good CWE-79] an SVG with a number
public class BadgeGoodController : Controller
{
    [HttpGet("/badge-good/{count:int}")]
    public IActionResult Get(int count) => Content($"<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{count}</text></svg>", "image/svg+xml");
}

// [Bad CWE-79] a component's markup from its address
public class BannerComponent : ComponentBase
{
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    public MarkupString Banner { get; private set; }

    protected override void OnInitialized()
    {
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        if (query.TryGetValue("banner", out var text))
            Banner = (MarkupString)text.ToString();
    }
}

// [Good CWE-79] a component's markup is ours
public class BannerGoodComponent : ComponentBase
{
    [Parameter] public int Level { get; set; }

    public MarkupString Banner => new("<b>Level " + Level + "</b>");
}

// [Bad CWE-79] bytes of a page
public class BytesController : ControllerBase
{
    [HttpGet("/bytes")]
    public IActionResult Get(string name) => File(Encoding.UTF8.GetBytes("<html>" + name + "</html>"), "text/html");
}

// [Good CWE-79] bytes of a download
public class DownloadController : ControllerBase
{
    [HttpGet("/download")]
    public IActionResult Get(string name) => File(Encoding.UTF8.GetBytes("name;" + name), "text/csv", "names.csv");
}

// [Good CWE-79] JSON of a record
public static class JsonEndpoint
{
    public record Answer(string Text);

    public static void Map(WebApplication app) => app.MapGet("/json", (string text) => Results.Ok(new Answer(text)));
}
