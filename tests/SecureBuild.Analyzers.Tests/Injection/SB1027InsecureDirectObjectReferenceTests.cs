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
            public IActionResult First(int id) => View(db.Invoices.First(invoice => invoice.Id == [|id|]));
            public IActionResult Of(string ownerId) => View(db.Invoices.Where(invoice => invoice.OwnerId == [|ownerId|]).ToList());
        }
        [Authorize]
        public class StoredController(IInvoices invoices) : Controller
        {
            public async Task<IActionResult> Get(int invoiceId) => Ok(await invoices.GetAsync([|invoiceId|]));
        }
        public interface IInvoices { Task<Invoice> GetAsync(int id); }
        public static class Endpoints
        {
            public static void Map(WebApplication app) => app.MapGet("/invoices/{id}", async (int id, ShopContext db) => await db.Invoices.FindAsync([|id|])).RequireAuthorization();
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

    [Fact]
    public Task Records_that_are_compared_restricted_or_nobodys_are_not_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.EntityFrameworkCore;
        public class Invoice { public int Id { get; set; } public string OwnerId { get; set; } }
        public class Country { public int Id { get; set; } public string Name { get; set; } }
        public class ShopContext : DbContext { public DbSet<Invoice> Invoices { get; set; } public DbSet<Country> Countries { get; set; } }
        public interface ICurrentUser { string Id { get; } }
        [Authorize]
        public class InvoicesController(ShopContext db, ICurrentUser current, IAuthorizationService authorization) : Controller
        {
            string UserId => User.FindFirst("sub").Value;
            public IActionResult Compared(int id)
            {
                var invoice = db.Invoices.Find(id);
                return invoice.OwnerId == UserId ? View(invoice) : NotFound();
            }
            public IActionResult Injected(int id)
            {
                var invoice = db.Invoices.Find(id);
                return invoice.OwnerId == current.Id ? View(invoice) : NotFound();
            }
            public async Task<IActionResult> Asked(int id)
            {
                var invoice = db.Invoices.Find(id);
                return (await authorization.AuthorizeAsync(User, invoice, "Owner")).Succeeded ? View(invoice) : Forbid();
            }
            [Authorize(Roles = "Clerk")]
            public IActionResult Restricted(int id) => View(db.Invoices.Find(id));
            public IActionResult Country(int id) => View(db.Countries.Find(id));
        }
        public static class Endpoints
        {
            public static void Map(WebApplication app) => app.MapGet("/invoices/{id}", async (int id, ShopContext db) => await db.Invoices.FindAsync(id)).RequireAuthorization("Clerks");
        }
        """, FlowSetup.Web);
}
