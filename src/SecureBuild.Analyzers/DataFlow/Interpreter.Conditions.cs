using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Conditions: what a check tells of the values it looks at.</summary>
sealed partial class Interpreter
{
    /// <summary>Evaluates a condition and gives the states in which it held and did not.</summary>
    (FlowState WhenTrue, FlowState WhenFalse) Branch(IOperation condition)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                var (holds, fails) = Branch(not.Operand);
                return (fails, holds);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
            {
                var (leftTrue, leftFalse) = Branch(and.LeftOperand);
                _state = leftTrue;
                var (rightTrue, rightFalse) = leftTrue.IsReachable ? Branch(and.RightOperand) : (leftTrue, leftTrue);
                if (Range(and, seen: false) is { } range)
                    Apply([range], rightTrue);
                return (rightTrue, FlowState.Join(leftFalse, rightFalse));
            }
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
            {
                var (leftTrue, leftFalse) = Branch(or.LeftOperand);
                _state = leftFalse;
                var (rightTrue, rightFalse) = leftFalse.IsReachable ? Branch(or.RightOperand) : (leftFalse, leftFalse);
                return (FlowState.Join(leftTrue, rightTrue), rightFalse);
            }
            case IParenthesizedOperation parenthesized:
                return Branch(parenthesized.Operand);
            case IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_Boolean } conversion when conversion.Operand.Type?.SpecialType == SpecialType.System_Boolean:
                return Branch(conversion.Operand);
            default:
                return Split(Evaluate(condition));
        }
    }

    /// <summary>The states after a truth value was found true, and false.</summary>
    (FlowState WhenTrue, FlowState WhenFalse) Split(Value test)
    {
        if (test is { HasConstant: true, Constant: bool known })
            return known ? (_state, Unreachable()) : (Unreachable(), _state);
        var origin = _state;
        var whenTrue = origin.Fork();
        var whenFalse = origin.Fork();
        if (test.Condition is { } condition)
        {
            Apply(condition.WhenTrue, whenTrue);
            Apply(condition.WhenFalse, whenFalse);
        }
        _state = origin;
        return (whenTrue, whenFalse);
    }

    void Apply(Fact[] facts, FlowState state)
    {
        if (facts.Length == 0)
            return;
        var saved = _state;
        _state = state;
        foreach (var fact in facts)
            Apply(fact);
        _state = saved;
    }

    void Apply(Fact fact)
    {
        if (fact.ByOrigin && fact.Seen is { } seen && Whole(seen) is { } taint)
            ClearByOrigin(taint, fact.Cleared);
        if (fact.Place.Text is { } text)
        {
            _state.Check(text, fact.Cleared);
            return;
        }
        if (fact.Place.Path.Length == 0 && fact.Place.Root is { } variable)
        {
            if (_state[variable] is not { } now || fact.Seen is not null && !fact.ByOrigin && !ReferenceEquals(now, fact.Seen))
                return;
            _state[variable] = fact.Equal ?? Cleared(now, fact.Cleared);
            return;
        }
        var owner = fact.Place.Root is { } root ? _state[root] : _frame.This;
        if (owner is null || fact.Place.Path.Length == 0)
            return;
        for (var i = 0; i < fact.Place.Path.Length - 1; i++)
            owner = ReadMember(owner, fact.Place.Path[i], null);
        var key = fact.Place.Path[fact.Place.Path.Length - 1];
        // Of several objects nobody knows which was checked: to write there would only mix what they hold.
        if (owner.Objects.Length == 1)
            WriteMember(owner, key, fact.Equal ?? Cleared(ReadMember(owner, key, null), fact.Cleared));
        // A member that is a source itself, such as a request's length, and one of a value without a name for its object, remember the check by their text.
        _state.Check((fact.Place.Root is { } symbol ? symbol.Name + "." : "") + string.Join(".", fact.Place.Path), fact.Cleared);
    }

    Value Cleared(Value value, TaintKind kinds)
    {
        foreach (var id in value.Objects)
            if (_state[id] is { } heap)
                _state[id] = heap.WithDeep(heap.Deep?.Only(~kinds)).WithElementsCleared(kinds);
        return value.Without(kinds);
    }

    void ClearByOrigin(Taint taint, TaintKind kinds)
    {
        foreach (var variable in new List<KeyValuePair<ISymbol, Value>>(_state.Variables))
            if (variable.Value.Taint is { } carried && Array.TrueForAll(carried.Parts, part => Array.Exists(taint.Parts, other => other.Origin.Is(part.Origin))))
                _state[variable.Key] = variable.Value.Without(kinds);
            else
                foreach (var id in variable.Value.Objects)
                    if (_state[id] is { Type.Name: "FileInfo" or "DirectoryInfo", Deep: { } deep } file && Array.TrueForAll(deep.Parts, part => Array.Exists(taint.Parts, other => other.Origin.Is(part.Origin))))
                        _state[id] = file.WithDeep(deep.Only(~kinds));
    }

    /// <summary>The variable, or the member of one, that an expression reads; an expression that reads like one by its text; null for all else.</summary>
    Place? PlaceOf(IOperation? operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return new(local.Local, [], null);
            case IParameterReferenceOperation parameter:
                return new(parameter.Parameter, [], null);
            case IDeclarationExpressionOperation declaration:
                return PlaceOf(declaration.Expression);
            case IConversionOperation conversion:
                return PlaceOf(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return PlaceOf(parenthesized.Operand);
            case IAwaitOperation awaited:
                return PlaceOf(awaited.Operation);
            case ICoalesceOperation coalesce:
                return PlaceOf(coalesce.Value);
            case IConditionalAccessOperation access:
                return PlaceOf(access.WhenNotNull) is { Text: null } inner ? inner : TextPlace(access);
            case IConditionalAccessInstanceOperation:
                return null;
            case ISimpleAssignmentOperation assignment:
                return PlaceOf(assignment.Target);
            // Case and blanks make no difference to what a list allows.
            case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Trim" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "ToString" or "AsSpan" or "Normalize" }, Instance: { } text }:
                return PlaceOf(text);
            case IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.Length: 0 }, Instance: { } printed }:
                return PlaceOf(printed);
            case IInvocationOperation { TargetMethod: { Name: "AsSpan" or "AsMemory", IsExtensionMethod: true } } span when span.Arguments.Length > 0:
                return PlaceOf(span.Arguments[0].Value);
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                return new(field.Field, [], null);
            case IFieldReferenceOperation field:
                return MemberPlace(field.Instance, _engine.KeyOf(field.Field)) ?? TextPlace(field);
            case IPropertyReferenceOperation { Property: { Name: "Value" or "Result", ContainingType.Name: "Nullable" or "Task" or "ValueTask" or "Lazy" }, Instance: { } wrapped }:
                return PlaceOf(wrapped);
            case IPropertyReferenceOperation { Property: { IsIndexer: false, IsStatic: false } } property:
                return MemberPlace(property.Instance, property.Property.Name) ?? TextPlace(property);
            case IPropertyReferenceOperation or IArrayElementReferenceOperation:
                return TextPlace(operation);
            case IInvocationOperation:
                return TextPlace(operation);
            default:
                return null;
        }
    }

    Place? MemberPlace(IOperation? owner, string name) => owner switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => new(null, [name], null),
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false } or IConversionOperation =>
            PlaceOf(owner) is { Text: null, Path.Length: < 2 } place ? place.Member(name) : null,
        _ => null,
    };

    // Request.Query["id"] asked twice gives the same text.
    static Place? TextPlace(IOperation operation) => operation.Syntax.Span.Length <= 120 ? new(null, [], operation.Syntax.ToString()) : null;

    /// <summary>What <c>left == right</c> tells: what equals something harmless is harmless.</summary>
    Value Equality(IOperation leftOperation, Value left, Place? leftPlace, IOperation rightOperation, Value right)
    {
        (left, right) = (Character(leftOperation, left, leftPlace), Character(rightOperation, right, PlaceOf(rightOperation)));
        if (left.HasConstant && right.HasConstant)
            return Value.OfConstant(Same(left.Constant, right.Constant));
        // x?.Contains("a") == true
        if (right is { HasConstant: true, Constant: bool wanted } && left.Condition is { } asked)
            return Value.Unknown.With(wanted ? asked : Condition.Not(asked));
        if (left is { HasConstant: true, Constant: bool wantedToo } && right.Condition is { } askedToo)
            return Value.Unknown.With(wantedToo ? askedToo : Condition.Not(askedToo));
        // IndexOf(x) == -1
        if (Number(right.Constant) == -1 && left.Condition is { } sought)
            return Value.Unknown.With(Condition.Not(sought));
        // Find(x) != null
        if (right.IsNull && left.Condition is { } found && leftOperation.Type?.SpecialType != SpecialType.System_Boolean)
            return Value.Unknown.With(new Condition(NullFact(leftPlace, left, found.WhenFalse), found.WhenTrue));
        // A text of one character leads neither up nor to another host.
        if (leftOperation is IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } counted } && Number(right.Constant) is 0 or 1 && PlaceOf(counted) is { } text)
            return Value.Unknown.With(new Condition([new Fact(text, TaintKind.OtherHost | TaintKind.Upwards, SeenIn(text))], Condition.None));
        if (right is { HasConstant: true, Constant: char sign } && AtStart(leftOperation, sign) is { } start)
            return Value.Unknown.With(start);
        var facts = Condition.None;
        if (leftPlace is not null && TaintOf(left) is { } tainted && (right.IsNull || !IsChosen(right)))
            facts = EqualFacts(leftPlace, left, tainted, right, leftOperation);
        else if (PlaceOf(rightOperation) is { } rightPlace && TaintOf(right) is { } other && (left.IsNull || !IsChosen(left)))
            facts = EqualFacts(rightPlace, right, other, left, rightOperation);
        else
            facts = Condition.Both(AsHarmlessAs(leftPlace, left, right), AsHarmlessAs(PlaceOf(rightOperation), right, left));
        return Value.Unknown.With(Condition.Of(facts, leftPlace is null ? Condition.None : OtherCharacter(leftPlace, right)));
    }

    // url[0] == '/' and url[1] != '/', as StartsWith("/") and !StartsWith("//").
    Condition? AtStart(IOperation operation, char sign)
    {
        if (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        if (operation is not IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.SpecialType: SpecialType.System_String }, Instance: { } indexed, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: int at } }] }
            || PlaceOf(indexed) is not { } place)
            return null;
        var seen = SeenIn(place);
        return (at, sign) switch
        {
            (0, '/') => new Condition([new Fact(place, TaintKind.Unrooted, seen)], [new Fact(place, TaintKind.Absolute, seen)]),
            (0, '~') => new Condition([new Fact(place, TaintKind.Unrooted | TaintKind.OtherHost, seen)], Condition.None),
            (1, '/' or '\\') => new Condition(Condition.None, [new Fact(place, TaintKind.OtherHost, seen)]),
            _ => null,
        };
    }

    // Characters are compared as numbers; what is told is told of the character.
    Value Character(IOperation operation, Value value, Place? place) =>
        operation is not IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Int32, Operand.Type.SpecialType: SpecialType.System_Char } ? value
        : value is { HasConstant: true, Constant: int number and >= 0 and <= char.MaxValue } ? Value.OfConstant((char)number)
        : (place is null ? null : SeenIn(place)) ?? value;

    // A character that is not this one.
    Fact[] OtherCharacter(Place place, Value character) =>
        character is { HasConstant: true, Constant: char known } && LostWithout(known) is not 0 and var lost ? [new Fact(place, lost, SeenIn(place))] : Condition.None;

    // By a client, or by a caller that may be handing on a client's.
    bool IsChosen(Value value)
    {
        foreach (var part in Whole(value)?.Parts ?? [])
            if (part.Origin is SourceOrigin or InputOrigin { Ordinal: >= 0 })
                return true;
        return false;
    }

    static Fact[] NullFact(Place? place, Value value, Fact[] others) => place is null ? others : Condition.Both([new Fact(place, TaintKind.Any, value, Value.Null)], others);

    Fact[] EqualFacts(Place place, Value value, Taint taint, Value equal, IOperation operation)
    {
        var fact = new Fact(place, TaintKind.Any, value, equal.HasConstant ? equal : null);
        return HostFact(operation) is { } host && !equal.IsNull ? [fact, host] : [fact];
    }

    // Path.GetFileName(name) == name: what the one can no longer do the other cannot, either.
    Fact[] AsHarmlessAs(Place? place, Value value, Value other) =>
        place is not null && Whole(other) is { } carried && (KindsIn(TaintOf(value)) & ~KindsIn(carried)) is not 0 and var lost ? [new Fact(place, lost, value)] : Condition.None;

    /// <summary>A check of an address' host is one of the address itself and of the text it was made from.</summary>
    Fact? HostFact(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation || operation is IInvocationOperation { Instance: not null, TargetMethod.ContainingType.SpecialType: SpecialType.System_String })
            operation = operation switch { IConversionOperation conversion => conversion.Operand, IParenthesizedOperation parenthesized => parenthesized.Operand, IInvocationOperation call => call.Instance!, _ => operation };
        var address = operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Host" or "DnsSafeHost" or "IdnHost" or "Authority", ContainingType.Name: "Uri" or "UriBuilder" } } property => property.Instance,
            IInvocationOperation { TargetMethod: { Name: "GetLeftPart" or "GetComponents", ContainingType.Name: "Uri" } } part => part.Instance,
            _ => null,
        };
        // new Uri(text).Host is asked about the text.
        if (address is IObjectCreationOperation { Arguments: { Length: > 0 } arguments })
            address = arguments[0].Value;
        if (PlaceOf(address) is not { } place)
            return null;
        return new(place, TaintKind.Ssrf | TaintKind.Redirect, place is { Root: { } root, Path.Length: 0 } ? _state[root] : null, byOrigin: true);
    }

    static bool Same(object? left, object? right) =>
        left is null || right is null ? left is null && right is null : left is string || right is string || left is bool || right is bool ? left.Equals(right) : Number(left) is { } one && Number(right) is { } other ? one == other : left.Equals(right);

    static decimal? Number(object? value) => value switch
    {
        int number => number,
        long number => number,
        char number => number,
        byte number => number,
        short number => number,
        uint number => number,
        ushort number => number,
        sbyte number => number,
        decimal number => number,
        double number when Math.Abs(number) < 1e15 => (decimal)number,
        float number when Math.Abs(number) < 1e15 => (decimal)number,
        _ => null,
    };

    Value Narrow(Value value, ITypeSymbol? type)
    {
        // A number or text made of an object is no object any more.
        if (value.Objects.Length > 0 && type is { SpecialType: SpecialType.System_String or >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr })
            value = Value.Of(TaintOf(value));
        return value.Taint is null ? value : value.WithTaint(value.Taint.Only(KindsOf(type)));
    }

    // A span of time made of a client's number is one to wait for.
    TaintKind KindsOf(ITypeSymbol? type) => type is { Name: "TimeSpan", ContainingNamespace.Name: "System" } ? TaintKind.Size : _engine.KindsOf(type);

    static Value Combine(Value left, Value right, bool isAnd)
    {
        if (left is { HasConstant: true, Constant: bool one })
            return one == isAnd ? right : left;
        if (right is { HasConstant: true, Constant: bool other })
            return other == isAnd ? left : right;
        return Value.Unknown.With(isAnd ? Condition.And(left.Condition, right.Condition) : Condition.Or(left.Condition, right.Condition));
    }
}
