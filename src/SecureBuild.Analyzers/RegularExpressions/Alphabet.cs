using System.Collections.Generic;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>Characters that no set of a pattern tells apart are one letter; a set is then a number with a bit for each letter.</summary>
sealed class Alphabet
{
    const int MostSets = 60;
    const int MostLetters = 64;

    readonly Dictionary<CharacterSet, ulong> _masks = [];
    readonly List<char> _examples = [];

    Alphabet()
    {
    }

    /// <summary>The letters of a pattern with these sets; null when there are too many.</summary>
    public static Alphabet? Of(IEnumerable<CharacterSet> sets)
    {
        var distinct = new HashSet<CharacterSet>(sets);
        if (distinct.Count > MostSets)
            return null;
        var starts = new SortedSet<int> { 0 };
        foreach (var set in distinct)
            foreach (var (first, last) in set.Ranges)
            {
                starts.Add(first);
                starts.Add(last + 1);
            }
        starts.Remove(char.MaxValue + 1);
        var alphabet = new Alphabet();
        var letters = new Dictionary<ulong, int>();
        foreach (var set in distinct)
            alphabet._masks[set] = 0;
        foreach (var start in starts)
        {
            var signature = 0UL;
            var bit = 1UL;
            foreach (var set in distinct)
            {
                if (set.Contains(start))
                    signature |= bit;
                bit <<= 1;
            }
            if (letters.ContainsKey(signature))
                continue;
            if (letters.Count == MostLetters)
                return null;
            letters.Add(signature, letters.Count);
            alphabet._examples.Add((char)start);
            foreach (var set in distinct)
                if (set.Contains(start))
                    alphabet._masks[set] |= 1UL << (letters.Count - 1);
        }
        return alphabet;
    }

    public int Count => _examples.Count;

    public ulong Mask(CharacterSet set) => _masks[set];

    /// <summary>A character of the letter.</summary>
    public char Example(int letter) => _examples[letter];
}
