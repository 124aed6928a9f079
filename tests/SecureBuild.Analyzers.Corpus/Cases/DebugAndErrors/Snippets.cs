// What belongs to developers, in small samples.
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.DebugAndErrors.Snippets;

// [Bad CWE-209] a filter tells all
public sealed class TellingFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new { error = context.Exception.ToString() }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Good CWE-209] a filter tells a number
public sealed class QuietFilter(ILogger<QuietFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var id = Guid.NewGuid();
        logger.LogError(context.Exception, "Failure {Id}", id);
        context.Result = new ObjectResult(new { error = "Something went wrong.", id }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}

// [Bad CWE-209] a handler of exceptions tells all
public sealed class TellingHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsJsonAsync(new ProblemDetails { Title = "Error", Detail = exception.StackTrace }, cancellationToken);
        return true;
    }
}

// [Good CWE-209] a handler of exceptions tells all in development
public sealed class DevelopmentHandler(IHostEnvironment environment) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = new ProblemDetails { Title = "Error", Status = 500 };
        if (environment.IsDevelopment())
            problem.Detail = exception.ToString();
        await context.Response.WriteAsJsonAsync(problem, cancellationToken);
        return true;
    }
}

// [Bad CWE-489] the page for developers by a field that is always true
public sealed class AlwaysDeveloper
{
    const bool ShowErrors = true;

    public void Configure(IApplicationBuilder app)
    {
        if (ShowErrors)
            app.UseDeveloperExceptionPage();
        app.UseRouting();
    }
}

// [Good CWE-489] the page for developers by a helper
public static class ErrorPages
{
    public static void UseErrors(this WebApplication app)
    {
        if (IsLocal(app.Environment))
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler("/error");
    }

    static bool IsLocal(IHostEnvironment environment) => environment.IsDevelopment() || environment.IsEnvironment("Local");
}

// [Bad CWE-209] the error to the client by middleware
public sealed class ErrorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception problem)
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync(problem.Message + Environment.NewLine + problem.StackTrace);
        }
    }
}

// [Good CWE-209] the error to the log by middleware
public sealed class QuietErrorMiddleware(RequestDelegate next, ILogger<QuietErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception problem)
        {
            logger.LogError(problem, "Request failed");
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync("Internal error, number " + context.TraceIdentifier);
        }
    }
}

// [Bad CWE-209] gRPC tells the client
public class Greeter
{
    public Task<string> Call(Func<string> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception e)
        {
            throw new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Internal, e.ToString()));
        }
    }
}

// [Bad CWE-209] the handler of the whole application tells all
public static class ShowPii
{
    public static void Build(WebApplication app)
    {
        app.UseExceptionHandler(errors => errors.Run(async context =>
        {
            var error = context.Features.Get<IExceptionHandlerPathFeature>()?.Error;
            await context.Response.WriteAsJsonAsync(new { error?.Message, error?.StackTrace, Inner = error?.InnerException?.ToString() });
        }));
    }
}

// [Good CWE-209] the kind of problem only
public static class HidePii
{
    public static void Build(WebApplication app)
    {
        app.UseExceptionHandler(errors => errors.Run(async context =>
        {
            var error = context.Features.Get<IExceptionHandlerPathFeature>()?.Error;
            context.Response.StatusCode = error is TimeoutException ? 504 : 500;
            await context.Response.WriteAsJsonAsync(new { message = error is TimeoutException ? "Too slow" : "Broken" });
        }));
    }
}
