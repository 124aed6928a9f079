using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client that becomes a command or its arguments lets the client run programs.</summary>
public sealed class SB1002CommandInjection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1002", Category.Injection, DiagnosticSeverity.Warning, cwe: [78, 88], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Command, s_rule);
}
