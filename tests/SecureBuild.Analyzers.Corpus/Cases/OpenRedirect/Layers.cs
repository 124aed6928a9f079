using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Layers;

public record LoginForm(string User, string Password, string? ReturnUrl);
public sealed class SiteOptions { public string[] Hosts { get; set; } = []; public string Home { get; set; } = "/"; }

// [Bad CWE-601] the form's member
public class SignInController : Controller
{
    [HttpPost]
    public async Task<IActionResult> SignInAsync(LoginForm form)
    {
        await Task.Yield();
        if (!string.IsNullOrEmpty(form.ReturnUrl))
            return Redirect(form.ReturnUrl);
        return RedirectToAction("Index", "Home");
    }
}

// [Good CWE-601] the helper asks whether it is local
public abstract class BaseController : Controller
{
    protected IActionResult RedirectToLocal(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? Redirect(returnUrl) : RedirectToAction("Index", "Home");
}

// [same case]
public class SafeSignInController : BaseController
{
    [HttpPost]
    public IActionResult SignIn(LoginForm form) => RedirectToLocal(form.ReturnUrl);
}

// [Bad CWE-601] a page handler
public class LogoutModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string ReturnUrl { get; set; } = "/";

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return new RedirectResult(ReturnUrl);
    }
}

// [Good CWE-601] a page handler with LocalRedirect
public class SafeLogoutModel : PageModel
{
    public async Task<IActionResult> OnPostAsync(string? returnUrl = null)
    {
        returnUrl ??= Url.Content("~/");
        await HttpContext.SignOutAsync();
        return LocalRedirect(returnUrl);
    }
}

// [Bad CWE-601] minimal API
public static class GoEndpoint
{
    public static RedirectHttpResult Go([FromQuery(Name = "to")] string target) => TypedResults.Redirect(target, permanent: false);
    public static void Map(WebApplication app) => app.MapGet("/go", Go);
}

// [Good CWE-601] the host is in the list of the options
public static class SafeGoEndpoint
{
    public static IResult Go(string to, IOptions<SiteOptions> options)
    {
        if (Uri.TryCreate(to, UriKind.Absolute, out var uri) && options.Value.Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase))
            return Results.Redirect(uri.ToString());
        return Results.Redirect(options.Value.Home);
    }

    public static void Map(WebApplication app) => app.MapGet("/safe-go", Go);
}

// [Bad CWE-601] middleware sends to what the header says
public sealed class ReturnMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var next1 = context.Request.Query["continue"].ToString();
        if (next1.Length > 0)
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = next1;
            return Task.CompletedTask;
        }
        return next(context);
    }
}

// [Bad CWE-601] a prefix that any host can have
public class PartnerController : Controller
{
    public IActionResult Out(string url)
    {
        if (url.StartsWith("https://partner.example.com"))
            return Redirect(url);
        return NotFound();
    }
}

// [Good CWE-601] a prefix that ends the host
public class SafePartnerController : Controller
{
    public IActionResult Out(string url)
    {
        if (url.StartsWith("https://partner.example.com/"))
            return Redirect(url);
        return NotFound();
    }
}

// [Bad CWE-601] the page that sent the client here
public class LanguageController : Controller
{
    public IActionResult Set(string culture)
    {
        Response.Cookies.Append("culture", culture is "ja" ? "ja" : "en", new CookieOptions { Secure = true, HttpOnly = true });
        var back = HttpContext.Request.Form["back"].ToString();
        return Redirect(back);
    }
}

// [Good CWE-601] only the path's last part is the client's
public class ItemController : Controller
{
    public IActionResult Old(string id) => Redirect("/items/" + Uri.EscapeDataString(id));
}

// [Bad CWE-601] a challenge's address
public class ExternalController : Controller
{
    public IActionResult Login(string provider, string returnUrl)
    {
        TempData["returnUrl"] = returnUrl;
        return Challenge(new AuthenticationProperties { RedirectUri = Url.Action(nameof(Callback)) }, provider);
    }

    public IActionResult Callback()
    {
        var target = TempData["returnUrl"]?.ToString() ?? "/";
        return Redirect(target);
    }
}
