using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>A connection without encryption, or to whoever answers, can be read and changed on the way.</summary>
public sealed class SB5105UnencryptedConnection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB5105", Category.Configuration, DiagnosticSeverity.Warning, cwe: [319, 295], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.File(Check);

    static void Check(AdditionalFileAnalysisContext context)
    {
        if (ConfigurationFile.In(context, ConfigurationKind.Settings | ConfigurationKind.Config | ConfigurationKind.Dockerfile) is not { } file)
            return;
        var settings = file.Settings().ToArray();
        foreach (var setting in settings)
            if (ConnectionSecurity.WeakKeyIn(setting.Value) is { } key)
                file.Report(s_rule, setting.Span, file.IsForDevelopment ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, key);
            else if (!file.IsForDevelopment && IsPlain(setting) && !IsBesideThisMachine(setting, settings))
                file.Report(s_rule, setting.Span, DiagnosticSeverity.Warning, setting.Name + "=" + setting.Value);
            else if (!file.IsForDevelopment && IsPlainAddress(setting))
                file.Report(s_rule, setting.Span, DiagnosticSeverity.Info, "http://");
    }

    // "Smtp": { "EnableSsl": false }, <network enableSsl="false" />, a binding's <security mode="None" />, a source of packages with allowInsecureConnections
    static bool IsPlain(Setting setting) => setting.Name switch
    {
        "EnableSsl" or "enableSsl" or "EnableTls" or "UseSsl" or "UseTls" or "UseSSL" or "UseTLS" or "EnableSSL" or "EnableTLS" => setting.Is("false"),
        "mode" => setting.Section == "security" && setting.Is("None"),
        "allowInsecureConnections" => setting.Is("true"),
        _ => false,
    };

    // "Host": "localhost", "UseSsl": false
    static bool IsBesideThisMachine(Setting setting, Setting[] settings)
    {
        var section = setting.Path.Substring(0, setting.Path.LastIndexOf(':') + 1);
        return Array.Exists(settings, other => other.Path.StartsWith(section, StringComparison.Ordinal) && (other.Value.IndexOf("localhost", StringComparison.OrdinalIgnoreCase) >= 0 || other.Value.StartsWith("127.", StringComparison.Ordinal)));
    }

    // Addresses that are called, not those that are listened on, and no names of schemas.
    static bool IsPlainAddress(Setting setting)
    {
        if (!setting.Value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || setting.Path.IndexOf("Kestrel", StringComparison.OrdinalIgnoreCase) >= 0)
            return false;
        var words = Words.Of(setting.Name);
        return words.Count > 0 && words[words.Count - 1] is "url" or "uri" or "endpoint" or "address" or "authority" or "server" or "issuer" or "host"
            && Uri.TryCreate(setting.Value, UriKind.Absolute, out var uri) && uri.HostNameType == UriHostNameType.Dns && uri.Host.IndexOf('.') > 0
            && !uri.IsLoopback && !uri.Host.EndsWith(".local", StringComparison.Ordinal) && !uri.Host.EndsWith(".internal", StringComparison.Ordinal) && !uri.Host.EndsWith(".localhost", StringComparison.Ordinal)
            && uri.Host.IndexOf("schema", StringComparison.Ordinal) < 0 && !uri.Host.EndsWith("w3.org", StringComparison.Ordinal) && !uri.Host.EndsWith("tempuri.org", StringComparison.Ordinal);
    }
}
