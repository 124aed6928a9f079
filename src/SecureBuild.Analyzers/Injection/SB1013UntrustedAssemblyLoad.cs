using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>An assembly or native library that a client names or sends runs in this process.</summary>
public sealed class SB1013UntrustedAssemblyLoad : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1013", Category.Injection, DiagnosticSeverity.Warning, cwe: [114, 829], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Assembly, s_rule);
}
