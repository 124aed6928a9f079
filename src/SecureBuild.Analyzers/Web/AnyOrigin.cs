using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Recognises what lets every origin in: the origin <c>"*"</c>, a callback that says yes to all.</summary>
static class AnyOrigin
{
    /// <summary>A callback that always answers true, or to every origin that is not empty: <c>o => !string.IsNullOrEmpty(o)</c>.</summary>
    public static bool Accepts(IOperation? callback) =>
        PossibleValues.First(callback, 0, static (candidate, _) => AlwaysTrue.Is(candidate) || AsksOnlyForPresence(candidate)) is not null;

    /// <summary>The value, or an array or list that it may be, has the origin <c>"*"</c> in it.</summary>
    public static bool HasStar(IOperation? origins) => PossibleValues.First(origins, 0, static (candidate, _) => HasStarIn(candidate)) is not null;

    static bool HasStarIn(IOperation value)
    {
        foreach (var each in value.DescendantsAndSelf())
            if (each.ConstantValue is { HasValue: true, Value: "*" } || each is IFieldReferenceOperation { Field: { Name: "AnyOrigin", IsStatic: true, ContainingType.Name: "CorsConstants" } })
                return true;
        return false;
    }

    static bool AsksOnlyForPresence(IOperation candidate)
    {
        while (candidate is IConversionOperation or IDelegateCreationOperation)
            candidate = candidate is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)candidate).Target;
        return candidate is IAnonymousFunctionOperation { Body.Operations: { Length: 1 } body } && body[0] is IReturnOperation { ReturnedValue: { } answer } && IsPresence(answer);
    }

    static bool IsPresence(IOperation answer) => answer switch
    {
        IConversionOperation conversion => IsPresence(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } } } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison => IsNothing(comparison.RightOperand) || IsNothing(comparison.LeftOperand),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } => IsNothing(value),
        _ => false,
    };

    internal static bool IsNothing(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: null or "" } || value is IConversionOperation conversion && IsNothing(conversion.Operand)
        || value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };
}
