using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// The few members whose meaning a line of a model cannot say: text put together by a format, checks of text, patterns, canonical paths, positions in lists.
/// </summary>
sealed partial class Interpreter
{
    const TaintKind LineBreaking = TaintKind.Log | TaintKind.Header | TaintKind.Email;

    Value? Known(CallContext call, ITypeSymbol? type)
    {
        var method = call.Method;
        var owner = method.ContainingType;
        if (owner is null)
            return null;
        if (GeneratedPattern(method, type, call.Site) is { } pattern)
            return pattern;
        switch (method.Name)
        {
            case "Equals" when method.ReturnType.SpecialType == SpecialType.System_Boolean:
                return Equal(call);
            case "GetFullPath" when owner.Name == "Path" && call.Values.Length > 0:
                return Value.Of(Together(call.Values)?.But(TaintKind.Unresolved, TaintKind.Unanchored)).WithPrefix("", call.Values[call.Values.Length - 1].EndsInSeparator).AsCanonical();
            case "GetRelativePath" when owner.Name == "Path" && call.Values.Length == 2:
                return Value.Of(TaintOf(call.Values[1])).AsCanonical();
            // The code that an expression was written as.
            case "Compile" when owner.Name == "Expression" && call.Receiver is { Functions: not null } written:
                return written;
            // On every system these two are among them.
            case "GetInvalidFileNameChars" when owner.Name == "Path":
                return NewSequence(call.Site, type, [Value.OfConstant('/'), Value.OfConstant('\\')]);
            case "Create" when method.IsStatic && owner.Name is "ImmutableArray" or "ImmutableList" && Items(call) is { } items:
                return NewSequence(call.Site, type, items);
            case "HtmlDecode":
                return Value.Of(Together(call.Values)?.But(0, TaintKind.Xss | TaintKind.Xml));
            case "ToString" when owner.Name == "UriBuilder" && call.Receiver is { } address:
                return AddressOf(address);
            case "IndexOf" or "LastIndexOf" or "BinarySearch" when owner.SpecialType != SpecialType.System_String && method.ReturnType.SpecialType == SpecialType.System_Int32:
                return Listed(call);
            case "All" when method.IsExtensionMethod && call.Values.Length == 2:
                return All(call, isAny: false);
            case "Any" when method.IsExtensionMethod && call.Values.Length == 2:
                return All(call, isAny: true);
            case "Add" or "Enqueue" or "Push" or "AddLast" when call.Values.Length == 1 && Collections.IsSequence(owner) && call.Receiver is { } list:
                Append(list, call.Values[0]);
                return Value.Unknown;
            case "Pop" or "Dequeue" or "Peek" when call.Values.Length == 0 && Collections.IsSequence(owner) && call.Receiver is { Objects: [var taken] } && _state[taken] is { Sequence: { Length: > 0 } sequence } holder:
                var place = owner.Name is "Stack" or "ConcurrentStack" ? sequence.Length - 1 : 0;
                if (method.Name != "Peek")
                    _state[taken] = holder.WithSequence(Without(sequence, place));
                return sequence[place];
            case "RemoveAt" or "Insert" or "Clear" when Collections.IsSequence(owner) && call.Receiver is { } list:
                return Edit(call, list);
            case "Add" or "TryAdd" when call.Values.Length == 2 && owner.Name.EndsWith("Dictionary", StringComparison.Ordinal) && call.Receiver is { } table:
                WriteElement(table, call.Values[0], call.Values[1]);
                WriteKey(table, call.Values[0], method.Parameters[0].Type);
                return Value.Unknown;
            case "TryGetValue" when call.Values.Length == 2 && owner.Name.EndsWith("Dictionary", StringComparison.Ordinal) && call.Receiver is { Objects.Length: > 0 } table:
                if (call.Operations[1] is { } found)
                    Assign(found, ReadElement(table, call.Values[0], method.Parameters[1].Type), found);
                return method.Parameters[0].Type.SpecialType == SpecialType.System_Char && PlaceOf(call.Operations[0]) is { } looked
                    ? Value.Unknown.With(Condition.Of(Condition.None, NotAmong(table, looked)))
                    : Value.Unknown;
            case "Contains" when method.Parameters.Length == 2 && owner.Name is "Enumerable" or "MemoryExtensions" && call.Operations[1] is { Type.SpecialType: SpecialType.System_Char, ConstantValue.HasValue: false } character && PlaceOf(character) is { } one && NotAmong(call.Values[0], one) is { Length: > 0 } others:
                return Value.Unknown.With(new Condition(Condition.None, others));
            case "Clear" when call.Receiver is { Objects.Length: > 0 } emptied && owner.Name.EndsWith("Dictionary", StringComparison.Ordinal):
                foreach (var id in emptied.Objects)
                    _state[id] = HeapObject.Of(_state[id]?.Type, null);
                return Value.Unknown;
            case "ToString" when method.Parameters.Length == 0 && owner.Name != "StringBuilder" && owner.SpecialType != SpecialType.System_String && !_engine.HasBody(method) && call.Receiver is { } printed:
                return printed.Objects.Length == 0 ? printed : Value.Of(Whole(printed));
        }
        if (owner.SpecialType == SpecialType.System_String)
            return KnownOfText(call);
        if (owner.Name is "MemoryExtensions" or "SearchValues")
            return KnownOfSpan(call);
        return owner.Name switch
        {
            "StringBuilder" => KnownOfBuilder(call),
            "Regex" when owner.ContainingNamespace?.Name == "RegularExpressions" => KnownOfPattern(call),
            _ => null,
        };
    }

    // Create(a, b, c), Create(params T[])
    Value[]? Items(CallContext call)
    {
        if (call.Values is [{ Objects: [var id] }] && call.Method.Parameters[0].Type is IArrayTypeSymbol)
            return _state[id]?.Sequence;
        foreach (var parameter in call.Method.OriginalDefinition.Parameters)
            if (parameter.Type is not ITypeParameterSymbol)
                return null;
        return call.Values;
    }

    static Value[] Without(Value[] sequence, int place)
    {
        var rest = new List<Value>(sequence);
        rest.RemoveAt(place);
        return rest.ToArray();
    }

    Value Equal(CallContext call)
    {
        var isStatic = call.Method.IsStatic;
        if (call.Values.Length < (isStatic ? 2 : 1))
            return Value.Unknown;
        var left = isStatic ? call.Values[0] : call.Receiver ?? Value.Unknown;
        var leftOperation = isStatic ? call.Operations[0] : call.Instance;
        var right = call.Values[isStatic ? 1 : 0];
        var rightOperation = call.Operations[isStatic ? 1 : 0];
        return leftOperation is null || rightOperation is null ? Value.Unknown : Equality(leftOperation, left, PlaceOf(leftOperation), rightOperation, right);
    }

    Value? KnownOfText(CallContext call)
    {
        var values = call.Values;
        switch (call.Method.Name)
        {
            case "Concat":
                return Concatenated(values);
            case "Format":
                return Formatted(values, call.Method);
            case "Create" when values.Length == 3:
                return Created(call);
            case "Replace" when values.Length >= 2 && call.Receiver is { } text:
                return Replaced(text, values);
            case "ReplaceLineEndings" when call.Receiver is { } text:
                return Value.Of(text.Taint?.Only(~LineBreaking)).WithPrefix(text.Prefix);
            case "StartsWith" when call.Receiver is { } text:
                return Begins(call, text);
            case "EndsWith":
                return Ends(call);
            case "Contains" or "IndexOf" or "IndexOfAny" when call.Receiver is { } text:
                return Holds(call, text);
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when call.Operations[0] is { } asked && PlaceOf(asked) is { } place:
                return values[0] is { HasConstant: true, Constant: var known } ? Value.OfConstant(string.IsNullOrEmpty(known as string)) : Value.Unknown.With(new Condition([new Fact(place, TaintKind.Any, SeenIn(place))], Condition.None));
            case "TrimEnd" or "Trim" or "TrimStart" or "ToString" or "ToLowerInvariant" or "ToLower" when call.Receiver is { HasConstant: true, Constant: string constant } && values.Length == 0:
                return Value.OfConstant(call.Method.Name switch { "TrimEnd" => constant.TrimEnd(), "Trim" => constant.Trim(), "TrimStart" => constant.TrimStart(), "ToString" => constant, _ => constant.ToLowerInvariant() });
            case "Split" when call.Receiver is { HasConstant: false } text && values.Length > 0 && LostBetween(call) is not 0 and var lost:
                var parts = NewObject(call.Site, call.Method.ReturnType, null);
                WriteElement(parts, null, Value.Of(TaintOf(text)?.Only(~lost)));
                return parts;
            case "TrimStart" or "Trim" when call.Receiver is { HasConstant: false } text && IsSlashes(values):
                return Value.Of(TaintOf(text)?.Only(~(TaintKind.OtherHost | TaintKind.Absolute)));
            default:
                return null;
        }
    }

    Value? SeenIn(Place place) => place is { Root: { } root, Path.Length: 0 } ? _state[root] : null;

    Value Concatenated(Value[] values)
    {
        var text = Value.OfConstant("");
        foreach (var value in values)
            foreach (var part in value.Objects is [var id] && _state[id]?.Sequence is { } sequence ? sequence : [value])
                text = Texts.Concatenate(text, Whole(text), part, Whole(part));
        return text;
    }

    /// <summary>The format's literal text with the arguments in their holes.</summary>
    Value? Formatted(Value[] values, IMethodSymbol method)
    {
        var at = method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_String ? 0 : 1;
        if (at >= values.Length || values[at] is not { HasConstant: true, Constant: string format })
            return null;
        var arguments = new List<Value>();
        for (var i = at + 1; i < values.Length; i++)
            arguments.AddRange(values[i].Objects is [var id] && _state[id]?.Sequence is { } sequence ? sequence : [values[i]]);
        var text = Value.OfConstant("");
        var start = 0;
        while (start < format.Length)
        {
            var open = format.IndexOf('{', start);
            if (open < 0 || open + 1 >= format.Length)
                break;
            Add(Value.OfConstant(format.Substring(start, open - start)));
            var close = format.IndexOf('}', open);
            if (format[open + 1] == '{' || close < 0)
            {
                Add(Value.OfConstant("{"));
                start = open + 2;
                continue;
            }
            var hole = format.Substring(open + 1, close - open - 1);
            var end = hole.IndexOfAny([',', ':']);
            if (int.TryParse(end < 0 ? hole : hole.Substring(0, end), out var number) && number >= 0 && number < arguments.Count)
                Add(arguments[number]);
            else
                foreach (var argument in arguments)
                    Add(argument);
            start = close + 1;
        }
        Add(Value.OfConstant(format.Substring(start)));
        return text;

        void Add(Value value) => text = Texts.Concatenate(text, Whole(text), value, Whole(value));
    }

    Value Replaced(Value text, Value[] values)
    {
        var old = values[0].Constant?.ToString();
        var carried = Taint.Join(text.Taint, Whole(values[1]));
        TaintKind lost = 0;
        if (old is not null && values[1].HasConstant)
        {
            var replacement = values[1].Constant as string ?? values[1].Constant?.ToString() ?? "";
            if (old.IndexOf('\n') >= 0 && replacement.IndexOfAny(['\n', '\r']) < 0)
                lost |= LineBreaking;
            if (old is "{" or "}" && replacement == old + old)
                lost |= TaintKind.Format;
            if (old.Length == 1 && replacement.IndexOf(old[0]) < 0 && (old[0] != '/' || replacement.IndexOf('\\') < 0))
                lost |= LostWithout(old[0]);
        }
        return Value.Of(carried?.Only(~lost)).WithPrefix(text.Prefix);
    }

    /// <summary>An address whose host was set apart stays there, whatever its path is.</summary>
    Value AddressOf(Value builder)
    {
        var taint = Whole(builder);
        var isFixed = HasMember(builder, "Host") ? TaintOf(ReadMember(builder, "Host", null)) is null : TaintOf(builder) is null && HasMember(builder, "Uri");
        return Value.Of(isFixed ? taint?.Only(~(TaintKind.Ssrf | TaintKind.Redirect)) : taint);
    }

    Value? KnownOfBuilder(CallContext call)
    {
        const string Content = "Value";
        // One from a pool becomes an object of its own.
        if ((call.Receiver is { Objects.Length: 0 } given ? Owned(call.Instance, given) : call.Receiver) is not { Objects: [var id] } builder || _state[id] is not { } heap)
            return null;
        var content = heap.Member(Content) ?? (heap.Deep is null ? Value.OfConstant("") : Value.Of(heap.Deep));
        switch (call.Method.Name)
        {
            case "ToString":
                return heap.Deep is { } deep ? Value.Of(Taint.Join(deep, content.Taint)) : content;
            case "Append" or "AppendLine" or "AppendFormat" or "AppendJoin":
                var added = call.Values.Length == 0 ? Value.OfConstant("\n")
                    : call.Method.Name == "AppendFormat" ? Formatted(call.Values, call.Method) ?? Value.Of(Together(call.Values))
                    : call.Method.Name == "AppendJoin" ? Value.Of(Together(call.Values))
                    : call.Values[call.Values.Length > 1 && call.Method.Parameters[0].Type.Name == "IFormatProvider" ? 1 : 0];
                _state[id] = heap.WithMember(Content, Texts.Concatenate(content, Whole(content), added, Whole(added)));
                return builder;
            case "Insert" when call.Values.Length >= 2:
                _state[id] = heap.WithMember(Content, Value.Of(Taint.Join(content.Taint, Whole(call.Values[1]))));
                return builder;
            case "Replace" when call.Values.Length >= 2:
                _state[id] = heap.WithMember(Content, Replaced(content, call.Values));
                return builder;
            case "Clear":
                _state[id] = HeapObject.Of(heap.Type, null);
                return builder;
            default:
                return null;
        }
    }

    Taint? Together(Value[] values)
    {
        Taint? all = null;
        foreach (var value in values)
            all = Taint.Join(all, Whole(value));
        return all;
    }

    /// <summary>Positions move when a list is edited at a known one; otherwise they are no longer known.</summary>
    Value Edit(CallContext call, Value list)
    {
        foreach (var id in list.Objects)
        {
            if (_state[id] is not { } heap)
                continue;
            var at = call.Values.Length > 0 && call.Values[0] is { HasConstant: true, Constant: int index } ? index : -1;
            if (call.Method.Name == "Clear")
                _state[id] = HeapObject.OfSequence(heap.Type, []);
            else if (heap.Sequence is { } sequence && list.Objects.Length == 1 && at >= 0 && at < sequence.Length + (call.Method.Name == "Insert" ? 1 : 0))
            {
                var edited = new List<Value>(sequence);
                if (call.Method.Name == "Insert")
                    edited.Insert(at, call.Values[1]);
                else
                    edited.RemoveAt(at);
                _state[id] = heap.WithSequence(edited.ToArray());
            }
            else if (call.Method.Name == "Insert")
                _state[id] = heap.WithElement(call.Values[1]);
            else
                _state[id] = heap.WithElements(heap.AllElements());
        }
        return Value.Unknown;
    }
}
