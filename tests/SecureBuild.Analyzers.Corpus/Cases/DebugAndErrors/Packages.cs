using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Windlass.Hosting;

public sealed class ErrorPageOptions
{
    public bool ShowDetails { get; set; }
}

// [Bad CWE-209] hubs of every application that installs the package tell what failed
internal sealed class ConfigureHubs : IConfigureOptions<HubOptions>
{
    public void Configure(HubOptions options)
    {
        options.MaximumParallelInvocationsPerClient = 2;
        options.EnableDetailedErrors = true;
    }
}

// [Good CWE-209] hubs tell it where one develops
internal sealed class ConfigureQuietHubs(IHostEnvironment environment) : IConfigureOptions<HubOptions>
{
    public void Configure(HubOptions options)
    {
        options.MaximumParallelInvocationsPerClient = 2;
        options.EnableDetailedErrors = environment.IsDevelopment();
    }
}

// [Bad CWE-489] the filter puts the developer's page in front of everything
internal sealed class ErrorPageStartupFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseDeveloperExceptionPage(new DeveloperExceptionPageOptions { SourceCodeLineCount = 20 });
        next(app);
    };
}

// [Good CWE-489] the filter puts it there for developers
internal sealed class DeveloperErrorPageStartupFilter(IWebHostEnvironment environment) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (environment.IsDevelopment())
            app.UseDeveloperExceptionPage(new DeveloperExceptionPageOptions { SourceCodeLineCount = 20 });
        next(app);
    };
}

// [Bad CWE-209] a middleware of the package answers with the exception
public sealed class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.LogError(exception, "Failed");
            await WriteAsync(context.Response, exception);
        }
    }

    static Task WriteAsync(HttpResponse response, Exception exception)
    {
        response.StatusCode = 500;
        return response.WriteAsJsonAsync(new { type = exception.GetType().FullName, message = exception.Message, trace = exception.StackTrace });
    }
}

// [Good CWE-209] a middleware of the package answers with a reference
public sealed class QuietErrorMiddleware(RequestDelegate next, ILogger<QuietErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.LogError(exception, "Failed");
            await WriteAsync(context.Response, context.TraceIdentifier);
        }
    }

    static Task WriteAsync(HttpResponse response, string reference)
    {
        response.StatusCode = 500;
        return response.WriteAsJsonAsync(new { title = "Something failed.", reference });
    }
}
