using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The files whose text a method's summary was read from: the method's own, and those of what it calls.</summary>
sealed class Footprint
{
    readonly HashSet<SyntaxTree> _trees = new();
    readonly HashSet<Footprint> _calls = new();

    /// <summary>The files that declare the symbol.</summary>
    public void Add(ISymbol symbol)
    {
        lock (_trees)
            foreach (var reference in symbol.DeclaringSyntaxReferences)
                _trees.Add(reference.SyntaxTree);
    }

    public void Add(SyntaxTree tree)
    {
        lock (_trees)
            _trees.Add(tree);
    }

    public void Add(Footprint called)
    {
        if (called == this)
            return;
        lock (_trees)
            _calls.Add(called);
    }

    /// <summary>Whether all of the files are among these; what is found to be so is remembered.</summary>
    public bool IsIn(HashSet<SyntaxTree> trees, HashSet<Footprint> known)
    {
        lock (known)
        {
            var seen = new HashSet<Footprint>();
            var waiting = new Stack<Footprint>();
            waiting.Push(this);
            while (waiting.Count > 0)
            {
                var next = waiting.Pop();
                if (known.Contains(next) || !seen.Add(next))
                    continue;
                lock (next._trees)
                {
                    if (!next._trees.IsSubsetOf(trees))
                        return false;
                    foreach (var called in next._calls)
                        waiting.Push(called);
                }
            }
            known.UnionWith(seen);
            return true;
        }
    }
}
