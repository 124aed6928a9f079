// Who may do what, in teams' controllers and endpoints.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Teams;

public sealed class Invoice { public int Id { get; set; } public string OwnerId { get; set; } = ""; public decimal Amount { get; set; } }

public class Books : DbContext { public DbSet<Invoice> Invoices => Set<Invoice>(); }

// [Bad CWE-862] an exception for one action, which deletes
[Authorize(Roles = "Accountant")]
[Route("invoices")]
public class InvoicesController(Books books) : ControllerBase
{
    [HttpGet]
    public IActionResult All() => Ok(books.Invoices.Count());

    [AllowAnonymous]
    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Delete(int id)
    {
        books.Invoices.Remove((await books.Invoices.FindAsync(id))!);
        await books.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-862] an exception for one action, which says that we are alive
[Authorize(Roles = "Accountant")]
[Route("good-invoices")]
public class GoodInvoicesController(Books books) : ControllerBase
{
    [AllowAnonymous]
    [HttpGet("alive")]
    public IActionResult Alive() => Ok();

    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Delete(int id)
    {
        books.Invoices.Remove((await books.Invoices.FindAsync(id))!);
        await books.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-639] everybody's invoice by its number
[Authorize]
[Route("my")]
public class MyInvoicesController(Books books) : ControllerBase
{
    [HttpGet("invoices/{id:int}")]
    public async Task<IActionResult> One(int id) => await books.Invoices.SingleOrDefaultAsync(invoice => invoice.Id == id) is { } invoice ? Ok(invoice) : NotFound();
}

// [Good CWE-639] one's own invoice by its number
[Authorize]
[Route("own")]
public class OwnInvoicesController(Books books) : ControllerBase
{
    [HttpGet("invoices/{id:int}")]
    public async Task<IActionResult> One(int id)
    {
        var user = User.FindFirstValue(ClaimTypes.NameIdentifier);
        return await books.Invoices.SingleOrDefaultAsync(invoice => invoice.Id == id && invoice.OwnerId == user) is { } invoice ? Ok(invoice) : NotFound();
    }
}

// [Bad CWE-862] a group of endpoints for administrators, without a policy
public static class AdminEndpoints
{
    public static void MapAdmin(this WebApplication app)
    {
        app.MapGet("/me", (ClaimsPrincipal user) => user.Identity?.Name).RequireAuthorization();
        var admin = app.MapGroup("/admin");
        admin.MapPost("/users/{id:int}/disable", async (int id, Books books) => { await books.SaveChangesAsync(); return Results.NoContent(); });
    }
}

// [Good CWE-862] a group of endpoints for administrators, with a policy
public static class GuardedAdminEndpoints
{
    public static void MapGuardedAdmin(this WebApplication app)
    {
        app.MapGet("/self", (ClaimsPrincipal user) => user.Identity?.Name).RequireAuthorization();
        var admin = app.MapGroup("/guarded-admin").RequireAuthorization("admins");
        admin.MapPost("/users/{id:int}/disable", async (int id, Books books) => { await books.SaveChangesAsync(); return Results.NoContent(); });
    }
}

// [Bad CWE-285] the role is asked for and the answer forgotten
[Authorize]
[Route("payouts")]
public class PayoutController(IAuthorizationService authorization, Books books) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Pay(int id)
    {
        await authorization.AuthorizeAsync(User, id, "pay");
        await books.SaveChangesAsync();
        return Ok();
    }
}

// [Good CWE-285] the role is asked for and the answer heeded
[Authorize]
[Route("heeded-payouts")]
public class HeededPayoutController(IAuthorizationService authorization, Books books) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Pay(int id)
    {
        if (!(await authorization.AuthorizeAsync(User, id, "pay")).Succeeded)
            return Forbid();
        await books.SaveChangesAsync();
        return Ok();
    }
}
