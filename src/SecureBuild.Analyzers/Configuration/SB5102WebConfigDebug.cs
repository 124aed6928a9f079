using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>Debug mode, traces and full error pages tell whoever calls how the application is made.</summary>
public sealed class SB5102WebConfigDebug : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5102", Category.Configuration, DiagnosticSeverity.Warning, cwe: [11, 12, 489, 215, 209, 548], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Config) is not { IsForDevelopment: false } file || ConfigXml.In(file.Text) is not { } xml)
            return;
        // A project's Web.config has it until the publish transformation takes it out.
        Find(file, xml, "system.web", "compilation", "debug", "true", DiagnosticSeverity.Info);
        Find(file, xml, "system.web", "customErrors", "mode", "Off", DiagnosticSeverity.Warning);
        Find(file, xml, "system.web", "trace", "enabled", "true", DiagnosticSeverity.Warning);
        Find(file, xml, "system.webServer", "httpErrors", "errorMode", "Detailed", DiagnosticSeverity.Warning);
        Find(file, xml, "system.webServer", "directoryBrowse", "enabled", "true", DiagnosticSeverity.Warning);
        Find(file, xml, "behavior", "serviceDebug", "includeExceptionDetailInFaults", "true", DiagnosticSeverity.Warning);
        foreach (var variable in xml.Elements("environmentVariables", "environmentVariable"))
            if ((string?)variable.Attribute("name") is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" && variable.Attribute("value") is { Value: "Development" } value)
                file.Report(s_rule, xml.Span(value), DiagnosticSeverity.Warning, (string?)variable.Attribute("name") + "=\"Development\"");
    }

    static void Find(ConfigurationFile file, ConfigXml xml, string parent, string element, string attribute, string value, DiagnosticSeverity severity)
    {
        foreach (var found in xml.Elements(parent, element))
            if (found.Attribute(attribute) is { } set && set.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
                file.Report(s_rule, xml.Span(set), severity, $"{element} {attribute}=\"{set.Value}\"");
    }
}
