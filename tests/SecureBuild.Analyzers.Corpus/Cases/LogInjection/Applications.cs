// Parts of applications that log.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace Corpus.LogInjection.Applications;

// [Good CWE-117] an audit service that writes one line
public class LineAudit
{
    readonly TextWriter _writer = new StreamWriter("audit.log", append: true);

    static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ');

    public void Record(string who, string what) => _writer.WriteLine(DateTime.UtcNow.ToString("O") + " " + OneLine(who) + " " + OneLine(what));
}

// [same case]
public class LineShopController(LineAudit audit) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Order(string product)
    {
        audit.Record(User.Identity!.Name!, "ordered " + product);
        return RedirectToAction("Index");
    }
}

// [Bad CWE-117] a page logs its search
public class SearchModel(ILogger<SearchModel> logger) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Term { get; set; } = "";

    public void OnGet() => logger.LogInformation("Search for " + Term + " by " + HttpContext.TraceIdentifier);
}

// [Good CWE-117] a page logs how long its search is
public class LengthModel(ILogger<LengthModel> logger) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Term { get; set; } = "";

    public void OnGet() => logger.LogInformation("Search of " + Term.Length + " characters");
}

// [Bad CWE-117] middleware logs the query
public class AccessLog(RequestDelegate next, ILogger<AccessLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var line = string.Join(" ", context.Request.Method, context.Request.Query["path"], context.Response.StatusCode);
        logger.Log(LogLevel.Information, line);
        await next(context);
    }
}

// [Good CWE-117] middleware logs the status
public class StatusLog(RequestDelegate next, ILogger<StatusLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        logger.Log(LogLevel.Information, "Answered " + context.Response.StatusCode);
    }
}

// [Bad CWE-117] Serilog's template is the text
public class SerilogController : ControllerBase
{
    [HttpGet("/serilog")]
    public void Get([FromQuery] string device) => Serilog.Log.Warning($"Unknown device {device}");
}

// [Good CWE-117] a Guid
public class GuidController : ControllerBase
{
    [HttpGet("/guid")]
    public void Get([FromQuery] Guid device) => Serilog.Log.Warning($"Unknown device {device}");
}
