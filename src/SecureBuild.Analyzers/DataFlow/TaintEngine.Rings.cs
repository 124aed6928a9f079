using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Methods too deep to be summarised one inside the other. First it is found who calls whom; then those who call nobody else are summarised, and so on upwards; those that call each other in a
/// circle together, from nothing upwards, until none of them changes. So it does not matter who was asked first.
/// </summary>
sealed partial class TaintEngine
{
    // What each of them writes may have to be said of all the others.
    const int MaxCircle = 512;
    const int MaxPasses = 12;

    // One after the other: bodies on several threads come to the same circles, and all but the first find them done.
    readonly SemaphoreSlim _settling = new(1, 1);
    Thread? _settler;

    void Settle(IMethodSymbol start, CancellationToken cancellation)
    {
        var thread = Thread.CurrentThread;
        if (_settler == thread)
        {
            SettleAlone(start, cancellation);
            return;
        }
        _settling.Wait(cancellation);
        try
        {
            _settler = thread;
            if (!_summaries.ContainsKey(start))
                SettleAlone(start, cancellation);
        }
        finally
        {
            _settler = null;
            _settling.Release();
        }
    }

    void SettleAlone(IMethodSymbol start, CancellationToken cancellation)
    {
        var ring = new Ring();
        ring.Ask(start);
        while (ring.Next() is { } found)
            WalkAlone(ring, found, cancellation);
        foreach (var circle in ring.Circles())
        {
            circle.RemoveAll(_summaries.ContainsKey);
            Settle(ring, circle, cancellation);
        }
    }

    void Settle(Ring ring, List<IMethodSymbol> circle, CancellationToken cancellation)
    {
        if (circle.Count == 0)
            return;
        circle.Sort(ByText);
        if (circle.Count > MaxCircle)
            GiveUp(ring, circle, cancellation);
        else if (!TrySettle(ring, circle = CalledFirst(ring, circle), cancellation))
            // What was found so far is true; there may be more. Some were not walked at all.
            foreach (var method in circle)
                (ring[method] = ReferenceEquals(ring[method], Summary.Nothing) ? new() : ring[method]).GaveUp = true;
        foreach (var method in circle)
            Finish(method, ring[method]);
    }

    // In passes, until nothing is left to do: who calls a method whose summary has changed is walked again.
    bool TrySettle(Ring ring, List<IMethodSymbol> circle, CancellationToken cancellation)
    {
        var waiting = new HashSet<IMethodSymbol>(circle, SymbolEqualityComparer.Default);
        for (var pass = 0; pass < MaxPasses && waiting.Count > 0; pass++)
            for (var i = 0; i < circle.Count; i++)
            {
                var method = circle[i];
                if (!waiting.Remove(method))
                    continue;
                var before = ring[method].Size;
                ring[method] = WalkAlone(ring, method, cancellation);
                if (ring[method].Size != before)
                    foreach (var caller in circle)
                        if (ring.Calls(caller, method))
                            waiting.Add(caller);
                // Only now found to be called: in the next pass.
                while (ring.Next() is { } found)
                {
                    circle.Add(found);
                    waiting.Add(found);
                }
            }
        return waiting.Count == 0;
    }

    // Each by itself, as if the others did nothing.
    void GiveUp(Ring ring, List<IMethodSymbol> circle, CancellationToken cancellation)
    {
        foreach (var method in circle)
            ring[method] = Summary.Nothing;
        var own = new List<Summary>();
        foreach (var method in circle)
            own.Add(WalkAlone(ring, method, cancellation));
        for (var i = 0; i < circle.Count; i++)
        {
            own[i].GaveUp = true;
            ring[circle[i]] = own[i];
        }
    }

    Summary WalkAlone(Ring ring, IMethodSymbol method, CancellationToken cancellation)
    {
        ring.Walking = method;
        var session = new AnalysisSession(cancellation) { Ring = ring, Footprint = Kept is null ? null : FootprintOf(method) };
        session.Open.Add(method);
        return Walk(method, BodiesOf(method, cancellation), session);
    }

    // The order in which a walk from the first in the text comes back from them.
    static List<IMethodSymbol> CalledFirst(Ring ring, List<IMethodSymbol> circle)
    {
        var members = new HashSet<IMethodSymbol>(circle, SymbolEqualityComparer.Default);
        var ordered = new List<IMethodSymbol>();
        foreach (var method in circle)
            Visit(method);
        return ordered;

        // No deeper than a circle is large.
        void Visit(IMethodSymbol method)
        {
            if (!members.Remove(method))
                return;
            foreach (var called in ring.CallsOf(method))
                Visit(called);
            ordered.Add(method);
        }
    }

    static int ByText(IMethodSymbol left, IMethodSymbol right)
    {
        var (one, other) = (left.DeclaringSyntaxReferences[0], right.DeclaringSyntaxReferences[0]);
        return string.CompareOrdinal(one.SyntaxTree.FilePath, other.SyntaxTree.FilePath) is not 0 and var files ? files : one.Span.Start.CompareTo(other.Span.Start);
    }

    // What is asked for while methods of a ring are walked.
    Summary InRing(Ring ring, IMethodSymbol method, AnalysisSession session, object?[]? constants)
    {
        if (!_summaries.TryGetValue(method, out var known))
            return ring.Ask(method);
        if (constants is null)
            return known;
        var own = new AnalysisSession(session.Cancellation);
        return FromBelow(() => SummaryOf(method, own, constants), own);
    }
}
