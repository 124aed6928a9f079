using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>The request's own origin is sent back as the allowed one.</summary>
public sealed class SB1029OriginEcho : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1029", Category.Injection, DiagnosticSeverity.Warning, cwe: [942, 346], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Origin, s_rule);
}
