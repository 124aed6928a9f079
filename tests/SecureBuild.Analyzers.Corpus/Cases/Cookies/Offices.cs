// Cookies by factories, middleware and options.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cookies.Offices;

// [Bad CWE-614] a factory that only sets what it is told
public static class CookieFactory
{
    static CookieOptions Create(bool secure, int days) => new() { HttpOnly = true, Secure = secure, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(days) };

    public static void Remember(HttpResponse response, string session) => response.Cookies.Append("session", session, Create(secure: false, days: 30));
}

// [Good CWE-614] a factory that is told to be careful
public static class SafeCookieFactory
{
    static CookieOptions Create(bool secure, int days) => new() { HttpOnly = true, Secure = secure, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(days) };

    public static void Remember(HttpResponse response, string session) => response.Cookies.Append("session", session, Create(secure: true, days: 30));
}

// [Bad CWE-1004] a service for all cookies
public interface ICookieWriter { void Write(string name, string value); }

// [same case]
public sealed class CookieWriter(IHttpContextAccessor accessor) : ICookieWriter
{
    readonly CookieOptions _options = new() { Secure = true, SameSite = SameSiteMode.Lax };

    public void Write(string name, string value) => accessor.HttpContext!.Response.Cookies.Append(name, value, _options);
}

// [Good CWE-1004] a service for all cookies, hidden from scripts
public sealed class HiddenCookieWriter(IHttpContextAccessor accessor) : ICookieWriter
{
    readonly CookieOptions _options = new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax };

    public void Write(string name, string value) => accessor.HttpContext!.Response.Cookies.Append(name, value, _options);
}

// [Bad CWE-614] the cookie of the sign-in, over anything
public static class SignInSetup
{
    public static void Add(IServiceCollection services) => services.ConfigureApplicationCookie(options =>
    {
        options.LoginPath = "/login";
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    });
}

// [Good CWE-614] the cookie of the sign-in, over TLS
public static class TlsSignInSetup
{
    public static void Add(IServiceCollection services) => services.ConfigureApplicationCookie(options =>
    {
        options.LoginPath = "/login";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    });
}
