// The flags are set for all cookies by options that another method configures.
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Cookies.PolicyByOptions;

public static class Startup
{
    public static void AddServices(IServiceCollection services) => services.Configure<CookiePolicyOptions>(Configure);

    static void Configure(CookiePolicyOptions options)
    {
        options.HttpOnly = HttpOnlyPolicy.Always;
        options.Secure = CookieSecurePolicy.Always;
        options.MinimumSameSitePolicy = SameSiteMode.Lax;
    }

    public static void Use(WebApplication app) => app.UseCookiePolicy();
}

// [Good CWE-614] the policy adds the flags
public class BasketController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Keep(string session)
    {
        Response.Cookies.Append("basket_session", session, new CookieOptions { MaxAge = TimeSpan.FromDays(1) });
        return NoContent();
    }
}

// [Bad CWE-614] a header by hand is not seen by the policy
public class LegacyBasketController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Keep(string session)
    {
        Response.Headers["Set-Cookie"] = "basket_session=" + Uri.EscapeDataString(session) + "; Path=/";
        return NoContent();
    }
}
