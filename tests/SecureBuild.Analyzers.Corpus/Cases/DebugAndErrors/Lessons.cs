// Errors in the style of lessons and answers.
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.DebugAndErrors.Lessons;

// [Bad CWE-209] the exception is the answer
[ApiController]
public class ValuesController : ControllerBase
{
    [HttpGet("/values")]
    public IActionResult Get()
    {
        try
        {
            return Ok(int.Parse("x"));
        }
        catch (Exception ex)
        {
            return StatusCode(StatusCodes.Status500InternalServerError, ex);
        }
    }
}

// [Good CWE-209] a code is the answer
[ApiController]
public class SafeValuesController(ILogger<SafeValuesController> logger) : ControllerBase
{
    [HttpGet("/safe-values")]
    public IActionResult Get()
    {
        try
        {
            return Ok(int.Parse("x"));
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "Values");
            return StatusCode(StatusCodes.Status500InternalServerError, "E1001");
        }
    }
}

// [Bad CWE-209] a dictionary of everything
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapGet("/all", () =>
    {
        try
        {
            return Results.Ok(File.ReadAllText("/etc/shop/menu"));
        }
        catch (IOException ex)
        {
            var details = new Dictionary<string, object?> { ["message"] = ex.Message, ["trace"] = ex.StackTrace };
            return Results.BadRequest(details);
        }
    });
}

// [Good CWE-209] the text of a rule that we wrote
public sealed class RuleException(string message) : Exception(message);

// [same case]
public static class SafeEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/rule", () =>
    {
        try
        {
            return Results.Ok(1);
        }
        catch (IOException)
        {
            return Results.BadRequest("The menu cannot be read.");
        }
    });
}

// [Bad CWE-209] a hub tells the caller
public class ChatHub : Hub
{
    public async Task Send(string text)
    {
        try
        {
            await Clients.All.SendAsync("text", text);
        }
        catch (Exception e)
        {
            await Clients.Caller.SendAsync("error", e.ToString());
        }
    }
}

// [Bad CWE-489] the page for developers unless it is the test
public static class Pages
{
    public static void Use(WebApplication app)
    {
        if (!app.Environment.IsEnvironment("Test"))
            app.UseDeveloperExceptionPage();
    }
}

// [Good CWE-489] the page for developers, by a variable
public static class SafePages
{
    public static void Use(WebApplication app)
    {
        var isDevelopment = app.Environment.IsDevelopment();
        if (!isDevelopment)
        {
            app.UseExceptionHandler("/error");
            app.UseHsts();
        }
        else
        {
            app.UseDeveloperExceptionPage();
        }
    }
}
