// Less common doors to markup.
using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.JSInterop;

namespace Corpus.Xss.Docks;

public class DockPages(IHtmlHelper html, HtmlEncoder encoder, JavaScriptEncoder scripts, UrlEncoder urls) : Controller
{
    // [Bad CWE-79] bytes written to the body's stream
    public async Task Bytes(string name)
    {
        Response.ContentType = "text/html; charset=utf-8";
        await Response.Body.WriteAsync(Encoding.UTF8.GetBytes("<b>" + name + "</b>"));
    }

    // [Bad CWE-79] bytes written to the body's writer
    public async Task Pipe(string name)
    {
        Response.ContentType = "text/html";
        await Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($"<b>{name}</b>"));
    }

    // [Good CWE-79] encoded bytes
    public async Task EncodedBytes(string name)
    {
        Response.ContentType = "text/html; charset=utf-8";
        await Response.Body.WriteAsync(Encoding.UTF8.GetBytes("<b>" + encoder.Encode(name) + "</b>"));
    }

    // [Bad CWE-79] a StreamWriter on the body
    public async Task Stream(string name)
    {
        Response.ContentType = "text/html";
        await using var writer = new StreamWriter(Response.Body);
        await writer.WriteAsync("<b>");
        await writer.WriteAsync(name);
        await writer.WriteAsync("</b>");
    }

    // [Bad CWE-79] a file of the type HTML
    public IActionResult Report(string title) => File(Encoding.UTF8.GetBytes($"<html><title>{title}</title></html>"), "text/html");

    // [Good CWE-79] a file of the type CSV
    public IActionResult Csv(string title) => File(Encoding.UTF8.GetBytes($"title\n{title}\n"), "text/csv", "report.csv");

    // [Bad CWE-79] the helper's Raw
    public IActionResult Raw(string text) => View("Show", html.Raw("<i>" + text + "</i>"));

    // [Bad CWE-79] a tag's inner markup
    public IActionResult Tag(string text)
    {
        var tag = new TagBuilder("div");
        tag.InnerHtml.AppendHtml(text);
        return View("Show", tag);
    }

    // [Good CWE-79] a tag's inner text
    public IActionResult TagText(string text)
    {
        var tag = new TagBuilder("div");
        tag.InnerHtml.Append(text);
        tag.MergeAttribute("title", text);
        return View("Show", tag);
    }

    // [Bad CWE-79] the value stands in a script, encoded for HTML
    public IActionResult Script(string text) => Content($"<script>var text = {encoder.Encode(text)};</script>", "text/html");

    // [Good CWE-79] the value stands in a script, as JSON
    public IActionResult JsonScript(string text) => Content($"<script>var text = {JsonSerializer.Serialize(text)};</script>", "text/html");

    // [Good CWE-79] the value stands in a script, encoded for scripts
    public IActionResult EncodedScript(string text) => Content($"<script>var text = '{scripts.Encode(text)}';</script>", "text/html");

    // [Good CWE-79] the value is a part of a link's query
    public IActionResult Link(string text) => Content($"<a href=\"/search?q={urls.Encode(text)}\">more</a>", "text/html");

    // [Bad CWE-79] decoded again after it was encoded
    public IActionResult Decoded(string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        return Content("<p>" + System.Web.HttpUtility.HtmlDecode(encoded) + "</p>", "text/html");
    }

    // [Bad CWE-79] only the word script is taken out
    public IActionResult NoScript(string text) => Content("<p>" + text.Replace("<script>", "", StringComparison.OrdinalIgnoreCase) + "</p>", "text/html");

    // [Good CWE-79] both angle brackets are replaced
    public IActionResult NoTags(string text) => Content("<p>" + text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;") + "</p>", "text/html");

    // [Good CWE-79] the answer is JSON
    public IActionResult Json1(string text) => new JsonResult(new { html = "<p>" + text + "</p>" });

    // [Good CWE-79] the number of characters
    public IActionResult Count(string text) => Content($"<p>{text.Length} characters, {text.Split(' ').Length} words</p>", "text/html");

    // [Bad CWE-79] an SVG image
    public IActionResult Badge(string label) => Content($"<svg xmlns='http://www.w3.org/2000/svg'><text>{label}</text></svg>", "image/svg+xml");

    // [Good CWE-79] a color that was parsed
    public IActionResult Color(string color)
    {
        var argb = int.Parse(color, System.Globalization.NumberStyles.HexNumber);
        return Content($"<svg xmlns='http://www.w3.org/2000/svg'><rect fill='#{argb:x6}'/></svg>", "image/svg+xml");
    }
}

// [Bad CWE-79] a view component with markup as its result
public class DockViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => new HtmlContentViewComponentResult(new HtmlString("<b>" + Request.Query["dock"] + "</b>"));
}

// [Good CWE-79] a view component with text as its result
public class QuietViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => Content("Dock " + Request.Query["dock"]);
}

// [Bad CWE-79] a tag helper with the request's query string
public class CrumbTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = accessor.HttpContext!.Request;
        output.TagName = "nav";
        output.PreContent.SetHtmlContent($"<span>{request.Query["crumb"]}</span>");
    }
}

// [Good CWE-79] a tag helper that sets text
public class TrailTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.Content.SetContent(accessor.HttpContext!.Request.Query["crumb"]);
        output.Attributes.SetAttribute("title", accessor.HttpContext.Request.Query["crumb"].ToString());
    }
}

// [Bad CWE-79] a script is run with a part of the address
public class DockComponent : ComponentBase
{
    [Inject] public NavigationManager Navigation { get; set; } = null!;
    [Inject] public IJSRuntime Js { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var fragment = new Uri(Navigation.Uri).Fragment;
        await Js.InvokeVoidAsync("eval", $"show('{Uri.UnescapeDataString(fragment)}')");
    }
}

// [Good CWE-79] a function is called with a part of the address
public class CalmComponent : ComponentBase
{
    [Inject] public NavigationManager Navigation { get; set; } = null!;
    [Inject] public IJSRuntime Js { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var fragment = new Uri(Navigation.Uri).Fragment;
        await Js.InvokeVoidAsync("show", Uri.UnescapeDataString(fragment));
    }
}

// [Bad CWE-79] the markup of a route parameter
public class RouteComponent : ComponentBase
{
    [Parameter] public string Section { get; set; } = "";
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(Navigation.Uri).Query);
        builder.AddMarkupContent(0, "<h2>" + query["title"] + "</h2>");
    }
}
