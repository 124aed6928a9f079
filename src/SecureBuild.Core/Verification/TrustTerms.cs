using System.Collections.Immutable;

namespace SecureBuild.Verification;

/// <summary>From when until when a key is trusted, and for which files.</summary>
/// <param name="From">First day, or null.</param>
/// <param name="Until">Last day, or null.</param>
/// <param name="Files">Patterns (<c>*</c> stands for anything) of the names it may speak of; empty for all. The idea is that of the paths in a delegation of The Update Framework.</param>
sealed record TrustTerms(DateOnly? From, DateOnly? Until, ImmutableArray<string> Files)
{
    public static TrustTerms Unlimited { get; } = new(null, null, []);

    public bool Cover(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime) is var day && !(day < From) && !(day > Until);

    public bool Cover(string file) => Files.IsEmpty || Files.Any(pattern => Matches(pattern, file));

    static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
            return pattern.SequenceEqual(name);
        if (!name.StartsWith(pattern[..star], StringComparison.Ordinal))
            return false;
        pattern = pattern[(star + 1)..];
        name = name[star..];
        // Each further piece at its first place, the last one at the end: no going back, whatever the pattern.
        for (int next; (next = pattern.IndexOf('*')) >= 0; pattern = pattern[(next + 1)..])
        {
            var at = name.IndexOf(pattern[..next], StringComparison.Ordinal);
            if (at < 0)
                return false;
            name = name[(at + next)..];
        }
        return name.EndsWith(pattern, StringComparison.Ordinal);
    }
}
