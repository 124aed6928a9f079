// What leaks when things go wrong.
using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Grpc.Core;

namespace Corpus.DebugAndErrors.Drills;

// [Bad CWE-209] an endpoint gives back the exception's message
public static class Endpoints
{
    public static void Map(WebApplication app) => app.MapGet("/report", () =>
    {
        try
        {
            return Results.Ok(File.ReadAllText("/srv/report"));
        }
        catch (IOException e)
        {
            return Results.Problem(e.Message);
        }
    });
}

// [Good CWE-209] an endpoint says only that it failed
public static class QuietEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/report", (ILogger<Program> logger) =>
    {
        try
        {
            return Results.Ok(File.ReadAllText("/srv/report"));
        }
        catch (IOException e)
        {
            logger.LogError(e, "The report cannot be read");
            return Results.Problem("The report cannot be read.");
        }
    });
}

public class Program;

// [Bad CWE-209] a middleware writes what it caught
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
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            var text = string.Join(Environment.NewLine, exception.GetType().FullName, exception.Message, exception.StackTrace);
            await context.Response.WriteAsync(text);
        }
    }
}

// [Good CWE-209] a middleware writes what it caught while developing
public class DevelopmentMiddleware(RequestDelegate next, IWebHostEnvironment environment)
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
            await context.Response.WriteAsync(environment.IsDevelopment() ? exception.ToString() : "Sorry");
        }
    }
}

// [Bad CWE-209] a call of gRPC ends with the exception's text
public class Remote
{
    public Task<string> Run(Func<string> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception e)
        {
            throw new RpcException(new Status(StatusCode.Internal, e.ToString()));
        }
    }
}

// [Bad CWE-209] problems of all requests have their exceptions
public static class Problems
{
    public static void Add(IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            if (context.Exception is { } exception)
                context.ProblemDetails.Extensions["exception"] = exception.ToString();
        });
}

// [Good CWE-209] problems of all requests have a number
public static class NumberedProblems
{
    public static void Add(IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["request"] = context.HttpContext.TraceIdentifier);
}

// [Bad CWE-209] model errors with the exceptions behind them
public class FormController : ControllerBase
{
    [HttpPost]
    public IActionResult Post()
    {
        var errors = ModelState.Values.SelectMany(value => value.Errors).Select(error => error.Exception?.ToString() ?? error.ErrorMessage);
        return BadRequest(errors);
    }
}

// [Good CWE-209] model errors with their messages
public class QuietFormController : ControllerBase
{
    [HttpPost]
    public IActionResult Post() => BadRequest(ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage));
}

// [Bad CWE-209] the hub tells its clients, by the options of the server
public static class Detailed
{
    public static void Add(IServiceCollection services)
    {
        var details = true;
        services.AddServerSideBlazor(options => options.DetailedErrors = details);
    }
}
