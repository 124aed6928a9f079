using System.Collections.Immutable;
using System.Globalization;

namespace SecureBuild.Licences;

/// <summary>What identifies a licence's text: runs of words by their fingerprints, with room between them for names that each author fills in.</summary>
/// <param name="Id">SPDX identifier.</param>
/// <param name="Anchor">Hash of the first words (<see cref="AnchorOf"/>), to find the place quickly.</param>
/// <param name="Runs">The runs, in their order.</param>
sealed record LicencePattern(string Id, ulong Anchor, ImmutableArray<LicenceRun> Runs)
{
    /// <summary>How many words the anchor covers.</summary>
    public const int AnchorWords = 6;

    /// <summary>Reads a line of <c>fingerprints.txt</c>: <c>MIT 0123456789abcdef 57:fingerprint ~15 40:fingerprint</c>.</summary>
    public static LicencePattern Parse(string line)
    {
        var parts = line.Split(' ');
        var runs = ImmutableArray.CreateBuilder<LicenceRun>();
        var gap = 0;
        foreach (var part in parts.AsSpan(2))
        {
            if (part[0] == '~')
            {
                gap = int.Parse(part.AsSpan(1), CultureInfo.InvariantCulture);
                continue;
            }
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            runs.Add(new(gap, int.Parse(part.AsSpan(0, colon), CultureInfo.InvariantCulture), part[(colon + 1)..]));
            gap = 0;
        }
        return new(parts[0], ulong.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture), runs.ToImmutable());
    }

    /// <summary>The line that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        $"{Id} {Anchor:x16} {string.Join(' ', Runs.Select(run => run.Gap > 0 ? $"~{run.Gap} {run.Count}:{run.Fingerprint}" : $"{run.Count}:{run.Fingerprint}"))}";

    /// <summary>FNV-1a of some words: finds candidates and proves nothing.</summary>
    public static ulong AnchorOf(LicenceWords words, int start)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in words.Part(start, AnchorWords))
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }

    /// <summary>Index behind the last word of the licence that begins here, or -1.</summary>
    public int End(LicenceWords words, int start)
    {
        foreach (var run in Runs)
        {
            var found = -1;
            for (var from = start; from <= start + run.Gap && from + run.Count <= words.Count && found < 0; from++)
                if (words.Fingerprint(from, run.Count) == run.Fingerprint)
                    found = from;
            if (found < 0)
                return -1;
            start = found + run.Count;
        }
        return start;
    }
}

/// <summary>A run of words.</summary>
/// <param name="Gap">At most so many other words stand before it.</param>
/// <param name="Count">Its length in words.</param>
/// <param name="Fingerprint"><see cref="LicenceWords.Fingerprint"/>.</param>
sealed record LicenceRun(int Gap, int Count, string Fingerprint);
