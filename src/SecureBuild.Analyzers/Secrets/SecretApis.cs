using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>The parameters and properties of <c>SecretApis.txt</c>, found by their names, then by the name of their type.</summary>
sealed class SecretApis
{
    readonly Dictionary<string, List<(string Type, HashSet<string> Members)>> _types = new(StringComparer.Ordinal);
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    SecretApis(string kind)
    {
        foreach (var entry in DataFile.Entries("SecretApis.txt", 3))
        {
            if (entry[0] != kind)
                continue;
            var simple = entry[1].Substring(entry[1].LastIndexOf('.') + 1);
            if (!_types.TryGetValue(simple, out var types))
                _types.Add(simple, types = []);
            var members = entry[2].Split(' ');
            types.Add((entry[1], new(members, StringComparer.Ordinal)));
            _names.UnionWith(members);
        }
        Names = [.. _names];
    }

    /// <summary>APIs that take a password or token.</summary>
    public static SecretApis Passwords { get; } = new("password");

    /// <summary>APIs that take a key.</summary>
    public static SecretApis Keys { get; } = new("key");

    /// <summary>APIs that take an initialisation vector or nonce.</summary>
    public static SecretApis Vectors { get; } = new("vector");

    /// <summary>APIs that take the salt of a password.</summary>
    public static SecretApis Salts { get; } = new("salt");

    /// <summary>The names of all parameters and properties.</summary>
    public string[] Names { get; }

    /// <summary>Those that may be properties: parameters begin with a small letter.</summary>
    public string[] PropertyNames => Array.FindAll(Names, static name => char.IsUpper(name[0]));

    /// <summary>The simple names of all types.</summary>
    public IEnumerable<string> TypeNames => _types.Keys;

    /// <summary>A method of cryptography that reads the arrays it is given.</summary>
    public static bool TakesNoFill(string method) => method is "CreateEncryptor" or "CreateDecryptor" or "EncryptCbc" or "DecryptCbc" or "EncryptCfb" or "DecryptCfb";

    /// <summary>Whether the parameter or property takes a secret. Names first: they are the cheaper question.</summary>
    public bool Takes(ISymbol? parameterOrProperty)
    {
        if (parameterOrProperty is null || !_names.Contains(parameterOrProperty.Name))
            return false;
        for (var type = parameterOrProperty.ContainingType; type is not null; type = type.BaseType)
            if (_types.TryGetValue(type.Name, out var entries))
                foreach (var (name, members) in entries)
                    if (members.Contains(parameterOrProperty.Name) && type.Is(name))
                        return true;
        return false;
    }
}
