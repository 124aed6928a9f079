
namespace SecureBuild.Licences;

/// <summary>
/// Identifies a licence by its text. The whole text has to be that of one licence: a title and lines of copyright above it do no harm, but a file
/// that goes on with other terms is not identified. <c>fingerprints.txt</c> is made by <c>build/licences.cs</c>.
/// </summary>
static class LicenceTexts
{
    // What may stand above the text without belonging to any licence: a product's name, an address.
    const int StrayWords = 24;

    static readonly Lazy<LicencePattern[]> s_patterns = new(static () => [.. EmbeddedFile.Lines("Licences/fingerprints.txt").Select(LicencePattern.Parse)]);

    static readonly Lazy<HashSet<string>> s_title = new(static () => Words("titles"));
    static readonly Lazy<HashSet<string>> s_terms = new(static () => Words("terms"));

    /// <summary>Ids that can be identified.</summary>
    public static IEnumerable<string> Known => s_patterns.Value.Select(pattern => pattern.Id).Distinct(StringComparer.Ordinal);

    /// <summary>SPDX identifier of the licence that this text is; null where it is none of the known ones, or more than one.</summary>
    public static string? Identify(string text)
    {
        var words = new LicenceWords(text);
        var (id, start, end) = Longest(words);
        return id is not null && IsAbove(words, start) && IsBelow(words, end) ? id : null;
    }

    static (string? Id, int Start, int End) Longest(LicenceWords words)
    {
        (string? Id, int Start, int End) best = (null, 0, 0);
        for (var start = 0; start + LicencePattern.AnchorWords <= words.Count; start++)
        {
            var anchor = LicencePattern.AnchorOf(words, start);
            foreach (var pattern in s_patterns.Value)
                if (pattern.Anchor == anchor && pattern.End(words, start) is var end && end - start > best.End - best.Start)
                    best = (pattern.Id, start, end);
        }
        return best;
    }

    // A few words that no title holds may be a name; one that changes terms ("except", "only") may not.
    static bool IsAbove(LicenceWords words, int start)
    {
        var stray = 0;
        for (var i = 0; i < start; i++)
        {
            if (s_title.Value.Contains(words[i].ToString()))
                continue;
            if (++stray > StrayWords || s_terms.Value.Contains(words[i].ToString()))
                return false;
        }
        return true;
    }

    static bool IsBelow(LicenceWords words, int end)
    {
        for (var i = end; i < words.Count; i++)
            if (!s_title.Value.Contains(words[i].ToString()))
                return false;
        return true;
    }

    static HashSet<string> Words(string kind) => EmbeddedFile.Lines("Licences/surrounding-words.txt")
        .Where(line => line.StartsWith(kind + ":", StringComparison.Ordinal))
        .SelectMany(line => line[(kind.Length + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
}
