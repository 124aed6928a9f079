// One policy for all cookies of an application.
using Microsoft.AspNetCore.CookiePolicy;

namespace Corpus.Cookies.TeamsPolicy;

// [Bad CWE-614] a policy for the whole application
public static class PolicySetup
{
    public static void UseOurCookies(this WebApplication app)
    {
        var policy = new CookiePolicyOptions { MinimumSameSitePolicy = SameSiteMode.Lax };
        policy.Secure = CookieSecurePolicy.None;
        policy.HttpOnly = HttpOnlyPolicy.Always;
        app.UseCookiePolicy(policy);
        app.MapPost("/remember", (HttpResponse response, string ticket) => response.Cookies.Append("sid", ticket));
    }
}

// [Good CWE-1004] the policy hides all cookies from scripts
public static class HiddenCookies
{
    public static void Map(WebApplication app) => app.MapPost("/remember-me", (HttpResponse response, string ticket) => response.Cookies.Append("sid", ticket, new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax }));
}
