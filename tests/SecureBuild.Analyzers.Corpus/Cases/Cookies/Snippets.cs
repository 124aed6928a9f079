// Cookies as they stand in small samples.
using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cookies.Snippets;

// [Bad CWE-614] remember-me without flags
public class RememberController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remember(string token)
    {
        var options = new CookieOptions();
        options.Expires = DateTimeOffset.UtcNow.AddDays(30);
        Response.Cookies.Append("remember_me", token, options);
        return NoContent();
    }
}

// [Good CWE-614] remember-me with flags set after it was made
public class SafeRememberController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remember(string token)
    {
        var options = new CookieOptions();
        options.Expires = DateTimeOffset.UtcNow.AddDays(30);
        options.Secure = true;
        options.HttpOnly = true;
        options.SameSite = SameSiteMode.Lax;
        Response.Cookies.Append("remember_me", token, options);
        return NoContent();
    }
}

// [Good CWE-614] options from a method that sets the flags
public class FactoryController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remember(string token)
    {
        Response.Cookies.Append("session_token", token, Protected(TimeSpan.FromHours(1)));
        return NoContent();
    }

    static CookieOptions Protected(TimeSpan age) => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = age };
}

// [Bad CWE-1004] options from a method that leaves the flag out
public class LooseFactoryController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remember(string token)
    {
        Response.Cookies.Append("session_token", token, Protected(TimeSpan.FromHours(1)));
        return NoContent();
    }

    static CookieOptions Protected(TimeSpan age) => new() { Secure = true, SameSite = SameSiteMode.Strict, MaxAge = age };
}

// [Bad CWE-614] a shared field with the flag off
public static class SharedOptions
{
    static readonly CookieOptions s_options = new() { HttpOnly = true, Secure = false };

    public static void Write(HttpContext context, string sid) => context.Response.Cookies.Append("sid", sid, s_options);
}

// [Good CWE-614] a shared field with the flags on
public static class SharedSafeOptions
{
    static readonly CookieOptions s_options = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict };

    public static void Write(HttpContext context, string sid) => context.Response.Cookies.Append("sid", sid, s_options);
}

// [Bad CWE-614] by a cookie builder
public static class Built
{
    public static void Write(HttpContext context, string sid)
    {
        var builder = new CookieBuilder { Name = "auth", HttpOnly = true, SecurePolicy = CookieSecurePolicy.None };
        context.Response.Cookies.Append(builder.Name!, sid, builder.Build(context));
    }
}

// [Good CWE-614] by a cookie builder
public static class BuiltSafely
{
    public static void Write(HttpContext context, string sid)
    {
        var builder = new CookieBuilder { Name = "auth", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.Lax };
        context.Response.Cookies.Append(builder.Name!, sid, builder.Build(context));
    }
}

// [Bad CWE-614] the cookie of the sign-in, in an extension method
public static class LooseAuthentication
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(ConfigureCookie);
        return services;
    }

    static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/login";
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    }
}

// [Good CWE-614] the cookie of the sign-in, in an extension method
public static class FirmAuthentication
{
    public static IServiceCollection AddFirmSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(ConfigureCookie);
        return services;
    }

    static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/login";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
    }
}

// [Bad CWE-1004] scripts may read the cookie of Identity
public static class IdentityCookie
{
    public static void Add(IServiceCollection services) => services.ConfigureApplicationCookie(o =>
    {
        o.Cookie.HttpOnly = false;
        o.ExpireTimeSpan = TimeSpan.FromMinutes(20);
    });
}

// [Good CWE-1004] scripts may read the token against forged requests, and have to
public static class AntiforgeryCookie
{
    public static void Write(HttpContext context, string requestToken) => context.Response.Cookies.Append("XSRF-TOKEN", requestToken,
        new CookieOptions { HttpOnly = false, Secure = true, SameSite = SameSiteMode.Strict });
}

// [Good CWE-614] a language is no secret
public class LanguageController : Controller
{
    [HttpGet("/language/{code:length(2)}")]
    public IActionResult Set(string code)
    {
        Response.Cookies.Append("language", code == "ja" ? "ja" : "en", new CookieOptions { MaxAge = TimeSpan.FromDays(365), Secure = true, HttpOnly = true });
        return LocalRedirect("/");
    }
}

// [Bad CWE-1275] sent with every other site's request
public class EmbedController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult SignIn(string token)
    {
        Response.Cookies.Append("access_token", token, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None });
        return NoContent();
    }
}

// [Bad CWE-614] a cookie of a cookie container goes over HTTP
public static class OwnHeader
{
    public static void Write(HttpResponse response, string session) =>
        response.Headers.SetCookie = $"session={Uri.EscapeDataString(session)}; HttpOnly; Path=/";
}

// [Good CWE-614] all flags in the header
public static class OwnSafeHeader
{
    public static void Write(HttpResponse response, string session) =>
        response.Headers.SetCookie = $"session={Uri.EscapeDataString(session)}; Secure; HttpOnly; SameSite=Lax; Path=/";
}

// [Bad CWE-614] a flag that depends on what no deployment sets
public sealed class FlagFromField
{
    readonly bool _secure = false;

    public void Write(HttpResponse response, string jwt) => response.Cookies.Append("jwt", jwt, new CookieOptions { HttpOnly = true, Secure = _secure });
}

// [Good CWE-614] the flag follows the request
public sealed class FlagFromRequest
{
    public void Write(HttpContext context, string jwt) => context.Response.Cookies.Append("jwt", jwt, new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax });
}

// [Bad CWE-614] the session of the application
public static class SessionCookie
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddDistributedMemoryCache();
        builder.Services.AddSession(options =>
        {
            options.IdleTimeout = TimeSpan.FromMinutes(20);
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });
    }
}

// [Good CWE-614] the session of the application
public static class SafeSessionCookie
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddDistributedMemoryCache();
        builder.Services.AddSession(options =>
        {
            options.IdleTimeout = TimeSpan.FromMinutes(20);
            options.Cookie = new CookieBuilder { Name = "__Host-session", HttpOnly = true, IsEssential = true, SecurePolicy = CookieSecurePolicy.Always };
        });
    }
}

// [Good CWE-614] a deleted cookie carries nothing
public class SignOutController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult SignOutNow()
    {
        Response.Cookies.Append("sid", "", new CookieOptions { Expires = DateTimeOffset.UnixEpoch });
        return RedirectToAction("Index");
    }
}
