using System.Net;
using Microsoft.AspNetCore.CookiePolicy;

namespace Shop.Cookies4;

public static class Policies
{
    // [Bad CWE-614] the policy for all
    public static void UsePolicy(WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        Secure = CookieSecurePolicy.None,
        HttpOnly = HttpOnlyPolicy.None,
    });
}

// [Good CWE-614] a client's cookie container
public static class Outgoing
{
    public static CookieContainer For(Uri site, string value)
    {
        var container = new CookieContainer();
        container.Add(site, new Cookie("lang", value) { Secure = true, HttpOnly = true });
        return container;
    }
}
