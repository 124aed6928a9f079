using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client in a cookie comes back as if the server had chosen it.</summary>
public sealed class SB1025CookieInjection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1025", Category.Injection, DiagnosticSeverity.Info, cwe: [20, 113, 565], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Cookie, s_rule);
}
