using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>Personal data is written to logs or answers.</summary>
public sealed class SB7003PersonalDataExposure : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB7003", Category.Privacy, DiagnosticSeverity.Info, cwe: [359, 532], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Personal, s_rule);
}
