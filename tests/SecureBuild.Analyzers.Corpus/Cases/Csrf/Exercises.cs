// Forms that another site may send.
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Csrf.Exercises;

// [Bad CWE-352] a controller of views, whose action takes a form
[Authorize]
public class ProfileController(IProfiles profiles) : Controller
{
    [HttpPost]
    public IActionResult Rename(string name)
    {
        profiles.Rename(User.Identity!.Name!, name);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the same, with the token of the base class
[AutoValidateAntiforgeryToken]
public abstract class FormController : Controller;
// [same case]
[Authorize]
public class SafeProfileController(IProfiles profiles) : FormController
{
    [HttpPost]
    public IActionResult Rename(string name)
    {
        profiles.Rename(User.Identity!.Name!, name);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the token is checked by hand
[Authorize]
public class HandController(IProfiles profiles, IAntiforgery antiforgery) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Rename(string name)
    {
        await antiforgery.ValidateRequestAsync(HttpContext);
        profiles.Rename(User.Identity!.Name!, name);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] a page without the check
[IgnoreAntiforgeryToken]
public class TransferPage(IProfiles profiles) : PageModel
{
    public IActionResult OnPost(string name)
    {
        profiles.Rename(User.Identity!.Name!, name);
        return RedirectToPage();
    }
}

// [Good CWE-352] a page with the check that pages have
public class SafeTransferPage(IProfiles profiles) : PageModel
{
    public IActionResult OnPost(string name)
    {
        profiles.Rename(User.Identity!.Name!, name);
        return RedirectToPage();
    }
}

// [Bad CWE-352] a link that changes something
[Authorize]
public class UnsubscribeController(IProfiles profiles) : Controller
{
    [HttpGet]
    public IActionResult DeleteAccount()
    {
        profiles.Delete(User.Identity!.Name!);
        return Redirect("/");
    }
}

// [Bad CWE-352] several verbs by one attribute
[Authorize]
public class AddressController(IProfiles profiles) : Controller
{
    [AcceptVerbs("PUT", "POST", Route = "address")]
    public IActionResult Save([FromForm] string street)
    {
        profiles.Rename(User.Identity!.Name!, street);
        return Ok();
    }
}

// [Good CWE-352] an API whose clients send a bearer's token
[ApiController, Route("api/profile"), Authorize(AuthenticationSchemes = "Bearer")]
public class ProfileApi(IProfiles profiles) : ControllerBase
{
    [HttpPost]
    public IActionResult Rename([FromBody] string name)
    {
        profiles.Rename(User.Identity!.Name!, name);
        return NoContent();
    }
}

public interface IProfiles
{
    void Rename(string user, string name);

    void Delete(string user);
}
