using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SignIn;

// [Bad CWE-601] a page keeps the address in a bound property
public class LoginModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty] public string User { get; set; } = "";

    public IActionResult OnPost() => User.Length > 0 ? Redirect(ReturnUrl ?? "/") : Page();
}

// [Good CWE-601] the page uses LocalRedirect
public class LoginModelSafe : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty] public string User { get; set; } = "";

    public IActionResult OnPost() => User.Length > 0 ? LocalRedirect(ReturnUrl ?? "/") : Page();
}

// [Bad CWE-601] the helper redirects without asking
public class SessionController : Controller
{
    public IActionResult Start(string next) => Go(next);
    IActionResult Go(string target) => string.IsNullOrEmpty(target) ? Redirect("/") : Redirect(target);
}

// [Good CWE-601] the helper asks (this is what the templates of the framework do)
public class SessionControllerSafe : Controller
{
    public IActionResult Start(string next) => RedirectToLocal(next);

    IActionResult RedirectToLocal(string target)
    {
        if (Url.IsLocalUrl(target))
            return Redirect(target);
        return RedirectToAction("Index", "Home");
    }
}

// [Good CWE-601] a guard method that answers
public class ExitController : Controller
{
    public IActionResult Leave(string url) => IsOurs(url) ? Redirect(url) : BadRequest();

    static bool IsOurs(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host == "www.example.com";
}

// [Bad CWE-601] a guard method that answers something else
public class ExitControllerOpen : Controller
{
    public IActionResult Leave(string url) => IsAddress(url) ? Redirect(url) : BadRequest();

    static bool IsAddress(string url) => Uri.IsWellFormedUriString(url, UriKind.Absolute);
}

// [Bad CWE-601] middleware follows the header
public class HostMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        string? target = context.Request.Headers["X-Target"];
        if (target is null)
            return next(context);
        context.Response.Redirect(target);
        return Task.CompletedTask;
    }
}

// [Good CWE-601] middleware moves to a fixed page
public class MaintenanceMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        string? skip = context.Request.Headers["X-Skip"];
        if (skip == "1")
            return next(context);
        context.Response.Redirect("/maintenance.html");
        return Task.CompletedTask;
    }
}

public class FlowController : Controller
{
    // [Bad CWE-601] a tuple
    public IActionResult Tuple(string url)
    {
        var (target, permanent) = (url, false);
        return permanent ? RedirectPermanent(target) : Redirect(target);
    }

    // [Good CWE-601] a dead branch
    public IActionResult Dead(string url)
    {
        const bool external = false;
        if (external)
            return Redirect(url);
        return Redirect("/");
    }

    // [Bad CWE-601] the last of a list
    public IActionResult List([FromQuery] List<string> urls) => Redirect(urls.Last());

    // [Good CWE-601] the first local one
    public IActionResult FirstLocal([FromQuery] List<string> urls) => Redirect(urls.FirstOrDefault(url => Url.IsLocalUrl(url)) ?? "/");

    // [Good CWE-601] awaited: an exchange with the identity provider's constant address
    public async Task<IActionResult> SignOut(string reason)
    {
        await HttpContext.SignOutAsync();
        return Redirect("https://login.example.com/signed-out?reason=" + Uri.EscapeDataString(reason));
    }

    // [Bad CWE-601] awaited: an asynchronous helper returns the address
    public async Task<IActionResult> Resume(string state)
    {
        var target = await DecodeAsync(state);
        return Redirect(target);
    }

    static Task<string> DecodeAsync(string state) => Task.FromResult(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(state)));

    // [Bad CWE-601] the check comes after
    public IActionResult Late(string url)
    {
        var result = Redirect(url);
        if (!Url.IsLocalUrl(url))
            HttpContext.Items["warn"] = true;
        return result;
    }

    // [Bad CWE-601] UriBuilder with the client's host
    public IActionResult Builder(string host)
    {
        var builder = new UriBuilder { Scheme = "https", Host = host, Path = "/start" };
        return Redirect(builder.ToString());
    }

    // [Good CWE-601] UriBuilder with the client's path
    public IActionResult BuilderPath(string page)
    {
        var builder = new UriBuilder { Scheme = "https", Host = "www.example.com", Path = page };
        return Redirect(builder.ToString());
    }
}
