// Forms that change something.
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Csrf.Workshops;

// [Bad CWE-352] the form's post is not checked
[Authorize]
public sealed class ProfileController(Dictionary<string, string> mails) : Controller
{
    [HttpPost]
    public IActionResult ChangeMail([FromForm] string mail)
    {
        mails[User.Identity!.Name!] = mail;
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the form's post is checked
[Authorize, AutoValidateAntiforgeryToken]
public sealed class CheckedProfileController(Dictionary<string, string> mails) : Controller
{
    [HttpPost]
    public IActionResult ChangeMail([FromForm] string mail)
    {
        mails[User.Identity!.Name!] = mail;
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] the page turns the check off
[Authorize, IgnoreAntiforgeryToken]
public sealed class TransferModel(List<(string, decimal)> transfers) : PageModel
{
    [BindProperty] public string Account { get; set; } = "";
    [BindProperty] public decimal Amount { get; set; }

    public IActionResult OnPost()
    {
        transfers.Add((Account, Amount));
        return RedirectToPage("Done");
    }
}

// [Good CWE-352] the page leaves it on
[Authorize]
public sealed class CheckedTransferModel(List<(string, decimal)> transfers) : PageModel
{
    [BindProperty] public string Account { get; set; } = "";

    public IActionResult OnPost()
    {
        transfers.Add((Account, 1));
        return RedirectToPage("Done");
    }
}

// [Bad CWE-352] a link is enough to delete
[Authorize]
public sealed class NotesController(Dictionary<int, string> notes) : Controller
{
    [HttpGet]
    public IActionResult Delete(int id)
    {
        notes.Remove(id);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the service checks by hand
[Authorize]
public sealed class HandNotesController(Dictionary<int, string> notes, IAntiforgery antiforgery) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Delete(int id)
    {
        await antiforgery.ValidateRequestAsync(HttpContext);
        notes.Remove(id);
        return RedirectToAction("Index");
    }
}
