// What goes out, as reviewers meet it.
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.InformationExposure.Reviews;

public sealed class Customer { public int Id { get; set; } public string Name { get; set; } = ""; public string PasswordHash { get; set; } = ""; public string SocialSecurityNumber { get; set; } = ""; }

public sealed record LoginRequest(string User, string Password);

public class Crm : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }

// [Bad CWE-532] the object is taken apart for the log
public class DestructureController(ILogger<DestructureController> logger) : ControllerBase
{
    [HttpPost("/login-1")]
    public IActionResult Login(LoginRequest request)
    {
        logger.LogInformation("Login attempt: {@Request}", request);
        return Ok();
    }
}

// [Bad CWE-532] a record as text has all its members
public class RecordController(ILogger<RecordController> logger) : ControllerBase
{
    [HttpPost("/login-2")]
    public IActionResult Login(LoginRequest request)
    {
        logger.LogInformation($"Login attempt: {request}");
        return Ok();
    }
}

// [Good CWE-532] the user's name is part of the log
public class NameController(ILogger<NameController> logger) : ControllerBase
{
    [HttpPost("/login-3")]
    public IActionResult Login(LoginRequest request)
    {
        logger.LogInformation("Login attempt of {Length} characters", request.User.Length);
        return Ok();
    }
}

// [Bad CWE-201] the whole record, with the hash
public class CustomerController(Crm crm) : ControllerBase
{
    [HttpGet("/customers/{name:alpha}")]
    public async Task<IActionResult> Get(string name)
    {
        var customer = await crm.Customers.FirstAsync(each => each.Name == name);
        return Ok(new { customer.Id, customer.Name, customer.PasswordHash, customer.SocialSecurityNumber });
    }
}

// [Good CWE-201] name and number
public class SafeCustomerController(Crm crm) : ControllerBase
{
    [HttpGet("/safe-customers/{name:alpha}")]
    public async Task<IActionResult> Get(string name)
    {
        var customer = await crm.Customers.FirstAsync(each => each.Name == name);
        return Ok(new { customer.Id, customer.Name });
    }
}

// [Bad CWE-209] what the database says
public class QueryController(Crm crm) : ControllerBase
{
    [HttpPost("/query")]
    public async Task<IActionResult> Post(Customer customer)
    {
        try
        {
            await crm.SaveChangesAsync();
            return Ok();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Problem(exception.InnerException?.Message ?? exception.Message);
        }
    }
}

// [Good CWE-209] what the database says, in the log
public class SafeQueryController(Crm crm, ILogger<SafeQueryController> logger) : ControllerBase
{
    [HttpPost("/safe-query")]
    public async Task<IActionResult> Post(Customer customer)
    {
        try
        {
            await crm.SaveChangesAsync();
            return Ok();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Saving failed");
            return Problem("The customer could not be saved.");
        }
    }
}

// [Good CWE-598] a password in a body
public static class Body
{
    public static Task<HttpResponseMessage> TokenAsync(HttpClient client, string user, string password) =>
        client.PostAsync("https://login.example.org/token", JsonContent.Create(new { user, password }));
}

// [Bad CWE-209] a result that carries the trace
public sealed record Outcome(bool Ok, string? Error)
{
    public static Outcome Failed(Exception exception) => new(false, exception.ToString());
}

// [same case]
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapGet("/outcome", (Func<int> work) =>
    {
        try
        {
            return Results.Ok(work());
        }
        catch (Exception e)
        {
            return Results.Json(Outcome.Failed(e), statusCode: 500);
        }
    });
}

// [Good CWE-209] a result that carries a number
public static class SafeEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/safe-outcome", (Func<int> work) =>
    {
        try
        {
            return Results.Ok(work());
        }
        catch (Exception e)
        {
            return Results.Json(new { ok = false, error = e is TimeoutException ? 1 : 2 }, statusCode: 500);
        }
    });
}
