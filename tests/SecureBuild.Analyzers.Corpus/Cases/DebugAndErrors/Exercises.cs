// What went wrong, and who is told.
using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.DebugAndErrors.Exercises;

// [Bad CWE-209] a filter answers with the exception as text
public class ErrorFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new { error = context.Exception.ToString() }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-209] a filter answers with a number for the log
public class QuietErrorFilter(ILogger<QuietErrorFilter> logger) : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        var number = Guid.NewGuid();
        logger.LogError(context.Exception, "Request failed ({Number})", number);
        context.Result = new ObjectResult(new { error = number }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-209] the handler of exceptions puts the trace into the problem
public class Handler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = new ProblemDetails { Title = "Sorry", Status = 500 };
        problem.Extensions["trace"] = exception.StackTrace;
        await httpContext.Response.WriteAsJsonAsync(problem, cancellationToken);
        return true;
    }
}

// [Good CWE-209] the handler of exceptions says that there was one
public class QuietHandler(ILogger<QuietHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        logger.LogError(exception, "Unhandled");
        var problem = new ProblemDetails { Title = "Sorry", Status = 500 };
        problem.Extensions["trace"] = Activity.Current?.Id ?? httpContext.TraceIdentifier;
        await httpContext.Response.WriteAsJsonAsync(problem, cancellationToken);
        return true;
    }
}

public class Orders : ControllerBase
{
    // [Bad CWE-209] the innermost message, by a helper
    [HttpGet]
    public IActionResult Load(int id)
    {
        try
        {
            return Ok(System.IO.File.ReadAllText($"/srv/orders/{id}"));
        }
        catch (Exception e)
        {
            return Problem(detail: Innermost(e), statusCode: 500);
        }
    }

    static string Innermost(Exception e)
    {
        while (e.InnerException != null)
            e = e.InnerException;
        return e.Message;
    }

    // [Good CWE-209] our own exception, whose message is meant for the caller
    [HttpPost]
    public IActionResult Save(int count)
    {
        try
        {
            if (count < 1)
                throw new OrderException("The count has to be at least one.");
            return Ok();
        }
        catch (OrderException e)
        {
            return BadRequest(e.Message);
        }
    }

    // [Bad CWE-209] the feature of the error page, as it stands
    [Route("/error")]
    public IActionResult Error()
    {
        var feature = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        return StatusCode(500, $"{feature?.Path}: {feature?.Error}");
    }
}

public class OrderException(string message) : Exception(message);

// [Bad CWE-489] the page for developers, on a flag that is always on
public static class Pages
{
    private const bool ShowDetails = true;

    public static void Use(WebApplication app)
    {
        if (ShowDetails)
            app.UseDeveloperExceptionPage();
        app.MapGet("/", () => "hello");
    }
}

// [Good CWE-489] the page for developers, for developers
public static class DeveloperPages
{
    public static void Use(WebApplication app)
    {
        if (app.Environment.IsProduction())
            app.UseExceptionHandler("/error");
        else if (app.Environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        app.MapGet("/", () => "hello");
    }
}

// [Bad CWE-209] SignalR tells its clients
public static class Hubs
{
    public static void Add(IServiceCollection services) =>
        services.AddSignalR().AddHubOptions<Chat>(options => options.EnableDetailedErrors = true);
}

public class Chat : Hub;

// [Good CWE-209] SignalR tells developers
public static class QuietHubs
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) =>
        services.AddSignalR(options => options.EnableDetailedErrors = environment.IsDevelopment());
}
