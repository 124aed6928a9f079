using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>XML from a client is parsed with external entities or style-sheet script allowed.</summary>
public sealed class SB1023ExternalEntitiesInUntrustedXml : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1023", Category.Injection, DiagnosticSeverity.Warning, cwe: [611], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Entities, s_rule);
}
