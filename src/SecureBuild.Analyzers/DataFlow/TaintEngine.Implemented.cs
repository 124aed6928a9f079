using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Whose members this project's types may stand behind.</summary>
sealed partial class TaintEngine
{
    /// <summary>Types of libraries that the project's types derive from or implement.</summary>
    HashSet<ISymbol> Implemented(CancellationToken cancellation)
    {
        var names = Names(cancellation);
        return names.Implemented ??= FindImplemented(names, cancellation);
    }

    // By the declarations that name a base: to ask all types for their members would make the compiler bind all of their signatures.
    HashSet<ISymbol> FindImplemented(NameIndex names, CancellationToken cancellation)
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var special in s_withoutText)
            found.Add(_compilation.GetSpecialType(special));
        if (_compilation.GetTypeByMetadataName("System.IEquatable`1") is { } equatable)
            found.Add(equatable);
        foreach (var declaration in names.TypesWithBases)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ModelFor(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type)
                continue;
            for (var current = type.BaseType; current is not null; current = current.BaseType)
                Add(current);
            foreach (var contract in type.AllInterfaces)
                Add(contract);
        }
        return found;

        // The project's own types are known by themselves, and would keep their compilation.
        void Add(INamedTypeSymbol type)
        {
            if (!IsInSource(type))
                found.Add(type.OriginalDefinition);
        }
    }

    // Bases that no declaration names: of enums, structs and delegates, and what records implement.
    static readonly SpecialType[] s_withoutText = [SpecialType.System_Object, SpecialType.System_ValueType, SpecialType.System_Enum, SpecialType.System_MulticastDelegate, SpecialType.System_Delegate];
}
