using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A comparison that stops at the first difference tells by its duration how much of a guess was right.</summary>
public sealed class SB2013TimingUnsafeComparison : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2013", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [208, 203], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var files = new FilesWithMacs();
        on.Call(context => CheckCall(context, files), "SequenceEqual", "Equals", "Compare", "CompareOrdinal", "SequenceCompareTo", "CompareTo");
        on.Call(context => CheckOwn(context, files), s_own);
        on.Operation(context => CheckOperator(context, files), BodyHint.Comparison, OperationKind.Binary);
    }

    static void CheckOperator(OperationAnalysisContext context, FilesWithMacs files)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && (IsString(comparison.LeftOperand.Type) && IsString(comparison.RightOperand.Type) || IsElement(comparison.LeftOperand) && IsElement(comparison.RightOperand)))
            Check(context, files, comparison.LeftOperand, comparison.RightOperand);
    }

    static readonly string[] s_own = ["Same", "AreSame", "IsSame", "AreEqual", "IsEqual", "Matches", "BytesEqual", "ByteArraysEqual", "ByteArrayEquals", "ArraysEqual", "ArrayEquals", "CompareBytes", "CompareByteArrays", "ByteArrayCompare", "CompareArrays", "Compare"];

    // A comparer of one's own that leaves its loop at the first difference.
    static void CheckOwn(OperationAnalysisContext context, FilesWithMacs files)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, DeclaringSyntaxReferences: { Length: 1 } declarations }, Arguments: { Length: 2 } arguments } && IsText(arguments[0].Value) && IsText(arguments[1].Value)
            && TextAnswers.To(s_leavesEarly, declarations[0].GetSyntax(context.CancellationToken)))
            Check(context, files, arguments[0].Value, arguments[1].Value);
    }

    static readonly Func<SyntaxNode, bool> s_leavesEarly = static declaration =>
    {
        foreach (var node in declaration.DescendantNodes())
            if (node is ReturnStatementSyntax && node.Ancestors().TakeWhile(outer => outer != declaration).Any(static outer => outer is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
                return true;
        return false;
    };

    static void CheckCall(OperationAnalysisContext context, FilesWithMacs files)
    {
        var call = (IInvocationOperation)context.Operation;
        var (left, right) = call.Instance is null || call.Arguments.Length == 2 && IsText(call.Arguments[1].Value) ? (call.Arguments.At(0), call.Arguments.At(1)) : (call.Instance, call.Arguments.At(0));
        if (left is not null && right is not null && IsText(left) && IsText(right))
            Check(context, files, left, right);
    }

    static void Check(OperationAnalysisContext context, FilesWithMacs files, IOperation left, IOperation right)
    {
        if (left.ConstantValue.HasValue || right.ConstantValue.HasValue)
            return;
        var name = SecretComparison.NameIn(left, right);
        if (name is null && files.Has(left.Syntax.SyntaxTree, context.CancellationToken))
            name = Mac(left) ?? Mac(right);
        if (name is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), name));
    }

    static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String || type?.Name == "StringValues";

    // computed[i] != given[i]
    static bool IsElement(IOperation value) => value is IConversionOperation conversion ? IsElement(conversion.Operand) : value is IArrayElementReferenceOperation { Type.SpecialType: SpecialType.System_Byte };

    static bool IsText(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return IsString(value.Type) || value.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            || value.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", TypeArguments: { Length: 1 } element } && element[0].SpecialType == SpecialType.System_Byte;
    }

    /// <summary>The keyed hash, or the function that derives a key from a password, that the value comes from.</summary>
    static string? Mac(IOperation value)
    {
        string? found = null;
        if (value is IArrayElementReferenceOperation { ArrayReference: var array })
            value = array;
        ValueOrigin.Has(value, part =>
        {
            if (part is IInvocationOperation { TargetMethod: { Name: "ComputeHash" or "HashData" or "ComputeHashAsync" or "HashDataAsync" or "GetHashAndReset" or "TryHashData" or "TryComputeHash", ContainingType: var type } } call
                && (type.Name.StartsWith("HMAC", StringComparison.Ordinal) || call.Instance?.Type?.Name.StartsWith("HMAC", StringComparison.Ordinal) == true || call.Instance?.Type?.IsOrInherits("System.Security.Cryptography.KeyedHashAlgorithm") == true))
                found = call.Instance?.Type?.Name ?? type.Name;
            else if (part is IInvocationOperation { TargetMethod: { Name: "CreateHMAC", ContainingType.Name: "IncrementalHash" } })
                found = "IncrementalHash";
            else if (part is IInvocationOperation { TargetMethod: { Name: "Pbkdf2" or "GetBytes", ContainingType: var deriving } } && (deriving.Is("System.Security.Cryptography.Rfc2898DeriveBytes") || deriving.Name == "KeyDerivation"))
                found = deriving.Name;
            return found is not null;
        });
        return found;
    }

    // Comparisons are everywhere, keyed hashes are not: where a value comes from is asked only in files that mention one.
    sealed class FilesWithMacs
    {
        readonly ConditionalWeakTable<SyntaxTree, object> _answers = new();

        public bool Has(SyntaxTree tree, CancellationToken cancellation)
        {
            if (!_answers.TryGetValue(tree, out var answer))
                answer = _answers.GetValue(tree, file => file.GetText(cancellation).ToString() is var text && (text.IndexOf("HMAC", StringComparison.Ordinal) >= 0 || text.IndexOf("KeyedHashAlgorithm", StringComparison.Ordinal) >= 0 || text.IndexOf("Rfc2898DeriveBytes", StringComparison.Ordinal) >= 0 || text.IndexOf("KeyDerivation", StringComparison.Ordinal) >= 0));
            return (bool)answer;
        }
    }
}
