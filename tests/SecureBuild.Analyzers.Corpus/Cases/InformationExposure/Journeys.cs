using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

public sealed class Account
{
    public int Id { get; set; }
    public string UserName { get; set; } = "";
    public string PasswordHash { get; set; } = "";
    public string CreditCardNumber { get; set; } = "";
    public DateTime LastSeen { get; set; }
}

public sealed record LoginRequest(string UserName, string Password, bool Remember);
public sealed record AccountView(int Id, string UserName);

[ApiController]
[Route("accounts")]
public sealed class AccountsController(ILogger<AccountsController> logger, UserManager<IdentityUser> users) : ControllerBase
{
    readonly Dictionary<int, Account> _accounts = [];

    // [Bad CWE-532] the password is logged as a named value
    [HttpPost("login")]
    public IActionResult Login(LoginRequest request)
    {
        logger.LogDebug("Sign-in of {User} with {Password}", request.UserName, request.Password);
        return Ok();
    }

    // [Good CWE-532] only who it was and whether it worked
    [HttpPost("login2")]
    public IActionResult LoginQuiet(LoginRequest request)
    {
        var worked = request.Password.Length > 12;
        logger.LogDebug("Sign-in of account: {Worked}, remember {Remember}", worked, request.Remember);
        return Ok();
    }

    // [Bad CWE-532] the reset token goes through a message of our own into the log
    [HttpPost("reset")]
    public async Task<IActionResult> Reset([FromForm] int id)
    {
        var user = await users.FindByIdAsync(id.ToString());
        var resetToken = await users.GeneratePasswordResetTokenAsync(user!);
        var message = "Reset link: https://example.com/reset?t=" + Uri.EscapeDataString(resetToken);
        logger.LogInformation(message);
        return Ok();
    }

    // [Good CWE-532] that a token was made is logged
    [HttpPost("reset2")]
    public async Task<IActionResult> ResetQuiet([FromForm] int id)
    {
        var user = await users.FindByIdAsync(id.ToString());
        var resetToken = await users.GeneratePasswordResetTokenAsync(user!);
        logger.LogInformation("Reset token of {Length} characters made for {Id}", resetToken.Length, id);
        return Ok();
    }

    // [Bad CWE-201] the answer has the card's number
    [HttpGet("{id}/card")]
    public IActionResult Card(int id) => Ok(new { id, card = _accounts[id].CreditCardNumber });

    // [Good CWE-201] the answer has the card's last digits
    [HttpGet("{id}/card2")]
    public IActionResult CardMasked(int id) => Ok(new { id, card = "**** " + _accounts[id].CreditCardNumber[^4..] });

    // [Bad CWE-200] the entity is serialised with its hash
    [HttpGet("{id}")]
    public ActionResult<Account> Get(int id) => _accounts.TryGetValue(id, out var account) ? Ok(account) : NotFound();

    // [Good CWE-200] a view of the entity
    [HttpGet("{id}/view")]
    public ActionResult<AccountView> View(int id) => _accounts.TryGetValue(id, out var account) ? Ok(new AccountView(account.Id, account.UserName)) : NotFound();
}

// [Bad CWE-312] the password is kept in a file
public sealed class RememberedLogin(string folder)
{
    public void Save(LoginRequest request)
    {
        var json = JsonSerializer.Serialize(new { request.UserName, request.Password });
        File.WriteAllText(Path.Combine(folder, "login.json"), json);
    }
}

// [Good CWE-312] the name alone is kept in a file
public sealed class RememberedName(string folder)
{
    public void Save(LoginRequest request)
    {
        var json = JsonSerializer.Serialize(new { request.UserName, request.Remember });
        File.WriteAllText(Path.Combine(folder, "login.json"), json);
    }
}

// [Bad CWE-532] the environment's key is traced through a helper with another name
public static class Startup
{
    static void Report(string label, string? value) => Trace.WriteLine($"{label}: {value}");

    public static void Dump()
    {
        var apiKey = Environment.GetEnvironmentVariable("PAYMENT_API_KEY");
        Report("payment", apiKey);
    }
}

// [Good CWE-532] whether the key is there
public static class StartupCheck
{
    static void Report(string label, bool value) => Trace.WriteLine($"{label}: {value}");

    public static void Dump()
    {
        var apiKey = Environment.GetEnvironmentVariable("PAYMENT_API_KEY");
        Report("payment", !string.IsNullOrEmpty(apiKey));
    }
}

// [Bad CWE-532] the Authorization header in the log
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        logger.LogInformation("{Method} {Auth}", context.Request.Method, context.Request.Headers.Authorization.ToString());
        return next(context);
    }
}

// [Good CWE-532] whether there is an Authorization header
public sealed class QuietRequestLog(RequestDelegate next, ILogger<QuietRequestLog> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        logger.LogInformation("{Method} {Signed}", context.Request.Method, context.Request.Headers.ContainsKey("Authorization"));
        return next(context);
    }
}

// [Bad CWE-209] the exception's text goes to the client by a problem's detail
public static class ImportRoutes
{
    public static void Map(WebApplication app) => app.MapPost("/import", async (HttpRequest request) =>
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            return Results.Ok((await reader.ReadToEndAsync()).Length);
        }
        catch (IOException error)
        {
            return Results.Problem(detail: error.ToString(), statusCode: 500);
        }
    });
}

// [Good CWE-209] a number to ask for, the exception is in the log
public static class QuietImportRoutes
{
    public static void Map(WebApplication app, ILogger logger) => app.MapPost("/import2", async (HttpRequest request) =>
    {
        try
        {
            using var reader = new StreamReader(request.Body);
            return Results.Ok((await reader.ReadToEndAsync()).Length);
        }
        catch (IOException error)
        {
            logger.LogError(error, "Import failed");
            return Results.Problem(detail: "The import failed.", statusCode: 500);
        }
    });
}
