using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>A method's summary that holds nothing of its compilation, so that the next one can take it over.</summary>
sealed class KeptSummary
{
    readonly Summary _summary = new();
    readonly Dictionary<Shape, TypeMark> _types = new();
    readonly List<TypeMark?> _thrown = new();
    readonly HashSet<SyntaxTree> _trees;

    KeptSummary(Footprint footprint, HashSet<SyntaxTree> trees)
    {
        Footprint = footprint;
        _trees = trees;
    }

    public Footprint Footprint { get; }

    /// <summary>Null where something in it belongs to the compilation: a lambda's code, a static field.</summary>
    public static KeptSummary? Of(Summary summary, Footprint footprint, IAssemblySymbol own)
    {
        var kept = new KeptSummary(footprint, new());
        var nodes = new NodeMap(node =>
        {
            kept._trees.Add(node.SyntaxTree);
            return node;
        });
        var isWhole = !summary.GaveUp;
        Copy(summary, kept._summary, nodes, (from, to) =>
        {
            isWhole &= from.Value is { Functions: null, Condition: null, Constant: null or string or ValueType } && IsFree(from.Value.Taint) && from.Alias?.Symbol is null;
            if (from.Type is not { } type)
                return;
            if (TypeMark.Of(type, own) is { } mark)
                kept._types.Add(to, mark);
            else
                isWhole = false;
        });
        foreach (var (type, taint) in summary.Thrown)
        {
            var mark = type is null ? null : TypeMark.Of(type, own);
            isWhole &= (mark is null) == (type is null) && IsFree(taint);
            kept._thrown.Add(mark);
            kept._summary.Thrown.Add((null, nodes.Of(taint)!));
        }
        isWhole &= summary.Effects.TrueForAll(static effect => effect.Target.Symbol is null) && summary.Sinks.TrueForAll(static hit => hit.Origin.Symbol is null)
            && summary.WhenReturned.TrueForAll(IsFree) && summary.WhenTrue.TrueForAll(IsFree) && summary.WhenFalse.TrueForAll(IsFree);
        return isWhole ? kept : null;
    }

    /// <summary>The summary after an edit that has not touched its footprint; null where a node that it speaks of is not found again.</summary>
    /// <param name="edits">What has changed, by the places of the files.</param>
    /// <param name="before">The files before.</param>
    public KeptSummary? Moved(Dictionary<int, FileEdit> edits, ProjectFiles before)
    {
        var isMoved = false;
        foreach (var tree in _trees)
            isMoved |= edits.ContainsKey(before.PlaceOf(tree));
        if (!isMoved)
            return this;
        var moved = new KeptSummary(Footprint, new());
        var nodes = new NodeMap(node =>
        {
            var now = edits.TryGetValue(before.PlaceOf(node.SyntaxTree), out var edit) ? edit.Moved(node) : node;
            if (now is not null)
                moved._trees.Add(now.SyntaxTree);
            return now;
        });
        Copy(_summary, moved._summary, nodes, (from, to) =>
        {
            if (_types.TryGetValue(from, out var mark))
                moved._types.Add(to, mark);
        });
        moved._thrown.AddRange(_thrown);
        foreach (var (type, taint) in _summary.Thrown)
            moved._summary.Thrown.Add((type, nodes.Of(taint)!));
        return nodes.IsWhole ? moved : null;
    }

    /// <summary>The summary in another compilation; null where a type is not found there.</summary>
    public Summary? In(Compilation compilation)
    {
        var summary = new Summary();
        var isWhole = true;
        Copy(_summary, summary, null, (from, to) =>
        {
            if (_types.TryGetValue(from, out var mark))
                isWhole &= (to.Type = mark.In(compilation)) is not null;
        });
        for (var i = 0; i < _thrown.Count; i++)
        {
            var type = _thrown[i]?.In(compilation);
            isWhole &= (type is null) == (_thrown[i] is null);
            summary.Thrown.Add((type, _summary.Thrown[i].Taint));
        }
        return isWhole ? summary : null;
    }

    static bool IsFree((InputOrigin Input, TaintKind Cleared) check) => check.Input.Symbol is null;

    static bool IsFree(Taint? taint)
    {
        foreach (var part in taint?.Parts ?? [])
            if (part.Origin is InputOrigin { Symbol: not null })
                return false;
        return true;
    }

    // All but what is thrown.
    static void Copy(Summary from, Summary to, NodeMap? nodes, Action<Shape, Shape> type)
    {
        to.Returns = from.Returns;
        to.Return = from.Return is { } result ? Copy(result, nodes, type) : null;
        foreach (var (ordinal, value) in from.Outs)
            to.Outs.Add((ordinal, Copy(value, nodes, type)));
        foreach (var (target, value) in from.Effects)
            to.Effects.Add((target, Copy(value, nodes, type)));
        foreach (var sink in from.Sinks)
            to.Sinks.Add(nodes is null ? sink : nodes.Of(sink));
        foreach (var finding in from.Findings)
            to.Findings.Add(nodes is null ? finding : nodes.Of(finding));
        to.WhenReturned.AddRange(from.WhenReturned);
        to.WhenTrue.AddRange(from.WhenTrue);
        to.WhenFalse.AddRange(from.WhenFalse);
    }

    static Shape Copy(Shape from, NodeMap? nodes, Action<Shape, Shape> type)
    {
        var to = new Shape { Value = nodes is null ? from.Value : from.Value.WithTaint(nodes.Of(from.Value.Taint)), Alias = from.Alias };
        type(from, to);
        if (from.Members is { } members)
        {
            to.Members = new(members.Count);
            foreach (var member in members)
                to.Members.Add(member.Key, Copy(member.Value, nodes, type));
        }
        to.Sequence = from.Sequence is { } sequence ? Array.ConvertAll(sequence, item => Copy(item, nodes, type)) : null;
        to.Elements = from.Elements is { } elements ? Copy(elements, nodes, type) : null;
        return to;
    }
}
