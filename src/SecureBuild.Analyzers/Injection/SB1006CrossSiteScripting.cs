using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client that becomes HTML lets the client run script in the browser of others.</summary>
public sealed class SB1006CrossSiteScripting : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1006", Category.Injection, DiagnosticSeverity.Warning, cwe: [79, 116], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Xss, s_rule);
}
