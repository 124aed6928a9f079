// Cookies of services.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cookies.Workshops;

// [Bad CWE-614] the login's cookie also goes over http
public static class LoginCookie
{
    public static void Add(IServiceCollection services) => services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
    {
        options.Cookie.Name = "portal";
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    });
}

// [Good CWE-614] only over https
public static class SecureLoginCookie
{
    public static void Add(IServiceCollection services) => services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
    {
        options.Cookie.Name = "__Host-portal";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    });
}

// [Bad CWE-1004] scripts may read the token
[Route("token")]
public sealed class TokenController : Controller
{
    [HttpPost]
    public IActionResult Post([FromServices] Func<string> issue)
    {
        var options = new CookieOptions { Secure = true, SameSite = SameSiteMode.Strict };
        options.HttpOnly = false;
        Response.Cookies.Append("access_token", issue(), options);
        return NoContent();
    }
}

// [Good CWE-1004] scripts may not
[Route("token2")]
public sealed class HiddenTokenController : Controller
{
    static readonly CookieOptions s_options = new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict };

    [HttpPost]
    public IActionResult Post([FromServices] Func<string> issue)
    {
        Response.Cookies.Append("access_token", issue(), s_options);
        return NoContent();
    }
}

// [Bad CWE-1004] the session's cookie
public static class SessionCookie
{
    public static void Add(IServiceCollection services) => services.AddSession(options =>
    {
        options.IdleTimeout = TimeSpan.FromMinutes(20);
        options.Cookie.HttpOnly = false;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    });
}

// [Good CWE-1004] the session's cookie as it should be
public static class GoodSessionCookie
{
    public static void Add(IServiceCollection services) => services.AddSession(options =>
    {
        options.IdleTimeout = TimeSpan.FromMinutes(20);
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    });
}
