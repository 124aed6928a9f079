using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Native;

/// <summary>A size that is multiplied in 32 bits can wrap around, and then the memory is smaller than what is written to it.</summary>
public sealed class SB6006AllocationSizeOverflow : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB6006", Category.Native, DiagnosticSeverity.Info, cwe: [190, 131], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var values = new UnlimitedValue();
        on.Operation(context => CheckArray(context, values), BodyHint.SizedArray, OperationKind.ArrayCreation);
        on.Call(context => CheckCall(context, values), "AllocHGlobal", "AllocCoTaskMem", "ReAllocHGlobal", "Alloc", "AllocZeroed", "Rent", "AllocateUninitializedArray", "AllocateArray");
    }

    static void CheckArray(OperationAnalysisContext context, UnlimitedValue values)
    {
        var array = (IArrayCreationOperation)context.Operation;
        if (array.DimensionSizes.Length == 1)
            Check(context, array.DimensionSizes[0], values, static value => IsProduct(value, isNative: false));
    }

    static void CheckCall(OperationAnalysisContext context, UnlimitedValue values)
    {
        var call = (IInvocationOperation)context.Operation;
        var type = call.TargetMethod.ContainingType;
        if (call.Arguments.Length > 0 && (type.Is("System.Runtime.InteropServices.Marshal") || type.Is("System.Runtime.InteropServices.NativeMemory") || type.Is("System.GC") || type.Is("System.Buffers.ArrayPool")))
            foreach (var argument in call.Arguments)
                Check(context, argument.Value, values, static value => IsProduct(value, isNative: true));
    }

    static void Check(OperationAnalysisContext context, IOperation size, UnlimitedValue values, Func<IOperation, bool> isProduct)
    {
        if (PossibleValues.First(size, isProduct, static (value, isProduct) => isProduct(value)) is IBinaryOperation { Syntax: BinaryExpressionSyntax product, SemanticModel: { } model } && values.Of(product, model) is { IsByte: false } value)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, product.GetLocation(), product.ToString(), value.Name));
    }

    // An array of 2 * n elements is checked by the runtime when it is filled; native memory is not.
    static bool IsProduct(IOperation value, bool isNative) =>
        value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply, IsChecked: false, Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32, ConstantValue.HasValue: false } product
        && (isNative || !product.LeftOperand.ConstantValue.HasValue && (!product.RightOperand.ConstantValue.HasValue || IsProduct(product.LeftOperand, isNative)));
}
