using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Layers;

public sealed class OrderException(string message) : Exception(message);
public sealed class MailOptions { public string Host { get; set; } = ""; public string Password { get; set; } = ""; }
public record Customer(string Name, string Email, string CardNumber);

// [Bad CWE-209] the stack trace for the client
[ApiController]
public class OrdersController(ILogger<OrdersController> logger) : ControllerBase
{
    [HttpPost("orders")]
    public IActionResult Add(int id)
    {
        try { return Ok(100 / id); }
        catch (Exception e)
        {
            logger.LogError(e, "order failed");
            return StatusCode(500, new { error = e.Message, trace = e.StackTrace });
        }
    }
}

// [Good CWE-209] a number for the client
[ApiController]
public class SafeOrdersController(ILogger<SafeOrdersController> logger) : ControllerBase
{
    [HttpPost("orders")]
    public IActionResult Add(int id)
    {
        try { return Ok(100 / id); }
        catch (Exception e)
        {
            logger.LogError(e, "order failed");
            return Problem("The order could not be taken.", statusCode: 500);
        }
    }
}

// [Good CWE-209] our own message for the client
[ApiController]
public class OwnMessageController : ControllerBase
{
    [HttpPost("own")]
    public IActionResult Add(int count)
    {
        try
        {
            if (count < 1)
                throw new OrderException("At least one item must be ordered.");
            return Ok();
        }
        catch (OrderException e)
        {
            return BadRequest(e.Message);
        }
    }
}

// [Bad CWE-209] middleware
public sealed class ErrorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try { await next(context); }
        catch (Exception exception)
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            await context.Response.WriteAsJsonAsync(new ProblemDetails { Title = "error", Detail = exception.ToString() });
        }
    }
}

// [Good CWE-209] an exception handler that keeps it
public sealed class Handler(ILogger<Handler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        logger.LogError(exception, "unhandled");
        await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Title = "An error occurred", Status = 500 }, cancellationToken);
        return true;
    }
}

// [Bad CWE-209] a hub tells all
public sealed class WorkHub : Hub
{
    public async Task Work(string file)
    {
        try { await File.ReadAllTextAsync("work.txt"); }
        catch (IOException e) { throw new HubException("failed: " + e); }
    }
}

// [Bad CWE-200] the environment for the client
[ApiController]
public class DiagnosticsController : ControllerBase
{
    [HttpGet("diagnostics")]
    public IActionResult All() => Ok(Environment.GetEnvironmentVariables());
}

// [Good CWE-200] the version for the client
[ApiController]
public class VersionController : ControllerBase
{
    [HttpGet("version")]
    public IActionResult Version() => Ok(typeof(VersionController).Assembly.GetName().Version?.ToString());
}

// [Bad CWE-200] the settings for the client
public static class ConfigEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/config", (IConfiguration configuration) => Results.Json(configuration.AsEnumerable()));
}

// [Bad CWE-200] a connection string for the client
public static class HealthEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/health", (IConfiguration configuration) => TypedResults.Ok(new { database = configuration.GetConnectionString("Main") }));
}

// [Good CWE-200] whether there is one
public static class SafeHealthEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/health", (IConfiguration configuration) => TypedResults.Ok(new { database = configuration.GetConnectionString("Main") is not null }));
}

// [Bad CWE-532] the password in the log
public sealed class Mailer(IOptions<MailOptions> options, ILogger<Mailer> logger)
{
    public void Connect() => logger.LogInformation("connecting to {Host} with {Password}", options.Value.Host, options.Value.Password);
}

// [Good CWE-532] the host in the log
public sealed class SafeMailer(IOptions<MailOptions> options, ILogger<SafeMailer> logger)
{
    public void Connect() => logger.LogInformation("connecting to {Host}", options.Value.Host);
}

// [Bad CWE-359] a customer's card in the log
public sealed class CardService(ILogger<CardService> logger)
{
    public void Pay(Customer customer) => logger.LogInformation($"charging {customer.CardNumber}");
}

// [Good CWE-359] a part of a customer's card in the log
public sealed class SafeCardService(ILogger<SafeCardService> logger)
{
    public void Pay(Customer customer) => logger.LogInformation("charging card ending in {Last}", customer.CardNumber[^4..]);
}

// [Bad CWE-209] the error's text in a typed result
public static class ImportEndpoint
{
    public static Results<Ok, BadRequest<string>> Import(string path)
    {
        try { File.ReadAllText("import.csv"); return TypedResults.Ok(); }
        catch (Exception ex) { return TypedResults.BadRequest($"Import failed: {ex.Message}"); }
    }

    public static void Map(WebApplication app) => app.MapPost("/import", Import);
}
