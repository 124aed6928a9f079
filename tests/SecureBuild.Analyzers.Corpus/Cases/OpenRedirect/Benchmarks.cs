// Where the browser is sent, in small samples.
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.OpenRedirect.Benchmarks;

// [Bad CWE-601] after the sign-in
public class LoginController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Login(string user, string returnUrl)
    {
        if (!string.IsNullOrEmpty(returnUrl))
            return Redirect(returnUrl);
        return RedirectToAction("Index", "Home");
    }
}

// [Good CWE-601] after the sign-in, to ourselves
public class SafeLoginController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Login(string user, string returnUrl) => ToLocal(returnUrl);

    IActionResult ToLocal(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? Redirect(returnUrl!) : RedirectToAction("Index", "Home");
}

// [Bad CWE-601] two slashes begin with one
public class SlashController : Controller
{
    [HttpGet]
    public IActionResult Go(string next) => next.StartsWith("/") ? Redirect(next) : Redirect("/");
}

// [Good CWE-601] one slash, not two, not a backslash
public class OneSlashController : Controller
{
    [HttpGet]
    public IActionResult Go(string next)
    {
        if (next.Length > 1 && next[0] == '/' && next[1] != '/' && next[1] != '\\')
            return Redirect(next);
        return Redirect("/");
    }
}

// [Bad CWE-601] sign-out with properties
public class SignOutModel : PageModel
{
    public IActionResult OnGet(string target) => SignOut(new AuthenticationProperties { RedirectUri = target }, "Cookies");
}

// [Good CWE-601] sign-out with a page of ours
public class SafeSignOutModel : PageModel
{
    public IActionResult OnGet(string target) => SignOut(new AuthenticationProperties { RedirectUri = Url.Page("/Index") }, "Cookies");
}

// [Bad CWE-601] a header and a status
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapGet("/out", (HttpContext context, string url) =>
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = url;
    });
}

// [Good CWE-601] links that have numbers
public static class SafeEndpoint
{
    static readonly Dictionary<int, string> s_links = new() { [1] = "https://www.example.org", [2] = "https://docs.example.net" };

    public static void Map(WebApplication app) => app.MapGet("/safe-out", (int id) => s_links.TryGetValue(id, out var url) ? Results.Redirect(url) : Results.NotFound());
}

// [Bad CWE-601] the host ends with our name
public class HostController : Controller
{
    [HttpGet]
    public IActionResult Go(string url)
    {
        var uri = new Uri(url);
        if (uri.Host.EndsWith("example.org"))
            return Redirect(url);
        return BadRequest();
    }
}

// [Good CWE-601] the host is ours
public class SafeHostController : Controller
{
    [HttpGet]
    public IActionResult Go(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Equals("www.example.org", StringComparison.OrdinalIgnoreCase) && uri.Scheme == "https")
            return Redirect(uri.AbsoluteUri);
        return BadRequest();
    }
}

// [Bad CWE-601] the page that one came from
public class BackController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Language(string code)
    {
        Response.Cookies.Append("language", code == "ja" ? "ja" : "en", new CookieOptions { Secure = true, HttpOnly = true });
        return Redirect(Request.Query["back"].FirstOrDefault() ?? "/");
    }
}

// [Good CWE-601] only the path of the address
public class PathController : Controller
{
    [HttpGet]
    public IActionResult Go(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? LocalRedirect(uri.AbsolutePath) : LocalRedirect("/");
}

// [Good CWE-601] a route of ours with the client's value in it
public class RouteController : Controller
{
    [HttpGet]
    public IActionResult Go(string search) => RedirectToAction("Search", "Products", new { q = search });
}

// [Bad CWE-601] a view component's script sends the browser
public class ScriptController : Controller
{
    [HttpGet]
    public IActionResult Go(string next) => new RedirectResult(next, permanent: false);
}
