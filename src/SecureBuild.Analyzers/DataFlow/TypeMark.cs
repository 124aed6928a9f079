using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>A type that is found again in another compilation of the same project: a library's by itself, the project's own by its name.</summary>
sealed class TypeMark
{
    readonly ITypeSymbol? _library;
    readonly string? _own;
    readonly TypeMark[] _arguments;

    TypeMark(ITypeSymbol? library, string? own, TypeMark[] arguments) => (_library, _own, _arguments) = (library, own, arguments);

    /// <summary>Null for a type that is not found again: a type parameter, an anonymous one.</summary>
    public static TypeMark? Of(ITypeSymbol type, IAssemblySymbol own)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return Of(array.ElementType, own) is { } element ? new(null, null, [element]) : null;
        if (type is not INamedTypeSymbol named || named.IsAnonymousType || named.IsTupleType || named.TypeKind == TypeKind.Error || named.ContainingType is { IsGenericType: true })
            return null;
        var arguments = named.TypeArguments.Length == 0 ? [] : new TypeMark[named.TypeArguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            if (Of(named.TypeArguments[i], own) is { } argument)
                arguments[i] = argument;
            else
                return null;
        if (!SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, own))
            return new(named.OriginalDefinition, null, arguments);
        var name = NameOf(named);
        return SymbolEqualityComparer.Default.Equals(own.GetTypeByMetadataName(name), named.OriginalDefinition) ? new(null, name, arguments) : null;
    }

    public ITypeSymbol? In(Compilation compilation)
    {
        if (_library is null && _own is null)
            return _arguments[0].In(compilation) is { } element ? compilation.CreateArrayTypeSymbol(element) : null;
        var type = _library as INamedTypeSymbol ?? compilation.Assembly.GetTypeByMetadataName(_own!);
        if (type is null || _arguments.Length == 0)
            return type;
        var arguments = new ITypeSymbol[_arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            if (_arguments[i].In(compilation) is { } argument)
                arguments[i] = argument;
            else
                return null;
        return type.TypeParameters.Length == arguments.Length ? type.Construct(arguments) : null;
    }

    static string NameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? NameOf(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;
}
