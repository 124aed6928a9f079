using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A pattern from a client lets the client choose how long matching takes.</summary>
public sealed class SB1020RegexInjection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1020", Category.Injection, DiagnosticSeverity.Warning, cwe: [1333, 400], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Pattern, s_rule);
}
