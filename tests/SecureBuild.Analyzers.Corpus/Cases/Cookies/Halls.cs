// Cookies again.
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.Cookies.Halls;

// [Bad CWE-614] Secure only where it is not needed
public class BackwardsController(IHostEnvironment environment) : ControllerBase
{
    [HttpPost("/backwards")]
    public void Post() => Response.Cookies.Append("session_token", Guid.NewGuid().ToString("N"), new CookieOptions { HttpOnly = true, Secure = environment.IsDevelopment(), SameSite = SameSiteMode.Lax });
}

// [Good CWE-614] Secure wherever it is not the developer's machine
public class ForwardsController(IHostEnvironment environment) : ControllerBase
{
    [HttpPost("/forwards")]
    public void Post() => Response.Cookies.Append("session_token", Guid.NewGuid().ToString("N"), new CookieOptions { HttpOnly = true, Secure = !environment.IsDevelopment(), SameSite = SameSiteMode.Lax });
}

// [Bad CWE-1004] a base class with the options, a derived one that forgets
public abstract class CookieWriter
{
    protected virtual CookieOptions Options() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict };

    public void Write(HttpResponse response, string token) => response.Cookies.Append("access_token", token, Options());
}
// [same case]
public sealed class SpaCookieWriter : CookieWriter
{
    protected override CookieOptions Options() => new() { HttpOnly = false, Secure = true, SameSite = SameSiteMode.Strict };
}

// [Bad CWE-1004] named options of the cookie scheme
public sealed class ConfigureSignIn : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(CookieAuthenticationDefaults.AuthenticationScheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.HttpOnly = false;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}

// [Good CWE-1004] named options of the cookie scheme that tighten
public sealed class TightenSignIn : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(CookieAuthenticationDefaults.AuthenticationScheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.SlidingExpiration = false;
    }
}
