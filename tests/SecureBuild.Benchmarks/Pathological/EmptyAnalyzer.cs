using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Benchmarks.Pathological;

#pragma warning disable RS1036, RS1041 // It is no analyzer for others to load.
/// <summary>Looks at every operation and does nothing: the compiler's own share.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
sealed class EmptyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("EMPTY", "Empty", "Empty", "None", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(static _ => { },
            OperationKind.Invocation, OperationKind.Argument, OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.ObjectCreation, OperationKind.Literal, OperationKind.Binary);
        context.RegisterOperationBlockAction(static _ => { });
    }
}
