using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Objects that are made to be run: an endpoint's own results.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<INamedTypeSymbol, IMethodSymbol?> _runs = new(SymbolEqualityComparer.Default);

    /// <summary>The method of a type of this project that a framework calls on its objects when it is answered with one; null where there is none.</summary>
    public IMethodSymbol? RunOf(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        return _runs.TryGetValue(type, out var known) ? known : _runs.GetOrAdd(type, IsInSource(type) && _models.RunOf(type) is IMethodSymbol contract && ImplementationIn(type, contract) is { } method && HasBody(method) ? method.OriginalDefinition : null);
    }
}
