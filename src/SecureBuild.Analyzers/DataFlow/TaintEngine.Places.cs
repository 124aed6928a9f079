using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What members are called in paths.</summary>
sealed partial class TaintEngine
{
    const char Of = '@';
    const string Captured = "p:";
    const string Elements = "[]";

    readonly ConcurrentDictionary<ISymbol, string> _keys = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The member's name, of a private field and of a type's own parameter with the type's: what may refer to objects of two types, as an interface does, keeps their secrets apart.
    /// </summary>
    public string KeyOf(ISymbol member)
    {
        if (member is IFieldSymbol { CorrespondingTupleField: { } item })
            return item.Name;
        if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property })
            return property.Name;
        if (member is not (IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or IParameterSymbol) || member.ContainingType is not { } type)
            return member.Name;
        member = member.OriginalDefinition;
        return _keys.TryGetValue(member, out var known) ? known : _keys.GetOrAdd(member, (member is IParameterSymbol ? Captured : "") + member.Name + Of + type.Name);
    }

    public static bool IsElement(string key) => key == Elements || key.StartsWith("k:", StringComparison.Ordinal);

    // The type in the name; null where there is none.
    static string? OwnerOf(string key) => key.IndexOf(Of) is >= 0 and var at ? key.Substring(at + 1) : null;

    readonly ConcurrentDictionary<ITypeSymbol, ISymbol?> _stores = new(SymbolEqualityComparer.Default);

    /// <summary>What stands for all objects of a type that are one for the whole program, such as a cache; null for any other type.</summary>
    public ISymbol? StoreOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Interface or TypeKind.Class })
            return null;
        return _stores.TryGetValue(type, out var known) ? known : _stores.GetOrAdd(type, IsInSource((INamedTypeSymbol)type) ? null : _models.SharedOf(type));
    }

    /// <summary>The member's name in the text.</summary>
    static string NameOf(string key)
    {
        var start = key.StartsWith(Captured, StringComparison.Ordinal) ? Captured.Length : 0;
        var end = key.IndexOf(Of);
        return key.Substring(start, (end < 0 ? key.Length : end) - start);
    }
}
