using MediatR;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Parcelpoint.SignIn;

public sealed record SignIn(string Email, string Password) : IRequest<string>;

public static class SignInEndpoints
{
    // [Bad CWE-614] the session's id in a cookie of defaults
    public static void MapSignIn(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-in", async (SignIn request, ISender sender, HttpContext http) =>
        {
            var session = await sender.Send(request);
            http.Response.Cookies.Append("session", session);
            return Results.NoContent();
        }).AllowAnonymous();

    // [Good CWE-614] the session's id with all flags
    public static void MapSafeSignIn(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-in/safe", async (SignIn request, ISender sender, HttpContext http) =>
        {
            var session = await sender.Send(request);
            http.Response.Cookies.Append("session", session, new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict });
            return Results.NoContent();
        }).AllowAnonymous();

    // [Bad CWE-1275] the session goes with requests of every other site
    public static IServiceCollection AddSessions(this IServiceCollection services) =>
        services.AddSession(o => o.Cookie = new CookieBuilder { Name = "pp.session", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.None });

    // [Good CWE-1275] the session goes with our own
    public static IServiceCollection AddStrictSessions(this IServiceCollection services) =>
        services.AddSession(o => o.Cookie = new CookieBuilder { Name = "pp.session", HttpOnly = true, SecurePolicy = CookieSecurePolicy.Always, SameSite = SameSiteMode.Strict });
}
