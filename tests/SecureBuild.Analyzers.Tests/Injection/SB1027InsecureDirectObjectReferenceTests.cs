using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1027InsecureDirectObjectReference>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1027InsecureDirectObjectReferenceTests
{
    [Fact]
    public Task Records_fetched_by_the_clients_id_are_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.EntityFrameworkCore;
        public class Invoice { public int Id { get; set; } public string OwnerId { get; set; } }
        public class ShopContext : DbContext { public DbSet<Invoice> Invoices { get; set; } }
        [Authorize]
        public class InvoicesController(ShopContext db) : Controller
        {
            public async Task<IActionResult> Find(int id) => View(await db.Invoices.FindAsync([|id|]));
            public IActionResult Plain(int id) => View(db.Invoices.Find([|id|]));
            public async Task<IActionResult> Delete(int id)
            {
                var invoice = await db.Invoices.FindAsync([|id|]);
                db.Invoices.Remove(invoice);
                await db.SaveChangesAsync();
                return NoContent();
            }
            public IActionResult Text(string id) => View(db.Invoices.Find([|id|]));
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Records_whose_owner_is_asked_for_are_not_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.EntityFrameworkCore;
        public class Invoice { public int Id { get; set; } public string OwnerId { get; set; } }
        public class ShopContext : DbContext { public DbSet<Invoice> Invoices { get; set; } }
        [Authorize]
        public class InvoicesController(ShopContext db) : Controller
        {
            public async Task<IActionResult> Query(int id)
            {
                var owner = User.FindFirst("sub").Value;
                return View(await db.Invoices.SingleOrDefaultAsync(invoice => invoice.Id == id && invoice.OwnerId == owner));
            }
            public IActionResult Constant() => View(db.Invoices.Find(1));
            public object Plain(string name) => db.Invoices.Where(invoice => invoice.OwnerId == User.Identity.Name).ToList();
            public async Task<IActionResult> Own() => View(await db.Invoices.FindAsync(User.FindFirst("invoice").Value));
        }
        """, FlowSetup.Web);
}
