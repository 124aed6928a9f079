// Cookies by every way that ASP.NET Core has to set one.
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Corpus.Cookies.Exercises;

// [Bad CWE-614] a builder of cookies is asked for its options
public class BuiltCookie(IHttpContextAccessor accessor)
{
    public void Set(string value)
    {
        var builder = new CookieBuilder { Name = "sid", HttpOnly = true, SecurePolicy = CookieSecurePolicy.None };
        var context = accessor.HttpContext!;
        context.Response.Cookies.Append(builder.Name, value, builder.Build(context));
    }
}

// [Good CWE-614] a builder of cookies that always wants TLS
public class SafeBuiltCookie(IHttpContextAccessor accessor)
{
    public void Set(string value)
    {
        var builder = new CookieBuilder { Name = "sid", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax };
        var context = accessor.HttpContext!;
        context.Response.Cookies.Append(builder.Name, value, builder.Build(context));
    }
}

// [Bad CWE-1004] the header is written by hand
public class RawHeader : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.Headers.Append("Set-Cookie", "session=" + Uri.EscapeDataString(ticket) + "; Path=/; Secure");
        return Ok();
    }
}

// [Good CWE-1004] the header is written by hand, with all that belongs to it
public class RawSafeHeader : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.Headers.Append("Set-Cookie", "session=" + Uri.EscapeDataString(ticket) + "; Path=/; Secure; HttpOnly; SameSite=Strict");
        return Ok();
    }
}

// [Bad CWE-614] the header is made by its class
public class TypedHeader : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        var cookie = new SetCookieHeaderValue("session", ticket) { HttpOnly = true, Secure = false };
        Response.Headers.SetCookie = cookie.ToString();
        return Ok();
    }
}

// [Bad CWE-614] options that a field shares, without TLS
public class SharedOptions : ControllerBase
{
    private static readonly CookieOptions s_options = new() { HttpOnly = true, Path = "/" };

    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.Cookies.Append("auth_token", ticket, s_options);
        return Ok();
    }
}

// [Good CWE-614] options by a helper that sets everything
public class HelperOptions : ControllerBase
{
    static CookieOptions Protected(TimeSpan age) => new() { HttpOnly = true, Secure = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict, MaxAge = age };

    [HttpPost]
    public IActionResult SignIn(string ticket)
    {
        Response.Cookies.Append("auth_token", ticket, Protected(TimeSpan.FromHours(1)));
        return Ok();
    }
}

// [Bad CWE-1004] scripts may read the cookie of the session
public static class SessionSetup
{
    public static void Add(IServiceCollection services) => services.AddSession(options =>
    {
        options.IdleTimeout = TimeSpan.FromMinutes(20);
        options.Cookie.HttpOnly = false;
    });
}

// [Bad CWE-614] the cookie of Identity, by its named options
public static class IdentitySetup
{
    public static void Add(IServiceCollection services) =>
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options => options.Cookie.SecurePolicy = CookieSecurePolicy.None);
}

// [Good CWE-614] the cookie of Identity, by its named options, always with TLS
public static class SafeIdentitySetup
{
    public static void Add(IServiceCollection services) =>
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options => options.Cookie.SecurePolicy = CookieSecurePolicy.Always);
}

// [Bad CWE-1275] the cookie of the sign-in goes to every site
public static class CrossSite
{
    public static void Add(IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie = new CookieBuilder { SameSite = Microsoft.AspNetCore.Http.SameSiteMode.None, HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always };
        });
}

// [Good CWE-614] a cookie for a colour, which is no secret
public class Theme : ControllerBase
{
    [HttpPost]
    public IActionResult Choose(bool dark)
    {
        Response.Cookies.Append("theme", dark ? "dark" : "light", new CookieOptions { Secure = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax });
        return Ok();
    }
}
