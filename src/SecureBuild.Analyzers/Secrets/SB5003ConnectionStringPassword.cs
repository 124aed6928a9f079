using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A connection string with its password in the source gives the database to everybody who has the source or the assembly.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB5003ConnectionStringPassword : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB5003", Category.Secrets, DiagnosticSeverity.Warning, cwe: [798], "PW.5.1", "PS.1.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!TestProject.Is(start.Compilation))
                start.RegisterOperationAction(Check, OperationKind.Literal);
        });
    }

    static void Check(OperationAnalysisContext context)
    {
        if (context.Operation.Type?.SpecialType == SpecialType.System_String
            && context.Operation.ConstantValue.Value is string text
            && ConnectionText.SecretKeyIn(text) is { } key)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), key));
    }
}
