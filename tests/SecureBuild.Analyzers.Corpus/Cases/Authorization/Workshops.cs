// Who may do what.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Workshops;

public sealed class Invoice { public int Id { get; set; } public string Owner { get; set; } = ""; public decimal Amount { get; set; } }

public sealed class Ledger : DbContext { public DbSet<Invoice> Invoices => Set<Invoice>(); }

// [Bad CWE-862] everybody may delete
[ApiController, Route("api/invoices")]
public sealed class OpenInvoices(Ledger ledger) : ControllerBase
{
    [HttpDelete("{id:int}")]
    public IActionResult Delete(int id)
    {
        var invoice = ledger.Invoices.First(each => each.Id == id);
        ledger.Invoices.Remove(invoice);
        ledger.SaveChanges();
        return NoContent();
    }
}

// [Good CWE-862] only who has the role
[ApiController, Route("api/invoices2"), Authorize(Roles = "Accounting")]
public sealed class ClosedInvoices(Ledger ledger) : ControllerBase
{
    [HttpDelete("{id:int}")]
    public IActionResult Delete(int id)
    {
        var invoice = ledger.Invoices.First(each => each.Id == id);
        ledger.Invoices.Remove(invoice);
        ledger.SaveChanges();
        return NoContent();
    }
}

// [Bad CWE-639] the invoice of anybody by its number
[ApiController, Route("api/my"), Authorize]
public sealed class MyInvoices(Ledger ledger) : ControllerBase
{
    [HttpGet("{id:int}")]
    public IActionResult Get(int id)
    {
        var invoice = ledger.Invoices.FirstOrDefault(each => each.Id == id);
        return invoice is null ? NotFound() : Ok(invoice);
    }
}

// [Good CWE-639] the invoice of the one who asks
[ApiController, Route("api/my2"), Authorize]
public sealed class OwnInvoices(Ledger ledger) : ControllerBase
{
    [HttpGet("{id:int}")]
    public IActionResult Get(int id)
    {
        var owner = User.FindFirstValue(ClaimTypes.NameIdentifier);
        var invoice = ledger.Invoices.FirstOrDefault(each => each.Id == id && each.Owner == owner);
        return invoice is null ? NotFound() : Ok(invoice);
    }
}

// [Bad CWE-862] the administrator's endpoints are open
public static class Administration
{
    public static void Map(WebApplication app, Ledger ledger)
    {
        var group = app.MapGroup("/admin");
        group.MapPost("/reset", () => { ledger.Invoices.RemoveRange(ledger.Invoices); ledger.SaveChanges(); return Results.Ok(); });
    }
}

// [Good CWE-862] the administrator's endpoints are closed
public static class ClosedAdministration
{
    public static void Map(WebApplication app, Ledger ledger)
    {
        var group = app.MapGroup("/admin").RequireAuthorization("Administrators");
        group.MapPost("/reset", () => { ledger.Invoices.RemoveRange(ledger.Invoices); ledger.SaveChanges(); return Results.Ok(); });
    }
}

// [Bad CWE-862] one action is opened again
[ApiController, Route("api/users"), Authorize(Policy = "Administrators")]
public sealed class UsersController(Dictionary<string, string> roles) : ControllerBase
{
    [HttpGet]
    public IActionResult List() => Ok(roles.Keys);

    [AllowAnonymous, HttpPut("{user}/role")]
    public IActionResult SetRole(string user, [FromBody] string role)
    {
        roles[user] = role;
        return NoContent();
    }
}

// [Good CWE-862] the login alone is open
[ApiController, Route("api/session"), Authorize]
public sealed class SessionController(Func<string, string, bool> check) : ControllerBase
{
    [AllowAnonymous, HttpPost]
    public IActionResult Login(string user, string password) => check(user, password) ? Ok() : Unauthorized();
}
