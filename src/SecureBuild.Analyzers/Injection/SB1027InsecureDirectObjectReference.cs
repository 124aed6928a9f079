using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>A record is fetched by the client's id without asking whose it is.</summary>
public sealed class SB1027InsecureDirectObjectReference : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1027", Category.Injection, DiagnosticSeverity.Info, cwe: [639], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.RecordId, s_rule);
}
