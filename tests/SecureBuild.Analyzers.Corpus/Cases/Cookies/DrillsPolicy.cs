// A policy for all cookies: by itself, because it speaks for the others of its program.
using Microsoft.AspNetCore.CookiePolicy;

namespace Corpus.Cookies.DrillsPolicy;

// [Bad CWE-1004] a policy that lets scripts read all cookies
public static class Policy
{
    public static void Use(WebApplication app)
    {
        var options = new CookiePolicyOptions { Secure = CookieSecurePolicy.Always };
        options.HttpOnly = HttpOnlyPolicy.None;
        options.OnAppendCookie = context => context.CookieOptions.HttpOnly = false;
        app.UseCookiePolicy(options);
    }
}

// [Good CWE-1004] a cookie that says so itself
public static class OwnFlags
{
    public static void Set(HttpResponse response, string value) =>
        response.Cookies.Append("auth", value, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
}
