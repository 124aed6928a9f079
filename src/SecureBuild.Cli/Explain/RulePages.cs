using System.Collections.Frozen;

namespace SecureBuild.Cli.Explain;

/// <summary>The pages that lie beside the analyzers (<c>SB2001WeakHash.md</c>, <c>.ja.md</c>), embedded into the tool as they are.</summary>
static class RulePages
{
    const string Prefix = "rules/";
    const string Japanese = ".ja";

    // By id and language.
    static readonly FrozenDictionary<(string Id, string Language), string> s_resources = typeof(RulePages).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => (name.Substring(Prefix.Length, 6), Path.GetFileNameWithoutExtension(name).EndsWith(Japanese, StringComparison.Ordinal) ? "ja" : "en"));

    public static IEnumerable<string> Ids { get; } = [.. s_resources.Keys.Select(key => key.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The page in a language, in English where there is no other; null for an unknown id.</summary>
    public static string? Page(string id, string language) =>
        s_resources.TryGetValue((id, language), out var resource) || s_resources.TryGetValue((id, "en"), out resource) ? Text(resource) : null;

    /// <summary>The first heading without the id.</summary>
    public static string Title(string id)
    {
        var heading = Page(id, Cli.Language.Current)!.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal)) ?? "";
        return heading.TrimStart('#', ' ').Replace(id, "", StringComparison.Ordinal).TrimStart(' ', ':', ':', '—', '–', '-').Trim();
    }

    static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(RulePages).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
