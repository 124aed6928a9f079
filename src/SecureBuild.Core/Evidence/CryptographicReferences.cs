using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace SecureBuild.Evidence;

/// <summary>Cryptography that an assembly refers to by the types of libraries; which, and what algorithm a type stands for, is in <c>cryptographic-types.txt</c>.</summary>
static class CryptographicReferences
{
    static readonly List<string> s_namespaces = [];
    static readonly Dictionary<string, string> s_algorithms = Table();

    /// <summary>Names of referenced types with their namespace, ordinal order, each once.</summary>
    public static ImmutableArray<string> Of(MetadataReader metadata)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            // A nested type says no more than the type around it, and its namespace is empty.
            if (!type.Namespace.IsNil && IsCryptographic(metadata, type.Namespace))
                names.Add(metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name));
        }
        return [.. names];
    }

    /// <summary>The algorithm that a type stands for, or null: a stream, an exception or a container of keys stands for none.</summary>
    public static string? Algorithm(string type) => s_algorithms.GetValueOrDefault(type);

    static bool IsCryptographic(MetadataReader metadata, StringHandle name)
    {
        foreach (var library in s_namespaces)
        {
            if (metadata.StringComparer.StartsWith(name, library) && (metadata.StringComparer.Equals(name, library) || metadata.StringComparer.StartsWith(name, library + ".")))
                return true;
        }
        return false;
    }

    static Dictionary<string, string> Table()
    {
        var algorithms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in EmbeddedFile.Lines("Evidence/cryptographic-types.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 1)
                s_namespaces.Add(parts[0]);
            else
                algorithms[parts[0]] = parts[1];
        }
        return algorithms;
    }
}
