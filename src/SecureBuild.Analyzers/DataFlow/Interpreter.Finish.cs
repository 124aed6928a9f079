using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What a walked body means for its callers.</summary>
sealed partial class Interpreter
{
    const int MaxShapeDepth = 3;
    const int MaxEffects = 100;
    const int MaxSinks = 200;

    // Values that a summary takes apart. Callers take over all of them at every call, so what is beyond counts as a whole: objects that hold each other would be told in every way that leads to them.
    const int MaxShapes = 128;

    int _shapes;

    void Finish(IMethodSymbol? method)
    {
        var ends = new List<(Value Value, FlowState State)>(_frame.Returns);
        if (_state.IsReachable)
            ends.Add((Value.Unknown, _state));
        Summary.Returns = ends.Count > 0;
        if (ends.Count == 0)
            return;
        var exit = ends[0].State;
        Value? result = null;
        for (var i = 0; i < ends.Count; i++)
        {
            exit = FlowState.Join(exit, ends[i].State);
            if (i < _frame.Returns.Count)
                result = result is null ? ends[i].Value : Value.Join(result, ends[i].Value);
        }
        _state = exit.Fork();
        _wholes.Clear();
        if (_frame.Yielded is { } yielded)
            Summary.Return = new() { Elements = Export(yielded, 1) };
        else if (result is not null && method?.ReturnsVoid != true)
            Summary.Return = Export(result, 0);
        ExportEffects();
        if (method is null)
            return;
        foreach (var parameter in method.Parameters)
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && _state[parameter] is { } value)
                Summary.Outs.Add((parameter.Ordinal, Export(value, 1)));
        ExportChecks(method, ends);
    }

    Shape Export(Value value, int depth)
    {
        var shape = new Shape { Value = value.With(null) };
        if (value.Objects.Length == 0)
            return shape;
        if (value.Objects.Length == 1 && _inputs.TryGetValue(value.Objects[0], out var input))
        {
            shape.Alias = input;
            // What a framework filled it with goes with it, wherever it is left.
            if (Whole(value, WholeDepth) is { } whole && Array.Exists(whole.Parts, static part => part.Origin is SourceOrigin))
                shape.Value = Value.Of(whole);
            return shape;
        }
        HeapObject? heap = null;
        foreach (var id in value.Objects)
            if (_state[id] is { } one)
                heap = heap is null ? one : HeapObject.Join(heap, one);
        if (heap is null || depth >= MaxShapeDepth || (_shapes += heap.Members.Count + (heap.Sequence?.Length ?? 1)) > MaxShapes)
        {
            shape.Value = Value.Of(Whole(value, WholeDepth));
            return shape;
        }
        shape.Value = Value.Of(Taint.Join(value.Taint, heap.Deep));
        shape.Type = heap.Type;
        if (heap.Sequence is { } sequence)
            shape.Sequence = Array.ConvertAll(sequence, item => Export(item, depth + 1));
        else if (heap.Elements is { } elements)
            shape.Elements = Export(elements, depth + 1);
        if (heap.Members.Count > 0)
        {
            shape.Members = new(heap.Members.Count);
            foreach (var member in heap.Members)
                shape.Members[member.Key] = Export(member.Value, depth + 1);
        }
        // An object nobody knows anything of is as good as none, but its being of our making must be seen: elements may be added to it.
        shape.Members ??= new();
        return shape;
    }

    void ExportEffects()
    {
        foreach (var input in new List<KeyValuePair<int, InputOrigin>>(_inputs))
        {
            if (_state[input.Key] is not { } heap)
                continue;
            foreach (var member in heap.Members)
            {
                var target = input.Value.Member(member.Key);
                if (ReferenceEquals(target, input.Value) || Summary.Effects.Count >= MaxEffects || IsUntouched(member.Value, target))
                    continue;
                Summary.Effects.Add((target, Export(member.Value, 1)));
            }
            if (heap.AllElements() is { } elements)
                Summary.Effects.Add((input.Value.Member(Any), Export(elements, 1)));
            if (input.Value.Ordinal != InputOrigin.Static && Added(heap.Deep, input.Value) is { } added)
                Summary.Effects.Add((input.Value, new() { Value = Value.Of(added) }));
        }
        foreach (var variable in _state.Variables)
            if (variable.Key is IFieldSymbol { IsStatic: true } or IPropertySymbol or INamedTypeSymbol && Added(Whole(variable.Value, WholeDepth), new(InputOrigin.Static, variable.Key)) is not null)
                Summary.Effects.Add((new(InputOrigin.Static, variable.Key), Export(variable.Value, 1)));
    }

    bool IsUntouched(Value value, InputOrigin target)
    {
        if (value.Objects.Length == 1 && _inputs.TryGetValue(value.Objects[0], out var input))
            return input.Is(target);
        return value is { HasConstant: false, Objects.Length: 0, Functions: null, Taint.Parts: [{ Origin: InputOrigin same, Kinds: TaintKind.Any }] } && same.Is(target);
    }

    // What came in beyond what was there.
    static Taint? Added(Taint? taint, InputOrigin own)
    {
        List<TaintPart>? added = null;
        foreach (var part in taint?.Parts ?? [])
            if (part.Origin is not InputOrigin input || input.Ordinal != own.Ordinal || !SymbolEqualityComparer.Default.Equals(input.Symbol, own.Symbol))
                (added ??= new()).Add(part);
        return added is null ? null : Taint.Of(added);
    }

    void ExportChecks(IMethodSymbol method, List<(Value Value, FlowState State)> ends)
    {
        List<(InputOrigin, TaintKind)>? returned = null, whenTrue = null, whenFalse = null;
        var isBool = method.ReturnType.SpecialType == SpecialType.System_Boolean;
        for (var i = 0; i < ends.Count; i++)
        {
            var (value, state) = ends[i];
            var cleared = ClearedIn(method, state);
            returned = returned is null ? cleared : Common(returned, cleared);
            if (i >= _frame.Returns.Count || method.ReturnsVoid)
                continue;
            // For an answer that is no truth value, "true" is "not null".
            var isYes = isBool ? value is { HasConstant: true, Constant: true } : value.HasConstant ? !value.IsNull : value.Objects.Length > 0;
            var isNo = isBool ? value is { HasConstant: true, Constant: false } : value.IsNull;
            if (!isNo)
                whenTrue = Merge(whenTrue, With(cleared, value.Condition?.WhenTrue, method));
            if (!isYes)
                whenFalse = Merge(whenFalse, With(cleared, value.Condition?.WhenFalse, method));
        }
        Summary.WhenReturned.AddRange(returned ?? new());
        Summary.WhenTrue.AddRange(whenTrue ?? new());
        Summary.WhenFalse.AddRange(whenFalse ?? new());
    }

    static List<(InputOrigin, TaintKind)> Merge(List<(InputOrigin, TaintKind)>? all, List<(InputOrigin, TaintKind)> one) => all is null ? one : Common(all, one);

    static List<(InputOrigin Input, TaintKind Cleared)> Common(List<(InputOrigin Input, TaintKind Cleared)> left, List<(InputOrigin Input, TaintKind Cleared)> right)
    {
        var common = new List<(InputOrigin, TaintKind)>();
        foreach (var one in left)
            foreach (var other in right)
                if (one.Input.Is(other.Input) && (one.Cleared & other.Cleared) is var both and not 0)
                    Clear(common, one.Input, both);
        return common;
    }

    // Each input once: lists with repetitions would multiply with every return of the method.
    static void Clear(List<(InputOrigin Input, TaintKind Cleared)> all, InputOrigin input, TaintKind cleared)
    {
        var at = all.FindIndex(other => other.Input.Is(input));
        if (at < 0)
            all.Add((input, cleared));
        else
            all[at] = (input, all[at].Cleared | cleared);
    }

    // What the parameters have lost on the way to this point.
    List<(InputOrigin Input, TaintKind Cleared)> ClearedIn(IMethodSymbol method, FlowState state)
    {
        var cleared = new List<(InputOrigin, TaintKind)>();
        foreach (var parameter in method.Parameters)
        {
            if (_assigned.Contains(parameter) || parameter.RefKind == RefKind.Out || state[parameter] is not { } value || _engine.KindsOf(parameter.Type) is var all && all == 0)
                continue;
            var taint = value.Taint;
            foreach (var id in value.Objects)
                taint = Taint.Join(taint, state[id]?.Deep);
            TaintKind left = 0;
            foreach (var part in taint?.Parts ?? [])
                if (part.Origin is InputOrigin { Path.Length: 0 } input && input.Ordinal == parameter.Ordinal)
                    left = part.Kinds;
            if ((all & ~left) is var lost and not 0)
                cleared.Add((new(parameter.Ordinal, null), lost));
        }
        return cleared;
    }

    static List<(InputOrigin Input, TaintKind Cleared)> With(List<(InputOrigin Input, TaintKind Cleared)> cleared, Fact[]? facts, IMethodSymbol method)
    {
        if (facts is null || facts.Length == 0)
            return cleared;
        var all = new List<(InputOrigin, TaintKind)>(cleared);
        foreach (var fact in facts)
            if (fact.Place.Root is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method))
                Clear(all, InputOrigin.At(parameter.Ordinal, fact.Place.Path), fact.Cleared);
            else if (fact.ByOrigin && fact.Seen?.Taint is { } taint)
                foreach (var part in taint.Parts)
                    if (part.Origin is InputOrigin { Ordinal: >= 0, Path.Length: 0 } input)
                        Clear(all, input, fact.Cleared);
        return all;
    }
}
