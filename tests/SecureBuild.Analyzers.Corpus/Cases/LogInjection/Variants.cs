// Log lines in many styles.
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Corpus.LogInjection.Variants;

// [Bad CWE-117] interpolated
public class LoginController(ILogger<LoginController> logger) : ControllerBase
{
    [HttpPost("/login")]
    public IActionResult Login(string user, string password)
    {
        logger.LogWarning($"Failed login for {user} from {HttpContext.Connection.RemoteIpAddress}");
        return Unauthorized();
    }
}

// [Good CWE-117] line ends removed
public class LoginCleanController(ILogger<LoginCleanController> logger) : ControllerBase
{
    [HttpPost("/login-clean")]
    public IActionResult Login(string user, string password)
    {
        var clean = user.Replace("\r", "").Replace("\n", "");
        logger.LogWarning("Failed login for " + clean);
        return Unauthorized();
    }
}

// [Bad CWE-117] a file log written by hand
public class AuditController : ControllerBase
{
    [HttpPost("/audit")]
    public void Post([FromBody] string action)
    {
        System.IO.File.AppendAllText("audit.log", DateTime.UtcNow.ToString("O") + " " + User.Identity!.Name + " " + action + Environment.NewLine);
    }
}

// [Bad CWE-117] trace and console
public class TraceController : ControllerBase
{
    [HttpGet("/trace")]
    public void Get(string id)
    {
        Trace.TraceInformation("Order " + id + " requested");
    }
}

// [Good CWE-117] the order's number is a number
public class TraceGoodController : ControllerBase
{
    [HttpGet("/trace-good")]
    public void Get(string id)
    {
        if (!long.TryParse(id, out var number))
            return;
        Trace.TraceInformation("Order " + number + " requested");
    }
}

// [Bad CWE-117] a hub logs a message
public class ChatHub(ILogger<ChatHub> logger) : Hub
{
    public async Task Send(string room, string text)
    {
        logger.LogInformation("[" + room + "] " + text);
        await Clients.Group(room).SendAsync("message", text);
    }
}

// [Bad CWE-117] an action filter logs the headers
public class HeaderLogFilter(ILoggerFactory factory) : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var log = factory.CreateLogger("headers");
        foreach (var header in context.HttpContext.Request.Headers)
            log.LogDebug(string.Format("{0}: {1}", header.Key, header.Value));
    }
}

// [Good CWE-117] an action filter logs the route's name
public class RouteLogFilter(ILoggerFactory factory) : ActionFilterAttribute
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var log = factory.CreateLogger("routes");
        log.LogDebug("Action " + context.ActionDescriptor.DisplayName + " starts");
    }
}

// [Bad CWE-117] NLog, concatenated in a service
public class OrderService
{
    static readonly NLog.Logger s_log = NLog.LogManager.GetCurrentClassLogger();

    public void Place(string note) => s_log.Info("Placed: " + note);
}

// [same case]
[ApiController]
public class OrderController(OrderService service) : ControllerBase
{
    [HttpPost("/orders")]
    public IActionResult Place(OrderDto order)
    {
        service.Place(order.Note);
        return Accepted();
    }

    public class OrderDto { public string Note { get; set; } = ""; public int Count { get; set; } }
}

// [Good CWE-117] only the count is logged
public class CountService
{
    static readonly NLog.Logger s_log = NLog.LogManager.GetCurrentClassLogger();

    public void Place(int count) => s_log.Info("Placed: " + count);
}

// [same case]
[ApiController]
public class CountController(CountService service) : ControllerBase
{
    [HttpPost("/counts")]
    public IActionResult Place(OrderDto order)
    {
        service.Place(order.Count);
        return Accepted();
    }

    public class OrderDto { public string Note { get; set; } = ""; public int Count { get; set; } }
}

// [Bad CWE-117] log4net's format
public class PaymentController : ControllerBase
{
    static readonly log4net.ILog s_log = log4net.LogManager.GetLogger(typeof(PaymentController));

    [HttpPost("/pay")]
    public void Pay([FromForm] string account) => s_log.InfoFormat("Payment from {0}", account);
}

// [Good CWE-117] an enumeration
public class PaymentKindController : ControllerBase
{
    public enum Kind { Card, Transfer }

    static readonly log4net.ILog s_log = log4net.LogManager.GetLogger(typeof(PaymentKindController));

    [HttpPost("/pay-kind")]
    public void Pay([FromForm] Kind kind) => s_log.InfoFormat("Payment by {0}", kind);
}

// [Bad CWE-117] the event log of Windows
public class EventLogController : ControllerBase
{
    [HttpGet("/eventlog")]
    public void Get([FromHeader] string agent)
    {
        if (OperatingSystem.IsWindows())
            System.Diagnostics.EventLog.WriteEntry("Shop", "Agent: " + agent, EventLogEntryType.Information);
    }
}

// [Good CWE-117] a helper of our own cleans
public static class LogText
{
    public static string OneLine(this string text) => text.ReplaceLineEndings(" ");
}

// [same case]
public class CleanController(ILogger<CleanController> logger) : ControllerBase
{
    [HttpGet("/clean")]
    public void Get(string q) => logger.LogInformation($"Search: {q.OneLine()}");
}
