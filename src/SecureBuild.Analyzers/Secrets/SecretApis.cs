using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>The parameters and properties of <c>SecretApis.txt</c> that a compilation knows, looked up once.</summary>
sealed class SecretApis
{
    readonly Dictionary<ISymbol, HashSet<string>> _members = new(SymbolEqualityComparer.Default);
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    SecretApis(Compilation compilation, SecretKind kind)
    {
        foreach (var entry in DataFile.Entries("SecretApis.txt", 3))
            if (entry[0] == "key" == (kind == SecretKind.Key))
                foreach (var type in compilation.GetTypesByMetadataName(entry[1]))
                {
                    var names = entry[2].Split(' ');
                    _members[type] = new(names, StringComparer.Ordinal);
                    _names.UnionWith(names);
                }
    }

    /// <summary>The APIs for passwords, or with <see cref="SecretKind.Key"/> those for keys.</summary>
    public static SecretApis In(Compilation compilation, SecretKind kind) => new(compilation, kind);

    /// <summary>A method of cryptography that reads the arrays it is given.</summary>
    public static bool TakesNoFill(string method) => method is "CreateEncryptor" or "CreateDecryptor" or "EncryptCbc" or "DecryptCbc" or "EncryptCfb" or "DecryptCfb";

    /// <summary>Whether the parameter or property takes a secret. Names first: they are the cheaper question.</summary>
    public bool Takes(ISymbol? parameterOrProperty)
    {
        if (parameterOrProperty is null || !_names.Contains(parameterOrProperty.Name))
            return false;
        for (var type = parameterOrProperty.ContainingType; type is not null; type = type.BaseType)
            if (_members.TryGetValue(type.OriginalDefinition, out var names) && names.Contains(parameterOrProperty.Name))
                return true;
        return false;
    }
}
