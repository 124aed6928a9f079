// What is for developers, in teams' start-up code and filters.
using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.DebugAndErrors.Teams;

// [Bad CWE-209] problem details with the trace
public static class Problems
{
    public static void Add(IServiceCollection services) => services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
    {
        var error = context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is not null)
            context.ProblemDetails.Extensions["trace"] = error.StackTrace;
    });
}

// [Good CWE-209] problem details with a number
public static class NumberedProblems
{
    public static void Add(IServiceCollection services) => services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        context.ProblemDetails.Extensions["requestId"] = context.HttpContext.TraceIdentifier);
}

// [Bad CWE-209] a handler for exceptions that tells what it knows
public sealed class TalkativeHandler(ILogger<TalkativeHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        logger.LogError(exception, "failed");
        context.Response.StatusCode = 500;
        await context.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Error", Detail = exception.ToString() }, cancellation);
        return true;
    }
}

// [Good CWE-209] a handler for exceptions that tells nothing
public sealed class QuietHandler(ILogger<QuietHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        logger.LogError(exception, "failed");
        context.Response.StatusCode = 500;
        await context.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Error", Status = 500 }, cancellation);
        return true;
    }
}

// [Bad CWE-209] a hub tells what went wrong in full
public class OrdersHub : Hub
{
    public async Task Place(int number)
    {
        try
        {
            await Clients.All.SendAsync("placed", number);
        }
        catch (Exception exception)
        {
            throw new HubException(exception.ToString());
        }
    }
}

// [Good CWE-209] a hub tells that something went wrong
public class QuietOrdersHub(ILogger<QuietOrdersHub> logger) : Hub
{
    public async Task Place(int number)
    {
        try
        {
            await Clients.All.SendAsync("placed", number);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Order {Number}", number);
            throw new HubException("The order could not be placed.");
        }
    }
}

// [Bad CWE-489] the developers' page for everything but production's name with a typing error
public static class Startup
{
    public static void Configure(WebApplication app)
    {
        app.UseDeveloperExceptionPage();
        if (app.Environment.IsProduction())
            app.UseHsts();
    }
}

// [Good CWE-489] the developers' page for developers
public static class CarefulStartup
{
    public static void Configure(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        else
            app.UseHsts();
    }
}

// [Bad CWE-497] what the machine is, for whoever asks
public static class Diagnosis
{
    public static void Map(WebApplication app) => app.MapGet("/diag", () => Results.Json(new
    {
        Environment.MachineName,
        Environment.UserName,
        Directory = Environment.CurrentDirectory,
        Command = Environment.CommandLine,
    }));
}

// [Good CWE-497] how long the process runs, for whoever asks
public static class Uptime
{
    public static void Map(WebApplication app) => app.MapGet("/uptime", () => Results.Json(new { Seconds = Environment.TickCount64 / 1000 }));
}
