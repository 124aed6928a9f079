using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Accounts;

public class TransfersController(ILogger<TransfersController> logger, IWebHostEnvironment environment) : ControllerBase
{
    // [Bad CWE-209] the exception with its stack trace is the answer
    public IActionResult Transfer(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            return StatusCode(500, exception.ToString());
        }
    }

    // [Good CWE-209] the exception is logged, the answer is general
    public IActionResult TransferLogged(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Booking failed");
            return StatusCode(500, "The booking failed.");
        }
    }

    // [Bad CWE-209] the stack trace is the answer
    public IActionResult Trace(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            return BadRequest(new { error = "failed", details = exception.StackTrace });
        }
    }

    // [Good CWE-209] the trace's identifier is the answer
    public IActionResult TraceIdentifier(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Booking failed");
            return StatusCode(500, new { error = "failed", trace = HttpContext.TraceIdentifier });
        }
    }

    // [Bad CWE-209] the message of any exception, a database's for instance
    public IActionResult Message(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            return Problem(detail: exception.Message, statusCode: 500);
        }
    }

    // [Good CWE-209] a problem without details
    public IActionResult ProblemOnly(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception)
        {
            return Problem(detail: "Please try again.", statusCode: 500);
        }
    }

    // [Bad CWE-209] written to the response by hand
    public async Task Written(decimal amount)
    {
        try
        {
            Book(amount);
        }
        catch (InvalidOperationException exception)
        {
            Response.StatusCode = 500;
            await Response.WriteAsync("Error: " + exception);
        }
    }

    // [Good CWE-209] the details only in development
    public IActionResult Development(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            if (environment.IsDevelopment())
                return StatusCode(500, exception.ToString());
            return StatusCode(500);
        }
    }

    // [Bad CWE-209] a helper makes the answer
    public IActionResult Helper(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            return StatusCode(500, Describe(exception));
        }
    }

    static string Describe(Exception exception)
    {
        var inner = exception.InnerException?.StackTrace;
        return exception.GetType().Name + Environment.NewLine + exception.StackTrace + inner;
    }

    // [Good CWE-209] a helper maps the exception to a code
    public IActionResult HelperCode(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            return StatusCode(500, CodeOf(exception));
        }
    }

    static string CodeOf(Exception exception) => exception switch { TimeoutException => "E-TIME", ArgumentException => "E-ARG", _ => "E-OTHER" };

    // [Bad CWE-209] a header
    public IActionResult Header(decimal amount)
    {
        try
        {
            return Ok(Book(amount));
        }
        catch (Exception exception)
        {
            Response.Headers["X-Error"] = exception.StackTrace?.Replace(Environment.NewLine, " | ");
            return StatusCode(500);
        }
    }

    // [Bad CWE-209] a property of a model that is returned
    public ActionResult<Outcome> Model(decimal amount)
    {
        var outcome = new Outcome();
        try
        {
            outcome.Balance = Book(amount);
        }
        catch (Exception exception)
        {
            outcome.Error = exception.ToString();
        }
        return outcome.Error is null ? Ok(outcome) : StatusCode(500, outcome);
    }

    // [Good CWE-209] the model tells that it failed
    public ActionResult<Outcome> ModelFlag(decimal amount)
    {
        var outcome = new Outcome();
        try
        {
            outcome.Balance = Book(amount);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "failed");
            outcome.Error = "failed";
        }
        return Ok(outcome);
    }

    static decimal Book(decimal amount) => amount > 0 ? amount : throw new InvalidOperationException("no amount");
}

public class Outcome { public decimal Balance { get; set; } public string? Error { get; set; } }

// [Bad CWE-209] an exception filter answers with the exception
public class DetailedFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new { message = context.Exception.Message, trace = context.Exception.StackTrace }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-209] an exception filter logs the exception
public class LoggingFilter(ILogger<LoggingFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        logger.LogError(context.Exception, "unhandled");
        context.Result = new ObjectResult(new { message = "Something went wrong." }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-209] middleware writes the exception
public class ErrorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsJsonAsync(new { error = exception.ToString() });
        }
    }
}

// [Good CWE-209] middleware writes a general text
public class ErrorMiddlewareSafe(RequestDelegate next, ILogger<ErrorMiddlewareSafe> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "unhandled");
            context.Response.StatusCode = 500;
            await context.Response.WriteAsJsonAsync(new { error = "internal error" });
        }
    }
}

// [Bad CWE-209] the exception handler's feature
public class ErrorController : ControllerBase
{
    [Route("/error")]
    public IActionResult Error()
    {
        var feature = HttpContext.Features.Get<IExceptionHandlerFeature>()!;
        return Content(feature.Error.StackTrace ?? "", "text/plain");
    }
}

// [Good CWE-209] the exception handler's feature is logged
public class ErrorControllerSafe(ILogger<ErrorControllerSafe> logger) : ControllerBase
{
    [Route("/error")]
    public IActionResult Error()
    {
        var feature = HttpContext.Features.Get<IExceptionHandlerFeature>()!;
        logger.LogError(feature.Error, "unhandled");
        return Problem(title: "An error occurred");
    }
}

// [Bad CWE-209] a minimal API
public static class BookingEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/book", (decimal amount) =>
    {
        try
        {
            return Results.Ok(100 / amount);
        }
        catch (DivideByZeroException exception)
        {
            return Results.Problem(exception.ToString());
        }
    });
}

// [Good CWE-209] a minimal API
public static class BookingEndpointSafe
{
    public static void Map(WebApplication app) => app.MapPost("/book", (decimal amount) =>
    {
        try
        {
            return Results.Ok(100 / amount);
        }
        catch (DivideByZeroException)
        {
            return Results.Problem("The amount must not be zero.");
        }
    });
}
