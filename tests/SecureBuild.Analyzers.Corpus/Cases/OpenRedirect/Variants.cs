// Redirects in many styles.
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.OpenRedirect.Variants;

// [Bad CWE-601] a page model's handler
public class LoginModel : PageModel
{
    [BindProperty] public string ReturnUrl { get; set; } = "/";

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity("forms")));
        return Redirect(ReturnUrl);
    }
}

// [Good CWE-601] a page model's handler that only goes home
public class LoginGoodModel : PageModel
{
    [BindProperty] public string ReturnUrl { get; set; } = "/";

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity("forms")));
        if (!Url.IsLocalUrl(ReturnUrl))
            ReturnUrl = Url.Content("~/");
        return Redirect(ReturnUrl);
    }
}

// [Bad CWE-601] checked, but the other value is used
public class WrongCheckController : Controller
{
    public IActionResult Go(string url, string next)
    {
        if (Url.IsLocalUrl(url))
            return Redirect(next);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-601] negated by mistake
public class NegatedController : Controller
{
    public IActionResult Go(string url)
    {
        if (!Url.IsLocalUrl(url))
            return Redirect(url);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-601] the Location header by hand
public class LocationMiddleware(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        if (context.Request.Query.TryGetValue("continue", out var target))
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = target;
            return Task.CompletedTask;
        }
        return next(context);
    }
}

// [Good CWE-601] middleware that adds the scheme for its own host
public class HttpsMiddleware(RequestDelegate next, IConfiguration configuration)
{
    public Task Invoke(HttpContext context)
    {
        if (!context.Request.IsHttps)
        {
            context.Response.Redirect($"https://{configuration["PublicHost"]}{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }
        return next(context);
    }
}

// [Bad CWE-601] a prefix without the slash that ends the host
public class PrefixController : ControllerBase
{
    [HttpGet("/prefix")]
    public IActionResult Go(string to)
    {
        if (to.StartsWith("https://www.example.org"))
            return Redirect(to);
        return BadRequest();
    }
}

// [Good CWE-601] the prefix ends with the slash after the host
public class PrefixGoodController : ControllerBase
{
    [HttpGet("/prefix-good")]
    public IActionResult Go(string to)
    {
        if (to.StartsWith("https://www.example.org/", StringComparison.OrdinalIgnoreCase))
            return Redirect(to);
        return BadRequest();
    }
}

// [Good CWE-601] the host is one of ours
public class HostListController : ControllerBase
{
    static readonly string[] s_hosts = ["shop.example.org", "pay.example.org"];

    [HttpGet("/host-list")]
    public IActionResult Go(string to)
    {
        if (!Uri.TryCreate(to, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !s_hosts.Contains(uri.Host))
            return BadRequest();
        return Redirect(uri.ToString());
    }
}

// [Bad CWE-601] absolute addresses are what this test lets through
public class UriKindController : ControllerBase
{
    [HttpGet("/uri-kind")]
    public IActionResult Go(string to) => Uri.IsWellFormedUriString(to, UriKind.RelativeOrAbsolute) ? Redirect(to) : BadRequest();
}

// [Bad CWE-601] relative "//host" passes a test of the first character
public class SlashController : ControllerBase
{
    [HttpGet("/slash")]
    public IActionResult Go(string to) => to[0] == '/' ? Redirect(to) : Redirect("/");
}

// [Good CWE-601] local redirect, and the ids are escaped
public class LocalController : ControllerBase
{
    [HttpGet("/local")]
    public IActionResult Go(string to, string tab) => string.IsNullOrEmpty(tab) ? LocalRedirect(to) : Redirect("/profile?tab=" + Uri.EscapeDataString(tab));
}

// [Bad CWE-601] a filter sends to where the client came from
public class BackFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.ModelState.IsValid)
            return;
        var back = context.HttpContext.Request.Form["back"].ToString();
        context.Result = new RedirectResult(back);
    }

    public void OnActionExecuted(ActionExecutedContext context) { }
}

// [Good CWE-601] a filter sends to an action
public class ActionFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        var id = context.HttpContext.Request.Form["id"].ToString();
        context.Result = new RedirectToActionResult("Edit", "Orders", new { id });
    }

    public void OnActionExecuted(ActionExecutedContext context) { }
}

// [Bad CWE-601] an authentication challenge with the client's address
public class ExternalController : Controller
{
    [HttpGet("/external")]
    public IActionResult Done([FromQuery(Name = "redirect_uri")] string redirectUri, string code)
    {
        var target = new UriBuilder(redirectUri) { Query = "code=" + Uri.EscapeDataString(code) };
        return Redirect(target.ToString());
    }
}

// [Good CWE-601] the client's address must be registered
public class ExternalGoodController(IReadOnlyDictionary<string, string[]> clients) : Controller
{
    [HttpGet("/external-good")]
    public IActionResult Done([FromQuery(Name = "client_id")] string clientId, [FromQuery(Name = "redirect_uri")] string redirectUri)
    {
        if (!clients.TryGetValue(clientId, out var registered) || !registered.Contains(redirectUri, StringComparer.Ordinal))
            return BadRequest("invalid_request");
        return Redirect(redirectUri);
    }
}
