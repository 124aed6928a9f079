// Where the browser is sent to.
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.OpenRedirect.Quays;

public sealed record LoginForm(string User, string Password, string? ReturnUrl);

// [Bad CWE-601] a helper of a base class sends the browser back
public abstract class AppController : Controller
{
    protected IActionResult Back(string? url) => string.IsNullOrEmpty(url) ? RedirectToAction("Index", "Home") : new RedirectResult(url);
}

// [same case]
public sealed class AccountController : AppController
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Login(LoginForm form)
    {
        if (!ModelState.IsValid)
            return View(form);
        return Back(form.ReturnUrl);
    }
}

// [Good CWE-601] the helper of the base class sends back to local addresses only
public abstract class LocalAppController : Controller
{
    protected IActionResult Back(string? url) => Url.IsLocalUrl(url) ? Redirect(url) : RedirectToAction("Index", "Home");
}

// [same case]
public sealed class LocalAccountController : LocalAppController
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Login(LoginForm form) => ModelState.IsValid ? Back(form.ReturnUrl) : View(form);
}

// [Bad CWE-601] the target of a single sign-on in properties
public sealed class ChallengeModel : PageModel
{
    [FromQuery(Name = "next")]
    public string? Next { get; set; }

    public IActionResult OnGet()
    {
        var target = Next ?? Url.Content("~/");
        Response.Headers.Location = target;
        return StatusCode(StatusCodes.Status302Found);
    }
}

// [Good CWE-601] the target is local or the start page
public sealed class SafeChallengeModel : PageModel
{
    [FromQuery(Name = "next")]
    public string? Next { get; set; }

    public IActionResult OnGet()
    {
        var target = Url.IsLocalUrl(Next) ? Next : Url.Content("~/");
        Response.Headers.Location = target;
        return StatusCode(StatusCodes.Status302Found);
    }
}

// [Bad CWE-601] a Blazor page follows a parameter of its address
public sealed class ContinueComponent : ComponentBase
{
    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Target { get; set; }

    protected override void OnInitialized()
    {
        if (Target is { Length: > 0 } target)
            Navigation.NavigateTo(target, forceLoad: true);
    }
}

// [Good CWE-601] a Blazor page makes a path under the application's base of it
public sealed class SafeContinueComponent : ComponentBase
{
    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery]
    public int? Order { get; set; }

    protected override void OnInitialized() => Navigation.NavigateTo($"orders/{Order ?? 0}", forceLoad: true);
}

// [Bad CWE-601] short links that clients register, and that are followed
public sealed class ShortLinks
{
    readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    public string Add(string target)
    {
        var key = Guid.NewGuid().ToString("N")[..8];
        _links[key] = target;
        return key;
    }

    public string? Find(string key) => _links.GetValueOrDefault(key);
}

// [same case]
public static class ShortLinkEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/links", ([FromBody] string target, ShortLinks links) => links.Add(target));
        app.MapGet("/l/{key}", (string key, ShortLinks links) => links.Find(key) is { } target ? Results.Redirect(target) : Results.NotFound());
    }
}

// [Good CWE-601] short links of the program itself
public sealed class OwnLinks
{
    readonly Dictionary<string, string> _links = new(StringComparer.Ordinal) { ["docs"] = "https://docs.example.org", ["help"] = "/help" };

    public string? Find(string key) => _links.GetValueOrDefault(key);
}

// [same case]
public static class OwnLinkEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/o/{key}", (string key, OwnLinks links) => links.Find(key) is { } target ? Results.Redirect(target) : Results.NotFound());
}

// [Bad CWE-601] a middleware for old addresses keeps the host that the client sent
public sealed class OldHostMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/old", out var rest))
            return next(context);
        var to = context.Request.Query.TryGetValue("to", out var values) ? values[0] : "/new" + rest;
        context.Response.Redirect(to!, permanent: false);
        return Task.CompletedTask;
    }
}

// [Good CWE-601] a middleware for old addresses sends to the same path on a fixed host
public sealed class NewHostMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/old", out var rest))
            return next(context);
        context.Response.Redirect("https://www.example.org/new" + rest.ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    }
}

// [Bad CWE-601] relative is checked, but two slashes are relative for the parser's kind, too
public static class RelativeEndpoints
{
    public static IResult Handle(string url) =>
        url.StartsWith('/') ? Results.Redirect(url) : Results.Redirect("/");

    public static void Map(WebApplication app) => app.MapGet("/relative", Handle);
}

// [Good CWE-601] a slash, followed by neither slash nor backslash
public static class SingleSlashEndpoints
{
    public static IResult Handle(string url) =>
        IsLocal(url) ? Results.Redirect(url) : Results.Redirect("/");

    static bool IsLocal(string url) => url is ['/'] or ['/', not ('/' or '\\'), ..];

    public static void Map(WebApplication app) => app.MapGet("/single-slash", Handle);
}

// [Good CWE-601] a slash before a text from which slashes were taken
public sealed class TrimmedController : Controller
{
    public IActionResult Go(string url) => Redirect("/" + url.TrimStart('/', '\\'));
}
