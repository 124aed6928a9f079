// Cookies whose options come from somewhere else.
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace Corpus.Cookies.Drills;

// [Bad CWE-614] the options are changed after they were made
public class Weakened : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = true };
        options.Secure = false;
        Response.Cookies.Append("session_token", ticket, options);
        return Ok();
    }
}

// [Good CWE-614] the options are changed for the better after they were made
public class Strengthened : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        var options = new CookieOptions { HttpOnly = false, Secure = false };
        options.HttpOnly = true;
        options.Secure = true;
        options.SameSite = SameSiteMode.Strict;
        Response.Cookies.Append("session_token", ticket, options);
        return Ok();
    }
}

// [Bad CWE-614] a switch of the class that is never on
public class Switched : ControllerBase
{
    private const bool RequireTls = false;

    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.Cookies.Append("session_token", ticket, new CookieOptions { HttpOnly = true, Secure = RequireTls, SameSite = SameSiteMode.Strict });
        return Ok();
    }
}

// [Good CWE-614] as secure as the request
public class AsRequest : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.Cookies.Append("session_token", ticket, new CookieOptions { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Strict });
        return Ok();
    }
}

// [Bad CWE-1004] an extension method makes the cookie
public static class CookieExtensions
{
    public static void SetSession(this HttpResponse response, string value) =>
        response.Cookies.Append(".shop.session", value, new CookieOptions { Secure = true, IsEssential = true });
}
// [same case]
public class Login : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.SetSession(ticket);
        return NoContent();
    }
}

// [Bad CWE-614] options by a class that configures them
public class ConfigureCookies : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "auth";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);
}

// [Good CWE-614] options by a class that configures them well
public class ConfigureSafeCookies : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "__Host-auth";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);
}

// [Bad CWE-614] temporary data in a cookie that goes over any wire
public static class TempData
{
    public static void Add(IServiceCollection services) =>
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.None);
}

// [Bad CWE-1275] the cookie of a sign-in by an enumeration's number
public class Numbered : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.Cookies.Append("auth", ticket, new CookieOptions { HttpOnly = true, Secure = true, SameSite = (SameSiteMode)0 });
        return Ok();
    }
}
