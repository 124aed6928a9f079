using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client in a log message lets the client write lines of its own.</summary>
public sealed class SB1014LogInjection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1014", Category.Injection, DiagnosticSeverity.Warning, cwe: [117], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Log, s_rule);
}
