using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>Exception texts and stack traces are sent to the client.</summary>
public sealed class SB7001ErrorDetailExposure : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB7001", Category.Privacy, DiagnosticSeverity.Warning, cwe: [209, 497], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.ErrorDetail, s_rule);
}
