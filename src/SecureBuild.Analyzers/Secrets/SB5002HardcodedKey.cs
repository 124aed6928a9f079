using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A cryptographic key in the source protects nothing from those who have the program.</summary>
public sealed class SB5002HardcodedKey : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB5002", Category.Secrets, DiagnosticSeverity.Warning, cwe: [321, 329], "PW.5.1", "PS.1.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => new SecretFinder(s_rule, SecretKind.Key, on.Compilation).Register(on);
}
