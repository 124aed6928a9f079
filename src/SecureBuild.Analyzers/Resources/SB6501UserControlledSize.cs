using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Resources;

/// <summary>A client decides how much is allocated or how often something is done.</summary>
public sealed class SB6501UserControlledSize : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6501", Category.Resources, DiagnosticSeverity.Warning, cwe: [789, 770, 400], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Size, s_rule);
}
