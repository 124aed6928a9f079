using Microsoft.AspNetCore.Mvc;

namespace Errors.App;

public class ErrorsController(ILogger<ErrorsController> logger) : ControllerBase
{
    // [Bad CWE-209] the exception's text to the client
    [HttpGet]
    public IActionResult A() { try { return Ok(int.Parse("x")); } catch (Exception e) { return BadRequest(e.ToString()); } }

    // [Good CWE-209] a general text to the client, the exception to the log
    [HttpGet]
    public IActionResult B() { try { return Ok(int.Parse("x")); } catch (Exception e) { logger.LogError(e, "failed"); return StatusCode(500, "failed"); } }

    // [Bad CWE-209] the stack in a problem
    [HttpGet]
    public IActionResult C() { try { return Ok(int.Parse("x")); } catch (Exception e) { return Problem(detail: e.StackTrace, title: "x"); } }

    // [Good CWE-209] a number of the log's entry to the client
    [HttpGet]
    public IActionResult D()
    {
        try { return Ok(int.Parse("x")); }
        catch (Exception e)
        {
            var id = Guid.NewGuid();
            logger.LogError(e, "failed {Id}", id);
            return StatusCode(500, new { error = "internal", id });
        }
    }

    // [Bad CWE-209] message and inner message in an object
    [HttpGet]
    public IActionResult E() { try { return Ok(int.Parse("x")); } catch (Exception e) { return StatusCode(500, new { e.Message, inner = e.InnerException?.Message }); } }
}

static class Handlers
{
    // [Bad CWE-209] an exception handler writes the error
    public static void A(WebApplication app) => app.UseExceptionHandler(b => b.Run(async context =>
    {
        var error = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()!.Error;
        await context.Response.WriteAsync(error.Message + error.StackTrace);
    }));

    // [Good CWE-209] an exception handler writes a constant
    public static void B(WebApplication app) => app.UseExceptionHandler(b => b.Run(async context =>
    {
        var error = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()!.Error;
        app.Logger.LogError(error, "unhandled");
        await context.Response.WriteAsync("Something went wrong.");
    }));
}
