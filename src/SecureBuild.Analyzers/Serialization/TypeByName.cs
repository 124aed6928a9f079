using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>Types that are looked up by a name which is not constant, and whether somebody looks at the name or the type first.</summary>
static class TypeByName
{
    /// <summary>The call of Type.GetType or Assembly.GetType that the type may come from; null when it does not, or when the name is constant.</summary>
    public static IOperation? LookedUp(IOperation type) => PossibleValues.First(type, 0, static (value, _) => IsLookUp(value));

    /// <summary>The value is made from a parameter of the method, directly or through text.</summary>
    public static bool MentionsParameter(IOperation value)
    {
        foreach (var operation in value.DescendantsAndSelf())
            if (operation is IParameterReferenceOperation
                || operation is ILocalReferenceOperation local && PossibleValues.OnlyValueOf(local) is { } only && only is not ILocalReferenceOperation && MentionsParameter(only))
                return true;
        return false;
    }

    /// <summary>In the same method a list is asked, a comparison made, or an interface or base class demanded of what goes into the look-up or comes out of it.</summary>
    public static bool IsChecked(IOperation lookup)
    {
        foreach (var check in Body.Of(lookup).Where(s_isCheck))
            if (!ReferenceEquals(check, lookup))
                return true;
        return false;
    }

    static readonly Func<IOperation, bool> s_isCheck = IsCheck;

    static bool IsCheck(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: var name } method }:
                if (name is "Contains" or "ContainsKey" or "TryGetValue" or "IsAssignableFrom" or "IsAssignableTo" or "IsSubclassOf" or "Any" or "All" or "StartsWith" or "Exists"
                    || name is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace") && method.ReturnType.SpecialType == SpecialType.System_Boolean && Words.Of(name) is { Count: > 0 } words && words[0] is ("is" or "can" or "allows" or "allowed"))
                    return true;
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when !IsNull(comparison.LeftOperand) && !IsNull(comparison.RightOperand):
            case ISwitchOperation or ISwitchExpressionOperation:
                return true;
        }
        return false;
    }

    static bool IsLookUp(IOperation value) =>
        value is IInvocationOperation { TargetMethod: { Name: "GetType", ContainingType: var type }, Arguments: { Length: > 0 } arguments }
        && (type.Is("System.Type") || type.IsOrInherits("System.Reflection.Assembly"))
        && PossibleValues.First(arguments[0].Value, 0, static (name, _) => name.ConstantValue is { HasValue: true, Value: not "" } || name is INameOfOperation) is null;

    static bool IsNull(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value.ConstantValue is { HasValue: true, Value: null };
    }
}
