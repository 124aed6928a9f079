using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Csrf1;

public interface IAccounts { void Transfer(string from, string to, decimal amount); void Rename(string user, string name); void Close(string user); decimal Balance(string user); }
public sealed record Transfer(string To, decimal Amount);

[Authorize(AuthenticationSchemes = CookieAuthenticationDefaults.AuthenticationScheme)]
public class BankController(IAccounts accounts) : Controller
{
    // [Bad CWE-352] a transfer by form
    [HttpPost]
    public IActionResult Send(Transfer transfer)
    {
        accounts.Transfer(User.Identity!.Name!, transfer.To, transfer.Amount);
        return RedirectToAction("Index");
    }

    // [Good CWE-352] a transfer with a token
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult SendChecked(Transfer transfer)
    {
        accounts.Transfer(User.Identity!.Name!, transfer.To, transfer.Amount);
        return RedirectToAction("Index");
    }

    // [Good CWE-352] the balance is read
    [HttpGet]
    public IActionResult Balance() => Json(accounts.Balance(User.Identity!.Name!));

    // [Bad CWE-352] a name by PUT from a form's script
    [HttpPut("name")]
    public IActionResult Rename([FromForm] string name)
    {
        accounts.Rename(User.Identity!.Name!, name);
        return NoContent();
    }

    // [Bad CWE-352] the check is switched off
    [HttpPost, IgnoreAntiforgeryToken]
    public IActionResult Close()
    {
        accounts.Close(User.Identity!.Name!);
        return Redirect("/");
    }

    // [Bad CWE-352] several verbs at once
    [AcceptVerbs("GET", "POST")]
    public IActionResult CloseByEither()
    {
        accounts.Close(User.Identity!.Name!);
        return View();
    }

    // [Good CWE-352] not an action
    [NonAction]
    public void CloseInternally(string user) => accounts.Close(user);
}

// [Good CWE-352] the whole controller checks
[Authorize, AutoValidateAntiforgeryToken]
public class CheckedBankController(IAccounts accounts) : Controller
{
    [HttpPost]
    public IActionResult Send(Transfer transfer)
    {
        accounts.Transfer(User.Identity!.Name!, transfer.To, transfer.Amount);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] an API with tokens in a header
[ApiController, Route("api/bank"), Authorize(AuthenticationSchemes = "Bearer")]
public class BankApiController(IAccounts accounts) : ControllerBase
{
    [HttpPost]
    public IActionResult Send([FromBody] Transfer transfer)
    {
        accounts.Transfer(User.Identity!.Name!, transfer.To, transfer.Amount);
        return NoContent();
    }
}

[Authorize]
public abstract class ProtectedController : Controller { }

// [Bad CWE-352] derived from a controller of ours
public class ProfileController(IAccounts accounts) : ProtectedController
{
    [HttpPost("profile/name")]
    public IActionResult Save(string name)
    {
        accounts.Rename(User.Identity!.Name!, name);
        return View();
    }
}

[Authorize, AutoValidateAntiforgeryToken]
public abstract class TokenController : Controller { }

// [Good CWE-352] derived from a controller of ours that checks
public class CheckedProfileController(IAccounts accounts) : TokenController
{
    [HttpPost("profile/name")]
    public IActionResult Save(string name)
    {
        accounts.Rename(User.Identity!.Name!, name);
        return View();
    }
}

// [Good CWE-352] Razor Pages check by themselves
[Authorize]
public class EditModel(IAccounts accounts) : PageModel
{
    [BindProperty] public string Name { get; set; } = "";

    public IActionResult OnPost()
    {
        accounts.Rename(User.Identity!.Name!, Name);
        return RedirectToPage("Index");
    }
}

// [Bad CWE-352] a page that does not want the check
[Authorize, IgnoreAntiforgeryToken]
public class UncheckedEditModel(IAccounts accounts) : PageModel
{
    [BindProperty] public string Name { get; set; } = "";

    public IActionResult OnPost()
    {
        accounts.Rename(User.Identity!.Name!, Name);
        return RedirectToPage("Index");
    }
}
