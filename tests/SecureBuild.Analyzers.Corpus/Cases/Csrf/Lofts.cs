// Requests that another site can make the browser send.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Csrf.Lofts;

public interface IWishes { Task AddAsync(string user, string wish); Task ClearAsync(string user); }

// [Bad CWE-352] a form of a page's user without a token
[Authorize]
public class WishController(IWishes wishes) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Add(string wish)
    {
        await wishes.AddAsync(User.Identity!.Name!, wish);
        return RedirectToAction(nameof(Add));
    }
}

// [Good CWE-352] the controller validates the token for all that is not safe
[Authorize, AutoValidateAntiforgeryToken]
public class SafeWishController(IWishes wishes) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Add(string wish)
    {
        await wishes.AddAsync(User.Identity!.Name!, wish);
        return RedirectToAction(nameof(Add));
    }
}

public static class WishEndpoints
{
    // [Bad CWE-352] a form that turns the check off
    public static void MapClear(IEndpointRouteBuilder routes) =>
        routes.MapPost("/wishes/clear", async ([FromForm] string user, IWishes wishes) =>
        {
            await wishes.ClearAsync(user);
            return Results.Redirect("/wishes");
        }).RequireAuthorization().DisableAntiforgery();

    // [Good CWE-352] a form with the check that is there by itself
    public static void MapClearChecked(WebApplication app)
    {
        app.UseAntiforgery();
        app.MapPost("/wishes/clear-all", async ([FromForm] string user, IWishes wishes) =>
        {
            await wishes.ClearAsync(user);
            return Results.Redirect("/wishes");
        }).RequireAuthorization();
    }
}

// [Bad CWE-352] a link removes the list
[Authorize]
public class ListController(IWishes wishes) : Controller
{
    [HttpGet("lists/delete")]
    public async Task<IActionResult> Delete()
    {
        await wishes.ClearAsync(User.Identity!.Name!);
        return Redirect("/");
    }
}
