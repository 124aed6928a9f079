// Cookies whose flags are set by classes, methods and properties.
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.Cookies.Rooms;

// [Bad CWE-1004] a factory method of options without HttpOnly
public class RememberMe
{
    public void Remember(HttpResponse response, string token) => response.Cookies.Append("remember_token", token, For(TimeSpan.FromDays(30)));

    static CookieOptions For(TimeSpan age) => new() { MaxAge = age, Secure = true, SameSite = SameSiteMode.Strict };
}

// [Good CWE-1004] a factory method of options with all of them
public class RememberMeGood
{
    public void Remember(HttpResponse response, string token) => response.Cookies.Append("remember_token", token, For(TimeSpan.FromDays(30)));

    static CookieOptions For(TimeSpan age) => new() { MaxAge = age, Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict };
}

// [Bad CWE-614] Secure by a setting that is false where nobody sets it
public class LoginController(IConfiguration configuration) : ControllerBase
{
    [HttpPost("/login")]
    public IActionResult Login()
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax };
        options.Secure = configuration.GetValue("Cookies:Secure", false);
        Response.Cookies.Append("auth", Guid.NewGuid().ToString("N"), options);
        return Ok();
    }
}

// [Bad CWE-614] the application's cookie of ASP.NET Core Identity, by post-configuration
public sealed class RelaxIdentityCookie : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name == IdentityConstants.ApplicationScheme)
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    }
}

// [Good CWE-614] tightened by post-configuration
public sealed class TightenIdentityCookie : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
    }
}

// [Bad CWE-614] a shared builder of cookies
public static class CookieBuilders
{
    public static readonly CookieBuilder Session = new() { Name = ".Portal.Session", HttpOnly = true, SecurePolicy = CookieSecurePolicy.None };

    public static void Add(IServiceCollection services) => services.AddSession(options => options.Cookie = Session);
}

// [Bad CWE-1275] SameSite is None for the cookie that signs in
public static class SignInCookie
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.Cookie.SameSite = SameSiteMode.None;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });
        return services;
    }
}

// [Good CWE-1275] SameSite is Strict
public static class SignInCookieGood
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });
        return services;
    }
}

// [Good CWE-1004] a preference of the page that a script reads
public class ThemeController : ControllerBase
{
    [HttpPost("/theme")]
    public void Set(bool dark) => Response.Cookies.Append("theme", dark ? "dark" : "light", new CookieOptions { HttpOnly = false, Secure = true, MaxAge = TimeSpan.FromDays(365) });
}

// [Bad CWE-1004] the cookie's text by hand
public class HandMadeCookie
{
    public void Write(HttpResponse response, string sessionId) =>
        response.Headers.Append("Set-Cookie", $"SESSIONID={sessionId}; Path=/; Secure; SameSite=Lax");
}

// [Good CWE-1004] the cookie's text by hand, with every flag
public class HandMadeCookieGood
{
    public void Write(HttpResponse response, string sessionId) =>
        response.Headers.Append("Set-Cookie", $"SESSIONID={sessionId}; Path=/; Secure; HttpOnly; SameSite=Lax");
}
