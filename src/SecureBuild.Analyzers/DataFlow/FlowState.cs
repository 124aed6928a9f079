using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Variables and objects at one point of a body. Copied at branches, joined where they meet; what neither side writes stays shared.</summary>
sealed class FlowState
{
    static readonly Func<Value, Value, Value> s_joinValues = Value.Join;
    static readonly Func<HeapObject, HeapObject, HeapObject> s_joinObjects = HeapObject.Join;

    readonly Numbers _numbers;
    Sheet<Value> _variables;
    Sheet<HeapObject> _heap;
    Dictionary<string, TaintKind>? _checked;

    // In whose name the sheets are written; a new one for each state, and after each copy.
    object? _writer;

    FlowState(Numbers numbers) => _numbers = numbers;

    public static FlowState New() => new(new());

    public bool IsReachable { get; private set; } = true;

    /// <summary>All that hold a value, in the order in which the body's walk met them.</summary>
    public IEnumerable<KeyValuePair<ISymbol, Value>> Variables
    {
        get
        {
            for (var i = 0; i < _numbers.Symbols.Count; i++)
                if (_variables[i] is { } value)
                    yield return new(_numbers.Symbols[i], value);
        }
    }

    public FlowState Fork()
    {
        _writer = null;
        return new(_numbers) { _variables = _variables, _heap = _heap, _checked = _checked, IsReachable = IsReachable };
    }

    /// <summary>Nothing comes past this point.</summary>
    public void Stop() => IsReachable = false;

    public Value? this[ISymbol variable]
    {
        get => _numbers.BySymbol.TryGetValue(variable, out var number) ? _variables[number] : null;
        set => _variables.Write(_numbers.Of(variable), value!, _writer ??= new());
    }

    public HeapObject? this[int id]
    {
        get => _heap[id];
        set => _heap.Write(id, value!, _writer ??= new());
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
        right._writer = null;
        joined._writer = new();
        joined._variables.JoinWith(right._variables, s_joinValues, joined._writer);
        joined._heap.JoinWith(right._heap, s_joinObjects, joined._writer);
        joined._checked = Common(left._checked, right._checked);
        return joined;
    }

    /// <summary>Whether the later state says nothing that the earlier one does not: a loop has come to rest.</summary>
    public static bool IsSame(FlowState earlier, FlowState later) =>
        earlier.IsReachable == later.IsReachable && Sheet<Value>.Holds(earlier._variables, later._variables) && Sheet<HeapObject>.Holds(earlier._heap, later._heap);

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

    /// <summary>The variables' places, the same in all states of one walk.</summary>
    sealed class Numbers
    {
        public Dictionary<ISymbol, int> BySymbol { get; } = new(SymbolEqualityComparer.Default);

        public List<ISymbol> Symbols { get; } = new();

        public int Of(ISymbol variable)
        {
            if (BySymbol.TryGetValue(variable, out var number))
                return number;
            BySymbol.Add(variable, number = Symbols.Count);
            Symbols.Add(variable);
            return number;
        }
    }
}
