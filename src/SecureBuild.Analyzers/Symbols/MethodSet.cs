using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>Methods looked up once per compilation.</summary>
sealed class MethodSet
{
    readonly HashSet<ISymbol> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>Adds the type's own methods of this name, all overloads or those that <paramref name="which"/> accepts.</summary>
    public MethodSet Add(Compilation compilation, string typeName, string method, Func<IMethodSymbol, bool>? which = null)
    {
        foreach (var type in compilation.GetTypesByMetadataName(typeName))
            foreach (var member in type.GetMembers(method))
                if (member is IMethodSymbol found && (which is null || which(found)))
                    _methods.Add(found);
        return this;
    }

    /// <summary>The method, its generic definition or the method that it extends is one of the set.</summary>
    public bool Contains(IMethodSymbol method) => _methods.Count > 0 && _methods.Contains((method.ReducedFrom ?? method).OriginalDefinition);
}
