using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Hosting;

public class HostDb(DbContextOptions<HostDb> options) : DbContext(options);

public static class HostModule
{
    // [Bad CWE-489] the developer's page, unless it is the tests
    public static WebApplication UseErrors(this WebApplication app)
    {
        if (!app.Environment.IsEnvironment("Testing"))
            app.UseDeveloperExceptionPage();
        return app;
    }

    // [Good CWE-489] the developer's page for developers
    public static WebApplication UseQuietErrors(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler("/error").UseHsts();
        return app;
    }

    // [Bad CWE-209] the circuit tells the browser what failed
    public static IServiceCollection AddCircuits(this IServiceCollection services)
    {
        services.AddServerSideBlazor().AddCircuitOptions(o => o.DetailedErrors = true);
        services.AddSignalR(o => o.KeepAliveInterval = TimeSpan.FromSeconds(10));
        return services;
    }

    // [Good CWE-209] the circuit tells developers what failed
    public static IServiceCollection AddQuietCircuits(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddServerSideBlazor().AddCircuitOptions(o => o.DetailedErrors = environment.IsDevelopment());
        services.AddSignalR(o => o.EnableDetailedErrors = environment.IsDevelopment());
        return services;
    }

    // [Bad CWE-209] the exception handler writes what it got
    public static IApplicationBuilder UseJsonErrors(this IApplicationBuilder app) => app.UseExceptionHandler(handler => handler.Run(async context =>
    {
        var feature = context.Features.Get<IExceptionHandlerPathFeature>();
        await context.Response.WriteAsJsonAsync(new { error = feature?.Error.Message, at = feature?.Error.StackTrace });
    }));

    // [Good CWE-209] the exception handler writes where one may ask
    public static IApplicationBuilder UseQuietJsonErrors(this IApplicationBuilder app) => app.UseExceptionHandler(handler => handler.Run(async context =>
    {
        var feature = context.Features.Get<IExceptionHandlerPathFeature>();
        await context.Response.WriteAsJsonAsync(new { error = "Something failed.", path = feature?.Path, trace = context.TraceIdentifier });
    }));

    // [Bad CWE-215] parameters of statements, with personal data, in the log
    public static IServiceCollection AddHostDb(this IServiceCollection services, string connection) =>
        services.AddDbContext<HostDb>(o => o.UseSqlServer(connection).EnableSensitiveDataLogging());
}
