using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client that becomes a setting or connection string lets the client reconfigure the application.</summary>
public sealed class SB1024SettingInjection : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1024", Category.Injection, DiagnosticSeverity.Warning, cwe: [15, 99], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Setting, s_rule);
}
