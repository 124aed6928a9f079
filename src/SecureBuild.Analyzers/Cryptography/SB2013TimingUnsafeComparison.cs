using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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
        on.Call(CheckCall, "SequenceEqual", "Equals", "Compare", "CompareOrdinal", "SequenceCompareTo", "CompareTo");
        on.Operation(CheckOperator, OperationKind.Binary);
    }

    static void CheckOperator(OperationAnalysisContext context)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && (comparison.LeftOperand.Type?.SpecialType == SpecialType.System_String && comparison.RightOperand.Type?.SpecialType == SpecialType.System_String || IsElement(comparison.LeftOperand) && IsElement(comparison.RightOperand)))
            Check(context, comparison.LeftOperand, comparison.RightOperand);
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var (left, right) = call.Instance is null ? (call.Arguments.At(0), call.Arguments.At(1)) : call.Arguments.Length > 1 && call.Instance.Type?.Name is "StringComparer" ? (call.Arguments.At(0), call.Arguments.At(1)) : (call.Instance, call.Arguments.At(0));
        if (left is not null && right is not null && IsText(left) && IsText(right))
            Check(context, left, right);
    }

    static void Check(OperationAnalysisContext context, IOperation left, IOperation right)
    {
        if (left.ConstantValue.HasValue || right.ConstantValue.HasValue)
            return;
        if (Mac(left) is { } name || (name = Mac(right)) is not null || (name = SecretComparison.NameIn(left, right)) is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), name));
    }

    // computed[i] != given[i]
    static bool IsElement(IOperation value) => value is IConversionOperation conversion ? IsElement(conversion.Operand) : value is IArrayElementReferenceOperation { Type.SpecialType: SpecialType.System_Byte };

    static bool IsText(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value.Type?.SpecialType == SpecialType.System_String || value.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            || value.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", TypeArguments: { Length: 1 } element } && element[0].SpecialType == SpecialType.System_Byte;
    }

    /// <summary>The keyed hash that the value comes from.</summary>
    static string? Mac(IOperation value)
    {
        string? found = null;
        if (value is IArrayElementReferenceOperation { ArrayReference: var array })
            value = array;
        ValueOrigin.Has(value, part =>
        {
            if (part is IInvocationOperation { TargetMethod: { Name: "ComputeHash" or "HashData" or "ComputeHashAsync" or "HashDataAsync" or "GetHashAndReset", ContainingType: var type } } call
                && (type.Name.StartsWith("HMAC", StringComparison.Ordinal) || call.Instance?.Type?.Name.StartsWith("HMAC", StringComparison.Ordinal) == true || call.Instance?.Type?.IsOrInherits("System.Security.Cryptography.KeyedHashAlgorithm") == true))
                found = call.Instance?.Type?.Name ?? type.Name;
            return found is not null;
        });
        return found;
    }
}
