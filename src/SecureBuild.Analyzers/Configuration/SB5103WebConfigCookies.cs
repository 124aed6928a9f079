using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using System.Xml.Linq;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>A cookie that goes over plain HTTP, or that scripts can read, is a session for whoever gets hold of it.</summary>
public sealed class SB5103WebConfigCookies : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5103", Category.Configuration, DiagnosticSeverity.Warning, cwe: [614, 1004, 1275], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Config) is not { IsForDevelopment: false } file || ConfigXml.In(file.Text) is not { } xml)
            return;
        foreach (var cookies in xml.Elements("system.web", "httpCookies"))
        {
            Find(file, xml, cookies, "requireSSL", "false");
            Find(file, xml, cookies, "httpOnlyCookies", "false");
            if (!IsTrue(cookies, "requireSSL"))
                Find(file, xml, cookies, "sameSite", "None");
        }
        foreach (var forms in xml.Elements("authentication", "forms"))
        {
            // The default is false.
            if (forms.Attribute("requireSSL") is null)
                file.Report(s_rule, xml.Span(forms), DiagnosticSeverity.Warning, "forms requireSSL");
            Find(file, xml, forms, "requireSSL", "false");
            Find(file, xml, forms, "cookieless", "UseUri");
            Find(file, xml, forms, "protection", "None");
        }
        foreach (var session in xml.Elements("system.web", "sessionState"))
        {
            Find(file, xml, session, "cookieless", "true");
            Find(file, xml, session, "cookieless", "UseUri");
        }
    }

    static bool IsTrue(XElement element, string attribute) => "true".Equals((string?)element.Attribute(attribute), StringComparison.OrdinalIgnoreCase);

    static void Find(ConfigurationFile file, ConfigXml xml, XElement element, string attribute, string value)
    {
        if (element.Attribute(attribute) is { } set && set.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
            file.Report(s_rule, xml.Span(set), DiagnosticSeverity.Warning, $"{element.Name.LocalName} {attribute}=\"{set.Value}\"");
    }
}
