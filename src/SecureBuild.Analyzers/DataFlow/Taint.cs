using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

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
        for (var i = 0; i < right.Parts.Length; i++)
        {
            var part = right.Parts[i];
            var at = IndexOf(parts ?? left.Parts, count, part.Origin, i);
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
        for (var i = 0; i < part.Parts.Length; i++)
        {
            var each = part.Parts[i];
            var at = IndexOf(all.Parts, all.Parts.Length, each.Origin, i);
            if (at < 0 ? all.Parts.Length < MaxParts : (each.Kinds & ~all.Parts[at].Kinds) != 0)
                return false;
        }
        return true;
    }

    /// <summary>The set with only these kinds.</summary>
    public Taint? Only(TaintKind kinds)
    {
        if (Has(kinds))
            return this;
        var kept = 0;
        foreach (var part in Parts)
            if ((part.Kinds & kinds & ~TaintKind.Abilities) != 0)
                kept++;
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

    // Nothing is in it but these kinds.
    bool Has(TaintKind kinds)
    {
        foreach (var part in Parts)
            if ((part.Kinds & ~kinds) != 0)
                return false;
        return true;
    }

    // Two sets that are joined mostly have the same origins in the same order.
    static int IndexOf(TaintPart[] parts, int count, Origin origin, int likely)
    {
        if (likely < count && ReferenceEquals(parts[likely].Origin, origin))
            return likely;
        for (var i = 0; i < count; i++)
            if (parts[i].Origin.Is(origin))
                return i;
        return -1;
    }

    /// <summary>Several sets, joined one after the other without a set for each step.</summary>
    public struct Sum
    {
        Taint? _first;
        TaintPart[]? _parts;
        int _count;

        /// <summary>What was added so far.</summary>
        public readonly Taint? All => _parts is null ? _first : new(_parts.AsSpan(0, _count).ToArray());

        public void Add(TaintPart part)
        {
            if (part.Kinds == 0)
                return;
            if (_first is null)
                _first = new([part]);
            else
                Put(part, 0);
        }

        /// <param name="taint">What is added.</param>
        /// <param name="kinds">Only these of its kinds.</param>
        public void Add(Taint? taint, TaintKind kinds)
        {
            if (_first is null)
            {
                _first = taint?.Only(kinds);
                return;
            }
            if (taint is null || ReferenceEquals(taint, _first))
                return;
            var isWhole = taint.Has(kinds);
            for (var i = 0; i < taint.Parts.Length; i++)
                if (taint.Parts[i] is var part && (isWhole || (part.Kinds & kinds & ~TaintKind.Abilities) != 0))
                    Put(isWhole ? part : new(part.Origin, part.Kinds & kinds, part.Steps), i);
        }

        void Put(TaintPart part, int likely)
        {
            var parts = _parts ?? _first!.Parts;
            var count = _parts is null ? parts.Length : _count;
            var at = IndexOf(parts, count, part.Origin, likely);
            if (at >= 0 ? (part.Kinds & ~parts[at].Kinds) == 0 : count >= MaxParts)
                return;
            if (_parts is null)
            {
                _parts = new TaintPart[MaxParts];
                Array.Copy(parts, _parts, _count = count);
            }
            if (at >= 0)
                _parts[at] = new(_parts[at].Origin, _parts[at].Kinds | part.Kinds, _parts[at].Steps);
            else
                _parts[_count++] = part;
        }
    }
}
