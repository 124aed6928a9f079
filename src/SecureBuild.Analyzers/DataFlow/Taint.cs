using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Where a taint comes from: a source in the code, or a place that only the caller can fill.</summary>
abstract class Origin
{
    /// <summary>Two origins are the same place.</summary>
    public abstract bool Is(Origin other);
}

/// <summary>A source: a request's member, a parameter that the framework fills.</summary>
sealed class SourceOrigin(SyntaxNode node, string name, TaintKind onlyDangerousInside = 0) : Origin
{
    public SyntaxNode Node { get; } = node;

    /// <summary>In words: a member's or parameter's name.</summary>
    public string Name { get; } = name;

    /// <summary>For these kinds it is harmless where it is the whole text, not where it is a part of one.</summary>
    public TaintKind OnlyDangerousInside { get; } = onlyDangerousInside;

    public override bool Is(Origin other) => other is SourceOrigin source && source.Node == Node && source.Name == Name;
}

/// <summary>What the caller hands over: a parameter, the receiver or a static field, or a member of it.</summary>
sealed class InputOrigin(int ordinal, ISymbol? symbol, string[] path) : Origin
{
    public const int This = -1;
    public const int Static = -2;
    public const int MaxPath = 4;

    /// <summary>The parameter's ordinal, or <see cref="This"/> or <see cref="Static"/>.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>The static field; null for all else.</summary>
    public ISymbol? Symbol { get; } = symbol;

    /// <summary>Members from there, "[]" for elements.</summary>
    public string[] Path { get; } = path;

    // Sets of origins are joined all the time, and most origins differ: two that differ in this need no look at their names.
    readonly int _mark = MarkOf(ordinal, path);

    public override bool Is(Origin other) =>
        ReferenceEquals(other, this)
        || other is InputOrigin input && input._mark == _mark && input.Ordinal == Ordinal && SymbolEqualityComparer.Default.Equals(input.Symbol, Symbol) && SamePath(input.Path, Path);

    /// <summary>Tells places apart as <see cref="Is"/> does.</summary>
    public static IEqualityComparer<InputOrigin> SamePlace { get; } = new ByPlace();

    /// <summary>The origin of a member; itself when the path is at its bound, which stands for everything below.</summary>
    public InputOrigin Member(string name)
    {
        if (Path.Length >= MaxPath)
            return this;
        var path = new string[Path.Length + 1];
        Path.CopyTo(path, 0);
        path[Path.Length] = name;
        return new(Ordinal, Symbol, path);
    }

    sealed class ByPlace : IEqualityComparer<InputOrigin>
    {
        public bool Equals(InputOrigin left, InputOrigin right) => left.Is(right);

        public int GetHashCode(InputOrigin place) => place._mark;
    }

    static int MarkOf(int ordinal, string[] path)
    {
        var mark = ordinal;
        foreach (var name in path)
            mark = mark * 31 + (name.Length == 0 ? 0 : name.Length * 251 + name[name.Length - 1]);
        return mark;
    }

    static bool SamePath(string[] left, string[] right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
            if (left[i] != right[i])
                return false;
        return true;
    }
}

/// <summary>A step between source and sink, newest first, for the diagnostic's additional locations.</summary>
sealed class Step
{
    const int MaxLength = 8;

    readonly int _length;

    Step(SyntaxNode node, Step? previous)
    {
        Node = node;
        Previous = previous;
        _length = (previous?._length ?? 0) + 1;
    }

    public SyntaxNode Node { get; }

    public Step? Previous { get; }

    public static Step? After(Step? previous, SyntaxNode node) => previous is { _length: >= MaxLength } || previous?.Node == node ? previous : new(node, previous);
}

/// <summary>One origin with what it is still dangerous for.</summary>
readonly struct TaintPart(Origin origin, TaintKind kinds, Step? steps)
{
    public Origin Origin { get; } = origin;

    public TaintKind Kinds { get; } = kinds;

    public Step? Steps { get; } = steps;
}

/// <summary>A set of origins. Immutable; null stands for the empty set. Bounded: beyond the bound further origins are dropped, never the first ones.</summary>
sealed class Taint
{
    const int MaxParts = 12;

    Taint(TaintPart[] parts) => Parts = parts;

    public TaintPart[] Parts { get; }

    public static Taint? Of(Origin origin, TaintKind kinds, Step? steps = null) => kinds == 0 ? null : new([new(origin, kinds, steps)]);

    public static Taint? Of(List<TaintPart> parts)
    {
        Taint? all = null;
        foreach (var part in parts)
            all = Join(all, Of(part.Origin, part.Kinds, part.Steps));
        return all;
    }

    public static Taint? Join(Taint? left, Taint? right)
    {
        if (left is null || ReferenceEquals(left, right))
            return right;
        if (right is null || ReferenceEquals(left.Parts, right.Parts))
            return left;
        TaintPart[]? parts = null;
        var count = left.Parts.Length;
        foreach (var part in right.Parts)
        {
            var at = IndexOf(parts ?? left.Parts, count, part.Origin);
            if (at >= 0 && (part.Kinds & ~(parts ?? left.Parts)[at].Kinds) == 0 || at < 0 && count >= MaxParts)
                continue;
            if (parts is null)
                Array.Copy(left.Parts, parts = new TaintPart[Math.Min(MaxParts, left.Parts.Length + right.Parts.Length)], left.Parts.Length);
            if (at >= 0)
                parts[at] = new(parts[at].Origin, parts[at].Kinds | part.Kinds, parts[at].Steps);
            else
                parts[count++] = part;
        }
        if (parts is null)
            return left;
        Array.Resize(ref parts, count);
        return new(parts);
    }

    /// <summary>Everything that this set says is said by the other: nothing new would come by joining.</summary>
    public static bool Covers(Taint? all, Taint? part)
    {
        if (part is null || ReferenceEquals(all, part))
            return true;
        if (all is null)
            return false;
        foreach (var each in part.Parts)
        {
            var at = IndexOf(all.Parts, all.Parts.Length, each.Origin);
            if (at < 0 ? all.Parts.Length < MaxParts : (each.Kinds & ~all.Parts[at].Kinds) != 0)
                return false;
        }
        return true;
    }

    /// <summary>The set with only these kinds.</summary>
    public Taint? Only(TaintKind kinds)
    {
        var kept = 0;
        var same = true;
        foreach (var part in Parts)
        {
            if ((part.Kinds & kinds & ~TaintKind.Abilities) != 0)
                kept++;
            same &= (part.Kinds & kinds) == part.Kinds;
        }
        if (same)
            return this;
        if (kept == 0)
            return null;
        var parts = new TaintPart[kept];
        kept = 0;
        foreach (var part in Parts)
            if ((part.Kinds & kinds & ~TaintKind.Abilities) != 0)
                parts[kept++] = new(part.Origin, part.Kinds & kinds, part.Steps);
        return new(parts);
    }

    /// <summary>The set with these kinds taken away and those given back.</summary>
    public Taint But(TaintKind lost, TaintKind regained)
    {
        var parts = new TaintPart[Parts.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = new(Parts[i].Origin, Parts[i].Kinds & ~lost | regained, Parts[i].Steps);
        return new(parts);
    }

    /// <summary>The set in which whatever is still dangerous as a text is so for these kinds again: an encoding was undone.</summary>
    public Taint WithText(TaintKind regained)
    {
        var parts = new TaintPart[Parts.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (Parts[i].Kinds & TaintKind.Text & ~(TaintKind.Number | TaintKind.Abilities)) == 0 ? Parts[i] : new(Parts[i].Origin, Parts[i].Kinds | regained, Parts[i].Steps);
        return new(parts);
    }

    /// <summary>The set after one more step on the way.</summary>
    public Taint Via(SyntaxNode node)
    {
        var parts = new TaintPart[Parts.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = new(Parts[i].Origin, Parts[i].Kinds, Step.After(Parts[i].Steps, node));
        return new(parts);
    }

    /// <summary>What a member (or element) of a tainted object carries.</summary>
    public Taint Member(string name)
    {
        var changed = false;
        foreach (var part in Parts)
            changed |= part.Origin is InputOrigin;
        if (!changed)
            return this;
        var parts = new TaintPart[Parts.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = Parts[i].Origin is InputOrigin input ? new(input.Member(name), Parts[i].Kinds, Parts[i].Steps) : Parts[i];
        return new(parts);
    }

    static int IndexOf(TaintPart[] parts, int count, Origin origin)
    {
        for (var i = 0; i < count; i++)
            if (parts[i].Origin.Is(origin))
                return i;
        return -1;
    }
}
