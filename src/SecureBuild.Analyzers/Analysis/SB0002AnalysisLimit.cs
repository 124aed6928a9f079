using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Analysis;

/// <summary>The data-flow analysis of a method hit its bound: what was not looked at is not clean, it is unknown.</summary>
public sealed class SB0002AnalysisLimit : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB0002", Category.Analysis, DiagnosticSeverity.Info, cwe: [1120], "PW.7.2");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Limit = s_rule;
}
