// Cookies, in many styles.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cookies.Variants;

// [Bad CWE-614] a session's cookie without Secure
public class SessionStart
{
    public void Configure(IServiceCollection services)
    {
        services.AddSession(options =>
        {
            options.Cookie.Name = ".Shop.Session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        });
    }
}

// [Good CWE-614] a session's cookie with Secure
public class SessionStartGood
{
    public void Configure(IServiceCollection services)
    {
        services.AddSession(options =>
        {
            options.Cookie.Name = ".Shop.Session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.IdleTimeout = TimeSpan.FromMinutes(20);
        });
    }
}

// [Bad CWE-1004] script can read the token
public class TokenCookieController : ControllerBase
{
    [HttpPost("/token-cookie")]
    public void Post(string token)
    {
        var options = new CookieOptions();
        options.Secure = true;
        options.SameSite = SameSiteMode.Lax;
        options.HttpOnly = false;
        Response.Cookies.Append("auth_token", token, options);
    }
}

// [Bad CWE-614] no options at all
public class BareCookieController : ControllerBase
{
    [HttpPost("/bare-cookie")]
    public void Post() => Response.Cookies.Append("sessionId", Guid.NewGuid().ToString("N"));
}

// [Good CWE-614] all three flags by a helper
public class HelperCookieController : ControllerBase
{
    static CookieOptions Strict(TimeSpan age) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, MaxAge = age };

    [HttpPost("/helper-cookie")]
    public void Post(string token) => Response.Cookies.Append("auth_token", token, Strict(TimeSpan.FromHours(1)));
}

// [Bad CWE-1275] SameSite None for the sign-in
public class CrossSiteStart
{
    public void Configure(IServiceCollection services) =>
        services.AddAuthentication().AddCookie(options =>
        {
            options.Cookie.SameSite = SameSiteMode.None;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });
}

// [Good CWE-1275] SameSite Strict for the sign-in
public class SameSiteStart
{
    public void Configure(IServiceCollection services) =>
        services.AddAuthentication().AddCookie(options =>
        {
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.SlidingExpiration = true;
        });
}

// [Bad CWE-1004] identity's cookie
public class IdentityStart
{
    public void Configure(IServiceCollection services) =>
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.HttpOnly = false;
            options.LoginPath = "/login";
        });
}
