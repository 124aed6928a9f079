// Entities from the request, in many styles.
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Corpus.MassAssignment.Variants;

public class Account { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } public decimal Credit { get; set; } }

public class AccountForm { public string Name { get; set; } = ""; }

public class Bank : DbContext { public DbSet<Account> Accounts => Set<Account>(); }

// [Bad CWE-915] the entity is bound and saved
[Authorize]
public class CreateController(Bank bank) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(Account account)
    {
        bank.Accounts.Add(account);
        await bank.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-915] the form is bound, the entity made from it
[Authorize]
public class CreateGoodController(Bank bank) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(AccountForm form)
    {
        bank.Accounts.Add(new Account { Name = form.Name });
        await bank.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-915] the members that may be bound are listed
[Authorize]
public class CreateBindController(Bank bank) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Create([Bind("Name")] Account account)
    {
        bank.Accounts.Add(account);
        await bank.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Bad CWE-915] a page binds the entity
public class EditModel(Bank bank) : PageModel
{
    [BindProperty] public Account Account { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        bank.Update(Account);
        await bank.SaveChangesAsync();
        return RedirectToPage("Index");
    }
}

// [Bad CWE-915] an update of the whole entity by the API
[ApiController, Authorize]
public class AccountsApi(Bank bank) : ControllerBase
{
    [HttpPut("/api/accounts/{id:int}")]
    public async Task<IActionResult> Put(int id, [FromBody] Account account)
    {
        if (id != account.Id)
            return BadRequest();
        bank.Entry(account).State = EntityState.Modified;
        await bank.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-915] an update of one member by the API
[ApiController, Authorize]
public class AccountsGoodApi(Bank bank) : ControllerBase
{
    [HttpPut("/api/accounts-good/{id:int}")]
    public async Task<IActionResult> Put(int id, [FromBody] AccountForm form)
    {
        var account = bank.Accounts.Single(each => each.Id == id && each.Name == User.Identity!.Name);
        account.Name = form.Name;
        await bank.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-915] TryUpdateModel without a list
[Authorize]
public class UpdateController(Bank bank) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Update()
    {
        var account = bank.Accounts.Single(each => each.Name == User.Identity!.Name);
        if (await TryUpdateModelAsync(account))
            await bank.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Good CWE-915] TryUpdateModel with a list
[Authorize]
public class UpdateGoodController(Bank bank) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Update()
    {
        var account = bank.Accounts.Single(each => each.Name == User.Identity!.Name);
        if (await TryUpdateModelAsync(account, "", each => each.Name))
            await bank.SaveChangesAsync();
        return RedirectToAction("Index");
    }
}

// [Bad CWE-915] a minimal API
public static class AccountEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/accounts", async (Account account, Bank bank) =>
    {
        bank.Add(account);
        await bank.SaveChangesAsync();
        return Results.Created($"/accounts/{account.Id}", account.Name);
    }).RequireAuthorization();
}
