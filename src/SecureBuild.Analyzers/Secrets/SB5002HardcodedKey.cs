using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A cryptographic key in the source protects nothing from those who have the program.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB5002HardcodedKey : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB5002", Category.Secrets, DiagnosticSeverity.Warning, cwe: [321, 329], "PW.5.1", "PS.1.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => new SecretFinder(s_rule, SecretKind.Key, start.Compilation).Register(start));
    }
}
