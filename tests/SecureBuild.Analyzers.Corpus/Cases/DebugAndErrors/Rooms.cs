// What is for developers.
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Corpus.DebugAndErrors.Rooms;

// [Bad CWE-209] hubs tell callers the details of errors, by a class of options
public sealed class HubSettings : IConfigureOptions<HubOptions>
{
    public void Configure(HubOptions options)
    {
        options.KeepAliveInterval = TimeSpan.FromSeconds(20);
        options.EnableDetailedErrors = true;
    }
}

// [Good CWE-209] hubs tell details to developers
public static class HubSettingsGood
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) =>
        services.AddSignalR(options => options.EnableDetailedErrors = environment.IsDevelopment());
}

// [Bad CWE-489] the page for developers outside of a condition on the environment
public static class Pipeline
{
    public static WebApplication UsePortal(this WebApplication app)
    {
        if (app.Configuration.GetValue("ShowErrors", true))
            app.UseDeveloperExceptionPage();
        app.UseRouting();
        return app;
    }
}

// [Bad CWE-489] the condition is the wrong way round
public static class ReversedPipeline
{
    public static void Configure(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error");
        else
            app.UseDeveloperExceptionPage();
    }
}

// [Good CWE-489] the environment is kept in a variable
public static class VariablePipeline
{
    public static void Configure(WebApplication app)
    {
        var developing = app.Environment.IsDevelopment() || app.Environment.IsEnvironment("Local");
        if (developing)
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler("/error");
    }
}

// [Good CWE-489] the other environments return first
public static class EarlyReturnPipeline
{
    public static void Configure(WebApplication app)
    {
        app.UseExceptionHandler("/error");
        if (!app.Environment.IsDevelopment())
            return;
        app.UseDeveloperExceptionPage();
    }
}

// [Bad CWE-215] the values of parameters are logged in every environment
public static class Database
{
    public static void Add(IServiceCollection services, string connection) => services.AddDbContext<ShopContext>(options =>
    {
        options.UseSqlServer(connection);
        options.EnableSensitiveDataLogging();
    });

    public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);
}

// [Good CWE-215] only while developing
public static class DatabaseGood
{
    public static void Add(IServiceCollection services, string connection, IHostEnvironment environment) => services.AddDbContext<LagerContext>(options =>
    {
        options.UseSqlServer(connection);
        options.EnableSensitiveDataLogging(environment.IsDevelopment());
    });

    public sealed class LagerContext(DbContextOptions<LagerContext> options) : DbContext(options);
}

// [Bad CWE-209] the handler of errors answers with the exception
public static class ErrorEndpoint
{
    public static void Map(WebApplication app) => app.UseExceptionHandler(errors => errors.Run(async context =>
    {
        var feature = context.Features.Get<IExceptionHandlerFeature>();
        context.Response.StatusCode = 500;
        await context.Response.WriteAsJsonAsync(new { message = feature?.Error.Message, stack = feature?.Error.StackTrace });
    }));
}

// [Good CWE-209] the handler of errors answers with a number
public static class ErrorEndpointGood
{
    public static void Map(WebApplication app) => app.UseExceptionHandler(errors => errors.Run(async context =>
    {
        var feature = context.Features.Get<IExceptionHandlerFeature>();
        app.Logger.LogError(feature?.Error, "Unhandled error {Trace}", context.TraceIdentifier);
        context.Response.StatusCode = 500;
        await context.Response.WriteAsJsonAsync(new { trace = context.TraceIdentifier });
    }));
}

// [Bad CWE-209] problem details carry the exception
public sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = { Title = "Error", Detail = exception.ToString() } });
    }
}

// [Good CWE-209] problem details without it
public sealed class ProblemHandlerGood(IProblemDetailsService problems, ILogger<ProblemHandlerGood> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        logger.LogError(exception, "Unhandled");
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = { Title = "Error", Detail = "Something went wrong." } });
    }
}

// [Bad CWE-209] problem details for all, customised with the stack
public static class ProblemSetup
{
    public static void Add(IServiceCollection services) => services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
    {
        var error = context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.ProblemDetails.Extensions["exception"] = error?.ToString();
    });
}

// [Bad CWE-209] an MVC filter with the message of any exception
public sealed class ErrorFilter : Microsoft.AspNetCore.Mvc.Filters.IExceptionFilter
{
    public void OnException(Microsoft.AspNetCore.Mvc.Filters.ExceptionContext context)
    {
        context.Result = new ObjectResult(new { error = context.Exception.Message, inner = context.Exception.InnerException?.Message }) { StatusCode = 500 };
        context.ExceptionHandled = true;
    }
}
