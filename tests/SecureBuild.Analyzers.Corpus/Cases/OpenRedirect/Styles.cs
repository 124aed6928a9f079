using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Login.App;

public class AccountController : Controller
{
    // [Bad CWE-601] straight on
    [HttpPost] public IActionResult Login(string user, string returnUrl) => Redirect(returnUrl);

    // [Good CWE-601] only local addresses
    [HttpPost] public IActionResult Local(string returnUrl) => Url.IsLocalUrl(returnUrl) ? Redirect(returnUrl) : RedirectToAction("Index");

    // [Good CWE-601] the result refuses others
    [HttpPost] public IActionResult LocalResult(string returnUrl) => LocalRedirect(returnUrl);

    // [Bad CWE-601] the check's answer does not decide
    [HttpPost]
    public IActionResult Logged(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl)) Console.WriteLine("odd");
        return Redirect(returnUrl);
    }

    // [Bad CWE-601] another value is checked
    [HttpPost]
    public IActionResult Other(string returnUrl, string next)
    {
        if (!Url.IsLocalUrl(next)) return BadRequest();
        return Redirect(returnUrl);
    }

    // [Bad CWE-601] a slash in front: two slashes are another host
    [HttpPost]
    public IActionResult Slash(string returnUrl)
    {
        if (!returnUrl.StartsWith("/")) return BadRequest();
        return Redirect(returnUrl);
    }

    // [Good CWE-601] a slash in front and no second one, nor a backslash
    [HttpPost]
    public IActionResult Slashes(string returnUrl)
    {
        if (!returnUrl.StartsWith('/') || returnUrl.StartsWith("//") || returnUrl.StartsWith("/\\")) return BadRequest();
        return Redirect(returnUrl);
    }

    // [Good CWE-601] behind a path of our own
    [HttpPost] public IActionResult Behind(string id) => Redirect("/orders/" + id);

    // [Bad CWE-601] behind our own host without a slash
    [HttpPost] public IActionResult Host(string rest) => Redirect("https://shop.example.com" + rest);

    // [Bad CWE-601] a header says where the client came from
    [HttpPost] public IActionResult Back() => Redirect(Request.Headers["Referer"].ToString());

    // [Bad CWE-601] the header itself
    [HttpPost]
    public IActionResult Header(string to)
    {
        Response.Headers["Location"] = to;
        return StatusCode(302);
    }

    // [Bad CWE-601] a permanent redirect of the answer
    [HttpGet] public void Permanent() => Response.Redirect(Request.Query["u"].ToString(), true);

    // [Good CWE-601] host compared with our own
    [HttpGet]
    public IActionResult SameHost(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host == "shop.example.com") return Redirect(url);
        return NotFound();
    }

    // [Bad CWE-601] relative addresses are meant, "//host" is one too
    [HttpGet]
    public IActionResult RelativeKind(string url)
    {
        if (Uri.IsWellFormedUriString(url, UriKind.RelativeOrAbsolute)) return Redirect(url);
        return NotFound();
    }

    // [Good CWE-601] named routes with the client's value
    [HttpGet] public IActionResult Route1(string id) => RedirectToAction("Show", new { id });

    // [Good CWE-601] page of a table
    [HttpGet]
    public IActionResult Table(string key)
    {
        var pages = new Dictionary<string, string> { ["a"] = "https://a.example.com", ["b"] = "/b" };
        return pages.TryGetValue(key, out var page) ? Redirect(page) : NotFound();
    }

    // [Bad CWE-601] kept in TempData until after the log-in
    [HttpGet]
    public IActionResult Start(string returnUrl)
    {
        TempData["ReturnUrl"] = returnUrl;
        return View();
    }

    // [same case]
    [HttpPost]
    public IActionResult Done() => Redirect((string)TempData["ReturnUrl"]!);
}

// [Bad CWE-601] a page's bound property
public class LoginModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    public IActionResult OnPost() => Redirect(ReturnUrl ?? "/");
}

// [Good CWE-601] a page's bound property made local
public class SafeLoginModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    public IActionResult OnPost()
    {
        ReturnUrl ??= Url.Content("~/");
        return LocalRedirect(ReturnUrl);
    }
}

// [Bad CWE-601] a component goes where its query says
public class Jump(NavigationManager navigation) : ComponentBase
{
    [SupplyParameterFromQuery] public string? To { get; set; }
    protected override void OnInitialized() => navigation.NavigateTo(To ?? "/", forceLoad: true);
}

public static class Endpoints
{
    // [Bad CWE-601] a minimal endpoint
    public static void A(WebApplication app) => app.MapGet("/go", (string to) => Results.Redirect(to));

    // [Good CWE-601] a minimal endpoint, local only
    public static void B(WebApplication app) => app.MapGet("/go2", (string to) => Results.LocalRedirect(to));

    // [Bad CWE-601] typed results
    public static void C(WebApplication app) => app.MapGet("/go3", (HttpContext c) => TypedResults.Redirect(c.Request.Query["to"]!));

    // [Bad CWE-601] a middleware sends everybody on
    public static void D(WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Cookies.TryGetValue("home", out var home)) context.Response.Redirect(home);
        else await next();
    });
}
