using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What the answer to a question about a text or a list tells: how it begins and ends, what it holds, what stands between its separators.</summary>
sealed partial class Interpreter
{
    /// <summary>What a text without this character can no longer do; a character that is not this one, too.</summary>
    static TaintKind LostWithout(char character) => character switch
    {
        '<' => TaintKind.Xss | TaintKind.Xml,
        '\'' => TaintKind.XPath,
        '*' => TaintKind.Wildcard,
        '(' or ')' => TaintKind.Parenthesis,
        '/' => TaintKind.Upwards | TaintKind.Absolute,
        _ => 0,
    };

    static TaintKind LostWithout(Value part) => part.Constant?.ToString() switch
    {
        ".." => TaintKind.Upwards,
        "\\" => TaintKind.Upwards | TaintKind.Absolute,
        "\n" or "\r" or "\r\n" => LineBreaking,
        "'" => TaintKind.Sql | LostWithout('\''),
        ":" => TaintKind.Ssrf,
        { Length: 1 } character => LostWithout(character[0]),
        _ => 0,
    };

    /// <summary>What a text's beginning tells: of a full path, where it lies; of an address, its host.</summary>
    Value Begins(CallContext call, Value text)
    {
        if (call.Values.Length == 0 || call.Instance is not { } instance || PlaceOf(instance) is not { } place)
            return Value.Unknown;
        var start = call.Values[0];
        if (text.HasConstant && start is { HasConstant: true, Constant: string known } && text.Constant is string constant)
            return Value.OfConstant(constant.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        if (IsFromOutside(start))
            return Value.Unknown;
        TaintKind whenTrue = 0, whenFalse = 0;
        var facts = Condition.None;
        if (start.EndsInSeparator is not false && !(start.EndsInSeparator is null && start.IsCanonical))
        {
            whenTrue = TaintKind.Unanchored;
            // What was made of the same value beside it lies in the same folder.
            if (text.IsCanonical)
                facts = [new Fact(place, TaintKind.Path | TaintKind.ArchivePath, text, null, byOrigin: true)];
        }
        if (IsChosen(start))
            return Value.Unknown.With(Condition.Of(Condition.Both(facts, whenTrue == 0 ? Condition.None : [new Fact(place, whenTrue, SeenIn(place))]), Condition.None));
        if (start.Constant?.ToString() is { Length: > 0 } literal)
        {
            if (literal is "/" or "~/")
                (whenTrue, whenFalse) = (whenTrue | TaintKind.Unrooted, TaintKind.Absolute);
            else if (literal is "//" or "/\\")
                whenFalse = TaintKind.OtherHost;
            else if (literal == ".." && text.IsCanonical)
                return Value.Unknown.With(new Condition(Condition.None, [new Fact(place, TaintKind.Path | TaintKind.ArchivePath, text, null, byOrigin: true)]));
            else if (Texts.NamesHost(literal))
                whenTrue |= TaintKind.Ssrf | TaintKind.Redirect;
        }
        else if (start.Prefix.Length > 1 && Texts.NamesHost(start.Prefix))
        {
            whenTrue |= TaintKind.Ssrf | TaintKind.Redirect;
        }
        var seen = SeenIn(place);
        return Value.Unknown.With(Condition.Of(Condition.Both(facts, whenTrue == 0 ? Condition.None : [new Fact(place, whenTrue, seen)]), whenFalse == 0 ? Condition.None : [new Fact(place, whenFalse, seen)]));
    }

    // A host that ends in ".example.com" is one of that domain's; a folder that ends in its separator is no beginning of another's name.
    Value Ends(CallContext call)
    {
        if (call.Instance is not { } instance || call.Values.Length == 0 || call.Values[0].Constant?.ToString() is not { Length: > 0 } end)
            return Value.Unknown;
        if (HostFact(instance) is { } host && end.Length > 1 && end[0] == '.')
            return Value.Unknown.With(new Condition([host], Condition.None));
        return end is "/" or "\\" && call.Receiver is { } text && PlaceOf(instance) is { } place
            ? Value.Unknown.With(new Condition([new Fact(place, 0, SeenIn(place), text.WithPrefix(text.Prefix, true))], Condition.None))
            : Value.Unknown;
    }

    /// <summary>A value that is found in a list is one of the list's.</summary>
    Value Listed(CallContext call)
    {
        var isStatic = call.Method.IsStatic;
        if (call.Operations.Length < (isStatic ? 2 : 1) || call.Operations[isStatic ? 1 : 0] is not { } sought || PlaceOf(sought) is not { } place)
            return Value.Unknown;
        var list = isStatic ? call.Values[0] : call.Receiver ?? Value.Unknown;
        if (IsFromOutside(list))
            return Value.Unknown;
        var fact = new Fact(place, TaintKind.Any, SeenIn(place));
        return Value.Unknown.With(new Condition(HostFact(sought) is { } host ? [fact, host] : [fact], NotAmong(list, place)));
    }

    /// <summary>What a character that is none of these can no longer do: those of a list, or the keys of a table.</summary>
    Fact[] NotAmong(Value list, Place sought)
    {
        if (list is not { Objects: [var id] } || _state[id] is not { } heap)
            return Condition.None;
        TaintKind lost = 0;
        foreach (var item in heap.Sequence ?? [])
            lost |= item.Constant is char one ? LostWithout(Value.OfConstant(one)) : 0;
        foreach (var member in heap.Members)
            lost |= member.Key is ['k', ':', var key] ? LostWithout(Value.OfConstant(key)) : 0;
        if (IsSlashes([list]))
            lost |= TaintKind.Path | TaintKind.ArchivePath;
        return lost == 0 ? Condition.None : [new Fact(sought, lost, SeenIn(sought))];
    }

    /// <summary>What a text that was searched for a part without success can no longer do.</summary>
    Value Holds(CallContext call, Value text)
    {
        if (call.Values.Length == 0)
            return Value.Unknown;
        // "0123456789.".Contains(character)
        if (call.Method.Name == "Contains" && text is { HasConstant: true, Constant: string allowed } && call.Operations[0] is { Type.SpecialType: SpecialType.System_Char } sought && PlaceOf(sought) is { } one)
            return Value.Unknown.With(new Condition([new Fact(one, LostWithin(allowed), SeenIn(one))], Condition.None));
        if (call.Instance is not { } instance || PlaceOf(instance) is not { } place)
            return Value.Unknown;
        var lost = LostWithout(call.Values[0]);
        // IndexOfAny(['\'', '"'])
        if (call.Method.Name == "IndexOfAny" && call.Values[0].Objects is [var list] && _state[list]?.Sequence is { } characters)
            foreach (var character in characters)
                lost |= LostWithout(character);
        if (call.Method.Name == "IndexOfAny" && IsSlashes(call.Values))
            lost |= TaintKind.Path | TaintKind.ArchivePath;
        return lost == 0 ? Value.Unknown : Value.Unknown.With(new Condition(Condition.None, [new Fact(place, lost, SeenIn(place))]));
    }

    // Between separators there is none of them, unless there is a last part that holds the rest.
    TaintKind LostBetween(CallContext call)
    {
        foreach (var parameter in call.Method.Parameters)
            if (parameter.Type.SpecialType == SpecialType.System_Int32)
                return 0;
        var separators = call.Values[0] is { Objects: [var id] } && _state[id]?.Sequence is { } several ? several : [call.Values[0]];
        var lost = IsSlashes([call.Values[0]]) && IsTakenAlone(call.Site) ? TaintKind.Path | TaintKind.ArchivePath : 0;
        return Array.Exists(separators, static each => each.Constant is '\n' or "\n") ? lost | LineBreaking : lost;
    }

    // TrimStart('/', '\\'): neither of the two begins what is left.
    bool IsSlashes(Value[] values)
    {
        if (values is not [{ Objects: [var id] }] || _state[id]?.Sequence is not { } characters)
            return false;
        return Array.Exists(characters, static each => each.Constant is '/') && Array.Exists(characters, static each => each.Constant is '\\');
    }

    // text.Split('/', '\\').Last(), string.Join("_", text.Split('/', '\\')): between separators there is none. All parts together may be a path again.
    static bool IsTakenAlone(IOperation split)
    {
        while (split.Parent is IConversionOperation)
            split = split.Parent;
        return split.Parent switch
        {
            IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "ElementAt", Arguments.Length: <= 2 } } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Join", ContainingType.SpecialType: SpecialType.System_String }, Arguments: var given } } =>
                given.At(0)?.ConstantValue is { HasValue: true, Value: var separator } && separator?.ToString().IndexOfAny(['/', '\\']) is null or < 0,
            _ => false,
        };
    }

    /// <summary><c>text.All(char.IsLetterOrDigit)</c>: what the predicate tells of one character it tells of the text; so does its never being true.</summary>
    Value All(CallContext call, bool isAny)
    {
        if (call.Values[1].Functions is not { } functions || call.Operations[0] is not { } source || PlaceOf(source) is not { } place)
            return Value.Unknown;
        var answer = Apply(functions, [ReadElements(call.Values[0], null)], call.Site, []);
        var cleared = ClearedByAnswer(call.Values[1], answer, !isAny);
        Fact[] facts = cleared == 0 ? Condition.None : [new Fact(place, cleared, SeenIn(place))];
        return Value.Unknown.With(isAny ? Condition.Of(Condition.None, facts) : Condition.Of(facts, Condition.None));
    }
}
