// Requests of other sites, as reviewers meet them.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Csrf.Reviews;

// [Bad CWE-352] an upload with a cookie
[Authorize]
public class UploadController : Controller
{
    [HttpPost]
    [Consumes("multipart/form-data")]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.GetTempFileName());
        await file.CopyToAsync(target);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] an upload with a token
[Authorize]
[ValidateAntiForgeryToken]
public class SafeUploadController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.GetTempFileName());
        await file.CopyToAsync(target);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] pages whose convention takes the token away
public static class Conventions
{
    public static void Add(IServiceCollection services) => services.AddRazorPages(options => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()));
}

// [Good CWE-352] pages with a convention for their folder
public static class FolderConventions
{
    public static void Add(IServiceCollection services) => services.AddRazorPages(options => options.Conventions.AuthorizeFolder("/Account"));
}

// [Bad CWE-352] a handler of a page that takes it away
[IgnoreAntiforgeryToken(Order = 1001)]
public class DeleteAccountModel : PageModel
{
    public IActionResult OnPostDelete()
    {
        HttpContext.Session.Clear();
        return RedirectToPage("/Index");
    }
}

// [Good CWE-352] signing out by a form
public class SignOutModel : PageModel
{
    public IActionResult OnPost() => SignOut("Cookies");
}

// [Bad CWE-352] a change by a form without token
[Authorize]
public class NewsletterController(Action<string, bool> subscriptions) : Controller
{
    [HttpPost]
    public IActionResult Subscribe()
    {
        subscriptions(User.Identity!.Name!, true);
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] a search by GET
[Authorize]
public class SearchController : Controller
{
    [HttpGet]
    public IActionResult Search(string term) => View((object)term);
}
