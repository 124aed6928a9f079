// Where teams send the browser.
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.OpenRedirect.Teams;

// [Bad CWE-601] a component goes where the query says
public class AfterLogin : ComponentBase
{
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    protected override void OnInitialized() => Navigation.NavigateTo(ReturnUrl ?? "/", forceLoad: true);
}

// [Good CWE-601] a component goes where the query says, within the application
public class AfterLocalLogin : ComponentBase
{
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    protected override void OnInitialized() => Navigation.NavigateTo(Uri.IsWellFormedUriString(ReturnUrl, UriKind.Relative) && ReturnUrl is ['/', not ('/' or '\\'), ..] ? ReturnUrl : "/", forceLoad: true);
}

// [Bad CWE-601] after signing in, by the properties of the ticket
public class ExternalController : Controller
{
    [HttpGet("/external")]
    public async Task<IActionResult> Callback()
    {
        var result = await HttpContext.AuthenticateAsync("External");
        var target = HttpContext.Request.Query["returnUrl"].FirstOrDefault() ?? result.Properties?.RedirectUri ?? "~/";
        return Redirect(target);
    }
}

// [Good CWE-601] after signing in, within the application
public class LocalExternalController : Controller
{
    [HttpGet("/local-external")]
    public async Task<IActionResult> Callback()
    {
        await HttpContext.AuthenticateAsync("External");
        var target = HttpContext.Request.Query["returnUrl"].FirstOrDefault() ?? "~/";
        return Url.IsLocalUrl(target) ? Redirect(target) : RedirectToAction("Index", "Home");
    }
}

// [Bad CWE-601] a short link from the form, kept in a cookie
public static class Links
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/go", (HttpContext context) =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = context.Request.Cookies["next"];
        });
    }
}

// [Good CWE-601] a short link to one of ours
public static class OwnLinks
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/own-go", (HttpContext context) =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = context.Request.Cookies["next"] == "shop" ? "https://shop.example.org/" : "/";
        });
    }
}

// [Bad CWE-601] the host is checked by its beginning
public class PartnerModel : PageModel
{
    public IActionResult OnGet(string target) => target.StartsWith("https://partner.example.org") ? Redirect(target) : NotFound();
}

// [Good CWE-601] the host is checked with the slash behind it
public class CarefulPartnerModel : PageModel
{
    public IActionResult OnGet(string target) => target.StartsWith("https://partner.example.org/", StringComparison.Ordinal) ? Redirect(target) : NotFound();
}
