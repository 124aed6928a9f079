// Parts of applications that say too much, or not.
using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Corpus.InformationExposure.Applications;

// [Bad CWE-209] an exception handler of the framework's new kind
public class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        context.Response.StatusCode = 500;
        await context.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Error", Detail = exception.ToString() }, cancellation);
        return true;
    }
}

// [Good CWE-209] an exception handler that says what is known
public class ProblemGoodHandler(ILogger<ProblemGoodHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        logger.LogError(exception, "Request {Path} failed", context.Request.Path.Value?.Length);
        context.Response.StatusCode = 500;
        await context.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Error", Detail = "Please try again later." }, cancellation);
        return true;
    }
}

// [Bad CWE-209] a result type that carries the message
public record Result<T>(bool Succeeded, T? Value, string? Error)
{
    public static Result<T> Ok(T value) => new(true, value, null);
    public static Result<T> Fail(Exception exception) => new(false, default, exception.Message + exception.StackTrace);
}

// [same case]
public class ReportService
{
    public Result<int> Count(string file)
    {
        try
        {
            return Result<int>.Ok(File.ReadAllLines("/srv/reports/" + Path.GetFileName(file)).Length);
        }
        catch (IOException exception)
        {
            return Result<int>.Fail(exception);
        }
    }
}

// [same case]
public class ReportController(ReportService reports) : ControllerBase
{
    [HttpGet("/report")]
    public IActionResult Get(string file)
    {
        var result = reports.Count(file);
        return result.Succeeded ? Ok(result.Value) : StatusCode(500, result.Error);
    }
}

// [Good CWE-209] a result type that carries a code
public record CodeResult<T>(bool Succeeded, T? Value, string? Error);

// [same case]
public class CodeService(ILogger<CodeService> logger)
{
    public CodeResult<int> Count(string file)
    {
        try
        {
            return new(true, File.ReadAllLines("/srv/reports/" + Path.GetFileName(file)).Length, null);
        }
        catch (IOException exception)
        {
            logger.LogWarning(exception, "Report is missing");
            return new(false, 0, "report_missing");
        }
    }
}

// [same case]
public class CodeController(CodeService reports) : ControllerBase
{
    [HttpGet("/code-report")]
    public IActionResult Get(string file)
    {
        var result = reports.Count(file);
        return result.Succeeded ? Ok(result.Value) : NotFound(result.Error);
    }
}

// [Bad CWE-209] a hub tells its caller
public class WorkHub : Hub
{
    public async Task Run(int id)
    {
        try
        {
            await Task.Delay(id);
        }
        catch (Exception exception)
        {
            await Clients.Caller.SendAsync("failed", exception.ToString());
        }
    }
}

// [Good CWE-209] a hub tells its caller that it failed
public class WorkGoodHub : Hub
{
    public async Task Run(int id)
    {
        try
        {
            await Task.Delay(id);
        }
        catch (Exception)
        {
            throw new HubException("The work failed.");
        }
    }
}

// [Bad CWE-532] options with a key are logged
public class MailOptions { public string Host { get; set; } = ""; public string ApiKey { get; set; } = ""; }

// [same case]
public class MailSender(IOptions<MailOptions> options, ILogger<MailSender> logger)
{
    public void Start() => logger.LogInformation("Sending by {Host} with key {Key}", options.Value.Host, options.Value.ApiKey);
}

// [Good CWE-532] options without the key are logged
public class QuietOptions { public string Host { get; set; } = ""; public string ApiKey { get; set; } = ""; }

// [same case]
public class QuietSender(IOptions<QuietOptions> options, ILogger<QuietSender> logger)
{
    public void Start() => logger.LogInformation("Sending by {Host}, key {State}", options.Value.Host, string.IsNullOrEmpty(options.Value.ApiKey) ? "missing" : "present");
}

// [Bad CWE-532] a password typed at the console is traced
public class Tool
{
    public void Run()
    {
        Console.Write("Password: ");
        string password = Console.ReadLine()!;
        Trace.WriteLine("password is " + password);
    }
}

// [Good CWE-532] a password typed at the console is used
public class ToolGood
{
    public bool Run(Func<string, bool> signIn)
    {
        Console.Write("Password: ");
        string password = Console.ReadLine()!;
        var ok = signIn(password);
        Trace.WriteLine("signed in: " + ok);
        return ok;
    }
}

// [Bad CWE-359] a card's number in an event
public class PaymentController(ILogger<PaymentController> logger) : ControllerBase
{
    public record Card(string CardNumber, string Holder, int Month);

    [HttpPost("/pay")]
    public IActionResult Pay(Card card)
    {
        logger.LogInformation("Charging {CardNumber}", card.CardNumber);
        return Accepted();
    }
}

// [Good CWE-359] the card's last digits
public class PaymentGoodController(ILogger<PaymentGoodController> logger) : ControllerBase
{
    public record Card(string CardNumber, string Holder, int Month);

    [HttpPost("/pay-good")]
    public IActionResult Pay(Card card)
    {
        logger.LogInformation("Charging a card that expires in {Month}", card.Month);
        return Accepted();
    }
}
