// What is stored or told and should not be, in rarer shapes.
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Corpus.InformationExposure.Rarities;

public class Account { public int Id { get; set; } public string Name { get; set; } = ""; public string Password { get; set; } = ""; public string PasswordHash { get; set; } = ""; }

public class Accounts : DbContext { public DbSet<Account> All => Set<Account>(); }

public sealed record NewAccount(string Name, string Password);

// [Bad CWE-256] the password as it was typed, in the database
public class PlainController(Accounts accounts) : ControllerBase
{
    [HttpPost("/plain")]
    public async Task<IActionResult> Post(NewAccount input)
    {
        accounts.All.Add(new Account { Name = input.Name, Password = input.Password });
        await accounts.SaveChangesAsync();
        return Ok();
    }
}

// [Good CWE-256] a hash of the password, in the database
public class HashedController(Accounts accounts, Microsoft.AspNetCore.Identity.IPasswordHasher<Account> hasher) : ControllerBase
{
    [HttpPost("/hashed")]
    public async Task<IActionResult> Post(NewAccount input)
    {
        var account = new Account { Name = input.Name };
        account.PasswordHash = hasher.HashPassword(account, input.Password);
        accounts.All.Add(account);
        await accounts.SaveChangesAsync();
        return Ok();
    }
}

// [Bad CWE-312] a password in a cookie
public class RememberController : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remember(string user, string password)
    {
        Response.Cookies.Append("pw", password, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict });
        return NoContent();
    }
}

// [Bad CWE-497] the machine to everybody
public static class Machine
{
    public static void Map(WebApplication app) => app.MapGet("/machine", () => Results.Ok(new { Environment.MachineName, Os = Environment.OSVersion.ToString(), User = Environment.UserName, Folder = Environment.CurrentDirectory }));
}

// [Good CWE-497] the machine to the log
public sealed class MachineLog(ILogger<MachineLog> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        logger.LogInformation("Running on {Machine}", Environment.MachineName);
        return Task.CompletedTask;
    }
}

// [Bad CWE-532] the header of the authorization
public sealed class HeaderLog(RequestDelegate next, ILogger<HeaderLog> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        foreach (var (name, value) in context.Request.Headers)
            logger.LogDebug("{Name}: {Value}", name, value.ToString());
        logger.LogDebug("Authorization: {Value}", context.Request.Headers.Authorization.ToString());
        return next(context);
    }
}

// [Good CWE-532] whether there was a header
public sealed class QuietHeaderLog(RequestDelegate next, ILogger<QuietHeaderLog> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        logger.LogDebug("Authorization given: {Given}", context.Request.Headers.Authorization.Count > 0);
        return next(context);
    }
}

// [Bad CWE-532] a connection string on the way up
public static class Startup
{
    public static void Report(WebApplication app)
    {
        var connection = app.Configuration.GetConnectionString("Main");
        app.Logger.LogInformation("Using {Connection}", connection);
    }
}

// [Bad CWE-359] a card in a trace
public sealed class CardService
{
    public void Charge(string cardNumber, string cvv, decimal amount) => Trace.WriteLine($"Charging {cardNumber} with {cvv}: {amount}");
}

// [Good CWE-359] the end of a card in a trace
public sealed class SafeCardService
{
    public void Charge(string cardNumber, string cvv, decimal amount) => Trace.WriteLine($"Charging ****{cardNumber[^4..]}: {amount}");
}

// [Bad CWE-201] the whole user with the hash
public class UserController(Accounts accounts) : ControllerBase
{
    [HttpGet("/users/{name:alpha}")]
    public async Task<IActionResult> Get(string name) => Ok(await accounts.All.FirstAsync(each => each.Name == name));
}

// [Good CWE-201] the name only
public class NameController(Accounts accounts) : ControllerBase
{
    [HttpGet("/names/{name:alpha}")]
    public async Task<IActionResult> Get(string name)
    {
        var found = await accounts.All.FirstAsync(each => each.Name == name);
        return Ok(found.Name);
    }
}
