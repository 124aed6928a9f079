using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>ECB encrypts equal blocks to equal blocks: the pattern of the data stays visible.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB2003EcbMode : DiagnosticAnalyzer
{
    const int Ecb = 2; // CipherMode.ECB

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2003", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [327], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            const string Cipher = "System.Security.Cryptography.SymmetricAlgorithm";
            if (TypeSet.Find(start.Compilation, "System.Security.Cryptography.CipherMode") is not { } mode)
                return;
            var methods = new MethodSet();
            foreach (var name in new[] { "EncryptEcb", "DecryptEcb", "TryEncryptEcb", "TryDecryptEcb" })
                methods.Add(start.Compilation, Cipher, name);
            var modes = new Modes(mode, methods);
            start.RegisterOperationAction(modes.CheckAssignment, OperationKind.SimpleAssignment);
            start.RegisterOperationAction(modes.CheckCall, OperationKind.Invocation, OperationKind.MethodReference);
            start.RegisterOperationAction(modes.CheckArgument, OperationKind.Argument);
        });
    }

    sealed class Modes(TypeSet mode, MethodSet methods)
    {
        public void CheckAssignment(OperationAnalysisContext context)
        {
            var assignment = (ISimpleAssignmentOperation)context.Operation;
            if (assignment.Target is IPropertyReferenceOperation { Property: { IsIndexer: false } property } && mode.Contains(property.Type) && PossibleValues.Include(assignment.Value, Ecb))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation()));
        }

        public void CheckCall(OperationAnalysisContext context)
        {
            if ((context.Operation as IInvocationOperation)?.TargetMethod is { } called ? methods.Contains(called) : context.Operation is IMethodReferenceOperation { Method: { } named } && methods.Contains(named))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation()));
        }

        // Encrypt(data, key, CipherMode.ECB): who takes a mode and gives more than an answer makes use of it.
        public void CheckArgument(OperationAnalysisContext context)
        {
            var argument = (IArgumentOperation)context.Operation;
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { ContainingSymbol: IMethodSymbol method } parameter } && mode.Contains(parameter.OriginalDefinition.Type)
                && method.ReturnType.SpecialType != SpecialType.System_Boolean && method.Name != "Equals" && argument.Value.ConstantValue is { HasValue: true, Value: Ecb })
                context.ReportDiagnostic(Diagnostic.Create(s_rule, argument.Value.Syntax.GetLocation()));
        }
    }
}
