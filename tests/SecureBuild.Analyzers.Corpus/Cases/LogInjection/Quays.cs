// What is written to logs, by several libraries and by hand.
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.LogInjection.Quays;

// [Bad CWE-117] a line of an own audit file, written by a background timer from a queue
public sealed class AuditTrail
{
    readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public void Note(string actor, string action) => _lines.Enqueue($"{DateTimeOffset.UtcNow:O} {actor} {action}");

    public void Flush()
    {
        while (_lines.TryDequeue(out var line))
            File.AppendAllText("audit.log", line + Environment.NewLine);
    }
}

// [same case]
public sealed class DoorController(AuditTrail audit) : ControllerBase
{
    [HttpPost("doors/{door}/open")]
    public IActionResult Open(string door, [FromHeader(Name = "X-Badge")] string badge)
    {
        audit.Note(badge, "opened " + door);
        return Accepted();
    }
}

// [Good CWE-117] the audit's line is a JSON document, which has no line breaks
public sealed class JsonAuditTrail
{
    public void Note(string actor, string action) =>
        File.AppendAllText("audit.jsonl", System.Text.Json.JsonSerializer.Serialize(new { actor, action }) + "\n");
}

// [same case]
public sealed class JsonDoorController(JsonAuditTrail audit) : ControllerBase
{
    [HttpPost("json-doors/{door}/open")]
    public IActionResult Open(string door, [FromHeader(Name = "X-Badge")] string badge)
    {
        audit.Note(badge, "opened " + door);
        return Accepted();
    }
}

// [Bad CWE-117] an action filter logs the arguments into log4net's text
public sealed class ArgumentLogFilter : IActionFilter
{
    static readonly log4net.ILog s_log = log4net.LogManager.GetLogger(typeof(ArgumentLogFilter));

    public void OnActionExecuting(ActionExecutingContext context)
    {
        foreach (var (name, value) in context.ActionArguments)
            s_log.Info(name + "=" + value);
    }

    public void OnActionExecuted(ActionExecutedContext context) { }
}

// [Good CWE-117] an action filter logs the names of the action's parameters
public sealed class ActionLogFilter : IActionFilter
{
    static readonly log4net.ILog s_log = log4net.LogManager.GetLogger(typeof(ActionLogFilter));

    public void OnActionExecuting(ActionExecutingContext context) => s_log.Info("called " + context.ActionDescriptor.DisplayName);

    public void OnActionExecuted(ActionExecutedContext context) { }
}

// [Bad CWE-117] a trace of the body after Trim, which leaves line breaks inside
public static class TraceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/notes", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        var note = (await reader.ReadToEndAsync()).Trim();
        Trace.TraceInformation("note: " + note);
        return Results.Created();
    });
}

// [Good CWE-117] a trace of the note's first line only
public static class LineTraceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/line-notes", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        var note = await reader.ReadLineAsync();
        Trace.TraceInformation("note: " + note);
        return Results.Created();
    });
}

// [Bad CWE-117] a Serilog template that is interpolated in a helper of a base class
public abstract class LoggingController : ControllerBase
{
    protected void Log(FormattableString message) => Serilog.Log.Information(message.ToString());
}

// [same case]
public sealed class LoginController : LoggingController
{
    [HttpPost("login")]
    public IActionResult Post([FromForm] string user)
    {
        Log($"login of {user}");
        return NoContent();
    }
}

// [Good CWE-117] control characters are replaced by an own extension method
public static partial class LogText
{
    public static string OneLine(this string text) => ControlCharacters().Replace(text, "?");

    [GeneratedRegex(@"\p{C}")]
    private static partial Regex ControlCharacters();

    private static partial Regex ControlCharacters() => new(@"\p{C}");
}

// [same case]
public sealed class OneLineLoginController : LoggingController
{
    [HttpPost("one-line-login")]
    public IActionResult Post([FromForm] string user)
    {
        NLog.LogManager.GetCurrentClassLogger().Info("login of " + user.OneLine());
        return NoContent();
    }
}

// [Bad CWE-117] a middleware that writes the whole url of failing requests to the error output
public sealed class FailureMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (InvalidOperationException)
        {
            var agent = context.Request.Headers.UserAgent;
            await Console.Error.WriteLineAsync($"failed for {agent}");
            throw;
        }
    }
}

// [Good CWE-117] a middleware that writes the status and the length to the error output
public sealed class StatusMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode >= 500)
            await Console.Error.WriteLineAsync($"{context.Response.StatusCode} after {context.Request.ContentLength ?? 0} bytes");
    }
}
