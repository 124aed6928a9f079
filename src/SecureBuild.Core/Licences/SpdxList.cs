using System.Collections.Frozen;

namespace SecureBuild.Licences;

/// <summary>The SPDX list of licences and exceptions, identifiers only.</summary>
static class SpdxList
{
    const string NotInCycloneDx = " name";

    static readonly Lazy<FrozenDictionary<string, string>> s_ids = new(static () => Spellings("Licences/spdx-ids.txt"));
    static readonly Lazy<FrozenDictionary<string, string>> s_exceptions = new(static () => Spellings("Licences/spdx-exceptions.txt"));
    static readonly Lazy<FrozenSet<string>> s_names = new(static () => EmbeddedFile.Lines("Licences/spdx-ids.txt").Where(line => line.EndsWith(NotInCycloneDx, StringComparison.Ordinal))
        .Select(line => line[..^NotInCycloneDx.Length]).ToFrozenSet(StringComparer.Ordinal));
    static readonly Lazy<FrozenDictionary<string, LicenceTerm>> s_deprecated = new(static () => EmbeddedFile.Lines("Licences/spdx-deprecated.txt")
        .Select(line => line.Split(' ')).ToFrozenDictionary(words => words[0], words => new LicenceTerm(words[1], words.ElementAtOrDefault(3)), StringComparer.OrdinalIgnoreCase));

    /// <summary>Identifiers of all licences.</summary>
    public static IEnumerable<string> Ids => s_ids.Value.Values;

    /// <summary>Whether CycloneDX 1.7 allows it as <c>license.id</c>: in the list that its schema knows, in this very spelling.</summary>
    public static bool IsCycloneDxId(string id) => s_ids.Value.TryGetValue(id, out var spelling) && spelling == id && !s_names.Value.Contains(id);

    /// <summary>The licence of this name in the list's spelling, its successor where it is deprecated; null where the list does not have it.</summary>
    public static LicenceTerm? Licence(string name)
    {
        // Nearly every package says one of two; they need no list.
        if (name is "MIT" or "Apache-2.0")
            return new(name);
        if (IsReference(name, "LicenseRef-") || name.StartsWith("DocumentRef-", StringComparison.Ordinal) && name.IndexOf(':', StringComparison.Ordinal) is > 12 and var colon
            && IsReference(name[(colon + 1)..], "LicenseRef-") && IsReference(name[..colon], "DocumentRef-"))
            return new(name);
        if (s_deprecated.Value.TryGetValue(name, out var successor))
            return successor;
        if (s_ids.Value.TryGetValue(name, out var id))
            return new(id);
        return name.EndsWith('+') && s_ids.Value.TryGetValue(name[..^1], out id) ? new(id + "+") : null;
    }

    /// <summary>The exception of this name in the list's spelling, or null.</summary>
    public static string? Exception(string name) =>
        s_exceptions.Value.TryGetValue(name, out var id) ? id : IsReference(name, "AdditionRef-") ? name : null;

    static bool IsReference(string name, string prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && !name.AsSpan(prefix.Length).ContainsAnyExcept(s_idString);

    static readonly System.Buffers.SearchValues<char> s_idString = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    static FrozenDictionary<string, string> Spellings(string file) =>
        EmbeddedFile.Lines(file).Select(line => line.Split(' ')[0]).ToFrozenDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase);
}
