using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A token that was read without being validated decides who the caller is.</summary>
public sealed class SB1028UnverifiedToken : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1028", Category.Injection, DiagnosticSeverity.Warning, cwe: [345, 347], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.UnverifiedToken, s_rule);
}
