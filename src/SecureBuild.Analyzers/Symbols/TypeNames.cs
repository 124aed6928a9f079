using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>Types by their names, without looking anything up: a compilation is never searched for a type that the code does not mention.</summary>
static class TypeNames
{
    /// <summary>Whether the type (or the generic type it is made from) has this full name, as <c>System.Net.Http.HttpClient</c>; nested types with <c>+</c>, no arity.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName)
    {
        var end = fullName.Length;
        for (ISymbol? symbol = type; symbol is not (null or INamespaceSymbol { IsGlobalNamespace: true }); symbol = symbol.ContainingSymbol)
        {
            var start = end - symbol.Name.Length;
            if (end < 0 || start < 0 || symbol.Name.Length == 0 || string.CompareOrdinal(fullName, start, symbol.Name, 0, symbol.Name.Length) != 0)
                return false;
            if (start == 0)
                return symbol.ContainingSymbol is INamespaceSymbol { IsGlobalNamespace: true };
            if (fullName[start - 1] != (symbol is INamedTypeSymbol && symbol.ContainingSymbol is INamedTypeSymbol ? '+' : '.'))
                return false;
            end = start - 1;
        }
        return false;
    }

    /// <summary>Whether the type, one of its base classes or one of its interfaces has this full name.</summary>
    public static bool IsOrInherits(this ITypeSymbol? type, string fullName)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.Is(fullName))
                return true;
        if (type is not null)
            foreach (var implemented in type.AllInterfaces)
                if (implemented.Is(fullName))
                    return true;
        return type is ITypeParameterSymbol parameter && Constrained(parameter, fullName);
    }

    static bool Constrained(ITypeParameterSymbol parameter, string fullName)
    {
        foreach (var constraint in parameter.ConstraintTypes)
            if (constraint is not ITypeParameterSymbol && constraint.IsOrInherits(fullName))
                return true;
        return false;
    }
}
