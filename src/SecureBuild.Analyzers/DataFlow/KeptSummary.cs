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

    KeptSummary(Footprint footprint) => Footprint = footprint;

    public Footprint Footprint { get; }

    /// <summary>Null where something in it belongs to the compilation: a lambda's code, a static field.</summary>
    public static KeptSummary? Of(Summary summary, Footprint footprint, IAssemblySymbol own)
    {
        var kept = new KeptSummary(footprint);
        var isWhole = !summary.GaveUp;
        Copy(summary, kept._summary, (from, to) =>
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
            kept._summary.Thrown.Add((null, taint));
        }
        isWhole &= summary.Effects.TrueForAll(static effect => effect.Target.Symbol is null) && summary.Sinks.TrueForAll(static hit => hit.Origin.Symbol is null)
            && summary.WhenReturned.TrueForAll(IsFree) && summary.WhenTrue.TrueForAll(IsFree) && summary.WhenFalse.TrueForAll(IsFree);
        return isWhole ? kept : null;
    }

    /// <summary>The summary in another compilation; null where a type is not found there.</summary>
    public Summary? In(Compilation compilation, Func<SyntaxTree, SemanticModel> models)
    {
        var summary = new Summary();
        var isWhole = true;
        Copy(_summary, summary, (from, to) =>
        {
            if (_types.TryGetValue(from, out var mark))
                isWhole &= (to.Type = mark.In(compilation, models)) is not null;
        });
        for (var i = 0; i < _thrown.Count; i++)
        {
            var type = _thrown[i]?.In(compilation, models);
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
    static void Copy(Summary from, Summary to, Action<Shape, Shape> type)
    {
        to.Returns = from.Returns;
        to.Return = from.Return is { } result ? Copy(result, type) : null;
        foreach (var (ordinal, value) in from.Outs)
            to.Outs.Add((ordinal, Copy(value, type)));
        foreach (var (target, value) in from.Effects)
            to.Effects.Add((target, Copy(value, type)));
        to.Sinks.AddRange(from.Sinks);
        to.Findings.AddRange(from.Findings);
        to.WhenReturned.AddRange(from.WhenReturned);
        to.WhenTrue.AddRange(from.WhenTrue);
        to.WhenFalse.AddRange(from.WhenFalse);
    }

    static Shape Copy(Shape from, Action<Shape, Shape> type)
    {
        var to = new Shape { Value = from.Value, Alias = from.Alias };
        type(from, to);
        if (from.Members is { } members)
        {
            to.Members = new(members.Count);
            foreach (var member in members)
                to.Members.Add(member.Key, Copy(member.Value, type));
        }
        to.Sequence = from.Sequence is { } sequence ? Array.ConvertAll(sequence, item => Copy(item, type)) : null;
        to.Elements = from.Elements is { } elements ? Copy(elements, type) : null;
        return to;
    }
}
