// A policy for all cookies: alone in its file, because it speaks for all others.
using Microsoft.AspNetCore.CookiePolicy;

namespace Corpus.Cookies.RoomsPolicy;

// [Bad CWE-1004] the policy of the application says None for HttpOnly and sets nothing to Secure
public static class Policy
{
    public static void Use(WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        HttpOnly = HttpOnlyPolicy.None,
        Secure = CookieSecurePolicy.SameAsRequest,
        MinimumSameSitePolicy = SameSiteMode.Lax,
    });

    public static void SignIn(HttpContext context, string ticket) => context.Response.Cookies.Append("ticket", ticket);
}

// [Good CWE-614] the same policy makes a cookie secure where the request is
public static class Basket
{
    public static void Remember(HttpContext context, string basket) => context.Response.Cookies.Append("basket", basket, new CookieOptions { HttpOnly = true });
}
