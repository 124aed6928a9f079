using System;
using System.Text;
using Microsoft.CodeAnalysis;

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

    static string Between(char first, char last)
    {
        var all = new StringBuilder();
        for (int character = first; character <= last && all.Length < 256; character++)
            all.Append((char)character);
        return all.ToString();
    }
}
