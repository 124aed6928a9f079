// Forged requests, in applications with cookies.
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Csrf.Teams;

// [Bad CWE-352] a page that asks for no token
[IgnoreAntiforgeryToken]
public class MailModel : PageModel
{
    [BindProperty] public string Address { get; set; } = "";

    public IActionResult OnPost()
    {
        HttpContext.Session.SetString("mail", Address);
        return RedirectToPage("Done");
    }
}

// [Good CWE-352] a page with what pages do by themselves
public class SafeMailModel : PageModel
{
    [BindProperty] public string Address { get; set; } = "";

    public IActionResult OnPost()
    {
        HttpContext.Session.SetString("mail", Address);
        return RedirectToPage("Done");
    }
}

// [Bad CWE-352] a convention takes the filter away from a folder
public static class Conventions
{
    public static void Add(IServiceCollection services) => services.AddRazorPages().AddRazorPagesOptions(options =>
        options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()));
}

// [Good CWE-352] a convention adds the filter
public static class FilteringConventions
{
    public static void Add(IServiceCollection services) => services.AddRazorPages().AddMvcOptions(options => options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
}

// [Bad CWE-352] a form of a minimal API without its token
public static class TransferEndpoint
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/transfer", ([FromForm] string account, [FromForm] decimal amount, ISession session) => { session.SetString("last", account + amount); return Results.Ok(); })
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = CookieAuthenticationDefaults.AuthenticationScheme })
            .DisableAntiforgery();
    }
}

// [Good CWE-352] a form of a minimal API, checked by hand
public static class CheckedTransferEndpoint
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/checked-transfer", async (HttpContext context, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            context.Session.SetString("last", context.Request.Form["account"]!);
            return Results.Ok();
        });
    }
}

// [Bad CWE-352] state is changed by a GET
[Authorize]
public class SubscriptionController : Controller
{
    [HttpGet("/subscription/cancel")]
    public IActionResult CancelSubscription(int id)
    {
        HttpContext.Session.Remove("subscription-" + id);
        DeleteSubscription(id);
        return RedirectToAction("Index");
    }

    static void DeleteSubscription(int id) => System.IO.File.Delete($"subscriptions/{id}");
}

// [Good CWE-352] state is shown by a GET
[Authorize]
public class SubscriptionViewController : Controller
{
    [HttpGet("/subscription/show")]
    public IActionResult ShowSubscription(int id) => View(HttpContext.Session.GetString("subscription-" + id));
}
