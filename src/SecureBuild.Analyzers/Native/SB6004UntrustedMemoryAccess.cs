using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Native;

/// <summary>An index or length from a client reaches memory that the runtime does not check.</summary>
public sealed class SB6004UntrustedMemoryAccess : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6004", Category.Native, DiagnosticSeverity.Warning, cwe: [119, 787, 125], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.Memory, s_rule);
}
