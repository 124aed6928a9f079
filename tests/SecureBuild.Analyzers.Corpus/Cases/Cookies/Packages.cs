using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.Extensions.Options;

namespace Windlass.Accounts;

public sealed record SignInCookie(string Name, bool Https = true, bool Scripts = false)
{
    // [Bad CWE-1004] the opposite of what the name says is copied
    public CookieOptions ToLooseOptions(TimeSpan age) => new() { MaxAge = age, Secure = true, HttpOnly = false, SameSite = SameSiteMode.Lax };

    // [Good CWE-1004] both flags, as the record's defaults have it
    public CookieOptions ToOptions(TimeSpan age) => new() { MaxAge = age, Secure = Https, HttpOnly = !Scripts, SameSite = SameSiteMode.Lax };
}

public static class WindlassCookieExtensions
{
    // [Bad CWE-614] the application cookie of Identity goes over HTTP, too
    public static IServiceCollection AddWindlassCookies(this IServiceCollection services) =>
        services.ConfigureApplicationCookie(static o =>
        {
            o.SlidingExpiration = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });

    // [Good CWE-614] the application cookie of Identity goes over TLS only
    public static IServiceCollection AddStrictWindlassCookies(this IServiceCollection services) =>
        services.ConfigureApplicationCookie(static o =>
        {
            o.SlidingExpiration = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });

    // [Bad CWE-614] the cookie of the forms' token without TLS
    public static IServiceCollection AddWindlassForms(this IServiceCollection services) =>
        services.Configure<AntiforgeryOptions>(static o => (o.HeaderName, o.Cookie.SecurePolicy) = ("X-CSRF", CookieSecurePolicy.None));

    // [Good CWE-614] the cookie of the forms' token with TLS
    public static IServiceCollection AddStrictWindlassForms(this IServiceCollection services) =>
        services.Configure<AntiforgeryOptions>(static o => (o.HeaderName, o.Cookie.SecurePolicy) = ("X-CSRF", CookieSecurePolicy.Always));
}

public interface ITokenCookie
{
    void Write(HttpContext context, string token);
}

// [Bad CWE-614] a strategy that writes the token as it comes
public sealed class PlainTokenCookie : ITokenCookie
{
    public void Write(HttpContext context, string token) => context.Response.Headers.Append("Set-Cookie", $"auth_token={token}; Path=/; HttpOnly");
}

// [Good CWE-614] a strategy that writes it with all attributes
public sealed class ProtectedTokenCookie : ITokenCookie
{
    public void Write(HttpContext context, string token) => context.Response.Headers.Append("Set-Cookie", $"auth_token={token}; Path=/; HttpOnly; Secure; SameSite=Strict");
}
