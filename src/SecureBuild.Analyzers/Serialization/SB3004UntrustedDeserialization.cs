using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>Data or a type name from a client decides which types a deserialiser creates.</summary>
public sealed class SB3004UntrustedDeserialization : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB3004", Category.Serialization, DiagnosticSeverity.Warning, cwe: [502], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Deserialization, s_rule);
}
