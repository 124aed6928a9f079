// Secrets and personal data in logs and answers.
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.InformationExposure.Quays;

public sealed record Registration(string Email, string Password, string IbanNumber);

public sealed class PaymentOptions
{
    public string Endpoint { get; set; } = "";

    public string ApiKey { get; set; } = "";
}

// [Bad CWE-532] a record with a password is logged as a whole
public sealed class RegisterHandler(ILogger<RegisterHandler> logger)
{
    public Task HandleAsync(Registration registration)
    {
        logger.LogInformation("New registration {Registration}", registration);
        return Task.CompletedTask;
    }
}

// [same case]
public static class RegisterEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/register", (Registration registration, RegisterHandler handler) => handler.HandleAsync(registration));
}

// [Good CWE-532] the day of the registration is logged
public sealed class SafeRegisterHandler(ILogger<SafeRegisterHandler> logger, TimeProvider clock)
{
    public Task HandleAsync(Registration registration)
    {
        logger.LogInformation("New registration on {Day}, password of {Length} characters rejected or not", clock.GetUtcNow().Date, registration.Password.Length > 0);
        return Task.CompletedTask;
    }
}

// [Bad CWE-532] the key from the options in a source-generated message
public sealed partial class PaymentClient(IOptions<PaymentOptions> options, ILogger<PaymentClient> logger)
{
    readonly PaymentOptions _options = options.Value;

    public void Connect()
    {
        Connecting(_options.Endpoint, _options.ApiKey);
    }

    void Connecting(string endpoint, string key) => logger.Log(LogLevel.Debug, "connecting to {Endpoint} with {Key}", endpoint, key);
}

// [Good CWE-532] the key's presence in a message
public sealed partial class SafePaymentClient(IOptions<PaymentOptions> options, ILogger<SafePaymentClient> logger)
{
    public void Connect() => logger.LogDebug("connecting to {Endpoint}, key {State}", options.Value.Endpoint, options.Value.ApiKey is "" ? "missing" : "present");
}

// [Bad CWE-209] a handler of exceptions gives everything to the client
public sealed class ProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = new ProblemDetails { Status = 500, Title = "It failed", Detail = exception.ToString() };
        await httpContext.Response.WriteAsJsonAsync(problem, cancellationToken);
        return true;
    }
}

// [Good CWE-209] a handler of exceptions gives a number to the client
public sealed class SafeProblemHandler(ILogger<SafeProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        logger.LogError(exception, "request {Trace} failed", httpContext.TraceIdentifier);
        var problem = new ProblemDetails { Status = 500, Title = "It failed", Detail = httpContext.TraceIdentifier };
        await httpContext.Response.WriteAsJsonAsync(problem, cancellationToken);
        return true;
    }
}

// [Bad CWE-209] an own result type carries the exception's message to the answer
public sealed record Attempt<T>(T? Value, string? Error)
{
    public static async Task<Attempt<T>> RunAsync(Func<Task<T>> work)
    {
        try
        {
            return new(await work(), null);
        }
        catch (Exception exception)
        {
            return new(default, $"{exception.Message}\n{exception.StackTrace}");
        }
    }
}

// [same case]
public sealed class ImportController(HttpClient http) : ControllerBase
{
    [HttpGet("import")]
    public async Task<IActionResult> Get()
    {
        var attempt = await Attempt<string>.RunAsync(() => http.GetStringAsync("https://import.example.org"));
        return attempt.Error is null ? Ok(attempt.Value) : BadRequest(attempt.Error);
    }
}

// [Good CWE-209] an own result type carries a code
public sealed class SafeImportController(HttpClient http, ILogger<SafeImportController> logger) : ControllerBase
{
    [HttpGet("safe-import")]
    public async Task<IActionResult> Get()
    {
        try
        {
            return Ok(await http.GetStringAsync("https://import.example.org"));
        }
        catch (HttpRequestException exception)
        {
            logger.LogWarning(exception, "import failed");
            return StatusCode(502, new { code = (int?)exception.StatusCode });
        }
    }
}

// [Bad CWE-359] claims of the user, with mail and birthday, in a log line
public sealed class ClaimsLogger(RequestDelegate next, ILogger<ClaimsLogger> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var mail = context.User.FindFirstValue(ClaimTypes.Email);
        var born = context.User.FindFirstValue(ClaimTypes.DateOfBirth);
        logger.LogInformation("request of {Mail}, born {Born}", mail, born);
        return next(context);
    }
}

// [Good CWE-359] the user's number in a log line
public sealed class SubjectLogger(RequestDelegate next, ILogger<SubjectLogger> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        logger.LogInformation("request of {Subject}", context.User.FindFirstValue(ClaimTypes.NameIdentifier));
        return next(context);
    }
}

// [Bad CWE-532] the token for a new password is logged
public sealed class ResetController(UserManager<IdentityUser> users, ILogger<ResetController> logger) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Reset(string email)
    {
        if (await users.FindByEmailAsync(email) is { } user)
        {
            var token = await users.GeneratePasswordResetTokenAsync(user);
            var link = Url.Action("Confirm", "Reset", new { token, user.Id }, Request.Scheme);
            logger.LogDebug("reset link: {Link}", link);
        }
        return View("Sent");
    }
}

// [Good CWE-532] that a link was made is logged
public sealed class SafeResetController(UserManager<IdentityUser> users, ILogger<SafeResetController> logger) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Reset(string email)
    {
        if (await users.FindByEmailAsync(email) is { } user)
        {
            var token = await users.GeneratePasswordResetTokenAsync(user);
            TempData["link"] = Url.Action("Confirm", "Reset", new { token, user.Id }, Request.Scheme);
            logger.LogDebug("reset link made for {User}", user.Id);
        }
        return View("Sent");
    }
}
