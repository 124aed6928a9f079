using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Operators, choices, interpolated texts.</summary>
sealed partial class Interpreter
{
    Value Unary(IUnaryOperation unary)
    {
        var value = Evaluate(unary.Operand);
        if (unary.OperatorKind == UnaryOperatorKind.Not)
            return value is { HasConstant: true, Constant: bool known } ? Value.OfConstant(!known) : Value.Unknown.With(Condition.Not(value.Condition));
        return unary.OperatorKind == UnaryOperatorKind.Minus && value is { HasConstant: true, Constant: int number } ? Value.OfConstant(-number) : Value.Of(Narrow(value, unary.Type).Taint);
    }

    Value Binary(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr:
                var isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
                var left = Evaluate(binary.LeftOperand);
                var (whenTrue, whenFalse) = Split(left);
                _state = isAnd ? whenTrue : whenFalse;
                var right = Evaluate(binary.RightOperand);
                _state = FlowState.Join(isAnd ? whenFalse : whenTrue, _state);
                var both = Combine(left, right, isAnd);
                return isAnd && Range(binary, seen: true) is { } range ? both.With(Condition.Of(Condition.Both(both.Condition?.WhenTrue ?? Condition.None, [range]), both.Condition?.WhenFalse ?? Condition.None)) : both;
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                var one = Evaluate(binary.LeftOperand);
                var other = Evaluate(binary.RightOperand);
                var equal = Equality(binary.LeftOperand, one, PlaceOf(binary.LeftOperand), binary.RightOperand, other);
                if (binary.OperatorKind == BinaryOperatorKind.Equals)
                    return equal;
                return equal is { HasConstant: true, Constant: bool known } ? Value.OfConstant(!known) : Value.Unknown.With(Condition.Not(equal.Condition));
            case BinaryOperatorKind.And or BinaryOperatorKind.Or when binary.Type?.SpecialType == SpecialType.System_Boolean:
                return Combine(Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), binary.OperatorKind == BinaryOperatorKind.And);
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return Compare(binary);
        }
        if (binary.OperatorMethod is { } method && _engine.HasBody(method))
            return Invoke(method, null, [Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand)], [binary.LeftOperand, binary.RightOperand], binary, binary.Type);
        return Binary(binary.OperatorKind, Shown(binary.LeftOperand, Evaluate(binary.LeftOperand), binary.Type), Shown(binary.RightOperand, Evaluate(binary.RightOperand), binary.Type), binary.Type);
    }

    /// <summary>What a text shows of an object of our own is what its <c>ToString</c> says.</summary>
    Value Shown(IOperation operation, Value value, ITypeSymbol? within)
    {
        if (value.Objects.Length == 0 || within?.SpecialType != SpecialType.System_String)
            return value;
        for (var type = Peeled(operation).Type; type is { SpecialType: SpecialType.None } && _engine.IsInSource(type as INamedTypeSymbol); type = type.BaseType)
            foreach (var member in type.GetMembers("ToString"))
                if (member is IMethodSymbol { Parameters.Length: 0, IsStatic: false } method && _engine.HasBody(method))
                    return Invoke(method, value, [], [], operation, method.ReturnType, isVirtual: true);
        return value;
    }

    // "a" + b + "c" + …: thousands of terms are no reason to nest as deep.
    Value Chain(IBinaryOperation sum)
    {
        var terms = new Stack<IOperation>();
        IOperation first = sum;
        while (first is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } inner)
        {
            terms.Push(inner.RightOperand);
            first = inner.LeftOperand;
        }
        var text = Evaluate(first);
        while (terms.Count > 0)
        {
            var operation = terms.Pop();
            var term = Shown(operation, Evaluate(operation), sum.Type);
            text = Texts.Concatenate(text, Whole(text), term, Whole(term));
        }
        return text;
    }

    // A number that was compared with a bound is no longer any size; a position or count that was found tells of the text it was found in.
    Value Compare(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        var kind = binary.OperatorKind;
        if (Number(left.Constant) is { } one && Number(right.Constant) is { } other)
            return Value.OfConstant(kind switch
            {
                BinaryOperatorKind.LessThan => one < other,
                BinaryOperatorKind.LessThanOrEqual => one <= other,
                BinaryOperatorKind.GreaterThan => one > other,
                _ => one >= other,
            });
        // "IndexOf(x) >= 0", "> -1" is true where the text was found; "< 0" where it was not.
        if (left.Condition is { } found && Number(right.Constant) is { } bound && (bound == 0 && kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan || bound == -1 && kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual))
            return Value.Unknown.With(kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan ? found : Condition.Not(found));
        var isLess = kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        // However much came, there is no more of it than that.
        if (IsExtent(binary.RightOperand))
            right = Value.Unknown;
        else if (IsExtent(binary.LeftOperand))
            left = Value.Unknown;
        return TaintOf(left) is not null && Whole(right) is null && PlaceOf(binary.LeftOperand) is { } place ? Bounded(left, place, right, isLess) : Bounded(right, PlaceOf(binary.RightOperand), left, !isLess);
    }

    // items.Length, (uint)items.Length
    static bool IsExtent(IOperation operation) => operation switch
    {
        IConversionOperation conversion => IsExtent(conversion.Operand),
        IPropertyReferenceOperation { Property.Name: "Length", Instance.Type: IArrayTypeSymbol or { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" } } => true,
        _ => false,
    };

    Value Binary(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type)
    {
        if (kind == BinaryOperatorKind.Add && type?.SpecialType == SpecialType.System_String)
            return Texts.Concatenate(left, Whole(left), right, Whole(right));
        if (left.Functions is not null || right.Functions is not null)
            return Value.Join(left, right);
        if (Number(left.Constant) is { } one && Number(right.Constant) is { } other && type?.SpecialType == SpecialType.System_Int32)
        {
            var result = kind switch
            {
                BinaryOperatorKind.Add => one + other,
                BinaryOperatorKind.Subtract => one - other,
                BinaryOperatorKind.Multiply => one * other,
                BinaryOperatorKind.Divide when other != 0 => decimal.Truncate(one / other),
                BinaryOperatorKind.Remainder when other != 0 => one % other,
                _ => (decimal?)null,
            };
            if (result is >= int.MinValue and <= int.MaxValue)
                return Value.OfConstant((int)result.Value);
        }
        // A remainder is bounded by its divisor.
        if (kind == BinaryOperatorKind.Remainder && Whole(right) is null)
            return Value.Of(left.Taint?.Only(~(TaintKind.Size | TaintKind.Memory)));
        return Value.Of(Taint.Join(TaintOf(left), TaintOf(right))?.Only(_engine.KindsOf(type)));
    }

    Value Choose(IConditionalOperation conditional)
    {
        var (whenTrue, whenFalse) = Branch(conditional.Condition);
        _state = whenTrue;
        var one = whenTrue.IsReachable ? Evaluate(conditional.WhenTrue) : null;
        var after = _state;
        _state = whenFalse;
        var other = whenFalse.IsReachable ? Evaluate(conditional.WhenFalse) : null;
        var isFirst = after.IsReachable;
        var isSecond = _state.IsReachable;
        _state = FlowState.Join(after, _state);
        if (one is null || !isFirst)
            return other ?? Value.Unknown;
        return other is null || !isSecond ? one : Value.Join(one, other);
    }

    Value Coalesce(ICoalesceOperation coalesce)
    {
        var value = Evaluate(coalesce.Value);
        if (value.HasConstant)
            return value.IsNull ? Evaluate(coalesce.WhenNull) : value;
        var before = _state.Fork();
        var otherwise = Evaluate(coalesce.WhenNull);
        if (!_state.IsReachable)
        {
            _state = before;
            return value;
        }
        _state = FlowState.Join(before, _state);
        // x?.Contains("a") ?? false
        if (otherwise is { HasConstant: true, Constant: bool known } && value.Condition is { } condition)
            return Value.Unknown.With(known ? Condition.Of(Condition.None, condition.WhenFalse) : Condition.Of(condition.WhenTrue, Condition.None));
        return Value.Join(value, otherwise);
    }

    Value Choose(ISwitchExpressionOperation choice)
    {
        var value = Evaluate(choice.Value);
        var place = PlaceOf(choice.Value);
        var rest = _state;
        FlowState? after = null;
        Value? result = null;
        foreach (var arm in choice.Arms)
        {
            if (!rest.IsReachable)
                break;
            _state = rest;
            (_state, rest) = Split(Match(value, place, arm.Pattern));
            if (arm.Guard is { } guard && _state.IsReachable)
            {
                var (holds, fails) = Branch(guard);
                _state = holds;
                rest = FlowState.Join(rest, fails);
            }
            if (!_state.IsReachable)
                continue;
            var answer = Evaluate(arm.Value);
            if (!_state.IsReachable)
                continue;
            result = result is null ? answer : Value.Join(result, answer);
            after = after is null ? _state : FlowState.Join(after, _state);
        }
        _state = after ?? Unreachable();
        return result ?? Value.Unknown;
    }

    Value Interpolate(IOperation content)
    {
        if (content is not IInterpolatedStringOperation interpolated)
            return Rest(content);
        var text = Value.OfConstant("");
        foreach (var part in interpolated.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation literal => Evaluate(literal.Text),
                IInterpolationOperation hole => Shown(hole.Expression, Evaluate(hole.Expression), content.Type),
                IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } arguments } } => Evaluate(arguments[0].Value),
                _ => Value.Unknown,
            };
            text = Texts.Concatenate(text, Whole(text), value, Whole(value));
        }
        return text;
    }

    // The last four digits of a number are what a receipt shows.
    static Value Part(Value text, IOperation range) =>
        range is IRangeOperation { LeftOperand: IUnaryOperation { Operand.ConstantValue: { HasValue: true, Value: int and >= 0 and <= 4 } }, RightOperand: null } or IRangeOperation { LeftOperand: null, RightOperand.ConstantValue: { HasValue: true, Value: int and <= 4 } }
            or IRangeOperation { LeftOperand: null, RightOperand: IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: int and <= 4 } } }
            ? text.WithTaint(text.Taint?.Only(~(TaintKind.Personal | TaintKind.Secret)))
            : text;

    // A handler of our own decides itself what becomes of a text's parts: SQL whose values are parameters.
    Value Handle(IInterpolatedStringHandlerCreationOperation creation)
    {
        if (!_engine.IsInSource(creation.Type as INamedTypeSymbol) || creation.Content is not IInterpolatedStringOperation content)
            return Interpolate(creation.Content);
        var handler = Evaluate(creation.HandlerCreation);
        foreach (var part in content.Parts)
            if (part is IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append })
            {
                var (values, operations) = Arguments(append.Arguments, append.TargetMethod.Parameters.Length);
                Invoke(append.TargetMethod, handler, values, operations, append, append.Type);
            }
        return handler;
    }
}
