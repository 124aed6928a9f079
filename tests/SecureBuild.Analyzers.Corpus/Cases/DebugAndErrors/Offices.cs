// What is for developers, by options and middleware.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.DebugAndErrors.Offices;

// [Bad CWE-209] a base controller tells what went wrong
public abstract class SafeController : ControllerBase
{
    protected IActionResult Try(Func<IActionResult> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            return StatusCode(500, new { error = exception.Message, inner = exception.InnerException?.ToString() });
        }
    }
}

// [Good CWE-209] a base controller tells that something went wrong
public abstract class QuietController(ILogger logger) : ControllerBase
{
    protected IActionResult Try(Func<IActionResult> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "failed");
            return StatusCode(500, new { error = "internal", id = HttpContext.TraceIdentifier });
        }
    }
}

// [Bad CWE-209] an extension that makes an answer of an error
public static class Answers
{
    public static IResult ToResult(this Exception exception) => Results.Problem(detail: exception.StackTrace, title: exception.Message);

    public static void Map(WebApplication app) => app.MapGet("/work", (Func<int> work) =>
    {
        try
        {
            return Results.Ok(work());
        }
        catch (InvalidOperationException exception)
        {
            return exception.ToResult();
        }
    });
}

// [Good CWE-209] an extension that makes an answer of the kind of an error
public static class QuietAnswers
{
    public static IResult ToQuietResult(this Exception exception) => exception switch
    {
        ArgumentException => Results.BadRequest(),
        TimeoutException => Results.StatusCode(504),
        _ => Results.StatusCode(500),
    };

    public static void Map(WebApplication app) => app.MapGet("/quiet-work", (Func<int> work) =>
    {
        try
        {
            return Results.Ok(work());
        }
        catch (InvalidOperationException exception)
        {
            return exception.ToQuietResult();
        }
    });
}

// [Bad CWE-489] details of errors for a circuit, whatever the environment
public static class CircuitSetup
{
    public static void Add(IServiceCollection services) => services.AddServerSideBlazor().AddCircuitOptions(options => options.DetailedErrors = true);
}

// [Good CWE-489] details of errors for a circuit in development
public static class DevelopmentCircuitSetup
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddServerSideBlazor().AddCircuitOptions(options => options.DetailedErrors = builder.Environment.IsDevelopment());
}
