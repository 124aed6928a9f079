// Once more: who is behind a form.
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Csrf.Drills;

public interface ILedger
{
    void Transfer(string from, string to, decimal amount);
}

// [Bad CWE-352] a check that is switched off for one action
[Authorize, AutoValidateAntiforgeryToken]
public class TransferController(ILedger ledger) : Controller
{
    [HttpPost, IgnoreAntiforgeryToken]
    public IActionResult Send(string to, decimal amount)
    {
        ledger.Transfer(User.Identity!.Name!, to, amount);
        return RedirectToAction("Done");
    }
}

// [Good CWE-352] a check for the controller, none for what only reads
[Authorize, ValidateAntiForgeryToken]
public class CheckedTransferController(ILedger ledger) : Controller
{
    [HttpPost]
    public IActionResult Send(string to, decimal amount)
    {
        ledger.Transfer(User.Identity!.Name!, to, amount);
        return RedirectToAction("Done");
    }
}

// [Bad CWE-352] a route for several verbs, without naming one
[Authorize]
public class AnyVerbController(ILedger ledger) : Controller
{
    [Route("transfer/any")]
    public IActionResult Send(string to, decimal amount)
    {
        ledger.Transfer(User.Identity!.Name!, to, amount);
        return RedirectToAction("Done");
    }
}

// [Bad CWE-352] an action that deletes, behind a form
[Authorize]
public class FileController : Controller
{
    [HttpPost("files/delete")]
    public IActionResult Delete([FromForm] int id)
    {
        System.IO.File.Delete($"/srv/files/{id}");
        return NoContent();
    }
}

// [Good CWE-352] a search by a form changes nothing
public class SearchController(IReadOnlyList<string> names) : Controller
{
    [HttpGet]
    public IActionResult Find(string text) => View(names.Where(name => name.Contains(text)).ToList());
}

// [Good CWE-352] a filter of one's own asks for the token
public class TokenFilter(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context.HttpContext))
            context.Result = new BadRequestResult();
    }
}
// [same case]
[Authorize, TypeFilter<TokenFilter>]
public class FilteredController(ILedger ledger) : Controller
{
    [HttpPost]
    public IActionResult Send(string to, decimal amount)
    {
        ledger.Transfer(User.Identity!.Name!, to, amount);
        return RedirectToAction("Done");
    }
}
