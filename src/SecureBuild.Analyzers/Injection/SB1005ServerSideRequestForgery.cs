using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client that names the server to call lets the client call from inside the network.</summary>
public sealed class SB1005ServerSideRequestForgery : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1005", Category.Injection, DiagnosticSeverity.Warning, cwe: [918], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Ssrf, s_rule);
}
