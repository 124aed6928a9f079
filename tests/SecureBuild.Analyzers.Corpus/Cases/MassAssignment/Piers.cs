// A second walk: entities that are filled by others.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Piers;

public class Account
{
    public int Id { get; set; }

    public string Owner { get; set; } = "";

    public string Role { get; set; } = "user";
}

public class BankContext : DbContext
{
    public DbSet<Account> Accounts => Set<Account>();
}

// [Bad CWE-915] a page binds the entity and saves it
public sealed class EditModel(BankContext context) : PageModel
{
    [BindProperty]
    public Account Account { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        context.Attach(Account).State = EntityState.Modified;
        await context.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Good CWE-915] a page binds an input and copies one of its members
public sealed class SafeEditModel(BankContext context) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(int id)
    {
        var account = await context.Accounts.FindAsync(id);
        account!.Owner = Input.Owner;
        await context.SaveChangesAsync();
        return RedirectToPage("Index");
    }

    public sealed class InputModel { public string Owner { get; set; } = ""; }
}

// [Bad CWE-915] the values of an object of the request are set on the tracked entity
public static class ValuesEndpoints
{
    public static void Map(WebApplication app) => app.MapPut("/accounts/{id:int}", async (int id, Account changed, BankContext context) =>
    {
        var account = await context.Accounts.FindAsync(id);
        context.Entry(account!).CurrentValues.SetValues(changed);
        await context.SaveChangesAsync();
        return Results.NoContent();
    });
}

// [Good CWE-915] the values of an anonymous object
public static class SafeValuesEndpoints
{
    public sealed record Rename(string Owner);

    public static void Map(WebApplication app) => app.MapPut("/safe-accounts/{id:int}", async (int id, Rename rename, BankContext context) =>
    {
        var account = await context.Accounts.FindAsync(id);
        context.Entry(account!).CurrentValues.SetValues(new { rename.Owner });
        await context.SaveChangesAsync();
        return Results.NoContent();
    });
}
