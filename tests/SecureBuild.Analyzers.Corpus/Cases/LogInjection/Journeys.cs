using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

[ApiController]
[Route("stock")]
public sealed class StockController(ILogger<StockController> logger) : ControllerBase
{
    static readonly TraceSource s_trace = new("Stock");

    // [Bad CWE-117] a trace source's event with the route's value in the text
    [HttpGet("{sku}")]
    public IActionResult Get(string sku)
    {
        s_trace.TraceEvent(TraceEventType.Information, 1, "asked for " + sku);
        return Ok();
    }

    // [Good CWE-117] a trace source's event with a number in the text
    [HttpGet("{id:int}")]
    public IActionResult GetNumber(int id)
    {
        s_trace.TraceEvent(TraceEventType.Information, 1, "asked for " + id);
        return Ok();
    }

    public sealed record Change(string Sku, string? Reason, int Amount);

    // [Bad CWE-117] a scope's text and an interpolated warning
    [HttpPost]
    public IActionResult Post(Change change)
    {
        if (change.Amount < 0)
            logger.LogWarning($"Negative change of {change.Sku}: {change.Reason}");
        return Ok();
    }

    // [Good CWE-117] line breaks are replaced
    [HttpPost("safe")]
    public IActionResult PostSafe(Change change)
    {
        var reason = change.Reason?.Replace("\r", "").Replace("\n", "");
        var sku = change.Sku.ReplaceLineEndings(" ");
        logger.LogWarning($"Negative change of {sku}: {reason}");
        return Ok();
    }

    // [Bad CWE-117] only the carriage returns are replaced
    [HttpPost("half")]
    public IActionResult PostHalf(Change change)
    {
        var reason = change.Reason?.Replace("\r", " ");
        logger.LogWarning("Negative change: " + reason);
        return Ok();
    }

    // [Good CWE-117] only the length is logged
    [HttpPost("length")]
    public IActionResult PostLength(Change change)
    {
        logger.LogWarning($"Reason of {change.Reason?.Length ?? 0} characters, amount {change.Amount}");
        return Ok();
    }
}

// [Bad CWE-117] the log is a file that is appended to
public sealed class FileLog(string path)
{
    readonly Lock _gate = new();

    void Write(string level, string message)
    {
        var line = $"{DateTime.UtcNow:O} [{level}] {message}{Environment.NewLine}";
        lock (_gate)
            File.AppendAllText(path, line);
    }

    public void Visit(HttpRequest request) => Write("INFO", "visit by " + request.Headers.UserAgent);
}

// [Good CWE-117] the file's lines have their control characters removed
public sealed class CleanFileLog(string path)
{
    readonly Lock _gate = new();

    static string OneLine(string text) => Regex.Replace(text, @"[\r\n]+", " ");

    void Write(string level, string message)
    {
        var line = $"{DateTime.UtcNow:O} [{level}] {OneLine(message)}{Environment.NewLine}";
        lock (_gate)
            File.AppendAllText(path, line);
    }

    public void Visit(HttpRequest request) => Write("INFO", "visit by " + request.Headers.UserAgent);
}

// [Bad CWE-117] the standard error stream is the log
public static class ErrorStream
{
    public static void Map(WebApplication app) => app.MapGet("/ping", (string? from, HttpContext context) =>
    {
        var name = from ?? "nobody";
        Console.Error.WriteLine("ping from {0}", name);
        return Results.Ok();
    });
}

// [Good CWE-117] the client's text is one of two constants in the log
public static class ErrorStreamOfConstants
{
    public static void Map(WebApplication app) => app.MapGet("/ping2", (string? from, HttpContext context) =>
    {
        var name = from == "monitor" ? "monitor" : "somebody";
        Console.Error.WriteLine("ping from {0}", name);
        return Results.Ok();
    });
}

// [Bad CWE-117] a base class of services logs what its children ask it to
public abstract class LoggedService(ILoggerFactory factory)
{
    readonly ILogger _logger = factory.CreateLogger("services");
    protected void Note(params string[] parts) => _logger.LogInformation(string.Join(" | ", parts));
}

// [same case]
public sealed class InviteService(ILoggerFactory factory) : LoggedService(factory)
{
    public void Invite(HttpContext context) => Note("invite", context.Request.Form["mail"].ToString());
}

// [Good CWE-117] the children log what they know
public abstract class QuietLoggedService(ILoggerFactory factory)
{
    readonly ILogger _logger = factory.CreateLogger("services");
    protected void Note(params string[] parts) => _logger.LogInformation(string.Join(" | ", parts));
}

// [same case]
public sealed class QuietInviteService(ILoggerFactory factory) : QuietLoggedService(factory)
{
    public void Invite(HttpContext context) => Note("invite", context.Request.Form.Count.ToString());
}

// [Bad CWE-117] the Windows event log through Trace, with a message collected in a loop
public sealed class HeaderTrace : Hub
{
    public override Task OnConnectedAsync()
    {
        var text = new StringBuilder();
        foreach (var header in Context.GetHttpContext()!.Request.Headers)
            text.Append(header.Key).Append('=').Append(header.Value.ToString()).Append(';');
        Trace.TraceInformation(text.ToString());
        return base.OnConnectedAsync();
    }
}

// [Good CWE-117] only how many there are
public sealed class HeaderCountTrace : Hub
{
    public override Task OnConnectedAsync()
    {
        var count = 0;
        foreach (var header in Context.GetHttpContext()!.Request.Headers)
            count += header.Value.Count;
        Trace.TraceInformation(count.ToString());
        return base.OnConnectedAsync();
    }
}
