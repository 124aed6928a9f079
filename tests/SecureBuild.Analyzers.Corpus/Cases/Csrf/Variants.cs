// Forms that change something, in many styles.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Csrf.Variants;

public interface IAccounts { Task TransferAsync(string to, decimal amount); Task CloseAsync(); }

// [Bad CWE-352] a transfer
[Authorize]
public class TransferController(IAccounts accounts) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Transfer(string to, decimal amount)
    {
        await accounts.TransferAsync(to, amount);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] a transfer with a token
[Authorize]
public class TransferGoodController(IAccounts accounts) : Controller
{
    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Transfer(string to, decimal amount)
    {
        await accounts.TransferAsync(to, amount);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] for the whole controller
[Authorize, AutoValidateAntiforgeryToken]
public class TransferAutoController(IAccounts accounts) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Transfer(string to, decimal amount)
    {
        await accounts.TransferAsync(to, amount);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] switched off
[IgnoreAntiforgeryToken]
public class CloseModel(IAccounts accounts) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.CloseAsync();
        return RedirectToPage("Index");
    }
}

// [Good CWE-352] pages check by themselves
public class CloseGoodModel(IAccounts accounts) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.CloseAsync();
        return RedirectToPage("Index");
    }
}

// [Good CWE-352] an API with bearer tokens
[ApiController, Authorize(AuthenticationSchemes = "Bearer")]
public class TransferApiController(IAccounts accounts) : ControllerBase
{
    [HttpPost("/api/transfer")]
    public async Task<IActionResult> Transfer(string to, decimal amount)
    {
        await accounts.TransferAsync(to, amount);
        return NoContent();
    }
}
