// What developers switch on.
using Microsoft.AspNetCore.Mvc;

namespace Corpus.DebugAndErrors.Workshops;

// [Bad CWE-209] the page for developers for everybody
public static class Pipeline
{
    public static void Use(WebApplication app)
    {
        app.UseDeveloperExceptionPage();
        app.UseRouting();
        app.MapControllers();
    }
}

// [Good CWE-209] the page for developers for developers
public static class DevelopmentPipeline
{
    public static void Use(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler("/error");
        app.MapControllers();
    }
}

// [Bad CWE-209] details of SignalR's errors
public static class Hubs
{
    public static void Add(IServiceCollection services) => services.AddSignalR(options => options.EnableDetailedErrors = true);
}

// [Good CWE-209] details of SignalR's errors by environment
public static class DevelopmentHubs
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddSignalR(options => options.EnableDetailedErrors = environment.IsDevelopment());
}

// [Bad CWE-489] development whatever the machine says
public static class Hosts
{
    public static WebApplicationBuilder Create(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Environments.Development });
}

// [Good CWE-489] what the machine says
public static class ProductionHosts
{
    public static WebApplicationBuilder Create(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });
}
