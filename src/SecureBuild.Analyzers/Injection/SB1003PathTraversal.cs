using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client that becomes a path lets the client choose the file.</summary>
public sealed class SB1003PathTraversal : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1003", Category.Injection, DiagnosticSeverity.Warning, cwe: [22, 23, 36, 73], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Path, s_rule);
}
