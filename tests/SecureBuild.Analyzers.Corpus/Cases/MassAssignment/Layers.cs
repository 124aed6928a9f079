using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Layers;

public class Account { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } public decimal Balance { get; set; } }
public record AccountForm(string Name);
public class Bank(DbContextOptions<Bank> options) : DbContext { public DbSet<Account> Accounts => Set<Account>(); }

// [Bad CWE-915] the entity is the body
[ApiController]
[Route("accounts")]
public class AccountsController(Bank bank) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Add(Account account)
    {
        bank.Accounts.Add(account);
        await bank.SaveChangesAsync();
        return Ok();
    }
}

// [Good CWE-915] a form's members become the entity's
[ApiController]
[Route("safe-accounts")]
public class SafeAccountsController(Bank bank) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Add(AccountForm form)
    {
        bank.Accounts.Add(new Account { Name = form.Name });
        await bank.SaveChangesAsync();
        return Ok();
    }
}

// [Bad CWE-915] a minimal API updates what comes
public static class AccountEndpoints
{
    public static void Map(WebApplication app) => app.MapPut("/accounts/{id}", async (int id, Account account, Bank bank) =>
    {
        account.Id = id;
        bank.Update(account);
        await bank.SaveChangesAsync();
        return Results.NoContent();
    });
}

// [Good CWE-915] a minimal API sets one member
public static class SafeAccountEndpoints
{
    public static void Map(WebApplication app) => app.MapPut("/accounts/{id}", async (int id, AccountForm form, Bank bank) =>
    {
        var account = await bank.Accounts.FindAsync(id);
        if (account is null)
            return Results.NotFound();
        account.Name = form.Name;
        await bank.SaveChangesAsync();
        return Results.NoContent();
    });
}

// [Bad CWE-915] a page binds the entity
public class EditModel(Bank bank) : PageModel
{
    [BindProperty]
    public Account Account { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        bank.Update(Account);
        await bank.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Bad CWE-915] everything of the form is tried
public class TryController(Bank bank) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Edit(int id)
    {
        var account = await bank.Accounts.FindAsync(id);
        if (await TryUpdateModelAsync(account!))
            await bank.SaveChangesAsync();
        return Ok();
    }
}

// [Good CWE-915] only one member of the form is tried
public class SafeTryController(Bank bank) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Edit(int id)
    {
        var account = await bank.Accounts.FindAsync(id);
        if (await TryUpdateModelAsync(account!, "", each => each.Name))
            await bank.SaveChangesAsync();
        return Ok();
    }
}

// [Good CWE-915] only one member is bound
public class BoundController(Bank bank) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Add([Bind(nameof(Account.Name))] Account account)
    {
        bank.Add(account);
        await bank.SaveChangesAsync();
        return Ok();
    }
}
