using SecureBuild.Testing.Roslyn;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Web.SB4011DebugFeature>;

namespace SecureBuild.Analyzers.Tests.Web;

public sealed class SB4011DebugFeatureTests
{
    [Fact]
    public Task Switches_without_a_question_are_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Components.Server;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.IdentityModel.Logging;
        class C
        {
            void M(WebApplication app, IServiceCollection services, IWebHostBuilder host, DbContextOptionsBuilder options)
            {
                [|app.UseDeveloperExceptionPage()|];
                services.AddSignalR(o => { [|o.EnableDetailedErrors = true|]; });
                services.Configure<CircuitOptions>(o => [|o.DetailedErrors = true|]);
                [|host.UseEnvironment("Development")|];
                [|host.UseSetting(WebHostDefaults.DetailedErrorsKey, "true")|];
                [|options.EnableSensitiveDataLogging()|];
                [|IdentityModelEventSource.ShowPII = true|];
                var hub = new HubOptions { [|EnableDetailedErrors = true|] };
            }
        }
        namespace Microsoft.EntityFrameworkCore { public class DbContextOptionsBuilder { public void EnableSensitiveDataLogging(bool sensitiveDataLoggingEnabled = true) { } } }
        namespace Microsoft.IdentityModel.Logging { public static class IdentityModelEventSource { public static bool ShowPII { get; set; } } }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Questions_about_the_environment_are_understood() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        class C
        {
            void M(WebApplication app, IServiceCollection services, IWebHostEnvironment env, bool isDevelopment)
            {
                if (app.Environment.IsDevelopment())
                {
                    app.UseDeveloperExceptionPage();
                    services.AddSignalR(o => o.EnableDetailedErrors = true);
                }
                if (!env.IsProduction()) app.UseDeveloperExceptionPage();
                if (env.EnvironmentName == "Development") app.UseDeveloperExceptionPage();
                if (env.IsEnvironment("Local")) app.UseDeveloperExceptionPage();
                if (isDevelopment && app is not null) app.UseDeveloperExceptionPage();
                switch (env.EnvironmentName) { case "Development": app.UseDeveloperExceptionPage(); break; }
                var dev = env.IsDevelopment();
                if (dev) app.UseDeveloperExceptionPage(); else app.UseExceptionHandler("/error");
                services.AddSignalR(o => o.EnableDetailedErrors = env.IsDevelopment());
                services.AddSignalR(o => o.EnableDetailedErrors = false);
                if (env.IsProduction()) [|app.UseDeveloperExceptionPage()|];
                if (!env.IsDevelopment()) { app.UseHsts(); return; }
                app.UseDeveloperExceptionPage();
            }
            void ConfigureDevelopment(IApplicationBuilder app) => app.UseDeveloperExceptionPage();
        }
        """, TestSetup.AspNetCore);

    [Fact]
    public Task Without_the_api_nothing_is_reported() => Verify.AnalyzerAsync("""
        class App { public void UseDeveloperExceptionPage() { } public bool EnableDetailedErrors { get; set; } }
        class C { void M(App app) { app.UseDeveloperExceptionPage(); app.EnableDetailedErrors = true; } }
        """);
}
