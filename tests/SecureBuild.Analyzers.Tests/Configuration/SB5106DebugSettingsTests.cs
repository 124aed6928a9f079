using Microsoft.CodeAnalysis;
using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5106DebugSettings>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5106DebugSettingsTests
{
    [Fact]
    public async Task Debug_settings_for_production_are_reported()
    {
        await Check.FileAsync("appsettings.json", """
            {
              "Logging": { "LogLevel": { "Default": "[|Debug|]", "Microsoft.AspNetCore": "Warning" }, "Console": { "LogLevel": { "Default": "[|Trace|]" } } },
              "Serilog": { "MinimumLevel": { "Default": "[|Verbose|]" } }, "DetailedErrors": [|true|], "EnableSensitiveDataLogging": "[|true|]",
            }
            """, DiagnosticSeverity.Info);
        await Check.FileAsync("Dockerfile", "FROM runtime:10.0\n[|ENV ASPNETCORE_ENVIRONMENT=Development|]\n", DiagnosticSeverity.Info);
    }

    [Fact]
    public async Task Settings_for_production_and_files_for_development_are_not_reported()
    {
        await Check.FileAsync("appsettings.json", """{ "Logging": { "LogLevel": { "Default": "Information" } }, "DetailedErrors": false, "Mode": "Debug", "AllowedHosts": "*" }""");
        await Check.FileAsync("appsettings.Development.json", """{ "Logging": { "LogLevel": { "Default": "Debug" } }, "DetailedErrors": true }""");
    }
}
