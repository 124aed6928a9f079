using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Methods that call each other in chains and circles longer than the stack should be deep. Each is walked by itself, with what is assumed of those that it calls; here is who calls whom, and
/// what is assumed so far.
/// </summary>
sealed class Ring
{
    readonly List<IMethodSymbol> _methods = new();
    readonly Dictionary<IMethodSymbol, int> _numbers = new(SymbolEqualityComparer.Default);
    readonly List<List<int>> _calls = new();
    readonly List<Summary> _assumed = new();
    int _next;

    /// <summary>The method under way.</summary>
    public IMethodSymbol? Walking { get; set; }

    /// <summary>What is assumed of a method, which the one under way calls; of one not met before, nothing.</summary>
    public Summary Ask(IMethodSymbol method)
    {
        if (!_numbers.TryGetValue(method, out var number))
        {
            _numbers.Add(method, number = _methods.Count);
            _methods.Add(method);
            _calls.Add(new());
            _assumed.Add(Summary.Nothing);
        }
        if (Walking is not null && _calls[_numbers[Walking]] is var calls && !calls.Contains(number))
            calls.Add(number);
        return _assumed[number];
    }

    public Summary this[IMethodSymbol method]
    {
        get => _assumed[_numbers[method]];
        set => _assumed[_numbers[method]] = value;
    }

    /// <summary>A method that was asked for and not given out yet; null when there is none.</summary>
    public IMethodSymbol? Next() => _next < _methods.Count ? _methods[_next++] : null;

    /// <summary>The methods that one calls, in the order in which it was found to.</summary>
    public IEnumerable<IMethodSymbol> CallsOf(IMethodSymbol method)
    {
        foreach (var number in _calls[_numbers[method]])
            yield return _methods[number];
    }

    /// <summary>Whether one was found to call the other.</summary>
    public bool Calls(IMethodSymbol caller, IMethodSymbol called) => _calls[_numbers[caller]].Contains(_numbers[called]);

    /// <summary>The methods in circles, each with all that it calls in turn and that calls it; the called ones first. (Tarjan's algorithm, without recursion.)</summary>
    public List<List<IMethodSymbol>> Circles()
    {
        var circles = new List<List<IMethodSymbol>>();
        var count = _methods.Count;
        var (index, low, at, isOpen) = (new int[count], new int[count], new int[count], new bool[count]);
        var open = new Stack<int>();
        var path = new Stack<int>();
        var visited = 0;
        for (var start = 0; start < count; start++)
        {
            if (index[start] != 0)
                continue;
            Enter(start);
            while (path.Count > 0)
            {
                var current = path.Peek();
                if (at[current] < _calls[current].Count)
                {
                    var called = _calls[current][at[current]++];
                    if (index[called] == 0)
                        Enter(called);
                    else if (isOpen[called])
                        low[current] = Math.Min(low[current], index[called]);
                    continue;
                }
                path.Pop();
                if (path.Count > 0)
                    low[path.Peek()] = Math.Min(low[path.Peek()], low[current]);
                if (low[current] != index[current])
                    continue;
                var circle = new List<IMethodSymbol>();
                int member;
                do
                {
                    member = open.Pop();
                    isOpen[member] = false;
                    circle.Add(_methods[member]);
                }
                while (member != current);
                circles.Add(circle);
            }
        }
        return circles;

        void Enter(int number)
        {
            index[number] = low[number] = ++visited;
            isOpen[number] = true;
            open.Push(number);
            path.Push(number);
        }
    }
}
