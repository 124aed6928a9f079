namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>
/// The characters that a text can consist of once a check has passed: ASCII one by one, everything else as one answer. A line feed is among them when the
/// pattern ends in $ or \Z, which let one stand at the end.
/// </summary>
sealed class AnchoredCharacters
{
    const int Ascii = 128;

    readonly ulong _low;
    readonly ulong _high;

    internal AnchoredCharacters(CharacterSet set)
    {
        for (var i = 0; i < Ascii; i++)
            if (set.Contains(i))
            {
                _low |= i < 64 ? 1UL << i : 0;
                _high |= i < 64 ? 0 : 1UL << (i - 64);
            }
        foreach (var (_, last) in set.Ranges)
            HasNonAscii |= last >= Ascii;
    }

    /// <summary>Some character outside ASCII is possible. <c>\d</c> and <c>\w</c> have such, and so has <c>k</c> when case is ignored (the Kelvin sign).</summary>
    public bool HasNonAscii { get; }

    /// <summary>Whether this ASCII character is possible; for others <see cref="HasNonAscii"/>.</summary>
    public bool Contains(char character) =>
        character < 64 ? (_low >> character & 1) != 0 : character < Ascii ? (_high >> (character - 64) & 1) != 0 : HasNonAscii;

    /// <summary>None of these characters is possible.</summary>
    public bool Excludes(string characters)
    {
        foreach (var character in characters)
            if (Contains(character))
                return false;
        return true;
    }
}
