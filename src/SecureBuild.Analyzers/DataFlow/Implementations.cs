using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The bodies behind one virtual or interface method: all of them, and by the type arguments for which they stand.</summary>
/// <param name="isGeneric">The method's type has type parameters.</param>
sealed class Implementations(bool isGeneric)
{
    readonly Dictionary<INamedTypeSymbol, List<IMethodSymbol>> _byContract = new(SymbolEqualityComparer.Default);

    // For whatever arguments: the method's own body, and what is generic itself.
    readonly List<IMethodSymbol> _always = [];

    /// <summary>All of them, in the order of the project's files.</summary>
    public List<IMethodSymbol> All { get; } = [];

    /// <summary>A body that stands for these type arguments; for any where there is no contract.</summary>
    public void Add(IMethodSymbol body, INamedTypeSymbol? contract)
    {
        AddTo(All, body);
        if (!isGeneric)
            return;
        if (contract is null || contract.TypeArguments.Any(IsOpen))
            AddTo(_always, body);
        else if (_byContract.TryGetValue(contract, out var bodies))
            AddTo(bodies, body);
        else
            _byContract.Add(contract, [body]);
    }

    /// <summary>Those that a call on this type may run.</summary>
    public List<IMethodSymbol> For(INamedTypeSymbol contract)
    {
        if (!isGeneric || contract.TypeArguments.Any(IsOpen))
            return All;
        if (_byContract.TryGetValue(contract, out var bodies))
            return _always.Count == 0 ? bodies : [.. _always, .. bodies];
        // An IHandler<in Base> serves as an IHandler<Derived>, too.
        return contract.TypeParameters.Any(static parameter => parameter.Variance != VarianceKind.None) ? All : _always;
    }

    static void AddTo(List<IMethodSymbol> bodies, IMethodSymbol body)
    {
        if (!bodies.Exists(other => SymbolEqualityComparer.Default.Equals(other, body)))
            bodies.Add(body);
    }

    static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };
}
