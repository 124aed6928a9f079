using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layers;

// [Bad CWE-352] a form without a token
[Authorize]
public class TransferController : Controller
{
    [HttpPost]
    public IActionResult Send(string account, decimal amount) => RedirectToAction("Done", new { account, amount });
}

// [Good CWE-352] a form with a token
[Authorize]
public class SafeTransferController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Send(string account, decimal amount) => RedirectToAction("Done", new { account, amount });
}

// [Good CWE-352] the whole controller
[Authorize]
[AutoValidateAntiforgeryToken]
public class AutoController : Controller
{
    [HttpPost]
    public IActionResult Send(string account) => RedirectToAction("Done", new { account });

    [HttpDelete]
    public IActionResult Delete(int id) => NoContent();
}

// [Bad CWE-352] a page that turns it off
[IgnoreAntiforgeryToken]
public class SettingsModel : PageModel
{
    public IActionResult OnPost(string mail) => RedirectToPage(new { mail });
}

// [Good CWE-352] a page that leaves it on
public class SafeSettingsModel : PageModel
{
    public IActionResult OnPost(string mail) => RedirectToPage(new { mail });
}

// [Good CWE-352] an API for bearers
[ApiController]
[Authorize(AuthenticationSchemes = "Bearer")]
public class ApiTransferController : ControllerBase
{
    [HttpPost("api/transfer")]
    public IActionResult Send(decimal amount) => Ok(amount);
}

// [Bad CWE-352] a form of a minimal API that turns it off
public static class FormEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/profile", ([FromForm] string name) => Results.Redirect("/profile?saved")).DisableAntiforgery().RequireAuthorization();
}
