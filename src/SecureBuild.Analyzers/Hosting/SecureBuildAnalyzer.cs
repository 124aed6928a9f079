using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>The one analyzer the compiler loads: all rules in one pass.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecureBuildAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        AllRules.List.SelectMany(static rule => rule.SupportedDiagnostics).Distinct().ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(RuleHost.Generated);
        context.RegisterCompilationStartAction(static start => RuleHost.Start(start, AllRules.List));
    }
}
