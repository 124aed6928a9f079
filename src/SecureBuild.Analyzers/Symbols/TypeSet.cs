using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>Types looked up once per compilation, so that callbacks compare symbols and never names.</summary>
sealed class TypeSet
{
    readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);

    TypeSet()
    {
    }

    /// <summary>The types of these metadata names that the compilation can see; null when it sees none of them.</summary>
    public static TypeSet? Find(Compilation compilation, params string[] metadataNames)
    {
        TypeSet found = new();
        foreach (var name in metadataNames)
            foreach (var type in compilation.GetTypesByMetadataName(name))
                found._types.Add(type);
        return found._types.Count > 0 ? found : null;
    }

    /// <summary>The type itself is one of the set.</summary>
    public bool Contains(ITypeSymbol? type) => type is not null && _types.Contains(type.OriginalDefinition);

    /// <summary>The type, or the nearest of its base classes, that is one of the set; null when none is.</summary>
    public INamedTypeSymbol? BaseOf(ITypeSymbol? type)
    {
        for (var current = type as INamedTypeSymbol; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            if (_types.Contains(current.OriginalDefinition))
                return current;
        return null;
    }
}
