using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Capstan.Defaults;

public sealed class CapstanOptions
{
    public bool DetailedErrors { get; set; } = true;
}

public class AuditDb(DbContextOptions<AuditDb> options) : DbContext(options);

public static class CapstanExtensions
{
    // [Bad CWE-489] the package's pipeline shows the developer's page for every environment but one that nobody has
    public static WebApplication UseCapstan(this WebApplication app)
    {
        if (app.Environment.EnvironmentName != "Prod")
            app.UseDeveloperExceptionPage();
        app.UseHttpsRedirection();
        return app;
    }

    // [Good CWE-489] the package's pipeline shows it while one develops
    public static WebApplication UseQuietCapstan(this WebApplication app)
    {
        _ = app.Environment switch
        {
            { EnvironmentName: "Development" } => app.UseDeveloperExceptionPage(),
            _ => app.UseExceptionHandler("/error"),
        };
        app.UseHttpsRedirection();
        return app;
    }

    // [Bad CWE-215] statements with their parameters in the log of all
    public static IServiceCollection AddAudit(this IServiceCollection services, string connection, Action<CapstanOptions> configure = null)
    {
        var options = new CapstanOptions();
        configure?.Invoke(options);
        return services.AddDbContext<AuditDb>(db =>
        {
            db.UseSqlServer(connection);
            db.EnableSensitiveDataLogging(true);
        });
    }

    // [Good CWE-215] statements with their parameters in the log of developers
    public static IServiceCollection AddQuietAudit(this IServiceCollection services, string connection, IHostEnvironment environment) =>
        services.AddDbContext<AuditDb>(db =>
        {
            db.UseSqlServer(connection);
            db.EnableSensitiveDataLogging(environment.IsDevelopment());
        });

    // [Bad CWE-497] the endpoint of the package tells the machine's variables
    public static void MapDiagnostics(this IEndpointRouteBuilder app) =>
        app.MapGet("/diagnostics", () => Results.Json(new { Environment.MachineName, Variables = Environment.GetEnvironmentVariables() }));

    // [Good CWE-497] the endpoint of the package tells its version
    public static void MapVersion(this IEndpointRouteBuilder app) =>
        app.MapGet("/version", () => Results.Json(new { Version = typeof(CapstanExtensions).Assembly.GetName().Version!.ToString(3) }));
}
