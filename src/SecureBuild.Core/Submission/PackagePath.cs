using System.Buffers;
using System.Text;
using SecureBuild.Verification;

namespace SecureBuild.Submission;

/// <summary>Names in a package: only such as mean the same file on every platform, and none outside of the package on any.</summary>
static class PackagePath
{
    const int Longest = 240;

    static readonly SearchValues<char> s_forbidden = SearchValues.Create("<>:\"|?*\\");
    static readonly HashSet<string> s_devices = new(
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(static number => (string[])[$"COM{number}", $"LPT{number}"]),
            "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name may stand in a package: relative, <c>/</c> only, no <c>..</c>, no drive, no device, no control character, no space or full stop at an end, Unicode in normal form C.</summary>
    public static bool IsSafe(string name) => ArtifactPath.IsSafe(name) && name.Length <= Longest && IsNormal(name) && name.Split('/').All(IsSafeSegment);

    /// <summary>The form in which two names of the same file are equal, whatever the file system makes of case and accents.</summary>
    public static string Folded(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC).ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            return name.ToUpperInvariant();
        }
    }

    /// <summary>A file name out of any text.</summary>
    public static string FileName(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var character in IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : "_")
            name.Append(char.IsControl(character) || character == '/' || s_forbidden.Contains(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format ? '_' : character);
        var made = (name.Length > 80 ? name.ToString(0, char.IsHighSurrogate(name[79]) ? 79 : 80) : name.ToString()).Trim(' ', '.');
        return made.Length == 0 ? "_" : IsDevice(made) ? "_" + made : made;
    }

    static bool IsSafeSegment(string segment) =>
        !segment.AsSpan().ContainsAny(s_forbidden) && segment[^1] is not (' ' or '.') && segment[0] != ' ' && !IsDevice(segment)
        && !segment.Any(static character => char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format);

    static bool IsDevice(string segment)
    {
        var dot = segment.IndexOf('.', StringComparison.Ordinal);
        return s_devices.Contains((dot < 0 ? segment : segment[..dot]).TrimEnd(' '));
    }

    static bool IsNormal(string name) => IsWellFormed(name) && name.IsNormalized(NormalizationForm.FormC);

    static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            at++;
        }
        return true;
    }
}
