using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

// [Bad CWE-117] an exception filter writes the path and the query
public sealed class ErrorFilter(ILogger<ErrorFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var request = context.HttpContext.Request;
        logger.LogError(context.Exception, "Failed at " + request.Path + request.QueryString);
    }
}

// [Good CWE-117] an exception filter writes by a template
public sealed class TemplateErrorFilter(ILogger<TemplateErrorFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context) =>
        logger.LogError(context.Exception, "Failed with status {Status}", context.HttpContext.Response.StatusCode);
}

// [Bad CWE-117] a private method with caller's information puts the line together
public sealed class AuditController(ILogger<AuditController> logger) : ControllerBase
{
    void Note(string what, [System.Runtime.CompilerServices.CallerMemberName] string? where = null) => logger.Log(LogLevel.Information, $"{where}: {what}");

    [HttpPost]
    public IActionResult Add([FromForm] string title)
    {
        Note("added " + title);
        return Ok();
    }
}

// [Good CWE-117] the private method cleans the text
public sealed class CleanAuditController(ILogger<CleanAuditController> logger) : ControllerBase
{
    static string Clean(string text) => string.Concat(text.Where(character => !char.IsControl(character)));

    void Note(string what, [System.Runtime.CompilerServices.CallerMemberName] string? where = null) => logger.Log(LogLevel.Information, $"{where}: {Clean(what)}");

    [HttpPost]
    public IActionResult Add([FromForm] string title)
    {
        Note("added " + title);
        return Ok();
    }
}

// [Bad CWE-117] a stream writer keeps the log open
public sealed class AccessLog : IDisposable
{
    readonly StreamWriter _writer = new("access.log", append: true) { AutoFlush = true };
    public void Record(HttpContext context) => _writer.WriteLine("{0:O} {1} {2}", DateTime.UtcNow, context.Request.Method, context.Request.Headers.UserAgent);
    public void Dispose() => _writer.Dispose();
}

// [Good CWE-117] a stream writer keeps lengths
public sealed class LengthLog : IDisposable
{
    readonly StreamWriter _writer = new("lengths.log", append: true) { AutoFlush = true };
    public void Record(HttpContext context) => _writer.WriteLine("{0:O} {1}", DateTime.UtcNow, context.Request.Headers.UserAgent.ToString().Length);
    public void Dispose() => _writer.Dispose();
}
