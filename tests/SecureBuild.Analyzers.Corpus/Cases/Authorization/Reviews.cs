// Who may call, as reviewers meet it.
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.Authorization.Reviews;

public class Payment { public int Id { get; set; } public string CustomerId { get; set; } = ""; public decimal Amount { get; set; } public string Status { get; set; } = ""; }

public class Bank : DbContext { public DbSet<Payment> Payments => Set<Payment>(); }

public static class Program2
{
    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication("Bearer").AddJwtBearer();
        services.AddAuthorization(options => options.AddPolicy("Clerk", policy => policy.RequireRole("clerk")));
    }
}

// [Bad CWE-862] the class asks, one action opens itself
[ApiController, Authorize, Route("api/payments")]
public class PaymentsController(Bank bank) : ControllerBase
{
    [HttpGet]
    public IActionResult Mine() => Ok(bank.Payments.Where(each => each.CustomerId == User.FindFirstValue("sub")));

    [HttpPost("{id:int}/refund"), AllowAnonymous]
    public async Task<IActionResult> Refund(int id)
    {
        var payment = await bank.Payments.FindAsync(id);
        payment!.Status = "refunded";
        await bank.SaveChangesAsync();
        return NoContent();
    }
}

// [Good CWE-862] the class asks for the clerk
[ApiController, Authorize("Clerk"), Route("api/clerk/payments")]
public class ClerkController(Bank bank) : ControllerBase
{
    [HttpPost("{id:int}/refund")]
    public async Task<IActionResult> Refund(int id)
    {
        var payment = await bank.Payments.FindAsync(id);
        payment!.Status = "refunded";
        await bank.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-639] the customer's payment, by number
[ApiController, Authorize, Route("api/lookup")]
public class LookupController(Bank bank) : ControllerBase
{
    [HttpGet("{paymentId:int}")]
    public IActionResult Get(int paymentId)
    {
        var payment = bank.Payments.Where(each => each.Id == paymentId).Select(each => new { each.Amount, each.Status, each.CustomerId }).FirstOrDefault();
        return payment is null ? NotFound() : Ok(payment);
    }
}

// [Good CWE-639] the customer's payment, by number and customer
[ApiController, Authorize, Route("api/my-lookup")]
public class MyLookupController(Bank bank) : ControllerBase
{
    [HttpGet("{paymentId:int}")]
    public IActionResult Get(int paymentId)
    {
        var customer = User.FindFirstValue(ClaimTypes.NameIdentifier);
        var payment = bank.Payments.FirstOrDefault(each => each.Id == paymentId && each.CustomerId == customer);
        return payment is null ? NotFound() : Ok(payment.Amount);
    }
}

// [Bad CWE-862] a minimal API that moves money
public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/transfers");
        api.MapPost("/", async (Payment payment, Bank bank) =>
        {
            bank.Payments.Add(new Payment { Amount = payment.Amount });
            await bank.SaveChangesAsync();
            return Results.Accepted();
        });
    }
}

// [Good CWE-862] the group asks afterwards
public static class AskingEndpoints
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/safe-transfers");
        api.RequireAuthorization();
        api.MapPost("/", async (Payment payment, Bank bank) =>
        {
            bank.Payments.Add(new Payment { Amount = payment.Amount });
            await bank.SaveChangesAsync();
            return Results.Accepted();
        });
    }
}

// [Good CWE-862] an attribute on the lambda
public static class AttributeEndpoints
{
    public static void Map(WebApplication app) => app.MapDelete("/api/attribute/{id:int}", [Authorize(Roles = "admin")] async (int id, Bank bank) =>
    {
        bank.Payments.Remove(await bank.Payments.SingleAsync(each => each.Id == id));
        await bank.SaveChangesAsync();
        return Results.NoContent();
    });
}

// [Bad CWE-639] whoever is signed in deletes anybody's payment
[ApiController, Route("api/wrong")]
public class WrongController(Bank bank) : ControllerBase
{
    [HttpDelete("{id:int}"), Authorize]
    public async Task<IActionResult> Delete(int id)
    {
        bank.Payments.Remove(await bank.Payments.SingleAsync(each => each.Id == id));
        await bank.SaveChangesAsync();
        return NoContent();
    }
}

// [Bad CWE-306] the health of the server, with a way to stop it
public static class Maintenance
{
    public static void Map(WebApplication app, IHostApplicationLifetime lifetime) => app.MapPost("/admin/shutdown", () => lifetime.StopApplication());
}

// [Good CWE-306] the health of the server
public static class Health
{
    public static void Map(WebApplication app) => app.MapGet("/health", () => Results.Ok("up"));
}

// [Good CWE-862] a contact form is for everybody
[ApiController, Route("api/contact")]
public class ContactController : ControllerBase
{
    [HttpPost, AllowAnonymous]
    public IActionResult Send([FromBody] string text) => Accepted();
}
