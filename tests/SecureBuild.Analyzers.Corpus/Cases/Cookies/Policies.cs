using Microsoft.AspNetCore.CookiePolicy;

namespace Shop.Cookies3;

public static class Policies
{
    // [Bad CWE-614] the policy for all
    public static void UsePolicy(WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        Secure = CookieSecurePolicy.None,
        HttpOnly = HttpOnlyPolicy.None,
    });

    // [Good CWE-614] a strict policy for all
    public static void UseStrictPolicy(WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        MinimumSameSitePolicy = SameSiteMode.Strict,
        Secure = CookieSecurePolicy.Always,
        HttpOnly = HttpOnlyPolicy.Always,
    });
}
