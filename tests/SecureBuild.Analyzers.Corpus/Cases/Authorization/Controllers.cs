using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Shop.Authorization1;

public class Order { public int Id { get; set; } public string Owner { get; set; } = ""; public string Address { get; set; } = ""; }
public abstract class ShopContext : DbContext { public abstract DbSet<Order> Orders { get; } }

[Authorize]
public class OrdersController(ShopContext db) : Controller
{
    // [Bad CWE-306] deletion by anybody
    [AllowAnonymous, HttpPost, ValidateAntiForgeryToken]
    public IActionResult Delete(int id)
    {
        db.Orders.Remove(db.Orders.Find(id));
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Good CWE-306] deletion by administrators
    [Authorize(Roles = "admin"), HttpPost, ValidateAntiForgeryToken]
    public IActionResult DeleteAsAdministrator(int id)
    {
        db.Orders.Remove(db.Orders.Find(id));
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    // [Good CWE-306] a public list
    [AllowAnonymous, HttpGet]
    public IActionResult Count() => Json(db.Orders.Count());

    // [Bad CWE-639] anybody's order by its number
    [HttpGet("orders/{id:int}")]
    public IActionResult Show(int id) => Json(db.Orders.Find(id));

    // [Good CWE-639] one's own order by its number
    [HttpGet("orders/{id:int}/mine")]
    public IActionResult ShowMine(int id)
    {
        var order = db.Orders.FirstOrDefault(each => each.Id == id && each.Owner == User.Identity!.Name);
        return order is null ? NotFound() : Json(order);
    }

    // [Bad CWE-639] anybody's address is changed
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Redirect(int id, string address)
    {
        var order = await db.Orders.FindAsync(id);
        order.Address = address;
        await db.SaveChangesAsync();
        return NoContent();
    }

    // [Good CWE-639] the owner is compared first
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> RedirectMine(int id, string address)
    {
        var order = await db.Orders.FindAsync(id);
        if (order.Owner != User.Identity!.Name)
            return Forbid();
        order.Address = address;
        await db.SaveChangesAsync();
        return NoContent();
    }

    // [Good CWE-639] an authorization service decides
    [HttpGet("orders/{id:int}/shared")]
    public async Task<IActionResult> Shared(int id, [FromServices] IAuthorizationService authorization)
    {
        var order = await db.Orders.FindAsync(id);
        var decision = await authorization.AuthorizeAsync(User, order, "Read");
        return decision.Succeeded ? Json(order) : Forbid();
    }
}

// [Bad CWE-862] an administrator's controller without any attribute, beside others that have one
[Route("admin/users")]
public class AdminUsersController(ShopContext db) : Controller
{
    [HttpPost("purge"), ValidateAntiForgeryToken]
    public IActionResult Purge(string owner)
    {
        foreach (var order in db.Orders.Where(each => each.Owner == owner).ToList())
            db.Orders.Remove(order);
        db.SaveChanges();
        return NoContent();
    }
}

// [Good CWE-862] an administrator's controller with a policy
[Route("admin/orders"), Authorize(Policy = "Administrators")]
public class AdminOrdersController(ShopContext db) : Controller
{
    [HttpPost("purge"), ValidateAntiForgeryToken]
    public IActionResult Purge(string owner)
    {
        foreach (var order in db.Orders.Where(each => each.Owner == owner).ToList())
            db.Orders.Remove(order);
        db.SaveChanges();
        return NoContent();
    }
}

// [Good CWE-862] a public page about the shop
public class AboutController : Controller
{
    [HttpGet] public IActionResult Index() => View();
}

// [Good CWE-862] signing in is for those who are not signed in
public class SignInController : Controller
{
    [AllowAnonymous, HttpPost, ValidateAntiForgeryToken]
    public IActionResult Login(string user, string password) => user.Length > 0 && password.Length > 11 ? RedirectToAction("Index", "Home") : Unauthorized();
}
