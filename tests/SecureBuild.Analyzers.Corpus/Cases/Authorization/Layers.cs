using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Layers;

public class Invoice { public int Id { get; set; } public string OwnerId { get; set; } = ""; public decimal Total { get; set; } }
public class Billing(DbContextOptions<Billing> options) : DbContext { public DbSet<Invoice> Invoices => Set<Invoice>(); }
public class AppUser : IdentityUser { }

// [Bad CWE-306] anybody sets a new password
[ApiController]
[Route("api/account")]
[Authorize]
public class AccountController(UserManager<AppUser> users) : ControllerBase
{
    [AllowAnonymous]
    [HttpPost("set-password")]
    public async Task<IActionResult> SetPassword(string userName, string newPassword)
    {
        var user = await users.FindByNameAsync(userName);
        if (user is null)
            return NotFound();
        await users.RemovePasswordAsync(user);
        await users.AddPasswordAsync(user, newPassword);
        return NoContent();
    }
}

// [Good CWE-306] who has the token of the mail sets a new password
[ApiController]
[Route("api/reset")]
[Authorize]
public class ResetController(UserManager<AppUser> users) : ControllerBase
{
    [AllowAnonymous]
    [HttpPost]
    public async Task<IActionResult> Reset(string mail, string token, string newPassword)
    {
        var user = await users.FindByEmailAsync(mail);
        if (user is not null)
            await users.ResetPasswordAsync(user, token, newPassword);
        return NoContent();
    }
}

// [Bad CWE-862] the administrators' actions have no attribute
[Route("admin")]
public class AdminController(Billing billing) : Controller
{
    [HttpPost("delete-all")]
    public async Task<IActionResult> DeleteAll()
    {
        foreach (var invoice in billing.Invoices.ToList())
            billing.Invoices.Remove(invoice);
        await billing.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-862] the administrators' actions demand the role
[Route("safe-admin")]
[Authorize(Roles = "Administrator")]
public class SafeAdminController(Billing billing) : Controller
{
    [HttpPost("delete-all")]
    public async Task<IActionResult> DeleteAll()
    {
        foreach (var invoice in billing.Invoices.ToList())
            billing.Invoices.Remove(invoice);
        await billing.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-639] any invoice by its number
[Authorize]
[ApiController]
[Route("api/invoices")]
public class InvoicesController(Billing billing) : ControllerBase
{
    [HttpGet("{id}")]
    public async Task<ActionResult<Invoice>> Get(int id)
    {
        var invoice = await billing.Invoices.FindAsync(id);
        return invoice is null ? NotFound() : Ok(invoice);
    }
}

// [Good CWE-639] the invoice must belong to the user
[Authorize]
[ApiController]
[Route("api/safe-invoices")]
public class SafeInvoicesController(Billing billing) : ControllerBase
{
    [HttpGet("{id}")]
    public async Task<ActionResult<Invoice>> Get(int id)
    {
        var invoice = await billing.Invoices.FindAsync(id);
        if (invoice is null || invoice.OwnerId != User.FindFirstValue(ClaimTypes.NameIdentifier))
            return NotFound();
        return Ok(invoice);
    }
}

// [Bad CWE-862] deletes without asking who it is
public static class InvoiceEndpoints
{
    public static void Map(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/invoices/count", (Billing billing) => billing.Invoices.Count()).RequireAuthorization();
        app.MapDelete("/invoices/{id:int}", async (int id, Billing billing) =>
        {
            var invoice = await billing.Invoices.FindAsync(id);
            billing.Invoices.Remove(invoice!);
            await billing.SaveChangesAsync();
            return Results.NoContent();
        });
    }
}

// [Good CWE-862] the group demands a policy
public static class SafeInvoiceEndpoints
{
    public static void Map(WebApplication app)
    {
        var group = app.MapGroup("/safe-invoices").RequireAuthorization("billing");
        group.MapDelete("/{id:int}", async (int id, Billing billing) =>
        {
            var invoice = await billing.Invoices.FindAsync(id);
            billing.Invoices.Remove(invoice!);
            await billing.SaveChangesAsync();
            return Results.NoContent();
        });
    }
}
