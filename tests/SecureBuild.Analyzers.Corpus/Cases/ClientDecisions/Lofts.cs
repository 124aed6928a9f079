// Decisions left to the client: identities from headers, ids of others' records.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.ClientDecisions.Lofts;

public sealed class Invoice { public int Id { get; set; } public string CustomerId { get; set; } = ""; public decimal Total { get; set; } }
public sealed class Books : DbContext { public DbSet<Invoice> Invoices => Set<Invoice>(); }

// [Bad CWE-290] whoever sends the header is that user
public sealed class HeaderIdentityMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var name = context.Request.Headers["X-Remote-User"].ToString();
        if (name.Length > 0)
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "Header"));
        return next(context);
    }
}

// [Good CWE-290] the header only names what the answer is in
public sealed class CultureMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var culture = context.Request.Headers.AcceptLanguage.ToString();
        context.Items["culture"] = culture is "de" or "en" or "ja" ? culture : "en";
        return next(context);
    }
}

public static class InvoiceEndpoints
{
    // [Bad CWE-639] the invoice of any customer by its number
    public static void MapAny(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/invoices").RequireAuthorization().MapGet("/{id:int}", async (int id, Books books) =>
            await books.Invoices.FindAsync(id) is { } invoice ? Results.Ok(invoice) : Results.NotFound());

    // [Good CWE-639] the customer is compared with who asks
    public static void MapOwn(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/my-invoices").RequireAuthorization().MapGet("/{id:int}", async (int id, Books books, ClaimsPrincipal user) =>
            await books.Invoices.FindAsync(id) is { } invoice && invoice.CustomerId == user.FindFirstValue(ClaimTypes.NameIdentifier) ? Results.Ok(invoice) : Results.NotFound());
}

// [Bad CWE-807] who is an administrator stands in a cookie
[ApiController, Route("reports")]
public sealed class ReportsController(Books books) : ControllerBase
{
    bool IsAdministrator => Request.Cookies["role"] == "admin";

    [HttpGet("all")]
    public async Task<IActionResult> All() => IsAdministrator ? Ok(await books.Invoices.ToListAsync()) : Forbid();
}

// [Good CWE-807] the cookie only says how the list is sorted
[ApiController, Route("lists"), Authorize(Roles = "Clerk")]
public sealed class ListsController(Books books) : ControllerBase
{
    bool ByTotal => Request.Cookies["sort"] == "total";

    [HttpGet("all")]
    public IActionResult All() => Ok(ByTotal ? books.Invoices.OrderBy(each => each.Total) : books.Invoices.OrderBy(each => each.Id));
}
