using System;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Searches in spans of text: <c>name.AsSpan().ContainsAny('/', '\\')</c>, <c>name.AsSpan().ContainsAnyExcept(s_letters)</c>.</summary>
sealed partial class Interpreter
{
    Value? KnownOfSpan(CallContext call)
    {
        var name = call.Method.Name;
        // SearchValues.Create("abc") is the text.
        if (name == "Create")
            return call.Values.Length > 0 ? call.Values[0] : null;
        if (call.Values.Length < 2 || !name.StartsWith("Contains", StringComparison.Ordinal) && !name.StartsWith("IndexOf", StringComparison.Ordinal) || PlaceOf(call.Operations[0]) is not { } place || CharactersIn(call) is not { } characters)
            return null;
        TaintKind lost = 0;
        if (name.EndsWith("Except", StringComparison.Ordinal))
            lost = LostWithin(characters);
        else if (name.EndsWith("ExceptInRange", StringComparison.Ordinal))
            lost = characters.Length == 2 ? LostWithin(Between(characters[0], characters[1])) : 0;
        else if (!name.EndsWith("InRange", StringComparison.Ordinal))
            foreach (var character in characters)
                lost |= LostWithout(Value.OfConstant(character));
        return lost == 0 ? null : Value.Unknown.With(new Condition(Condition.None, [new Fact(place, lost, SeenIn(place))]));
    }

    /// <summary><c>string.Create(length, state, action)</c> with an action that sets one character after the other: the text is what it sets.</summary>
    Value? Created(CallContext call)
    {
        if (call.Values[2].Functions is not [{ Body: IAnonymousFunctionOperation action }] functions || !SetsCharacters(action))
            return null;
        var text = NewObject((call.Site, "text"), null, null);
        Apply(functions, [text, call.Values[1]], call.Site, []);
        return Value.Of(Whole(text));
    }

    static bool SetsCharacters(IAnonymousFunctionOperation action)
    {
        foreach (var operation in action.Body.Descendants())
            if (operation is IParameterReferenceOperation { Parameter.Ordinal: 0 } span && SymbolEqualityComparer.Default.Equals(span.Parameter, action.Symbol.Parameters[0])
                && span.Parent is not (IPropertyReferenceOperation { Property.Name: "Length" } or IPropertyReferenceOperation { Property.IsIndexer: true, Parent: ISimpleAssignmentOperation }))
                return false;
        return true;
    }

    // Those that are sought, all of them known; null otherwise.
    string? CharactersIn(CallContext call)
    {
        var all = new StringBuilder();
        for (var i = 1; i < call.Values.Length; i++)
            foreach (var part in call.Values[i].Objects is [var id] && _state[id]?.Sequence is { } sequence ? sequence : [call.Values[i]])
                if (part.Constant is char or string { Length: > 0 })
                    all.Append(part.Constant);
                else if (call.Method.Parameters[i].Type.TypeKind != TypeKind.Enum)
                    return null;
        return all.Length == 0 ? null : all.ToString();
    }

    /// <summary><c>letter >= 'a' &amp;&amp; letter &lt;= 'z'</c>: what a character between these two can no longer do.</summary>
    Fact? Range(IBinaryOperation and, bool seen)
    {
        if (LimitIn(and.LeftOperand) is not { } one || LimitIn(and.RightOperand) is not { } other || one.IsFirst == other.IsFirst
            || PlaceOf(one.Limited) is not { } place || PlaceOf(other.Limited) is not { } second || !place.Is(second))
            return null;
        var lost = one.IsFirst ? LostWithin(Between(one.Limit, other.Limit)) : LostWithin(Between(other.Limit, one.Limit));
        return lost == 0 ? null : new(place, lost, seen ? SeenIn(place) : null);
    }

    // Characters are compared as numbers.
    static (IOperation Limited, char Limit, bool IsFirst)? LimitIn(IOperation comparison)
    {
        if (comparison is not IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual, LeftOperand: IConversionOperation left, RightOperand: IConversionOperation right } binary
            || left.Operand.Type?.SpecialType != SpecialType.System_Char || right.Operand.Type?.SpecialType != SpecialType.System_Char)
            return null;
        var isGreater = binary.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        return (left.Operand.ConstantValue.Value, right.Operand.ConstantValue.Value) switch
        {
            (null, char limit) => (left.Operand, limit, isGreater),
            (char limit, null) => (right.Operand, limit, !isGreater),
            _ => null,
        };
    }

    /// <summary><c>letter is >= 'a' and &lt;= 'z'</c></summary>
    Fact[] RangeOf(IBinaryPatternOperation and, Place? place) =>
        place is not null && and is { LeftPattern: IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: char one } } left, RightPattern: IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: char other } } right }
        && left.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual && right.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
        && LostWithin(Between(one, other)) is not 0 and var lost
            ? [new Fact(place, lost, SeenIn(place))]
            : Condition.None;

    static string Between(char first, char last)
    {
        var all = new StringBuilder();
        for (int character = first; character <= last && all.Length < 256; character++)
            all.Append((char)character);
        return all.ToString();
    }
}
