using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Parcelpoint.Profile;

public sealed record ChangeEmail(string Email) : IRequest<bool>;

public static class ProfileModule
{
    public static IServiceCollection AddProfile(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.Always);
        services.AddAntiforgery();
        return services;
    }

    // [Bad CWE-352] the form's endpoint has the check taken away
    public static void MapEmail(IEndpointRouteBuilder app) =>
        app.MapGroup("/profile").RequireAuthorization()
            .MapPost("/email", async ([FromForm] string email, ISender sender) => await sender.Send(new ChangeEmail(email))).DisableAntiforgery();

    // [Good CWE-352] the form's endpoint with the check
    public static void MapSafeEmail(IEndpointRouteBuilder app) =>
        app.MapGroup("/profile").RequireAuthorization()
            .MapPost("/email/safe", async ([FromForm] string email, ISender sender) => await sender.Send(new ChangeEmail(email)));

    // [Good CWE-352] the check by hand
    public static void MapCheckedEmail(IEndpointRouteBuilder app) =>
        app.MapGroup("/profile").RequireAuthorization()
            .MapPost("/email/checked", async (HttpContext http, IAntiforgery antiforgery, ISender sender) =>
            {
                await antiforgery.ValidateRequestAsync(http);
                return await sender.Send(new ChangeEmail(http.Request.Form["email"]));
            }).DisableAntiforgery();
}
