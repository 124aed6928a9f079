using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

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
        if (ConfigurationFile.In(context, ConfigurationKind.Settings | ConfigurationKind.Config | ConfigurationKind.Dockerfile) is not { IsForDevelopment: false } file)
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
        "NODE_TLS_REJECT_UNAUTHORIZED" or "PYTHONHTTPSVERIFY" => setting.Value == "0",
        "GIT_SSL_NO_VERIFY" => setting.Is("true") || setting.Value == "1",
        var name => (setting.Is("true") || setting.Is("false")) && SwitchesCertificatesOff(name, setting.Is("true")),
    };

    // "IgnoreSslErrors": true, "TrustAllCertificates": true, "ValidateServerCertificate": false
    static bool SwitchesCertificatesOff(string name, bool isOn)
    {
        var words = Words.Of(name);
        if (!words.Exists(static word => word is "ssl" or "tls" or "certificate" or "certificates" or "cert" or "certs"))
            return false;
        return isOn
            ? words.Exists(static word => word is "ignore" or "skip" or "bypass" or "disable" or "accept" or "trust" or "allow" or "dangerous" or "no")
                && words.Exists(static word => word is "error" or "errors" or "validation" or "verification" or "verify" or "check" or "checks" or "any" or "all" or "invalid" or "untrusted" or "self" or "server")
            : words.Exists(static word => word is "validate" or "verify" or "check" or "validation" or "verification") && !words.Exists(static word => word is "ignore" or "skip" or "bypass" or "disable" or "revocation");
    }
}
