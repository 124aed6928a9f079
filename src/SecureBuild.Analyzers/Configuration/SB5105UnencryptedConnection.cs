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
        foreach (var setting in file.Settings())
            if (ConnectionSecurity.WeakKeyIn(setting.Value) is { } key)
                file.Report(s_rule, setting.Span, file.IsForDevelopment ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, key);
            else if (!file.IsForDevelopment && IsPlainAddress(setting))
                file.Report(s_rule, setting.Span, DiagnosticSeverity.Info, "http://");
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
