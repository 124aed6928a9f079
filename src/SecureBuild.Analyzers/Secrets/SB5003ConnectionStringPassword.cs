using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
        var literal = context.Operation;
        if (literal.Type?.SpecialType != SpecialType.System_String || literal.ConstantValue.Value is not string text || text.Length == 0)
            return;
        if (ConnectionText.SecretKeyIn(text) is { } key)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, literal.Syntax.GetLocation(), key));
        // The piece with the password may not tell that it is one of a connection string; the whole does.
        else if (text.IndexOf('=') > 0 && WrittenText.Whole(literal) is var whole && !ReferenceEquals(whole, literal)
            && ConnectionText.SecretKeyIn(WrittenText.Of(whole)) is { } inWhole && ConnectionText.HasSecret(text) && !IsFoundAlone(whole))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, literal.Syntax.GetLocation(), inWhole));
    }

    static bool IsFoundAlone(IOperation whole)
    {
        foreach (var operation in whole.Descendants())
            if (operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: string piece } } && ConnectionText.SecretKeyIn(piece) is not null)
                return true;
        return false;
    }
}
