using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Operations;

/// <summary>Tells an enum value that is chosen (assigned, passed, returned) from one that is only compared with, taken away or shown.</summary>
static class FlagChoice
{
    /// <summary>The whole combination (<c>A | B</c>) that the value is part of, or null when nobody chooses it here.</summary>
    public static IOperation? Of(IOperation value)
    {
        var combination = value;
        for (var parent = value.Parent; parent is not null; parent = parent.Parent)
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Or }:
                    combination = parent;
                    break;
                case IConversionOperation { IsImplicit: true }:
                    break;
                case IConversionOperation { Type.TypeKind: TypeKind.Enum }:
                    combination = parent;
                    break;
                case IBinaryOperation or IUnaryOperation or IPatternOperation or ICaseClauseOperation or INameOfOperation or IInterpolationOperation or IConversionOperation:
                case ICompoundAssignmentOperation { OperatorKind: not BinaryOperatorKind.Or }:
                case IInvocationOperation:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "HasFlag" or "Equals" or "Format" or "ToString" or "GetName" or "IsDefined" } } }:
                    return null;
                default:
                    return combination;
            }
        return combination;
    }

    /// <summary>Whether the value is the first of its combination that the test holds for: one finding for <c>A | B</c>, not two.</summary>
    public static bool IsFirst(IOperation value, IOperation combination, Func<IOperation, bool> test) =>
        ReferenceEquals(combination, value) || ReferenceEquals(combination.DescendantsAndSelf().FirstOrDefault(test), value);
}
