// Redirects of a modern team's product.
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.OpenRedirect.Canals;

// [Bad CWE-601] a value object that keeps what is not local
public readonly record struct ReturnUrl(string Value)
{
    public static ReturnUrl From(string? text) => text switch
    {
        null or "" => new("/"),
        ['/', ..] => new(text),
        _ => new(Uri.UnescapeDataString(text)),
    };
}

// [same case]
public static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app) => app.MapGet("/sign-in/done", RedirectHttpResult ([FromQuery(Name = "return")] string? url) =>
        TypedResults.Redirect(ReturnUrl.From(url).Value));
}

// [Good CWE-601] a value object that keeps local addresses only
public readonly record struct LocalUrl(string Value)
{
    public static LocalUrl From(string? text) => text switch
    {
        ['/'] => new("/"),
        ['/', not ('/' or '\\'), ..] when !text.Any(char.IsControl) => new(text),
        _ => new("/"),
    };
}

// [same case]
public static class SignOutEndpoints
{
    public static void MapSignOut(this WebApplication app) => app.MapGet("/sign-out/done", RedirectHttpResult ([FromQuery(Name = "return")] string? url) =>
        TypedResults.Redirect(LocalUrl.From(url).Value));
}

// [Bad CWE-601] short links: the target is stored in memory as it was sent
public sealed class ShortLinks
{
    readonly Dictionary<string, string> _links = [];

    public string Add(string target)
    {
        var key = Guid.NewGuid().ToString("N")[..8];
        _links[key] = target;
        return key;
    }

    public bool TryGet(string key, [NotNullWhen(true)] out string? target) => _links.TryGetValue(key, out target);
}

// [same case]
public static class ShortLinkEndpoints
{
    public static void MapShortLinks(this WebApplication app, ShortLinks links)
    {
        app.MapPost("/links", (string target) => links.Add(target));
        app.MapGet("/l/{key}", (string key) => links.TryGet(key, out var target) ? Results.Redirect(target) : Results.NotFound());
    }
}

// [Good CWE-601] LocalRedirect
public static class LanguageEndpoints
{
    public static void MapLanguage(this WebApplication app) => app.MapPost("/language", (HttpContext context, [FromForm] string culture, [FromForm] string back) =>
    {
        context.Response.Cookies.Append("culture", culture is "ja" ? "ja" : "en", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Results.LocalRedirect(back);
    });
}
