using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

// [Bad CWE-601] the page's bound return address after the sign-in
public sealed class LoginModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnPost() => string.IsNullOrEmpty(ReturnUrl) ? RedirectToPage("/Index") : Redirect(ReturnUrl);
}

// [Good CWE-601] the page's bound return address has to be local
public sealed class LocalLoginModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnPost()
    {
        var target = ReturnUrl is { } url && Url.IsLocalUrl(url) ? url : Url.Content("~/");
        return Redirect(target);
    }
}

[Microsoft.AspNetCore.Mvc.Route("go")]
public sealed class GoController : Controller
{
    static readonly Dictionary<string, string> s_partners = new() { ["a"] = "https://a.example.com/", ["b"] = "https://b.example.com/" };

    // [Bad CWE-601] the result object is built by hand
    [HttpGet("out")]
    public IActionResult Out([FromQuery(Name = "u")] string target) => new RedirectResult(target, permanent: true);

    // [Good CWE-601] the key chooses the partner's address
    [HttpGet("partner")]
    public IActionResult Partner([FromQuery] string key) => s_partners.TryGetValue(key, out var address) ? new RedirectResult(address) : NotFound();

    // [Bad CWE-601] two slashes at the beginning are another host, too
    [HttpGet("slash")]
    public IActionResult Slash(string path) => path.StartsWith('/') ? Redirect(path) : BadRequest();

    // [Good CWE-601] a slash, but neither two nor a backslash
    [HttpGet("single")]
    public IActionResult Single(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) ? Redirect(path) : BadRequest();

    // [Bad CWE-601] the host is looked for anywhere in the address
    [HttpGet("contains")]
    public IActionResult Contains(string url) => url.Contains("example.com") ? Redirect(url) : RedirectToAction("Index");

    // [Good CWE-601] the host is compared
    [HttpGet("host")]
    public IActionResult HostCompared(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && string.Equals(parsed.Host, "www.example.com", StringComparison.OrdinalIgnoreCase))
            return Redirect(parsed.AbsoluteUri);
        return RedirectToAction("Index");
    }

    // [Bad CWE-601] a query string is added to the client's address
    [HttpGet("token")]
    public IActionResult Token(string redirect_uri, string state) =>
        Redirect(QueryHelpers.AddQueryString(redirect_uri, new Dictionary<string, string?> { ["state"] = state, ["code"] = Guid.NewGuid().ToString() }));

    // [Good CWE-601] the client's text is a value in the query of our address
    [HttpGet("search")]
    public IActionResult Search(string q) => Redirect(QueryHelpers.AddQueryString("/search", "q", q));

    // [Bad CWE-601] the property of the sign-out is followed when it is done
    [HttpPost("logout")]
    public IActionResult Logout([FromForm] string returnTo) =>
        SignOut(new AuthenticationProperties { RedirectUri = returnTo }, CookieAuthenticationDefaults.AuthenticationScheme);

    // [Good CWE-601] the referrer's path and query only
    [HttpGet("back")]
    public IActionResult Back()
    {
        var referrer = Request.GetTypedHeaders().Referer;
        return referrer is null ? RedirectToAction("Index") : LocalRedirect(referrer.PathAndQuery);
    }
}

// [Bad CWE-601] a filter sends clients to the host of a header
public sealed class HttpsFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.IsHttps)
            context.Result = new RedirectResult("https://" + request.Headers["X-Forwarded-Host"] + request.Path);
    }

    public void OnActionExecuted(ActionExecutedContext context) { }
}

// [Good CWE-601] a filter sends clients to the configured host
public sealed class ConfiguredHttpsFilter(IConfiguration configuration) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.IsHttps)
            context.Result = new RedirectResult("https://" + configuration["PublicHost"] + request.Path);
    }

    public void OnActionExecuted(ActionExecutedContext context) { }
}

public static class LanguageRoutes
{
    // [Bad CWE-601] typed results and a value from the form
    public static void MapOpen(WebApplication app) => app.MapPost("/language", RedirectHttpResult (HttpContext context) =>
    {
        var form = context.Request.Form;
        context.Response.Cookies.Append("lang", form["lang"] == "ja" ? "ja" : "en");
        return TypedResults.Redirect(form["next"].ToString());
    });

    // [Good CWE-601] typed results of a local redirect
    public static void MapLocal(WebApplication app) => app.MapPost("/language2", RedirectHttpResult (HttpContext context) =>
    {
        var form = context.Request.Form;
        context.Response.Cookies.Append("lang", form["lang"] == "ja" ? "ja" : "en");
        return TypedResults.LocalRedirect(form["next"].ToString());
    });

    // [Bad CWE-601] the Location header and a status of 302
    public static void MapHeader(WebApplication app) => app.Run(async context =>
    {
        var next = context.Request.Query["next"].FirstOrDefault() ?? "/";
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = next;
        await context.Response.CompleteAsync();
    });

    // [Good CWE-601] the value is compared with constants before it becomes the Location header
    public static void MapConstants(WebApplication app) => app.Run(async context =>
    {
        var next = context.Request.Query["next"].FirstOrDefault() ?? "/";
        if (next is not ("/" or "/home" or "/account"))
            next = "/";
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = next;
        await context.Response.CompleteAsync();
    });
}

// [Bad CWE-601] Blazor: the navigation manager follows a parameter of the query
public sealed class Continue(NavigationManager navigation) : ComponentBase
{
    [SupplyParameterFromQuery(Name = "next")] public string? Next { get; set; }

    protected override void OnInitialized()
    {
        if (Next != null)
            navigation.NavigateTo(Next, forceLoad: true);
    }
}

// [Good CWE-601] Blazor: the navigation stays on a page of our own
public sealed class ContinueOwn(NavigationManager navigation) : ComponentBase
{
    [SupplyParameterFromQuery(Name = "next")] public string? Next { get; set; }

    protected override void OnInitialized() => navigation.NavigateTo("/orders?from=" + Uri.EscapeDataString(Next ?? ""), forceLoad: true);
}
