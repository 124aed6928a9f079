// What of an object comes from the request.
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Lofts;

public sealed class Account { public int Id { get; set; } public string Email { get; set; } = ""; public bool IsAdmin { get; set; } public decimal Credit { get; set; } }
public sealed class Bank(DbContextOptions<Bank> options) : DbContext(options) { public DbSet<Account> Accounts => Set<Account>(); }
public sealed record NewAccount(string Email);

public static class AccountEndpoints
{
    // [Bad CWE-915] the entity itself is what the client sends
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/accounts").RequireAuthorization().MapPost("/", async ([FromBody] Account account, Bank bank, CancellationToken stop) =>
        {
            bank.Accounts.Add(account);
            await bank.SaveChangesAsync(stop);
            return TypedResults.Created($"/accounts/{account.Id}");
        });
        return routes;
    }

    // [Good CWE-915] a record with what may be chosen
    public static IEndpointRouteBuilder MapNewAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/new-accounts").RequireAuthorization().MapPost("/", async (NewAccount asked, Bank bank, CancellationToken stop) =>
        {
            var account = new Account { Email = asked.Email };
            bank.Accounts.Add(account);
            await bank.SaveChangesAsync(stop);
            return TypedResults.Created($"/accounts/{account.Id}");
        });
        return routes;
    }
}

// [Bad CWE-915] all properties that the form names are set
[Authorize]
public sealed class ProfileController(Bank bank) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(int id)
    {
        var account = await bank.Accounts.FindAsync(id);
        if (account is null || !await TryUpdateModelAsync(account))
            return BadRequest();
        await bank.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-915] the properties that may be set are named
[Authorize]
public sealed class EmailController(Bank bank) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(int id)
    {
        var account = await bank.Accounts.FindAsync(id);
        if (account is null || !await TryUpdateModelAsync(account, "", each => each.Email))
            return BadRequest();
        await bank.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Bad CWE-915] the body is read as the entity and stored
[ApiController, Route("imports"), Authorize]
public sealed class ImportController(Bank bank) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Import()
    {
        var account = await JsonSerializer.DeserializeAsync<Account>(Request.Body);
        bank.Update(account!);
        await bank.SaveChangesAsync();
        return NoContent();
    }
}
