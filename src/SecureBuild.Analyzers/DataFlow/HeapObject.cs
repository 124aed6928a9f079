using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>An object that the analysed code can change: members by name, elements together or, while their order is known, one by one. Immutable.</summary>
sealed class HeapObject
{
    HeapObject()
    {
    }

    /// <summary>The exact type, where the code that made the object was seen.</summary>
    public ITypeSymbol? Type { get; private set; }

    /// <summary>What every member and element carries that has no value of its own.</summary>
    public Taint? Deep { get; private set; }

    /// <summary>How many members away from what the body was given: bounds what gets a name of its own.</summary>
    public int Depth { get; private set; }

    public MemberMap Members { get; private set; } = MemberMap.Empty;

    /// <summary>The elements in their order; null when nobody knows it any more.</summary>
    public Value[]? Sequence { get; private set; }

    /// <summary>All elements joined, where the order is not known; null when nothing was put in here.</summary>
    public Value? Elements { get; private set; }

    public static HeapObject Of(ITypeSymbol? type, Taint? deep, int depth = 0) => new() { Type = type, Deep = deep, Depth = depth };

    public static HeapObject OfSequence(ITypeSymbol? type, Value[] sequence) => new() { Type = type, Sequence = sequence };

    public Value? Member(string name) => Members[name];

    public HeapObject WithMember(string name, Value value, bool weakly = false)
    {
        var old = Member(name);
        if (weakly && old is not null)
            value = Value.Join(old, value);
        if (ReferenceEquals(old, value))
            return this;
        var copy = Copy();
        copy.Members = Members.With(name, value);
        return copy;
    }

    public HeapObject WithDeep(Taint? deep)
    {
        if (ReferenceEquals(deep, Deep))
            return this;
        var copy = Copy();
        copy.Deep = deep;
        return copy;
    }

    public HeapObject WithSequence(Value[] sequence)
    {
        var copy = Copy();
        copy.Sequence = sequence;
        copy.Elements = null;
        return copy;
    }

    public HeapObject WithElement(Value value)
    {
        var copy = Copy();
        copy.Elements = AllElements() is { } old ? Value.Join(old, value) : value;
        copy.Sequence = null;
        return copy;
    }

    public HeapObject WithElements(Value? elements)
    {
        var copy = Copy();
        copy.Elements = elements;
        copy.Sequence = null;
        return copy;
    }

    /// <summary>The object after a check found it harmless for these kinds: its elements, too.</summary>
    public HeapObject WithElementsCleared(TaintKind kinds)
    {
        if (AllElements() is not { } elements || elements.Without(kinds) is var cleared && ReferenceEquals(cleared, elements))
            return this;
        var copy = Copy();
        copy.Elements = cleared;
        copy.Sequence = null;
        return copy;
    }

    /// <summary>All elements joined; null when none was seen.</summary>
    public Value? AllElements()
    {
        if (Sequence is null)
            return Elements;
        Value? all = null;
        foreach (var value in Sequence)
            all = all is null ? value : Value.Join(all, value);
        return all;
    }

    public static HeapObject Join(HeapObject left, HeapObject right)
    {
        if (ReferenceEquals(left, right))
            return left;
        var joined = new HeapObject
        {
            Type = SymbolEqualityComparer.Default.Equals(left.Type, right.Type) ? left.Type : null,
            Deep = Taint.Join(left.Deep, right.Deep),
            Depth = left.Depth,
        };
        if (left.Sequence is { } first && right.Sequence is { } second && first.Length == second.Length)
        {
            joined.Sequence = new Value[first.Length];
            for (var i = 0; i < first.Length; i++)
                joined.Sequence[i] = Value.Join(first[i], second[i]);
        }
        else
        {
            joined.Elements = left.AllElements() is { } some ? right.AllElements() is { } others ? Value.Join(some, others) : some : right.AllElements();
        }
        if (ReferenceEquals(left.Members, right.Members))
        {
            joined.Members = left.Members;
            return Same(joined, left) ? left : Same(joined, right) ? right : joined;
        }
        joined.Members = MemberMap.Join(left.Members, right.Members, left.Fallback, right.Fallback);
        return Same(joined, left) ? left : Same(joined, right) ? right : joined;
    }

    Value Fallback(string name) => Value.Of(Deep?.Member(name));

    // Join gives back what was there when it adds nothing: loops come to rest by it.
    static bool Same(HeapObject left, HeapObject right)
    {
        if (!ReferenceEquals(left.Deep, right.Deep) || !ReferenceEquals(left.Elements, right.Elements) || left.Members.Count != right.Members.Count || left.Type is null != right.Type is null
            || left.Sequence?.Length != right.Sequence?.Length)
            return false;
        for (var i = 0; i < left.Sequence?.Length; i++)
            if (!ReferenceEquals(left.Sequence[i], right.Sequence![i]))
                return false;
        if (!ReferenceEquals(left.Members, right.Members))
            foreach (var member in left.Members)
                if (!ReferenceEquals(right.Member(member.Key), member.Value))
                    return false;
        return true;
    }

    HeapObject Copy() => (HeapObject)MemberwiseClone();
}
