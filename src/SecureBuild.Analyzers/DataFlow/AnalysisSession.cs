using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The work that one body under analysis sets off: its bounds, and the methods on whose results it waits.</summary>
sealed class AnalysisSession(CancellationToken cancellation)
{
    /// <summary>Operations walked for one body. Counted, not timed: the same code gives the same answer on every machine and in every order.</summary>
    public const int MaxOperations = 200_000;

    /// <summary>Methods waiting for each other's summaries. Deeper chains are taken up one by one (<see cref="TooDeepException"/>).</summary>
    public const int MaxDepth = 40;

    /// <summary>Methods that call each other in a circle while they wait for each other. The methods of larger circles are taken up one by one, too.</summary>
    public const int MaxCircle = 8;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The body under way, or one whose summary it asked for, was more than can be followed.</summary>
    public bool GaveUp { get; set; }

    /// <summary>The methods that are walked one by one; null where they wait for each other.</summary>
    public Ring? Ring { get; set; }

    /// <summary>The files that the summary under way is read from; null while nobody will ask.</summary>
    public Footprint? Footprint { get; set; }

    /// <summary>Methods being summarised, outermost first.</summary>
    public List<IMethodSymbol> Open { get; } = new();

    /// <summary>What is assumed of methods that call themselves, until nothing changes any more.</summary>
    public Dictionary<IMethodSymbol, Summary> Assumed { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Summaries that lean on a method still open: good until that one has come to rest.</summary>
    public Dictionary<IMethodSymbol, (Summary Summary, int LeansOn)> Provisional { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The outermost open method that a summary under way was found to lean on; its place in <see cref="Open"/>.</summary>
    public int LeansOn { get; set; } = int.MaxValue;

    /// <summary>Forgets the chain under way.</summary>
    public void BeginAnew()
    {
        GaveUp = false;
        Footprint = null;
        Open.Clear();
        Assumed.Clear();
        Provisional.Clear();
        LeansOn = int.MaxValue;
    }

    /// <summary>Drops what leans on the open method at this place or one inside it: it is computed anew.</summary>
    public void ForgetFrom(int at)
    {
        foreach (var (method, _) in Leaning(at))
            Provisional.Remove(method);
    }

    /// <summary>Hands over what leans on the open method at this place or one inside it: it has come to rest.</summary>
    public List<(IMethodSymbol Method, Summary Summary)> TakeFrom(int at)
    {
        var taken = Leaning(at);
        foreach (var (method, _) in taken)
            Provisional.Remove(method);
        return taken;
    }

    List<(IMethodSymbol Method, Summary Summary)> Leaning(int at)
    {
        var leaning = new List<(IMethodSymbol, Summary)>();
        foreach (var entry in Provisional)
            if (entry.Value.LeansOn >= at)
                leaning.Add((entry.Key, entry.Value.Summary));
        return leaning;
    }
}

/// <summary>A chain of calls is deeper than the stack should be, or a circle of them is long: the method at its end, and all that it calls, are summarised first, then the chain is begun anew.</summary>
sealed class TooDeepException(IMethodSymbol method) : System.Exception
{
    public IMethodSymbol Method { get; } = method;
}
