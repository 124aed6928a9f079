using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Summaries taken over from the compilation before this one, while somebody types.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<IMethodSymbol, Footprint> _footprints = new(SymbolEqualityComparer.Default);

    // None in a build: there is no compilation after it.
    KeptSummaries? Kept => _names?.Kept;

    /// <summary>The files that a method's summary is read from.</summary>
    public Footprint FootprintOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (_footprints.TryGetValue(method, out var known))
            return known;
        var footprint = new Footprint();
        footprint.Add(method);
        if (method.PartialImplementationPart is { } implementation)
            footprint.Add(implementation);
        // With what its initialisers say.
        if (method.MethodKind == MethodKind.Constructor)
            footprint.Add(method.ContainingType);
        return _footprints.GetOrAdd(method, footprint);
    }

    Summary? Taken(IMethodSymbol method, string constants)
    {
        if (Kept is not { } all || FindBody(method) is not { } body || all[body, constants] is not { } kept || kept.In(_compilation, ModelFor) is not { } summary)
            return null;
        if (!_footprints.TryAdd(method, kept.Footprint))
            FootprintOf(method).Add(kept.Footprint);
        return summary;
    }

    void Finish(IMethodSymbol method, Summary summary)
    {
        if (_summaries.TryAdd(method, summary))
            Keep(method, "", summary);
    }

    void Keep(IMethodSymbol method, string constants, Summary summary)
    {
        if (Kept is { } all && FindBody(method) is { } body && KeptSummary.Of(summary, FootprintOf(method), _compilation.Assembly) is { } kept)
            all.Add(body, constants, kept);
    }
}
