// Cookies, as teams set them.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cookies.Teams;

// [Bad CWE-614] an extension method of our own writes it without options
public static class CookieExtensions
{
    public static void Remember(this HttpResponse response, string ticket) => response.Cookies.Append("auth_ticket", ticket, new CookieOptions { HttpOnly = true, MaxAge = TimeSpan.FromDays(14) });
}

// [Good CWE-614] an extension method of our own writes it with all options
public static class SafeCookieExtensions
{
    public static void Remember(this HttpResponse response, string ticket) =>
        response.Cookies.Append("auth_ticket", ticket, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(14) });
}

// [Bad CWE-1004] a builder of cookies that scripts can read
public static class SessionSetup
{
    public static void AddOurSession(this IServiceCollection services) => services.AddSession(session =>
    {
        session.IdleTimeout = TimeSpan.FromMinutes(20);
        session.Cookie = new CookieBuilder { Name = ".Shop.Session", HttpOnly = false, SecurePolicy = CookieSecurePolicy.Always };
    });
}

// [Good CWE-1004] a builder of cookies that scripts cannot read
public static class SafeSessionSetup
{
    public static void AddOurSession(this IServiceCollection services) => services.AddSession(session =>
    {
        session.IdleTimeout = TimeSpan.FromMinutes(20);
        session.Cookie = new CookieBuilder { Name = ".Shop.Session", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, IsEssential = true };
    });
}

// [Bad CWE-614] the header as text
public sealed class TicketMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var ticket = Guid.NewGuid().ToString("N");
        context.Response.Headers.SetCookie = $"session={ticket}; Path=/; HttpOnly; SameSite=Lax";
        return next(context);
    }
}

// [Good CWE-614] the header as text, for TLS only
public sealed class TlsTicketMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var ticket = Guid.NewGuid().ToString("N");
        context.Response.Headers.SetCookie = $"session={ticket}; Path=/; HttpOnly; SameSite=Lax; Secure";
        return next(context);
    }
}

// [Good CWE-614] the language that the visitor chose
public class LanguageController : Controller
{
    [HttpGet("/language/{code:length(2)}")]
    public IActionResult Choose(string code)
    {
        Response.Cookies.Append("lang", code == "ja" ? "ja" : "en", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        return NoContent();
    }
}

// [Bad CWE-1275] sent along from everywhere
public static class EmbeddedSignIn
{
    public static void Add(IServiceCollection services) => services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
        .AddCookie(cookie => { var it = cookie.Cookie; it.SameSite = SameSiteMode.None; it.SecurePolicy = CookieSecurePolicy.Always; });
}
