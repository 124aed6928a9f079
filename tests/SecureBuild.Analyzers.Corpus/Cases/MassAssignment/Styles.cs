using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Shop.App;

public class Account { public int Id { get; set; } public string Name { get; set; } = ""; public bool IsAdmin { get; set; } public decimal Balance { get; set; } }
public class AccountInput { public string Name { get; set; } = ""; }
public class ShopContext : DbContext { public DbSet<Account> Accounts { get; set; } = null!; }

public class AccountsController(ShopContext db) : Controller
{
    // [Bad CWE-915] the entity itself is bound and saved
    [HttpPost]
    public IActionResult Create(Account account) { db.Accounts.Add(account); db.SaveChanges(); return Ok(); }

    // [Good CWE-915] an input model is bound
    [HttpPost]
    public IActionResult CreateInput(AccountInput input) { db.Accounts.Add(new Account { Name = input.Name }); db.SaveChanges(); return Ok(); }

    // [Good CWE-915] bound members are listed
    [HttpPost]
    public IActionResult CreateBind([Bind("Name")] Account account) { db.Accounts.Add(account); db.SaveChanges(); return Ok(); }

    // [Bad CWE-915] everything of the entity is updated
    [HttpPost]
    public async Task<IActionResult> Edit(int id)
    {
        var account = db.Accounts.Find(id)!;
        await TryUpdateModelAsync(account);
        db.SaveChanges();
        return Ok();
    }

    // [Good CWE-915] named members are updated
    [HttpPost]
    public async Task<IActionResult> EditNamed(int id)
    {
        var account = db.Accounts.Find(id)!;
        await TryUpdateModelAsync(account, "", a => a.Name);
        db.SaveChanges();
        return Ok();
    }
}
