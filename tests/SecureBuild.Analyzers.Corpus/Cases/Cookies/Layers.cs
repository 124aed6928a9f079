using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

static class CookieDefaults
{
    public static CookieOptions Strict() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict };
}

// [Bad CWE-614] options of a helper that sets none
public class BasketController : Controller
{
    public IActionResult Start()
    {
        Response.Cookies.Append("session", Guid.NewGuid().ToString(), Loose());
        return Ok();
    }

    static CookieOptions Loose() => new() { Path = "/" };
}

// [Good CWE-614] options of a helper that sets all
public class SafeBasketController : Controller
{
    public IActionResult Start()
    {
        Response.Cookies.Append("session", Guid.NewGuid().ToString(), CookieDefaults.Strict());
        return Ok();
    }
}

// [Bad CWE-614] secure only in production
public class TokenController(IWebHostEnvironment environment) : Controller
{
    public IActionResult Start(string token)
    {
        var options = new CookieOptions { HttpOnly = true };
        if (token.Length > 100)
        {
            options.Secure = true;
        }
        Response.Cookies.Append("token", token, options);
        return Ok();
    }
}

// [Good CWE-614] secure in both branches
public class SafeTokenController : Controller
{
    public IActionResult Start(string token, bool remember)
    {
        var options = new CookieOptions { HttpOnly = true };
        if (remember)
        {
            options.Expires = DateTimeOffset.UtcNow.AddDays(30);
            options.Secure = true;
        }
        else
            options.Secure = true;
        Response.Cookies.Append("token", token, options);
        return Ok();
    }
}

// [Bad CWE-1004] a script may read the token
public static class LoginEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/login", (HttpContext context) =>
    {
        context.Response.Cookies.Append("auth_token", Guid.NewGuid().ToString("N"), new CookieOptions { Secure = true, HttpOnly = false, SameSite = SameSiteMode.Lax });
        return Results.Ok();
    });
}

// [Good CWE-1004] a cookie for the page's own script without a secret in it
public static class ThemeEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/theme", (HttpContext context) =>
    {
        context.Response.Cookies.Append("theme", "dark", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Results.Ok();
    });
}

// [Bad CWE-614] the identity's cookie over any connection
public static class WeakIdentity
{
    public static void Add(IServiceCollection services) => services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
    {
        options.Cookie.Name = "id";
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    });
}

// [Good CWE-614] the identity's cookie over TLS only
public static class StrongIdentity
{
    public static void Add(IServiceCollection services) => services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
    {
        options.Cookie.Name = "id";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Strict;
    });
}

// [Bad CWE-1275] every site may send the session's cookie
public static class CrossSite
{
    public static void Add(IServiceCollection services) => services.AddSession(options =>
    {
        options.Cookie.SameSite = SameSiteMode.None;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    });
}

// [Good CWE-614] a builder builds the options
public class BuilderController : Controller
{
    public IActionResult Start()
    {
        var builder = new CookieBuilder { HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.Strict };
        Response.Cookies.Append("session", Guid.NewGuid().ToString(), builder.Build(HttpContext));
        return Ok();
    }
}
