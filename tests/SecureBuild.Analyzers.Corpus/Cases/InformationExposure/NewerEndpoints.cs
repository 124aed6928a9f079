using Grpc.Core;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Tram.Lines;

public class LineRequest { public string Name { get; set; } = ""; }
public class LineReply { }

public static class Lines
{
    [BindServiceMethod(typeof(Lines), "BindService")]
    public abstract class LinesBase
    {
        public virtual Task<LineReply> Open(LineRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-209] gRPC: the stack trace as a status's detail
public class LinesService : Lines.LinesBase
{
    public override Task<LineReply> Open(LineRequest request, ServerCallContext context)
    {
        try
        {
            return Task.FromResult(new LineReply());
        }
        catch (Exception exception)
        {
            throw new RpcException(new Status(StatusCode.Internal, exception.StackTrace ?? ""));
        }
    }
}

// [Good CWE-209] gRPC: a sentence as a status's detail
public class SafeLinesService(ILogger<SafeLinesService> logger) : Lines.LinesBase
{
    public override Task<LineReply> Open(LineRequest request, ServerCallContext context)
    {
        try
        {
            return Task.FromResult(new LineReply());
        }
        catch (InvalidOperationException exception)
        {
            logger.LogError(exception, "Opening failed");
            throw new RpcException(new Status(StatusCode.Internal, "The line could not be opened."));
        }
    }
}

// [Bad CWE-209] SignalR: what was thrown goes to all clients
public class TramHub : Hub
{
    public async Task Start(string line)
    {
        try
        {
            await File.WriteAllTextAsync("/srv/trams/started", "1");
        }
        catch (IOException exception)
        {
            await Clients.All.SendAsync("failed", exception.ToString());
        }
    }
}

// [Bad CWE-209] an exception filter answers with the exception's text
public class FailureFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new { error = context.Exception.ToString() }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-209] an exception filter answers with a number that the log knows
public class NumberFilter(ILogger<NumberFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var number = Guid.NewGuid();
        logger.LogError(context.Exception, "Failure {Number}", number);
        context.Result = new ObjectResult(new { number }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-209] an exception handler writes the message and the stack
public class TellingHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Error", Detail = exception.ToString() }, cancellationToken);
        return true;
    }
}

// [Good CWE-209] an exception handler writes a sentence
public class QuietHandler(ILogger<QuietHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        logger.LogError(exception, "Unhandled");
        await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Error", Detail = "Please try again." }, cancellationToken);
        return true;
    }
}

public class StopModel : PageModel
{
    public string? Message { get; private set; }

    // [Bad CWE-209] Razor Pages: the page's own data has the stack
    public IActionResult OnPost()
    {
        try
        {
            return RedirectToPage("Index");
        }
        catch (Exception exception)
        {
            return Content("Sorry: " + exception.StackTrace);
        }
    }
}

public static class TramEndpoints
{
    // [Bad CWE-209] a minimal API: a problem with the exception in it
    public static void MapLines(this WebApplication app) => app.MapPost("/lines", (LineRequest line) =>
    {
        try
        {
            return Results.Ok(line.Name.Length);
        }
        catch (Exception exception)
        {
            return Results.Problem(exception.ToString());
        }
    });

    // [Good CWE-209] a minimal API: a problem with a sentence
    public static void MapStops(this WebApplication app) => app.MapPost("/stops", (LineRequest line) =>
    {
        try
        {
            return Results.Ok(line.Name.Length);
        }
        catch (InvalidOperationException exception)
        {
            app.Logger.LogError(exception, "stops");
            return Results.Problem("The stop could not be opened.");
        }
    });
}
