using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>An address from a client that the browser is sent to lets a link to this site lead elsewhere.</summary>
public sealed class SB1007OpenRedirect : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1007", Category.Injection, DiagnosticSeverity.Warning, cwe: [601], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Redirect, s_rule);
}
