using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SecureBuild.Rendering;

/// <summary>How many columns a text takes on a terminal: East Asian wide and full-width characters two (Unicode Standard Annex 11), marks none.</summary>
public static class DisplayWidth
{
    static readonly ImmutableArray<(int First, int Last)> s_wide = [.. EmbeddedFile.Lines("Rendering/wide-ranges.txt").Select(Range)];

    /// <summary>Columns of a text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>The text, followed by spaces up to a width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The text in lines of at most a width: broken at spaces, and between East Asian characters, which have none.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Pieces(text))
        {
            var wide = Of(word);
            if (used > 0 && used + Of(word.TrimEnd()) > width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                used = 0;
            }
            line.Append(word);
            used += wide;
        }
        if (line.Length > 0)
            yield return line.ToString().TrimEnd();
    }

    // A piece ends behind a space and around a wide character; punctuation stays with what it opens or closes.
    static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var last = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            var breaksBefore = piece.Length > 0 && !Closes(rune) && !Opens(last) && (IsWide(rune) || IsWide(last));
            if (breaksBefore)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(rune);
            last = rune;
            if (rune.Value == ' ')
            {
                yield return piece.ToString();
                piece.Clear();
            }
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }

    static bool Opens(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;

    static bool Closes(Rune rune) => rune.Value == ' '
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.ModifierLetter;

    static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => IsWide(rune) ? 2 : 1,
    };

    static bool IsWide(Rune rune)
    {
        if (rune.IsAscii)
            return false;
        var (low, high) = (0, s_wide.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rune.Value < s_wide[middle].First)
                high = middle - 1;
            else if (rune.Value > s_wide[middle].Last)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }

    static (int First, int Last) Range(string line)
    {
        var ends = line.Split("..");
        return (Hex(ends[0]), Hex(ends[^1]));
    }

    static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
