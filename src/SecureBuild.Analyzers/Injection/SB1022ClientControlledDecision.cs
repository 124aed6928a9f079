using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A value that the client can set decides a security question.</summary>
public sealed class SB1022ClientControlledDecision : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1022", Category.Injection, DiagnosticSeverity.Info, cwe: [807, 290, 639], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Decision, s_rule);
}
