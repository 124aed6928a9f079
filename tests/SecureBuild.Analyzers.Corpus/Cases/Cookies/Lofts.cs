// Cookies and sessions: options by tuples, shared options, factories.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.Cookies.Lofts;

// [Bad CWE-1004] options of one's own, filled in the constructor, are open to scripts
public sealed class SessionCookie
{
    readonly CookieOptions _options;

    public SessionCookie(TimeSpan age) =>
        (_options, Name) = (new CookieOptions { Secure = true, HttpOnly = false, MaxAge = age, SameSite = SameSiteMode.Lax }, "session");

    public string Name { get; }

    public void Write(HttpResponse response, string session) => response.Cookies.Append(Name, session, _options);
}

// [Good CWE-1004] the same, closed to scripts
public sealed class ClosedSessionCookie
{
    readonly CookieOptions _options;

    public ClosedSessionCookie(TimeSpan age) =>
        (_options, Name) = (new CookieOptions { Secure = true, HttpOnly = true, MaxAge = age, SameSite = SameSiteMode.Lax }, "session");

    public string Name { get; }

    public void Write(HttpResponse response, string session) => response.Cookies.Append(Name, session, _options);
}

public class Startup
{
    // [Bad CWE-614] the session's cookie by a tuple of settings
    public void ConfigureSession(IServiceCollection services) => services.AddSession(options =>
    {
        (options.Cookie.HttpOnly, options.Cookie.SecurePolicy) = (true, CookieSecurePolicy.None);
        options.IdleTimeout = TimeSpan.FromMinutes(20);
    });

    // [Good CWE-614] the session's cookie by a tuple, always secure
    public void ConfigureSafeSession(IServiceCollection services) => services.AddSession(options =>
    {
        (options.Cookie.HttpOnly, options.Cookie.SecurePolicy) = (true, CookieSecurePolicy.Always);
        options.IdleTimeout = TimeSpan.FromMinutes(20);
    });

    // [Bad CWE-1004] the sign-in cookie by a tuple
    public void ConfigureSignIn(IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
            (options.Cookie.HttpOnly, options.SlidingExpiration, options.LoginPath) = (false, true, "/login"));
}

// [Bad CWE-614] options for cookies by a class that configures them
public sealed class ConfigureSignIn : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name == "Portal")
            Configure(options);
    }

    public void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal";
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
    }
}

// [Good CWE-614] the same with what is secure
public sealed class ConfigureSafeSignIn : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name == "Portal")
            Configure(options);
    }

    public void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "portal";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
    }
}

// [Bad CWE-614] a token in a cookie whose flags are set by a tuple
[Route("token")]
public sealed class TokenController : ControllerBase
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remember([FromForm] string token)
    {
        var options = new CookieOptions();
        (options.Secure, options.HttpOnly, options.Path) = (false, true, "/");
        Response.Cookies.Append("auth-token", token, options);
        return NoContent();
    }
}
