using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Serilog;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace Layers;

public interface IAudit { void Write(string user, string action); }

// [Bad CWE-117] an audit service makes one line of both
public sealed class Audit(ILogger<Audit> logger) : IAudit
{
    public void Write(string user, string action) => logger.LogInformation("user " + user + " did " + action);
}

// [same case]
[ApiController]
public sealed class AccountController(IAudit audit) : ControllerBase
{
    [HttpPost("login")]
    public IActionResult Login([FromForm] string user)
    {
        audit.Write(user, "login");
        return Ok();
    }
}

// [Good CWE-117] line breaks are taken out first
[ApiController]
public sealed class SafeAccountController(ILogger<SafeAccountController> logger) : ControllerBase
{
    [HttpPost("login")]
    public IActionResult Login([FromForm] string user)
    {
        var clean = user.Replace("\r", "").Replace("\n", "");
        logger.LogInformation($"login of {clean}");
        return Ok();
    }
}

static class LogText
{
    public static string ForLog(this string? text) => text is null ? "" : text.ReplaceLineEndings(" ");
}

// [Good CWE-117] an extension method takes them out
public static class SafeSearch
{
    public static Ok Search(string q, ILogger<Program1> logger)
    {
        logger.LogWarning("search for {Query}", q.ForLog());
        return TypedResults.Ok();
    }

    public static void Map(WebApplication app) => app.MapGet("/search", Search);
}

public sealed class Program1;

// [Bad CWE-117] Serilog with an interpolated message
public sealed class ChatHub : Hub
{
    public Task Say(string text)
    {
        Log.Information($"{Context.ConnectionId} says {text}");
        return Clients.All.SendAsync("said", text);
    }
}

// [Bad CWE-117] the line goes to a file of our own
public sealed class AccessLogMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await File.AppendAllTextAsync("access.log", $"{DateTime.UtcNow:O} {context.Request.Headers.UserAgent} {context.Request.Path}{Environment.NewLine}");
        await next(context);
    }
}

// [Bad CWE-117] the exception's message holds the client's text
[ApiController]
public sealed class ImportController(ILogger<ImportController> logger) : ControllerBase
{
    [HttpPost("import")]
    public IActionResult Import([FromForm] string row)
    {
        try
        {
            Check(row);
        }
        catch (ArgumentException e)
        {
            logger.LogError("import failed: " + e.Message);
            return BadRequest();
        }
        return Ok();
    }

    static void Check(string row)
    {
        if (row.Split(',').Length != 3)
            throw new ArgumentException($"bad row '{row}'");
    }
}

// [Good CWE-117] a number and a date
[ApiController]
public sealed class StatsController(ILogger<StatsController> logger) : ControllerBase
{
    [HttpGet("stats")]
    public IActionResult Get(int year, DateOnly from)
    {
        logger.LogInformation($"stats of {year} from {from}");
        return Ok();
    }
}

// [Bad CWE-117] the trace listener's file
public static class TraceEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/trace", (HttpRequest request) =>
    {
        var id = request.Headers["X-Request-Id"].ToString();
        System.Diagnostics.Trace.WriteLine("request " + id);
        return Results.Ok();
    });
}

// [Good CWE-117] the id is a GUID
public static class SafeTraceEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/safe-trace", (HttpRequest request) =>
    {
        if (!Guid.TryParse(request.Headers["X-Request-Id"], out var id))
            return Results.BadRequest();
        System.Diagnostics.Trace.WriteLine("request " + id);
        return Results.Ok();
    });
}
