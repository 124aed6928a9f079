using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Shop;

public class OrdersController(ILogger<OrdersController> logger) : ControllerBase
{
    static readonly log4net.ILog s_log = log4net.LogManager.GetLogger(typeof(OrdersController));
    static readonly NLog.Logger s_nlog = NLog.LogManager.GetCurrentClassLogger();

    // [Bad CWE-117] the text is a part of the message: line breaks forge lines
    public void Interpolated(string coupon) => logger.LogInformation($"Coupon {coupon} was used");

    // [Good CWE-117] line breaks are removed first
    public void WithoutBreaks(string coupon)
    {
        var line = coupon.Replace("\r", "").Replace("\n", "");
        logger.LogInformation($"Coupon {line} was used");
    }

    // [Good CWE-117] ReplaceLineEndings
    public void Replaced(string coupon) => logger.LogInformation("Coupon " + coupon.ReplaceLineEndings("") + " was used");

    // [Bad CWE-117] concatenation
    public void Concatenated(string coupon) => logger.LogWarning("Unknown coupon " + coupon);

    // [Good CWE-117] only the line feed matters to this log, and both are replaced by blanks
    public void Blanks(string coupon) => logger.LogWarning("Unknown coupon " + coupon.Replace('\n', ' ').Replace('\r', ' '));

    // [Bad CWE-117] what is removed is not what breaks lines
    public void WrongReplace(string coupon) => logger.LogWarning("Unknown coupon " + coupon.Replace("<", "").Replace(">", ""));

    // [Bad CWE-117] log4net
    public void Log4Net(string user) => s_log.Info("Login of " + user);

    // [Good CWE-117] log4net with a number
    public void Log4NetNumber(int user) => s_log.Info("Login of " + user);

    // [Bad CWE-117] log4net's InfoFormat formats into a line
    public void Log4NetFormat(string user) => s_log.InfoFormat("Login of {0}", user);

    // [Bad CWE-117] NLog
    public void NLogged(string user) => s_nlog.Warn("Failed login of " + user);

    // [Good CWE-117] NLog with the length
    public void NLoggedLength(string user) => s_nlog.Warn("Failed login of a user whose name has " + user.Length + " letters");

    // [Bad CWE-117] Serilog: the message is the template
    public void Serilogged(string user) => Serilog.Log.Information("Login of " + user);

    // [Bad CWE-117] a trace
    public void Traced(string user) => Trace.WriteLine("Login of " + user);

    // [Bad CWE-117] the console is this service's log
    public void Console(string user) => System.Console.WriteLine($"{DateTime.UtcNow:O} login of {user}");

    // [Good CWE-117] the console gets a constant
    public void ConsoleConstant(string user) => System.Console.WriteLine($"{DateTime.UtcNow:O} login " + (user == "admin" ? "of the administrator" : "of a user"));

    // [Bad CWE-117] appended to a log file
    public void AppendLine(string user) => System.IO.File.AppendAllText("/var/log/shop.log", $"login {user}{Environment.NewLine}");

    // [Good CWE-117] URL encoding leaves no line break
    public void UrlEncoded(string user) => logger.LogInformation("Login of " + WebUtility.UrlEncode(user));

    // [Good CWE-117] Base64 leaves no line break
    public void Base64(string user) => logger.LogInformation("Login of " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(user)));

    // [Bad CWE-117] HTML encoding keeps line breaks
    public void HtmlEncoded(string user) => logger.LogInformation("Login of " + WebUtility.HtmlEncode(user));

    // [Bad CWE-117] the header
    public void Agent() => logger.LogInformation("Agent: " + Request.Headers.UserAgent);

    // [Good CWE-117] a GUID
    public void Order(Guid id) => logger.LogInformation($"Order {id} was opened");

    // [Good CWE-117] a parsed number
    public void Quantity(string text)
    {
        if (int.TryParse(text, out var quantity))
            logger.LogInformation("Quantity " + quantity);
        else
            logger.LogInformation("Quantity is not a number");
    }

    // [Bad CWE-117] not a number, so it is logged
    public void QuantityText(string text)
    {
        if (!int.TryParse(text, out _))
            logger.LogInformation("Not a number: " + text);
    }

    // [Good CWE-117] one of the known words
    public void Status(string status)
    {
        if (status is "open" or "closed")
            logger.LogInformation("Status is " + status);
    }

    // [Bad CWE-117] a property of the body
    public void Body([FromBody] OrderLine line) => logger.LogError("Cannot add " + line.Product);

    // [Good CWE-117] another property of the body
    public void BodyNumber([FromBody] OrderLine line) => logger.LogError("Cannot add " + line.Amount);

    // [Bad CWE-117] the exception's text holds the client's
    public IActionResult Parse(string text)
    {
        try
        {
            return Ok(decimal.Parse(text));
        }
        catch (FormatException)
        {
            logger.LogError(string.Format("'{0}' is no amount", text));
            return BadRequest();
        }
    }

    // [Bad CWE-117] all values of the query
    public void All()
    {
        foreach (var pair in Request.Query)
            logger.LogDebug(pair.Key + "=" + pair.Value);
    }

    // [Good CWE-117] how many values
    public void Count() => logger.LogDebug("Values: " + Request.Query.Count);

    // [Bad CWE-117] joined
    public void Joined([FromQuery] string[] tags) => logger.LogInformation("Tags: " + string.Join(",", tags));

    // [Good CWE-117] joined, each without breaks
    public void JoinedClean([FromQuery] string[] tags) =>
        logger.LogInformation("Tags: " + string.Join(",", tags.Select(tag => tag.Replace("\n", "").Replace("\r", ""))));

    // [Good CWE-117] all letters
    public void Letters(string code)
    {
        if (!code.All(char.IsLetterOrDigit))
            return;
        logger.LogInformation("Code " + code);
    }

    // [Good CWE-117] overwritten
    public void Overwritten(string code)
    {
        code = "none";
        logger.LogInformation("Code " + code);
    }
}

public class OrderLine { public string Product { get; set; } = ""; public int Amount { get; set; } }

// [Bad CWE-117] a service logs what it is given
public class MailController(MailController.Mailer mailer) : ControllerBase
{
    public void Send(string to) => mailer.Send(to);

    public class Mailer(ILogger<Mailer> logger)
    {
        public void Send(string to) => logger.LogInformation("Sending to " + to);
    }
}

// [Good CWE-117] a service cleans what it is given
public class MailControllerSafe(MailControllerSafe.Mailer mailer) : ControllerBase
{
    public void Send(string to) => mailer.Send(to);

    public class Mailer(ILogger<Mailer> logger)
    {
        public void Send(string to) => logger.LogInformation("Sending to " + Line(to));

        static string Line(string text) => text.Replace(Environment.NewLine, "").Replace("\n", "").Replace("\r", "");
    }
}

// [Bad CWE-117] a hub
public class RoomHub(ILogger<RoomHub> logger) : Hub
{
    public void Join(string room) => logger.LogInformation(Context.ConnectionId + " joins " + room);
}

// [Good CWE-117] a hub logs the connection's id
public class RoomHubSafe(ILogger<RoomHubSafe> logger) : Hub
{
    public void Join(string room)
    {
        Groups.AddToGroupAsync(Context.ConnectionId, room);
        logger.LogInformation(Context.ConnectionId + " joins");
    }
}

// [Bad CWE-117] a page
public class FeedbackModel(ILogger<FeedbackModel> logger) : PageModel
{
    [BindProperty] public string Text { get; set; } = "";
    public void OnPost() => logger.LogInformation($"Feedback: {Text}");
}

// [Bad CWE-117] middleware
public class AccessLog(RequestDelegate next, ILogger<AccessLog> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        var line = $"{context.Request.Method} for {context.Request.Headers["X-Client"]}";
        logger.LogInformation(line);
        return next(context);
    }
}

// [Good CWE-117] middleware logs the status and the time
public class AccessLogSafe(RequestDelegate next, ILogger<AccessLogSafe> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var watch = Stopwatch.StartNew();
        await next(context);
        logger.LogInformation($"{context.Response.StatusCode} after {watch.ElapsedMilliseconds} ms");
    }
}
