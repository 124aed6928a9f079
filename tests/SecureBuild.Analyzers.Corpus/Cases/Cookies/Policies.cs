using Microsoft.AspNetCore.CookiePolicy;

namespace Shop.Cookies3;

public static class Policies
{
    // [Good CWE-614] a strict policy for all
    public static void UseStrictPolicy(WebApplication app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        MinimumSameSitePolicy = SameSiteMode.Strict,
        Secure = CookieSecurePolicy.Always,
        HttpOnly = HttpOnlyPolicy.Always,
    });

    // [Good CWE-614] the policy adds the flags
    public static void Write(HttpResponse response, string ticket) => response.Cookies.Append("ticket", ticket);

    // [Bad CWE-614] a header by hand, which the policy does not see
    public static void WriteByHand(HttpResponse response, string ticket) =>
        response.Headers.Append("Set-Cookie", "ticket=" + Uri.EscapeDataString(ticket) + "; Path=/");

    // [Good CWE-614] a header by hand with the flags
    public static void WriteByHandSafely(HttpResponse response, string ticket) =>
        response.Headers.Append("Set-Cookie", "ticket=" + Uri.EscapeDataString(ticket) + "; Path=/; Secure; HttpOnly; SameSite=Lax");
}
