using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>Counts what a format or this model has no place for: whoever converts is told what went missing.</summary>
public sealed class SbomLosses
{
    readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Nothing went missing.</summary>
    public bool IsEmpty => _counts.Count == 0;

    /// <summary>Each thing once, with how often it went missing, ordinal order.</summary>
    public ImmutableArray<(string What, int Count)> All => [.. _counts.Select(pair => (pair.Key, pair.Value))];

    /// <summary>Whether any of these went missing.</summary>
    public bool Any(params ReadOnlySpan<string> what)
    {
        foreach (var name in what)
            if (_counts.ContainsKey(name))
                return true;
        return false;
    }

    /// <summary>One more.</summary>
    /// <param name="what">Its place in words of the format: <c>packages.attributionTexts</c>.</param>
    /// <param name="count">How often; nothing is told of 0.</param>
    public void Add(string what, int count = 1)
    {
        if (count > 0)
            _counts[what] = _counts.GetValueOrDefault(what) + count;
    }

    /// <summary><c>packages.attributionTexts (3), services</c>; at most ten, the rest counted.</summary>
    public override string ToString() =>
        string.Join(", ", _counts.Take(10).Select(pair => pair.Value == 1 ? pair.Key : $"{pair.Key} ({pair.Value})")) + (_counts.Count > 10 ? $" … (+{_counts.Count - 10})" : "");
}
