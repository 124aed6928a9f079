using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Patterns of C#: what a match declares, and what it tells of the value.</summary>
sealed partial class Interpreter
{
    /// <summary>Matches a value against a pattern: declares its variables in the current state and says what a match tells.</summary>
    Value Match(Value value, Place? place, IPatternOperation? pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                var expected = Evaluate(constant.Value);
                if (value.HasConstant && expected.HasConstant)
                    return Value.OfConstant(Same(value.Constant, expected.Constant));
                if (expected is { HasConstant: true, Constant: bool wanted } && value.Condition is { } asked)
                    return Value.Unknown.With(wanted ? asked : Condition.Not(asked));
                if (expected.IsNull && value.Condition is { } found && pattern.InputType.SpecialType != SpecialType.System_Boolean)
                    return Value.Unknown.With(new Condition(NullFact(place, value, found.WhenFalse), found.WhenTrue));
                return place is null ? Value.Unknown : Value.Unknown.With(new Condition([new Fact(place, TaintKind.Any, value, expected.HasConstant ? expected : null)], OtherCharacter(place, expected)));
            case INegatedPatternOperation negated:
                var inner = Match(value, place, negated.Pattern);
                return inner is { HasConstant: true, Constant: bool known } ? Value.OfConstant(!known) : Value.Unknown.With(Condition.Not(inner.Condition));
            case IBinaryPatternOperation binary:
                var left = Match(value, place, binary.LeftPattern);
                var right = Match(value, place, binary.RightPattern);
                if (binary.OperatorKind == BinaryOperatorKind.Or)
                    return Combine(left, right, isAnd: false);
                return RangeOf(binary, place) is { Length: > 0 } range ? Value.Unknown.With(new Condition(range, Condition.None)) : Combine(left, right, isAnd: true);
            case IDeclarationPatternOperation declaration:
                if (declaration.DeclaredSymbol is { } symbol)
                    WriteVariable(symbol, Narrow(value, symbol is ILocalSymbol local ? local.Type : null), null);
                return declaration.MatchesNull ? Value.OfConstant(true) : NotNull(value, place, found: null);
            case IRecursivePatternOperation recursive:
                return MatchParts(value, place, recursive);
            case IRelationalPatternOperation relational:
                return Bounded(value, place, Evaluate(relational.Value), relational.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual);
            case ITypePatternOperation:
                return NotNull(value, place, found: null);
            case IListPatternOperation list:
                foreach (var item in list.Patterns)
                    Match(item is ISlicePatternOperation ? value : ReadElements(value, null), null, item is ISlicePatternOperation slice ? slice.Pattern : item);
                if (list.DeclaredSymbol is { } whole)
                    WriteVariable(whole, value, null);
                return place is not null && list.InputType.SpecialType == SpecialType.System_String ? Value.Unknown.With(Beginning(list, place)) : Value.Unknown;
            case IDiscardPatternOperation:
                return Value.OfConstant(true);
            default:
                return Value.Unknown;
        }
    }

    /// <summary>A number that was compared with a bound is no longer any size: <c>size is &lt;= 100</c>.</summary>
    Value Bounded(Value value, Place? place, Value bound, bool isLess)
    {
        if (place is null || TaintOf(value) is null || Whole(bound) is not null)
            return Value.Unknown;
        // (uint)index < (uint)items.Length is asked of the index.
        Fact[] facts = [new Fact(place, TaintKind.Size | TaintKind.Memory, SeenIn(place) ?? value)];
        return Value.Unknown.With(isLess ? new Condition(facts, Condition.None) : new Condition(Condition.None, facts));
    }

    Value MatchParts(Value value, Place? place, IRecursivePatternOperation recursive)
    {
        Condition? all = null;
        foreach (var part in recursive.PropertySubpatterns)
        {
            var member = part.Member is IMemberReferenceOperation reference ? reference.Member : null;
            var key = member is null ? "" : _engine.KeyOf(member);
            var inner = Match(ReadMember(value, key, part.Member.Type), place is { Text: null, Path.Length: < 2 } ? place.Member(key) : null, part.Pattern);
            all = Condition.And(all, inner.Condition);
            // uri is { Host: "a.example" }
            if (place is not null && member is IPropertySymbol { Name: "Host" or "DnsSafeHost" or "IdnHost" or "Authority", ContainingType.Name: "Uri" } && Array.Exists(inner.Condition?.WhenTrue ?? Condition.None, fact => (fact.Cleared & TaintKind.Ssrf) != 0))
                all = Condition.And(all, new Condition([new Fact(place, TaintKind.Ssrf | TaintKind.Redirect, SeenIn(place), byOrigin: true)], Condition.None));
        }
        for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
            Match(Part(value, i, recursive.MatchedType), null, recursive.DeconstructionSubpatterns[i]);
        if (recursive.DeclaredSymbol is { } symbol)
            WriteVariable(symbol, Narrow(value, symbol is ILocalSymbol local ? local.Type : null), null);
        return Value.Unknown.With(Condition.Of(all?.WhenTrue ?? Condition.None, Condition.None));
    }

    // Where "x is string s" fails, x may be anything; where a parse result is asked for null, its parse has told.
    static Value NotNull(Value value, Place? place, Condition? found) => value.IsNull ? Value.OfConstant(false) : Value.Unknown.With(found ?? value.Condition);

    // url is ['/', not ('/' or '\\'), ..]
    Condition? Beginning(IListPatternOperation list, Place place)
    {
        var facts = Condition.None;
        if (list.Patterns.Length > 0 && list.Patterns[0] is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: '/' } })
            facts = [new Fact(place, TaintKind.Unrooted, SeenIn(place))];
        if (list.Patterns.Length > 1 && list.Patterns[1] is INegatedPatternOperation { Pattern: var not } && Allows(not, '/') || list.Patterns is [not ISlicePatternOperation])
            facts = Condition.Both(facts, [new Fact(place, TaintKind.OtherHost, SeenIn(place))]);
        return Condition.Of(facts, Condition.None);
    }

    static bool Allows(IPatternOperation pattern, char sign) => pattern switch
    {
        IConstantPatternOperation constant => constant.Value.ConstantValue is { HasValue: true, Value: char known } && known == sign,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Allows(either.LeftPattern, sign) || Allows(either.RightPattern, sign),
        _ => false,
    };
}
