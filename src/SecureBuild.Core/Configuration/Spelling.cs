namespace SecureBuild.Configuration;

/// <summary>Guesses what was meant.</summary>
public static class Spelling
{
    /// <summary>The candidates nearest to a word, nearest first, at most <paramref name="count"/>; empty when none is near (a third of the word may differ).</summary>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> candidates, int count = 1) =>
    [
        .. candidates
            .Select(candidate => (candidate, distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, Math.Max(word.Length, pair.candidate.Length) / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => pair.candidate)
    ];

    /// <summary>" Did you mean 'x'?" with a leading space, or nothing.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is [var nearest] ? Messages.Text("DidYouMean", nearest) : "";

    // Optimal string alignment: a swap of two neighbours is one mistake, as typists make it.
    static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
