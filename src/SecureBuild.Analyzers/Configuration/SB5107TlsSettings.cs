using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>Settings that allow broken TLS versions, or any certificate.</summary>
public sealed class SB5107TlsSettings : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5107", Category.Configuration, DiagnosticSeverity.Warning, cwe: [327, 295, 319], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Settings | ConfigurationKind.Config) is not { IsForDevelopment: false } file)
            return;
        foreach (var setting in file.Settings())
            if (IsWeak(setting))
                file.Report(s_rule, setting.Span, DiagnosticSeverity.Warning, setting.Name + "=" + setting.Value);
    }

    static bool IsWeak(Setting setting) => setting.Name switch
    {
        "SslProtocols" => setting.Is("Ssl2") || setting.Is("Ssl3") || setting.Is("Tls") || setting.Is("Tls11") || setting.Is("Default"),
        "AllowInvalid" => setting.Section == "Certificate" && setting.Is("true"),
        "RequireHttpsMetadata" => setting.Is("false"),
        "Switch.System.Net.DontEnableSchUseStrongCrypto" or "Switch.System.Net.DontEnableSystemDefaultTlsVersions" => setting.Is("true"),
        // <AppContextSwitchOverrides value="Switch.System.Net.DontEnableSchUseStrongCrypto=true" />
        "value" => setting.Section == "AppContextSwitchOverrides" && setting.Value.Replace(" ", "") is var all
            && (all.IndexOf("DontEnableSchUseStrongCrypto=true", StringComparison.OrdinalIgnoreCase) >= 0 || all.IndexOf("DontEnableSystemDefaultTlsVersions=true", StringComparison.OrdinalIgnoreCase) >= 0),
        _ => false,
    };
}
