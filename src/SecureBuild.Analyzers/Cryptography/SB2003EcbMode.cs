using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>ECB encrypts equal blocks to equal blocks: the pattern of the data stays visible.</summary>
public sealed class SB2003EcbMode : SecurityRule
{
    const int Ecb = 2; // CipherMode.ECB

    const string Mode = "System.Security.Cryptography.CipherMode";

    static readonly string[] s_methods = ["EncryptEcb", "DecryptEcb", "TryEncryptEcb", "TryDecryptEcb"];

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2003", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [327], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.WriteOfType(CheckAssignment, "CipherMode");
        on.ArgumentOfType(CheckArgument, "CipherMode");
        on.Call(CheckCall, s_methods);
        on.MethodReference(CheckCall, s_methods);
        on.Reference(CheckAnswer, "ECB");
    }

    static void CheckAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { IsIndexer: false } property } && property.Type.Is(Mode) && PossibleValues.Include(assignment.Value, Ecb))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation()));
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var method = context.Operation is IInvocationOperation call ? call.TargetMethod : ((IMethodReferenceOperation)context.Operation).Method;
        if (method.ContainingType.IsOrInherits("System.Security.Cryptography.SymmetricAlgorithm"))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation()));
    }

    // (aes.Mode, aes.Padding) = (CipherMode.ECB, PaddingMode.PKCS7)
    static bool IsSetByTuple(IOperation mode) => mode.Parent is ITupleOperation tuple && TupleElement.Of(tuple, mode)?.Operation is IPropertyReferenceOperation;

    // protected override CipherMode Mode => CipherMode.ECB
    static void CheckAnswer(OperationAnalysisContext context)
    {
        if (context.Operation is IFieldReferenceOperation { Field.ContainingType: var written } && written.Is(Mode) && IsSetByTuple(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation()));
        else if (context.Operation is IFieldReferenceOperation { Field: { ContainingType: var type }, Parent: IReturnOperation } && type.Is(Mode) && context.ContainingSymbol is IMethodSymbol { ReturnType: var answer } method && answer.Is(Mode)
            && (method.IsVirtual || method.IsOverride || method.IsAbstract))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation()));
    }

    // Encrypt(data, key, CipherMode.ECB): who takes a mode and gives more than an answer makes use of it.
    static void CheckArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { ContainingSymbol: IMethodSymbol method } parameter } && parameter.OriginalDefinition.Type.Is(Mode)
            && method.ReturnType.SpecialType != SpecialType.System_Boolean && method.Name != "Equals" && argument.Value.ConstantValue is { HasValue: true, Value: Ecb })
            context.ReportDiagnostic(Diagnostic.Create(s_rule, argument.Value.Syntax.GetLocation()));
    }
}
