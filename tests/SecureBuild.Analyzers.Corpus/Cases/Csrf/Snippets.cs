// Forged requests, in small samples.
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Csrf.Snippets;

public class Order { public int Id { get; set; } public string Owner { get; set; } = ""; public bool Cancelled { get; set; } }

public class OrderContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }

// [Bad CWE-352] an order is cancelled by a link
[Authorize]
public class CancelController(OrderContext db) : Controller
{
    [HttpGet("/orders/{id:int}/cancel")]
    public async Task<IActionResult> Cancel(int id)
    {
        var order = await db.Orders.SingleAsync(each => each.Id == id && each.Owner == User.Identity!.Name);
        order.Cancelled = true;
        await db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] an order is shown by a link
[Authorize]
public class ShowController(OrderContext db) : Controller
{
    [HttpGet("/orders/{id:int}")]
    public async Task<IActionResult> Show(int id) => View(await db.Orders.SingleAsync(each => each.Id == id && each.Owner == User.Identity!.Name));
}

// [Bad CWE-352] a form by verbs
[Authorize]
public class VerbsController(OrderContext db) : Controller
{
    [AcceptVerbs("POST", "PUT")]
    public async Task<IActionResult> Create(string item)
    {
        db.Orders.Add(new Order { Owner = User.Identity!.Name! });
        await db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] a form by verbs with its token
[Authorize]
[ValidateAntiForgeryToken]
public class SafeVerbsController(OrderContext db) : Controller
{
    [AcceptVerbs("POST", "PUT")]
    public async Task<IActionResult> Create(string item)
    {
        db.Orders.Add(new Order { Owner = User.Identity!.Name! });
        await db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the token is checked in the code
[Authorize]
public class ManualController(OrderContext db, IAntiforgery antiforgery) : Controller
{
    [HttpPost("/orders/manual")]
    public async Task<IActionResult> Create(string item)
    {
        await antiforgery.ValidateRequestAsync(HttpContext);
        db.Orders.Add(new Order { Owner = User.Identity!.Name! });
        await db.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-352] the base class has the filter
[AutoValidateAntiforgeryToken]
public abstract class FormController : Controller;

// [same case]
[Authorize]
public class ProfileController : FormController
{
    [HttpPost]
    public IActionResult Save(string name)
    {
        TempData["name"] = name;
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] the filter of the base class is taken away
[Authorize, IgnoreAntiforgeryToken]
public class OpenProfileController : FormController
{
    [HttpPost]
    public IActionResult Save(string name)
    {
        TempData["name"] = name;
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] a password by a form without token
public class PasswordController(Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users) : Controller
{
    [HttpPost]
    [Authorize]
    public async Task<IActionResult> ChangePassword(string oldPassword, string newPassword)
    {
        var user = await users.GetUserAsync(User);
        var result = await users.ChangePasswordAsync(user!, oldPassword, newPassword);
        return result.Succeeded ? RedirectToAction("Index", "Home") : View();
    }
}

// [Good CWE-352] a filter of our own checks the token
public sealed class CheckTokenAttribute : TypeFilterAttribute
{
    public CheckTokenAttribute() : base(typeof(Filter)) { }

    sealed class Filter(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
    {
        public Task OnAuthorizationAsync(AuthorizationFilterContext context) => antiforgery.ValidateRequestAsync(context.HttpContext);
    }
}

// [same case]
[Authorize]
public class FilteredController : Controller
{
    [HttpPost, CheckToken]
    public IActionResult Save(string name)
    {
        TempData["name"] = name;
        return RedirectToAction("Index");
    }
}

// [Bad CWE-352] minimal API: a form read by hand, with a cookie
public static class HandRead
{
    public static void Map(WebApplication app) => app.MapPost("/mail", async (HttpContext context) =>
    {
        var form = await context.Request.ReadFormAsync();
        context.Session.SetString("mail", form["mail"].ToString());
        return Results.Redirect("/");
    }).RequireAuthorization().DisableAntiforgery();
}
