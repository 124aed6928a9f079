using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Injection;

/// <summary>The name of an archive's entry that becomes a path lets the archive choose where it is written.</summary>
public sealed class SB1004ArchivePathTraversal : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1004", Category.Injection, DiagnosticSeverity.Warning, cwe: [22], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Flow(TaintKind.ArchivePath, s_rule);
}
