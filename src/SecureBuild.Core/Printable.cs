using System.Globalization;
using System.Text;

namespace SecureBuild;

/// <summary>
/// Text of others made safe to show. What moves a cursor, colours, starts a new line or turns the direction of reading could make a report
/// say something else than it does: it is shown as its number instead. What is too long to be read is cut.
/// </summary>
public static class Printable
{
    const int Longest = 4000;

    // Marks of direction (Unicode Standard Annex 9): they reorder what is around them. Joiners and variation selectors stay; scripts need them.
    const string Direction = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <summary>The text in one line without anything that acts on a terminal or a log.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest && IsHarmless(text))
            return text;
        var cut = text.Length > Longest;
        var safe = new StringBuilder();
        foreach (var rune in (cut ? text[..Longest] : text).EnumerateRunes())
        {
            if (IsHarmless(rune))
                safe.Append(rune);
            else
                safe.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }
        return cut ? safe.Append('…').ToString() : safe.ToString();
    }

    static bool IsHarmless(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsHarmless(rune))
                return false;
        }
        return true;
    }

    static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !(rune.IsBmp && Direction.Contains((char)rune.Value, StringComparison.Ordinal));
}
