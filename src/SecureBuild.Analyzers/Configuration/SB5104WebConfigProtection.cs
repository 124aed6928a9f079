using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using System.Xml.Linq;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>The machine key signs tickets and view state; whoever has it, or finds the checks off, writes them himself.</summary>
public sealed class SB5104WebConfigProtection : SecurityRule
{
    const int ShortestKey = 16;

    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5104", Category.Configuration, DiagnosticSeverity.Warning, cwe: [642, 321, 20, 327], "PW.9.1", "PS.1.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Config) is not { } file || ConfigXml.In(file.Text) is not { } xml)
            return;
        foreach (var key in xml.Elements("system.web", "machineKey"))
        {
            FindKey(file, xml, key.Attribute("validationKey"));
            FindKey(file, xml, key.Attribute("decryptionKey"));
            Find(file, xml, key.Attribute("validation"), "MD5", "3DES");
            Find(file, xml, key.Attribute("decryption"), "DES", "3DES");
        }
        foreach (var pages in xml.Elements("system.web", "pages"))
        {
            Find(file, xml, pages.Attribute("enableViewStateMac"), "false");
            Find(file, xml, pages.Attribute("validateRequest"), "false");
            Find(file, xml, pages.Attribute("viewStateEncryptionMode"), "Never");
        }
        foreach (var runtime in xml.Elements("system.web", "httpRuntime"))
        {
            Find(file, xml, runtime.Attribute("requestValidationMode"), "0.0", "2.0");
            Find(file, xml, runtime.Attribute("enableHeaderChecking"), "false");
        }
    }

    // "AutoGenerate,IsolateApps", "$(VALIDATION_KEY)".
    static void FindKey(ConfigurationFile file, ConfigXml xml, XAttribute? key)
    {
        if (key is not { Value.Length: >= ShortestKey })
            return;
        foreach (var c in key.Value)
            if (c is not (>= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F'))
                return;
        file.Report(s_rule, xml.Span(key), file.IsForDevelopment ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, "machineKey " + key.Name.LocalName);
    }

    static void Find(ConfigurationFile file, ConfigXml xml, XAttribute? set, params string[] values)
    {
        if (set is not null && Array.Exists(values, value => value.Equals(set.Value, StringComparison.OrdinalIgnoreCase)))
            file.Report(s_rule, xml.Span(set), DiagnosticSeverity.Warning, $"{set.Parent!.Name.LocalName} {set.Name.LocalName}=\"{set.Value}\"");
    }
}
