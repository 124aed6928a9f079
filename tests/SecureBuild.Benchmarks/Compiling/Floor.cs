using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Benchmarks.Compiling;

#pragma warning disable RS1012, RS1025, RS1026, RS2008, RS1036, RS1038, RS1041
/// <summary>An analyzer that looks and does nothing: what the compiler asks for listening at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
sealed class Floor(string what) : DiagnosticAnalyzer
{
    /// <summary>What a compiler as a process of its own is to listen to.</summary>
    public const string Choice = "SECUREBUILD_FLOOR";

    public Floor() : this(Environment.GetEnvironmentVariable(Choice) ?? "operations")
    {
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("FLOOR", "t", "m", "c", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        switch (what)
        {
            case "nothing": context.RegisterCompilationStartAction(static start => { }); break;
            case "trees": context.RegisterSyntaxTreeAction(static tree => { }); break;
            case "models": context.RegisterSemanticModelAction(static tree => { }); break;
            case "code": context.RegisterCodeBlockAction(static block => { }); break;
            case "symbols": context.RegisterSymbolAction(static symbol => { }, SymbolKind.NamedType); break;
            case "blocks": context.RegisterOperationBlockAction(static block => { }); break;
            case "calls": context.RegisterOperationAction(static operation => { }, OperationKind.Invocation); break;
            default:
                context.RegisterOperationAction(static operation => { }, OperationKind.Invocation, OperationKind.Argument, OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.Literal, OperationKind.Binary);
                break;
        }
    }
}
