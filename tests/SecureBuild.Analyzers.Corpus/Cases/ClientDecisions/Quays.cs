// Records that anybody may ask for.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.ClientDecisions.Quays;

public class Invoice
{
    public int Id { get; set; }

    public string OwnerId { get; set; } = "";

    public decimal Amount { get; set; }
}

public class InvoiceContext : DbContext
{
    public DbSet<Invoice> Invoices => Set<Invoice>();
}

// [Bad CWE-639] the invoice of the number in the address, whoever asks
[Authorize, ApiController, Route("invoices")]
public sealed class InvoicesController(InvoiceContext context) : ControllerBase
{
    [HttpGet("{id:int}")]
    public async Task<ActionResult<Invoice>> Get(int id) =>
        await context.Invoices.FirstOrDefaultAsync(invoice => invoice.Id == id) is { } invoice ? invoice : NotFound();
}

// [Good CWE-639] the invoice must belong to who asks
[Authorize, ApiController, Route("own-invoices")]
public sealed class OwnInvoicesController(InvoiceContext context) : ControllerBase
{
    string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier)!;

    [HttpGet("{id:int}")]
    public async Task<ActionResult<Invoice>> Get(int id) =>
        await context.Invoices.FirstOrDefaultAsync(invoice => invoice.Id == id && invoice.OwnerId == UserId) is { } invoice ? invoice : NotFound();
}

// [Bad CWE-639] the record of the number in the address is deleted, whoever asks
[Authorize, ApiController, Route("owner-invoices")]
public sealed class OwnerInvoicesController(InvoiceContext context) : ControllerBase
{
    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Delete(int id)
    {
        var invoice = await context.Invoices.FindAsync(id);
        if (invoice is null)
            return NotFound();
        context.Invoices.Remove(invoice);
        await context.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-639] a policy is asked about the record that was found
[Authorize, ApiController, Route("policy-invoices")]
public sealed class PolicyInvoicesController(InvoiceContext context, IAuthorizationService authorization) : ControllerBase
{
    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Delete(int id)
    {
        var invoice = await context.Invoices.FindAsync(id);
        if (invoice is null)
            return NotFound();
        if (!(await authorization.AuthorizeAsync(User, invoice, "Owner")).Succeeded)
            return Forbid();
        context.Invoices.Remove(invoice);
        await context.SaveChangesAsync();
        return NoContent();
    }
}
