// Forms and the tokens that they need.
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Csrf.Rooms;

public interface IAccounts { Task ChangeMailAsync(string user, string mail); Task CloseAsync(string user); }

// [Bad CWE-352] a form's action without a token
[Authorize]
public class ProfileController(IAccounts accounts) : Controller
{
    [HttpPost]
    public async Task<IActionResult> ChangeMail(string mail)
    {
        await accounts.ChangeMailAsync(User.Identity!.Name!, mail);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the token is checked for the whole controller
[Authorize]
[AutoValidateAntiforgeryToken]
public class ProfileGoodController(IAccounts accounts) : Controller
{
    [HttpPost]
    public async Task<IActionResult> ChangeMail(string mail)
    {
        await accounts.ChangeMailAsync(User.Identity!.Name!, mail);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] the base class checks, this action does not
[AutoValidateAntiforgeryToken]
public abstract class CheckedController : Controller;
// [same case]
[Authorize]
public class ClosingController(IAccounts accounts) : CheckedController
{
    [HttpPost, IgnoreAntiforgeryToken]
    public async Task<IActionResult> Close()
    {
        await accounts.CloseAsync(User.Identity!.Name!);
        return Redirect("/");
    }
}

// [Good CWE-352] the base class checks
[Authorize]
public class ClosingGoodController(IAccounts accounts) : CheckedGoodController
{
    [HttpPost]
    public async Task<IActionResult> Close()
    {
        await accounts.CloseAsync(User.Identity!.Name!);
        return Redirect("/");
    }
}
// [same case]
[AutoValidateAntiforgeryToken]
public abstract class CheckedGoodController : Controller;

// [Bad CWE-352] a page that says it wants no token
[IgnoreAntiforgeryToken(Order = 1001)]
public class TransferModel(IAccounts accounts) : PageModel
{
    [BindProperty] public string Mail { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.ChangeMailAsync(User.Identity!.Name!, Mail);
        return RedirectToPage("Done");
    }
}

// [Bad CWE-352] a form endpoint that turns the check off
public static class FormEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapPost("/mail", async ([FromForm] string mail, ClaimsPrincipal user, IAccounts accounts) =>
        {
            await accounts.ChangeMailAsync(user.Identity!.Name!, mail);
            return Results.Redirect("/profile");
        }).RequireAuthorization().DisableAntiforgery();
}

// [Good CWE-352] a form endpoint with the check
public static class FormEndpointsGood
{
    public static void Map(WebApplication app)
    {
        app.UseAntiforgery();
        app.MapPost("/mail", async ([FromForm] string mail, ClaimsPrincipal user, IAccounts accounts) =>
        {
            await accounts.ChangeMailAsync(user.Identity!.Name!, mail);
            return Results.Redirect("/profile");
        }).RequireAuthorization();
    }
}

// [Good CWE-352] an API for programs with bearer tokens
[ApiController]
[Authorize(AuthenticationSchemes = "Bearer")]
[Route("api/accounts")]
public class AccountsApi(IAccounts accounts) : ControllerBase
{
    [HttpPut("{user}/mail")]
    public Task Put(string user, [FromBody] string mail) => accounts.ChangeMailAsync(user, mail);
}

// [Bad CWE-352] a GET that changes something
[Authorize]
[AutoValidateAntiforgeryToken]
public class LinksController(IAccounts accounts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> DeleteAccount()
    {
        await accounts.CloseAsync(User.Identity!.Name!);
        return Redirect("/");
    }
}
