using System.Collections.Generic;
using System.Globalization;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>UTF-16 units as sorted, disjoint, non-adjacent ranges.</summary>
sealed class CharacterSet
{
    static readonly System.Lazy<CharacterSet[]> s_categories = new(Categories);

    readonly List<(int First, int Last)> _ranges;

    CharacterSet(List<(int First, int Last)> ranges) => _ranges = ranges;

    public static CharacterSet Empty { get; } = new([]);
    public static CharacterSet All { get; } = Of('\0', char.MaxValue);
    public static CharacterSet NotNewLine { get; } = Of('\n', '\n').Complement();
    public static CharacterSet AsciiDigit { get; } = Of('0', '9');
    public static CharacterSet AsciiWord { get; } = Of('a', 'z').Or(Of('A', 'Z')).Or(AsciiDigit).Or(Of('_', '_'));
    public static CharacterSet AsciiSpace { get; } = Of('\t', '\r').Or(Of(' ', ' '));

    /// <summary>Letters, marks without space, decimal digits and connectors, as \w counts them.</summary>
    public static CharacterSet Word => Category("L")!.Or(Category("Mn")!).Or(Category("Nd")!).Or(Category("Pc")!);
    public static CharacterSet Digit => Category("Nd")!;
    public static CharacterSet Space => Category("Z")!.Or(AsciiSpace).Or(Of('\u0085', '\u0085'));

    public IReadOnlyList<(int First, int Last)> Ranges => _ranges;

    public bool IsEmpty => _ranges.Count == 0;

    public static CharacterSet Of(char first, char last) => new([(first, last)]);

    /// <summary>A general category (Lu) or group of categories (L); null for names it does not know.</summary>
    public static CharacterSet? Category(string name)
    {
        CharacterSet? found = null;
        for (var i = 0; i < s_names.Length; i++)
            if (name.Length is 1 or 2 && s_names[i].StartsWith(name, System.StringComparison.Ordinal))
                found = found?.Or(s_categories.Value[i]) ?? s_categories.Value[i];
        return found ?? (name == "IsBasicLatin" ? Of('\0', '\x7f') : null);
    }

    public bool Contains(int character)
    {
        var low = 0;
        for (var high = _ranges.Count - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            if (character < _ranges[middle].First)
                high = middle - 1;
            else if (character > _ranges[middle].Last)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }

    public CharacterSet Or(CharacterSet other)
    {
        var all = new List<(int First, int Last)>(_ranges.Count + other._ranges.Count);
        all.AddRange(_ranges);
        all.AddRange(other._ranges);
        all.Sort();
        var merged = new List<(int First, int Last)>(all.Count);
        foreach (var range in all)
            if (merged.Count > 0 && range.First <= merged[merged.Count - 1].Last + 1)
                merged[merged.Count - 1] = (merged[merged.Count - 1].First, System.Math.Max(merged[merged.Count - 1].Last, range.Last));
            else
                merged.Add(range);
        return new(merged);
    }

    public CharacterSet Complement()
    {
        var rest = new List<(int First, int Last)>(_ranges.Count + 1);
        var next = 0;
        foreach (var (first, last) in _ranges)
        {
            if (first > next)
                rest.Add((next, first - 1));
            next = last + 1;
        }
        if (next <= char.MaxValue)
            rest.Add((next, char.MaxValue));
        return new(rest);
    }

    public CharacterSet And(CharacterSet other) => Complement().Or(other.Complement()).Complement();

    public CharacterSet Except(CharacterSet other) => Complement().Or(other).Complement();

    /// <summary>With the other case of each letter. Long ranges outside ASCII (whole scripts) have both cases already.</summary>
    public CharacterSet IgnoringCase()
    {
        const int Long = 512;
        var both = this;
        foreach (var (first, last) in _ranges)
            for (var i = first; i <= last && (i < 128 || last - first < Long); i++)
            {
                both = both.With(char.ToUpperInvariant((char)i)).With(char.ToLowerInvariant((char)i));
                // The Kelvin sign is a k, the dotted capital I an i.
                if (i is 'k' or 'K')
                    both = both.With('\u212A');
                else if (i is 'i' or 'I')
                    both = both.With('\u0130');
            }
        return both;
    }

    CharacterSet With(char character) => Contains(character) ? this : Or(Of(character, character));

    // In the order of UnicodeCategory.
    static readonly string[] s_names =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    static CharacterSet[] Categories()
    {
        var sets = new CharacterSet[s_names.Length];
        for (var i = 0; i < sets.Length; i++)
            sets[i] = new([]);
        var start = 0;
        for (var i = 1; i <= char.MaxValue + 1; i++)
            if (i > char.MaxValue || CharUnicodeInfo.GetUnicodeCategory((char)i) != CharUnicodeInfo.GetUnicodeCategory((char)start))
            {
                sets[(int)CharUnicodeInfo.GetUnicodeCategory((char)start)]._ranges.Add((start, i - 1));
                start = i;
            }
        return sets;
    }
}
