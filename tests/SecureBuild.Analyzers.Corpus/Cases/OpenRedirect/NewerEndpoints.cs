using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Club;

// [Bad CWE-601] Blazor: navigates to the query's address
public class JoinPage(NavigationManager navigation) : ComponentBase
{
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    void Done() => navigation.NavigateTo(ReturnUrl ?? "/", forceLoad: true);
}

// [Good CWE-601] Blazor: the address is a value of one of our own
public class JoinPageSafe(NavigationManager navigation) : ComponentBase
{
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    void Done() => navigation.NavigateTo($"{navigation.BaseUri}welcome?back={Uri.EscapeDataString(ReturnUrl ?? "")}");
}

public class EnterModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    // [Bad CWE-601] Razor Pages: redirect to the bound property
    public IActionResult OnPost() => Redirect(ReturnUrl ?? Url.Content("~/"));

    // [Good CWE-601] Razor Pages: a local redirect
    public IActionResult OnPostLocal() => LocalRedirect(ReturnUrl ?? Url.Content("~/"));
}

public static class ClubEndpoints
{
    // [Bad CWE-601] a typed result
    public static void MapOut(this WebApplication app) => app.MapGet("/out", RedirectHttpResult (string url) => TypedResults.Redirect(url));

    // [Good CWE-601] a typed local result
    public static void MapIn(this WebApplication app) => app.MapGet("/in", RedirectHttpResult (string url) => TypedResults.LocalRedirect(url));

    // [Bad CWE-601] an endpoint filter redirects
    public static void MapMembers(this WebApplication app) =>
        app.MapGet("/members", () => "members").AddEndpointFilter(async (context, next) =>
        {
            if (context.HttpContext.User.Identity?.IsAuthenticated != true && context.HttpContext.Request.Query.TryGetValue("login", out var login))
                return Results.Redirect(login.ToString());
            return await next(context);
        });
}
