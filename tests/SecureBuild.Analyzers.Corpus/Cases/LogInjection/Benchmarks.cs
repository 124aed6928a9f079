// What is written into logs, in small samples.
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.LogInjection.Benchmarks;

// [Bad CWE-117] an action filter logs the path
public sealed class LogFilter(ILogger<LogFilter> logger) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context) => logger.LogInformation("Request: " + context.HttpContext.Request.Path + " by " + context.HttpContext.Request.Headers.UserAgent);

    public void OnActionExecuted(ActionExecutedContext context) { }
}

// [Good CWE-117] an action filter logs the action
public sealed class QuietLogFilter(ILogger<QuietLogFilter> logger) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context) => logger.LogInformation("Action: " + context.ActionDescriptor.DisplayName);

    public void OnActionExecuted(ActionExecutedContext context) { }
}

// [Good CWE-117] a line in a file, without line breaks
public class CleanAuditController : ControllerBase
{
    [HttpPost("/clean-audit")]
    public IActionResult Audit(string user)
    {
        using var writer = System.IO.File.AppendText("/var/log/shop/audit.log");
        writer.WriteLine($"{DateTime.UtcNow:O} login of {Clean(user)}");
        return Ok();
    }

    static string Clean(string text) => Regex.Replace(text, @"[\r\n\t]", "_");
}

// [Bad CWE-117] trace
public class TraceController : ControllerBase
{
    [HttpGet("/trace")]
    public IActionResult Trace1(string id)
    {
        Trace.TraceWarning("No order " + id);
        return NotFound();
    }
}

// [Good CWE-117] only some characters pass
public class FilteredController(ILogger<FilteredController> logger) : ControllerBase
{
    [HttpGet("/filtered")]
    public IActionResult Get(string name)
    {
        var safe = new string(name.Where(char.IsLetterOrDigit).ToArray());
        logger.LogWarning($"No user {safe}");
        return NotFound();
    }
}

// [Bad CWE-117] through a helper with levels
public static class Audit
{
    public static void Write(ILogger logger, LogLevel level, string message) => logger.Log(level, message);
}

// [same case]
public class HelperController(ILogger<HelperController> logger) : ControllerBase
{
    [HttpDelete("/helper/{name}")]
    public IActionResult Delete(string name)
    {
        Audit.Write(logger, LogLevel.Warning, $"{name} was deleted by {Request.Headers["X-Forwarded-User"]}");
        return NoContent();
    }
}

// [Good CWE-117] a template, whose values the provider escapes
public class TemplateController(ILogger<TemplateController> logger) : ControllerBase
{
    [HttpDelete("/template/{name:alpha}")]
    public IActionResult Delete(Guid name)
    {
        logger.LogWarning("{Name} was deleted", name);
        return NoContent();
    }
}

// [Bad CWE-117] the event log of Windows
public class EventController : ControllerBase
{
    [HttpPost("/event")]
    public IActionResult Post([FromBody] string message)
    {
        Serilog.Log.Error("Client says: " + message);
        return Ok();
    }
}

// [Good CWE-117] encoded as one line
public class EncodedController : ControllerBase
{
    [HttpPost("/encoded-event")]
    public IActionResult Post([FromBody] string message)
    {
        Serilog.Log.Error("Client says: " + System.Text.Json.JsonSerializer.Serialize(message));
        return Ok();
    }
}
