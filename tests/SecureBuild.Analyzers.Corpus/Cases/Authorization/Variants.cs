// Who may do what, in many styles.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Variants;

public class Invoice { public int Id { get; set; } public string OwnerId { get; set; } = ""; public decimal Total { get; set; } }

public class Shop : DbContext { public DbSet<Invoice> Invoices => Set<Invoice>(); }

// [Bad CWE-306] an administrator's action for anybody
[Route("admin")]
public class AdminController(Shop shop) : Controller
{
    [Authorize(Roles = "Admin")]
    [HttpGet("list")]
    public IActionResult List() => Ok(shop.Invoices.ToList());

    [AllowAnonymous]
    [HttpPost("purge"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Purge(int id)
    {
        var invoice = await shop.Invoices.FindAsync(id);
        shop.Invoices.Remove(invoice!);
        await shop.SaveChangesAsync();
        return Ok();
    }
}

// [Good CWE-306] the base class asks for sign-in
[Authorize]
public abstract class SecuredController : Controller;

// [same case]
public class BooksController(Shop shop) : SecuredController
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Add(Invoice invoice)
    {
        if (User.Identity!.Name != invoice.OwnerId)
            return Forbid();
        await shop.SaveChangesAsync();
        return Ok();
    }
}

// [Bad CWE-862] one action of a controller whose others ask
public class AccountsController(Shop shop) : ControllerBase
{
    [Authorize, HttpGet("/accounts")]
    public IActionResult All() => Ok(shop.Invoices.Where(each => each.OwnerId == User.Identity!.Name));

    [HttpDelete("/accounts/{id:int}")]
    public IActionResult Delete(int id)
    {
        shop.Invoices.Remove(shop.Invoices.Find(id)!);
        shop.SaveChanges();
        return NoContent();
    }

    [Authorize, HttpPut("/accounts/{id:int}")]
    public IActionResult Close(int id) => NoContent();
}

// [Good CWE-862] all actions ask
public class AccountsGoodController(Shop shop) : ControllerBase
{
    [Authorize, HttpGet("/accounts-good")]
    public IActionResult All() => Ok(shop.Invoices.Where(each => each.OwnerId == User.Identity!.Name));

    [Authorize("CanDelete"), HttpDelete("/accounts-good/{id:int}")]
    public IActionResult Delete(int id)
    {
        var invoice = shop.Invoices.Single(each => each.Id == id && each.OwnerId == User.Identity!.Name);
        shop.Invoices.Remove(invoice);
        shop.SaveChanges();
        return NoContent();
    }
}

// [Bad CWE-639] anybody's invoice
[Authorize]
public class InvoicesController(Shop shop) : ControllerBase
{
    [HttpGet("/invoices/{id:int}")]
    public async Task<ActionResult<Invoice>> Get(int id) => await shop.Invoices.FindAsync(id) is { } invoice ? invoice : NotFound();
}

// [Good CWE-639] my invoice
[Authorize]
public class MyInvoicesController(Shop shop) : ControllerBase
{
    [HttpGet("/my-invoices/{id:int}")]
    public async Task<ActionResult<Invoice>> Get(int id)
    {
        var invoice = await shop.Invoices.FindAsync(id);
        if (invoice is null || invoice.OwnerId != User.FindFirst("sub")?.Value)
            return NotFound();
        return invoice;
    }
}
