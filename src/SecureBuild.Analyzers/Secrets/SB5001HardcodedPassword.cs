using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A password, token or API key in the source is known to everybody who has the source or the assembly.</summary>
public sealed class SB5001HardcodedPassword : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB5001", Category.Secrets, DiagnosticSeverity.Warning, cwe: [798, 259], "PW.5.1", "PS.1.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => new SecretFinder(s_rule, SecretKind.Password, on.Compilation).Register(on);
}
