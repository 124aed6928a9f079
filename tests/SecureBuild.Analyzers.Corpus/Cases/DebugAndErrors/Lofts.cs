// What is for developers, in an older Startup.
namespace Corpus.DebugAndErrors.Lofts;

public sealed class OldStartup
{
    // [Bad CWE-489] the page for developers whenever it is not production's name spelt so
    public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        if (environment.EnvironmentName != "prod")
            app.UseDeveloperExceptionPage();
        app.UseRouting();
    }

    // [Good CWE-489] only while developing
    public void ConfigureSafely(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            app.UseDeveloperExceptionPage();
        else
            app.UseExceptionHandler("/error");
        app.UseRouting();
    }
}

public static class DiagnosticEndpoints
{
    // [Bad CWE-497] the environment's variables to everybody
    public static void MapEnvironment(WebApplication app) =>
        app.MapGet("/debug/env", () => Results.Json(Environment.GetEnvironmentVariables()));

    // [Good CWE-497] the version of the application
    public static void MapVersion(WebApplication app) =>
        app.MapGet("/version", () => Results.Json(new { Version = typeof(DiagnosticEndpoints).Assembly.GetName().Version?.ToString() }));
}
