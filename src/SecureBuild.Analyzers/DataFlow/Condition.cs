using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>A variable, a member of it, or an expression that means the same whenever it is written the same way.</summary>
sealed class Place(ISymbol? root, string[] path, string? text)
{
    /// <summary>The local, parameter or static field; null with <see cref="Text"/> null: the current object.</summary>
    public ISymbol? Root { get; } = root;

    public string[] Path { get; } = path;

    /// <summary>The expression's text, where it is no variable: <c>Request.Query["id"]</c>.</summary>
    public string? Text { get; } = text;

    public Place Member(string name)
    {
        var path = new string[Path.Length + 1];
        Path.CopyTo(path, 0);
        path[Path.Length] = name;
        return new(Root, path, Text);
    }

    public bool Is(Place other)
    {
        if (Text != other.Text || Path.Length != other.Path.Length || !SymbolEqualityComparer.Default.Equals(Root, other.Root))
            return false;
        for (var i = 0; i < Path.Length; i++)
            if (Path[i] != other.Path[i])
                return false;
        return true;
    }
}

/// <summary>What a check says of the value in a place: it is harmless for these kinds, or it is this constant.</summary>
sealed class Fact(Place place, TaintKind cleared, Value? seen, Value? equal = null, bool byOrigin = false)
{
    public Place Place { get; } = place;

    public TaintKind Cleared { get; } = cleared;

    /// <summary>The value that was checked; a fact does not hold for what was assigned later. Null when it was no variable.</summary>
    public Value? Seen { get; } = seen;

    /// <summary>The value it is equal to, where that is a constant.</summary>
    public Value? Equal { get; } = equal;

    /// <summary>Whatever comes from the same sources is cleared with it: an address whose host was checked.</summary>
    public bool ByOrigin { get; } = byOrigin;

    /// <summary>Whether both say nothing but what the same value, seen in the same place, has lost.</summary>
    public bool IsOfSame(Fact other) => Equal is null && other.Equal is null && !ByOrigin && !other.ByOrigin && ReferenceEquals(Seen, other.Seen) && Place.Is(other.Place);
}

/// <summary>What holds where a truth value is true, and where it is false.</summary>
sealed class Condition(Fact[] whenTrue, Fact[] whenFalse)
{
    public static Fact[] None { get; } = [];

    public Fact[] WhenTrue { get; } = whenTrue;

    public Fact[] WhenFalse { get; } = whenFalse;

    public static Condition? Of(Fact[] whenTrue, Fact[] whenFalse) => whenTrue.Length + whenFalse.Length == 0 ? null : new(whenTrue, whenFalse);

    public static Condition? Not(Condition? condition) => condition is null ? null : new(condition.WhenFalse, condition.WhenTrue);

    public static Condition? And(Condition? left, Condition? right) =>
        Of(Both(left?.WhenTrue ?? None, right?.WhenTrue ?? None), Either(left?.WhenFalse ?? None, right?.WhenFalse ?? None));

    public static Condition? Or(Condition? left, Condition? right) =>
        Of(Either(left?.WhenTrue ?? None, right?.WhenTrue ?? None), Both(left?.WhenFalse ?? None, right?.WhenFalse ?? None));

    /// <summary>What holds when both are so.</summary>
    public static Fact[] Both(Fact[] left, Fact[] right)
    {
        if (left.Length == 0)
            return right;
        if (right.Length == 0)
            return left;
        var all = new List<Fact>(left);
        foreach (var fact in right)
            if (all.FindIndex(fact.IsOfSame) is >= 0 and var at)
                // Two facts of one value are one: after the first of them the value is no longer the one that the second has seen.
                all[at] = new(fact.Place, all[at].Cleared | fact.Cleared, fact.Seen);
            else
                all.Add(fact);
        return all.ToArray();
    }

    /// <summary>What holds whichever of the two is so.</summary>
    public static Fact[] Either(Fact[] left, Fact[] right)
    {
        if (left.Length == 0 || right.Length == 0)
            return None;
        var common = new List<Fact>();
        foreach (var one in left)
        {
            TaintKind cleared = 0;
            foreach (var other in right)
                if (one.Place.Is(other.Place))
                    cleared |= other.Cleared;
            if ((cleared &= one.Cleared) != 0)
                common.Add(new(one.Place, cleared, one.Seen, null, one.ByOrigin));
        }
        return common.ToArray();
    }
}
