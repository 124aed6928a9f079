using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Variables and objects at one point of a body. Copied at branches, joined where they meet; the tables are shared until one side writes.</summary>
sealed class FlowState
{
    Dictionary<ISymbol, Value> _variables;
    Dictionary<int, HeapObject> _heap;
    Dictionary<string, TaintKind>? _checked;
    bool _isVariablesShared;
    bool _isHeapShared;

    FlowState(Dictionary<ISymbol, Value> variables, Dictionary<int, HeapObject> heap, Dictionary<string, TaintKind>? @checked)
    {
        _variables = variables;
        _heap = heap;
        _checked = @checked;
    }

    public static FlowState New() => new(new(SymbolEqualityComparer.Default), new(), null);

    public bool IsReachable { get; private set; } = true;

    public IEnumerable<KeyValuePair<ISymbol, Value>> Variables => _variables;

    public FlowState Fork()
    {
        _isVariablesShared = _isHeapShared = true;
        return new(_variables, _heap, _checked) { IsReachable = IsReachable, _isVariablesShared = true, _isHeapShared = true };
    }

    /// <summary>Nothing comes past this point.</summary>
    public void Stop() => IsReachable = false;

    public Value? this[ISymbol variable]
    {
        get => _variables.TryGetValue(variable, out var value) ? value : null;
        set
        {
            if (_isVariablesShared)
            {
                _variables = new(_variables, SymbolEqualityComparer.Default);
                _isVariablesShared = false;
            }
            _variables[variable] = value!;
        }
    }

    public HeapObject? this[int id]
    {
        get => _heap.TryGetValue(id, out var value) ? value : null;
        set
        {
            if (_isHeapShared)
            {
                _heap = new(_heap);
                _isHeapShared = false;
            }
            _heap[id] = value!;
        }
    }

    /// <summary>Kinds for which the expression of this text was found harmless.</summary>
    public TaintKind CheckedOf(string text) => _checked is not null && _checked.TryGetValue(text, out var kinds) ? kinds : 0;

    public bool HasChecked => _checked is not null;

    public void Check(string text, TaintKind kinds)
    {
        _checked = _checked is null ? new(StringComparer.Ordinal) : new(_checked, StringComparer.Ordinal);
        _checked[text] = (_checked.TryGetValue(text, out var old) ? old : 0) | kinds;
    }

    /// <summary>Forgets what was found of expressions: something was called or assigned that may change them.</summary>
    public void ForgetChecked() => _checked = null;

    /// <summary>The state where two ways meet.</summary>
    public static FlowState Join(FlowState left, FlowState right)
    {
        if (!left.IsReachable)
            return right;
        if (!right.IsReachable || ReferenceEquals(left, right))
            return left;
        var joined = left.Fork();
        if (!ReferenceEquals(left._variables, right._variables))
            foreach (var variable in right._variables)
            {
                var mine = left[variable.Key];
                var both = mine is null ? variable.Value : Value.Join(mine, variable.Value);
                if (!ReferenceEquals(mine, both))
                    joined[variable.Key] = both;
            }
        if (!ReferenceEquals(left._heap, right._heap))
            foreach (var entry in right._heap)
            {
                var mine = left[entry.Key];
                var both = mine is null ? entry.Value : HeapObject.Join(mine, entry.Value);
                if (!ReferenceEquals(mine, both))
                    joined[entry.Key] = both;
            }
        joined._checked = Common(left._checked, right._checked);
        return joined;
    }

    /// <summary>Whether the later state says nothing that the earlier one does not: a loop has come to rest.</summary>
    public static bool IsSame(FlowState earlier, FlowState later)
    {
        if (earlier.IsReachable != later.IsReachable)
            return false;
        if (!ReferenceEquals(earlier._variables, later._variables))
            foreach (var variable in later._variables)
                if (!ReferenceEquals(earlier[variable.Key], variable.Value))
                    return false;
        if (!ReferenceEquals(earlier._heap, later._heap))
            foreach (var entry in later._heap)
                if (!ReferenceEquals(earlier[entry.Key], entry.Value))
                    return false;
        return true;
    }

    static Dictionary<string, TaintKind>? Common(Dictionary<string, TaintKind>? left, Dictionary<string, TaintKind>? right)
    {
        if (left is null || right is null || ReferenceEquals(left, right))
            return left is null ? null : ReferenceEquals(left, right) ? left : null;
        var common = new Dictionary<string, TaintKind>(StringComparer.Ordinal);
        foreach (var entry in left)
            if (right.TryGetValue(entry.Key, out var kinds) && (kinds & entry.Value) is var both and not 0)
                common[entry.Key] = both;
        return common.Count == 0 ? null : common;
    }
}
