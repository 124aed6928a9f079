using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.JSInterop;

namespace Garden;

// [Bad CWE-79] Blazor: markup of a page parameter
[Microsoft.AspNetCore.Components.Route("/plants/{Name}")]
public class PlantPage : ComponentBase
{
    [Parameter] public string Name { get; set; } = "";
    MarkupString Title => new($"<h1>{Name}</h1>");
}

// [Good CWE-79] Blazor: markup of an encoded page parameter
[Microsoft.AspNetCore.Components.Route("/plants/{Name}")]
public class PlantPageSafe : ComponentBase
{
    [Parameter] public string Name { get; set; } = "";
    MarkupString Title => new($"<h1>{WebUtility.HtmlEncode(Name)}</h1>");
}

// [Bad CWE-79] Blazor: a script that is evaluated with a query value
public class MapPage(IJSRuntime js) : ComponentBase
{
    [SupplyParameterFromQuery] public string? Zoom { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender) => await js.InvokeVoidAsync("eval", "map.zoom = " + Zoom);
}

// [Good CWE-79] Blazor: the value is an argument of the function
public class MapPageSafe(IJSRuntime js) : ComponentBase
{
    [SupplyParameterFromQuery] public string? Zoom { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender) => await js.InvokeVoidAsync("map.setZoom", Zoom);
}

public class SeedModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string Query { get; set; } = "";

    public IHtmlContent? Heading { get; private set; }

    // [Bad CWE-79] Razor Pages: HTML content of a bound property
    public void OnGet() => Heading = new HtmlString("Results for <b>" + Query + "</b>");

    // [Good CWE-79] Razor Pages: content builders encode what is appended
    public void OnGetBuilt()
    {
        var builder = new HtmlContentBuilder();
        builder.AppendHtml("Results for <b>").Append(Query).AppendHtml("</b>");
        Heading = builder;
    }

    // [Bad CWE-79] Razor Pages: appended as HTML
    public void OnGetRaw()
    {
        var builder = new HtmlContentBuilder();
        builder.AppendHtml("Results for <b>").AppendHtml(Query).AppendHtml("</b>");
        Heading = builder;
    }

    // [Bad CWE-79] Razor Pages: content of a handler
    public IActionResult OnGetPreview(string text) => Content($"<p>{text}</p>", "text/html");

    // [Good CWE-79] Razor Pages: plain content of a handler
    public IActionResult OnGetPlain(string text) => Content(text);
}

public static class GardenEndpoints
{
    // [Bad CWE-79] a minimal API answers HTML
    public static void MapHello(this WebApplication app) =>
        app.MapGet("/hello/{name}", (string name) => TypedResults.Content($"<h1>Hello {name}</h1>", "text/html"));

    // [Good CWE-79] a minimal API answers HTML with an encoder from its services
    public static void MapHelloSafe(this WebApplication app) =>
        app.MapGet("/hello/{name}", (string name, HtmlEncoder encoder) => TypedResults.Content($"<h1>Hello {encoder.Encode(name)}</h1>", "text/html"));

    // [Bad CWE-79] a result of its own writes HTML
    public static void MapCard(this WebApplication app) => app.MapGet("/card", (string owner) => new CardResult(owner));
    // [same case]
    sealed class CardResult(string owner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var html = new StringBuilder().Append("<div>").Append(owner).Append("</div>").ToString();
            httpContext.Response.ContentType = "text/html";
            httpContext.Response.ContentLength = Encoding.UTF8.GetByteCount(html);
            return httpContext.Response.WriteAsync(html);
        }
    }

    // [Good CWE-79] text without a content type is plain
    public static void MapEcho(this WebApplication app) => app.MapGet("/echo", (string what) => "You said " + what);

    // [Bad CWE-79] a terminal middleware writes the path
    public static void UseFallback(this WebApplication app) =>
        app.Run(async context =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers.ContentType = "text/html";
            await context.Response.WriteAsync("<p>No page " + WebUtility.UrlDecode(context.Request.Path) + "</p>");
        });
}
