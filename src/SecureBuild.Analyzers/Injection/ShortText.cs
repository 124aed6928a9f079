using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Whether a text is known to be short where it is used: <c>text.Length &lt;= 20 &amp;&amp; …</c>, <c>if (text.Length &gt; 20) return;</c>.</summary>
static class ShortText
{
    const int Limit = 100;

    public static bool Is(IOperation? text)
    {
        while (text is IConversionOperation conversion)
            text = conversion.Operand;
        if (text is null || SameObject.Owner(text) is not { } symbol)
            return false;
        for (IOperation child = text, parent = text.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when child == both.RightOperand && Says(both.LeftOperand, symbol, isTrue: true):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when child == either.RightOperand && Says(either.LeftOperand, symbol, isTrue: false):
                case IConditionalOperation choice when child != choice.Condition && Says(choice.Condition, symbol, child == choice.WhenTrue):
                case IBlockOperation block when IsLeft(block, child, symbol):
                    return true;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
            }
        return false;
    }

    // if (text.Length > 20) return BadRequest();
    static bool IsLeft(IBlockOperation block, IOperation before, ISymbol symbol)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == before)
                return false;
            if (statement is IConditionalOperation { WhenFalse: null } guard && Leaves(guard.WhenTrue) && Says(guard.Condition, symbol, isTrue: false))
                return true;
        }
        return false;
    }

    static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: { Length: > 0 } all } => Leaves(all[all.Length - 1]),
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => statement is IReturnOperation or IThrowOperation or IBranchOperation,
    };

    // Whether the condition, when it is so, means that the text is short.
    static bool Says(IOperation condition, ISymbol symbol, bool isTrue) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Says(not.Operand, symbol, !isTrue),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when isTrue => Says(both.LeftOperand, symbol, true) || Says(both.RightOperand, symbol, true),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when !isTrue => Says(either.LeftOperand, symbol, false) || Says(either.RightOperand, symbol, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } less when isTrue => IsLength(less.LeftOperand, symbol) && IsSmall(less.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } more when !isTrue => IsLength(more.LeftOperand, symbol) && IsSmall(more.RightOperand),
        IIsPatternOperation { Pattern: IRelationalPatternOperation { OperatorKind: var kind, Value: var bound } } test =>
            IsLength(test.Value, symbol) && IsSmall(bound) && (isTrue ? kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual : kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual),
        _ => false,
    };

    static bool IsLength(IOperation value, ISymbol symbol) =>
        value is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } instance } && SymbolEqualityComparer.Default.Equals(SameObject.Owner(instance), symbol)
        || value is IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Property.Name: "Length" }, Operation: var maybe } && SymbolEqualityComparer.Default.Equals(SameObject.Owner(maybe), symbol);

    static bool IsSmall(IOperation bound) => bound.ConstantValue is { HasValue: true, Value: int and <= Limit };
}
