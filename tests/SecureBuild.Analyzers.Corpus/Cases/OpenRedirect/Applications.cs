// Parts of applications that send the browser on.
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.OpenRedirect.Applications;

// [Bad CWE-601] a short link's service
public class ShortLinks
{
    readonly Dictionary<string, string> _links = new();

    public void Add(string key, string target) => _links[key] = target;

    public string Resolve(string key, string fallback) => _links.TryGetValue(key, out var target) ? target : fallback;
}

// [same case]
public class LinkController(ShortLinks links) : ControllerBase
{
    [HttpGet("/l/{key}")]
    public IActionResult Go(string key, string fallback) => Redirect(links.Resolve(key, fallback));
}

// [Good CWE-601] a short link's service with a fallback of ours
public class LinkGoodController(ShortLinksGood links) : ControllerBase
{
    [HttpGet("/l-good/{key}")]
    public IActionResult Go(string key) => Redirect(links.Resolve(key) ?? "/");
}

// [same case]
public class ShortLinksGood
{
    readonly Dictionary<string, string> _links = new() { ["docs"] = "https://docs.example.org/" };

    public string? Resolve(string key) => _links.GetValueOrDefault(key);
}

// [Bad CWE-601] a minimal API after the sign-in
public static class SignInEndpoints
{
    public record Credentials(string User, string Password, string? ReturnUrl);

    public static void Map(WebApplication app) => app.MapPost("/signin", async (Credentials credentials, HttpContext context) =>
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, credentials.User)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.Redirect(credentials.ReturnUrl ?? "/");
    });
}

// [Good CWE-601] a minimal API that stays here
public static class SignInGoodEndpoints
{
    public record Credentials(string User, string Password, string? ReturnUrl);

    public static void Map(WebApplication app) => app.MapPost("/signin-good", async (Credentials credentials, HttpContext context) =>
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, credentials.User)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect(credentials.ReturnUrl ?? "/");
    });
}

// [Bad CWE-601] the challenge's address
public class ChallengeController : Controller
{
    [HttpGet("/challenge")]
    public IActionResult Challenge(string provider, string returnUrl) => Redirect($"{returnUrl}?provider={Uri.EscapeDataString(provider)}");
}

// [Good CWE-601] a helper that returns only what is local
public static class Local
{
    public static string OrHome(string? url) => url is { Length: > 0 } && url[0] == '/' && (url.Length == 1 || url[1] != '/' && url[1] != '\\') ? url : "/";
}

// [same case]
public class LocalController : Controller
{
    [HttpGet("/local")]
    public IActionResult Go(string url) => Redirect(Local.OrHome(url));
}

// [Bad CWE-601] script sends the browser on
public class ScriptController : Controller
{
    [HttpGet("/script")]
    public IActionResult Go(string url)
    {
        Response.Headers["Refresh"] = "0;url=" + url;
        return Ok();
    }
}

