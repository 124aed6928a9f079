using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>Debug logs and detailed errors in the settings of production carry data to where it should not be.</summary>
public sealed class SB5106DebugSettings : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5106", Category.Configuration, DiagnosticSeverity.Info, cwe: [532, 209, 489], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Settings | ConfigurationKind.Dockerfile) is not { IsForDevelopment: false } file)
            return;
        foreach (var setting in file.Settings())
            if (IsForDebugging(setting))
                file.Report(s_rule, setting.Span, DiagnosticSeverity.Info, setting.Path + "=" + setting.Value);
    }

    static bool IsForDebugging(Setting setting) => setting.Name switch
    {
        "DetailedErrors" or "EnableDetailedErrors" or "EnableSensitiveDataLogging" or "ShowPII" or "ASPNETCORE_DETAILEDERRORS" => setting.Is("true") || setting.Is("1"),
        "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" => setting.Is("Development"),
        _ => setting.Section == "LogLevel" && (setting.Is("Debug") || setting.Is("Trace"))
            || (setting.Section == "MinimumLevel" || setting.Path.EndsWith("Serilog:MinimumLevel", StringComparison.Ordinal)) && (setting.Is("Debug") || setting.Is("Verbose")),
    };
}
