using Microsoft.AspNetCore.Mvc;

namespace Account;

public class AccountController(IConfiguration configuration) : Controller
{
    static readonly string[] s_hosts = ["shop.example.com", "help.example.com"];

    // [Bad CWE-601] anywhere after the login
    public IActionResult Login(string returnUrl) => Redirect(returnUrl);

    // [Good CWE-601] only within the site
    public IActionResult LoginLocal(string returnUrl) => LocalRedirect(returnUrl);

    // [Good CWE-601] checked to be local
    public IActionResult LoginChecked(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
            return Redirect(returnUrl);
        return RedirectToAction("Index", "Home");
    }

    // [Good CWE-601] checked to be local by an early return
    public IActionResult LoginEarly(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl))
            return RedirectToAction("Index", "Home");
        return Redirect(returnUrl);
    }

    // [Bad CWE-601] the check is negated
    public IActionResult LoginNegated(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl))
            return Redirect(returnUrl);
        return RedirectToAction("Index", "Home");
    }

    // [Bad CWE-601] another value is checked
    public IActionResult LoginOther(string returnUrl, string next)
    {
        if (!Url.IsLocalUrl(next))
            return BadRequest();
        return Redirect(returnUrl);
    }

    // [Good CWE-601] not local is replaced
    public IActionResult LoginReplaced(string? returnUrl)
    {
        returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
        return Redirect(returnUrl!);
    }

    // [Bad CWE-601] null is replaced, nothing else
    public IActionResult LoginDefault(string? returnUrl)
    {
        returnUrl ??= Url.Content("~/");
        return Redirect(returnUrl);
    }

    // [Bad CWE-601] begins with a slash: //evil.test passes
    public IActionResult LoginSlash(string returnUrl)
    {
        if (!returnUrl.StartsWith('/'))
            return BadRequest();
        return Redirect(returnUrl);
    }

    // [Good CWE-601] begins with one slash that is followed by neither slash nor backslash
    public IActionResult LoginOneSlash(string returnUrl)
    {
        if (!returnUrl.StartsWith('/') || returnUrl.StartsWith("//") || returnUrl.StartsWith("/\\"))
            return BadRequest();
        return Redirect(returnUrl);
    }

    // [Good CWE-601] a path of the site is put before
    public IActionResult Section(string name) => Redirect("/sections/" + name);

    // [Bad CWE-601] only a slash is put before: /evil.test becomes //evil.test
    public IActionResult Slash(string path) => Redirect("/" + path);

    // [Good CWE-601] our host with a slash is put before
    public IActionResult Shop(string path) => Redirect("https://shop.example.com/" + path);

    // [Bad CWE-601] our host without a slash: .evil.test or @evil.test may follow
    public IActionResult ShopWithoutSlash(string path) => Redirect("https://shop.example.com" + path);

    // [Good CWE-601] the query only
    public IActionResult Search(string term) => Redirect($"https://search.example.com/?q={Uri.EscapeDataString(term)}");

    // [Bad CWE-601] the subdomain is the client's, and so may be the whole host
    public IActionResult Tenant(string tenant) => Redirect($"https://{tenant}.example.com/");

    // [Good CWE-601] the host must be a known one
    public IActionResult Partner(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !s_hosts.Contains(uri.Host))
            return BadRequest();
        return Redirect(url);
    }

    // [Bad CWE-601] the address is well-formed, nothing more
    public IActionResult PartnerWellFormed(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return BadRequest();
        return Redirect(uri.ToString());
    }

    // [Bad CWE-601] the host ends with a text: evilexample.com passes
    public IActionResult PartnerSuffix(string url)
    {
        var uri = new Uri(url);
        if (!uri.Host.EndsWith("example.com"))
            return BadRequest();
        return Redirect(url);
    }

    // [Good CWE-601] the host ends with a dot and our domain
    public IActionResult PartnerDomain(string url)
    {
        var uri = new Uri(url);
        if (!uri.Host.EndsWith(".example.com", StringComparison.OrdinalIgnoreCase))
            return BadRequest();
        return Redirect(url);
    }

    // [Bad CWE-601] permanent
    public IActionResult Moved(string to) => RedirectPermanent(to);

    // [Good CWE-601] permanent, by the configuration
    public IActionResult MovedConfigured(string to)
    {
        Response.Headers["X-Asked"] = to.Length.ToString();
        return RedirectPermanent(configuration["NewSite"]!);
    }

    // [Bad CWE-601] a RedirectResult
    public IActionResult Result([FromQuery(Name = "u")] string url) => new RedirectResult(url, permanent: false);

    // [Good CWE-601] a LocalRedirectResult
    public IActionResult ResultLocal([FromQuery(Name = "u")] string url) => new LocalRedirectResult(url);

    // [Bad CWE-601] the Location header
    public IActionResult Header(string url)
    {
        Response.Headers.Location = url;
        return StatusCode(302);
    }

    // [Good CWE-601] the Location header of a new resource
    public IActionResult Create(int id)
    {
        Response.Headers.Location = "/items/" + id;
        return StatusCode(201);
    }

    // [Bad CWE-601] Response.Redirect and the query
    public void Continue() => Response.Redirect(Request.Query["continue"].ToString());

    // [Good CWE-601] Response.Redirect to the own path
    public void Again() => Response.Redirect("/account/again?n=" + Request.Query.Count);

    // [Bad CWE-601] the Referer
    public IActionResult Back() => Redirect(Request.Headers.Referer.ToString());

    // [Bad CWE-601] a form field
    public async Task<IActionResult> Submit()
    {
        var form = await Request.ReadFormAsync();
        return Redirect(form["next"].ToString());
    }

    // [Good CWE-601] the target is one of three constants
    public IActionResult Step(string step) => Redirect(step switch { "2" => "/order/2", "3" => "/order/3", _ => "/order/1" });

    // [Bad CWE-601] the target is one of two constants or else the text
    public IActionResult StepOpen(string step) => Redirect(step switch { "2" => "/order/2", _ => step });

    // [Good CWE-601] by the route's name
    public IActionResult Named(string id) => RedirectToAction("Show", "Items", new { id });

    // [Bad CWE-601] HTML encoding leaves the address what it is
    public IActionResult Encoded(string url) => Redirect(System.Net.WebUtility.HtmlEncode(url));

    // [Good CWE-601] the path and query of an address are of this site, if the path begins with one slash
    public IActionResult LocalPart(string url)
    {
        var uri = new Uri(url, UriKind.Absolute);
        return LocalRedirect(uri.PathAndQuery);
    }

    // [Good CWE-601] in the table of links
    public IActionResult Link(string key)
    {
        var links = new Dictionary<string, string> { ["docs"] = "https://docs.example.com/", ["blog"] = "https://blog.example.com/" };
        return links.TryGetValue(key, out var link) ? Redirect(link) : NotFound();
    }
}
