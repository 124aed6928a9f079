using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bookclub.Web;

public sealed record RenameClub(string Name) : IRequest<bool>;

// [Bad CWE-352] the page takes posts without a token
[IgnoreAntiforgeryToken(Order = 1001)]
public sealed class SettingsModel(ISender sender) : PageModel
{
    public async Task<IActionResult> OnPostAsync(string name)
    {
        await sender.Send(new RenameClub(name));
        return RedirectToPage();
    }
}

// [Good CWE-352] the page takes posts as pages do
public sealed class ProfileModel(ISender sender) : PageModel
{
    public async Task<IActionResult> OnPostAsync(string name)
    {
        await sender.Send(new RenameClub(name));
        return RedirectToPage();
    }
}

[Authorize]
public sealed class ClubController(ISender sender) : Controller
{
    // [Bad CWE-352] the form of the club
    [HttpPost]
    public async Task<IActionResult> Rename([FromForm] string name)
    {
        await sender.Send(new RenameClub(name));
        return RedirectToAction("Index");
    }

    // [Good CWE-352] the form of the club with its token
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> RenameSafely([FromForm] string name)
    {
        await sender.Send(new RenameClub(name));
        return RedirectToAction("Index");
    }

    // [Good CWE-352] the page of the club
    [HttpGet]
    public IActionResult Index() => View();
}
