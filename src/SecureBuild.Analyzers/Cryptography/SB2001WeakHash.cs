using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>MD5 and SHA-1 no longer protect anything.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB2001WeakHash : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2001", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [328, 327], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("System.Security.Cryptography.MD5") is { } md5)
                start.RegisterOperationAction(operation =>
                {
                    var call = (IInvocationOperation)operation.Operation;
                    if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, md5))
                        operation.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), "MD5"));
                }, OperationKind.Invocation);
        });
    }
}
