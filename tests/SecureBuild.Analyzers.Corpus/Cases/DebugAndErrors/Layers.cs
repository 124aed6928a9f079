using Microsoft.AspNetCore.Builder;

namespace Layers;

// [Bad CWE-489] the developers' page for everybody
public static class OpenPipeline
{
    public static void Configure(IApplicationBuilder app)
    {
        app.UseDeveloperExceptionPage();
        app.UseRouting();
    }
}

// [Good CWE-489] the developers' page for developers
public static class ClosedPipeline
{
    public static void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler("/error");
    }
}

// [Bad CWE-497] the hub's errors in full
public static class HubErrors
{
    public static void Add(IServiceCollection services) => services.AddSignalR(options => options.EnableDetailedErrors = true);
}

// [Good CWE-497] the hub's errors in full for developers
public static class SafeHubErrors
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddSignalR(options => options.EnableDetailedErrors = environment.IsDevelopment());
}

// [Bad CWE-497] the machine's details
public static class MachineEndpoint
{
    public static void Map(WebApplication app) => app.MapGet("/debug", () => new { Environment.MachineName, Environment.UserName, Variables = Environment.GetEnvironmentVariables() });
}
