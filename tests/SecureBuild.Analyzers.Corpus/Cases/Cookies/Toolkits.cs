using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Halyard.Sessions;

/// <summary>What the library's own cookie looks like.</summary>
public sealed class TicketCookieOptions
{
    public string Name { get; set; } = "halyard.ticket";

    // [Bad CWE-1004] the default template leaves the cookie to scripts and to HTTP
    public CookieBuilder Loose { get; } = new()
    {
        Name = "halyard.auth",
        HttpOnly = false,
        SecurePolicy = CookieSecurePolicy.None,
        SameSite = SameSiteMode.Lax,
    };

    // [Good CWE-1004] the default template
    public CookieBuilder Tight { get; } = new()
    {
        Name = "__Host-halyard.auth",
        HttpOnly = true,
        SecurePolicy = CookieSecurePolicy.Always,
        SameSite = SameSiteMode.Lax,
        Path = "/",
    };
}

// [Bad CWE-614] what the application asked for is overridden
internal sealed class PostConfigureTicketCookie : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string name, CookieAuthenticationOptions options)
    {
        options.Cookie.Name ??= "halyard";
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    }
}

// [Good CWE-614] always over TLS
internal sealed class PostConfigureSecureCookie : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string name, CookieAuthenticationOptions options)
    {
        options.Cookie.Name ??= "halyard";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}

/// <summary>Writes what a user's next request brings back.</summary>
public sealed class TicketWriter(TimeProvider clock)
{
    // [Bad CWE-614] a refresh token without a flag, from a factory
    public void WriteRefresh(HttpResponse response, string refreshToken) =>
        response.Cookies.Append("refresh_token", refreshToken, Expiring(TimeSpan.FromDays(14)));

    // [same case]
    CookieOptions Expiring(TimeSpan after) => new() { Expires = clock.GetUtcNow() + after };

    // [Good CWE-614] the factory's options get the flags
    public void WriteAccess(HttpResponse response, string accessToken) =>
        response.Cookies.Append("access_token", accessToken, Protected(new() { Expires = clock.GetUtcNow().AddMinutes(10) }));

    // [Good CWE-614] which language the user likes
    public void WriteCulture(HttpResponse response, string culture) =>
        response.Cookies.Append("culture", culture, new CookieOptions { MaxAge = TimeSpan.FromDays(365), Secure = true, IsEssential = true, HttpOnly = true });

    static CookieOptions Protected(CookieOptions options)
    {
        options.Secure = true;
        options.HttpOnly = true;
        options.SameSite = SameSiteMode.Strict;
        return options;
    }
}
