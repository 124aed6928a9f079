using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A password, token or API key in the source is known to everybody who has the source or the assembly.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB5001HardcodedPassword : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB5001", Category.Secrets, DiagnosticSeverity.Warning, cwe: [798, 259], "PW.5.1", "PS.1.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => new SecretFinder(s_rule, SecretKind.Password, start.Compilation).Register(start));
    }
}
