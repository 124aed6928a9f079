using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Licences;

/// <summary>A licence text that lies in a package.</summary>
/// <param name="Id">SPDX identifier of the licence that the text is, or null where it is none of the known ones.</param>
/// <param name="Reference">Name for the text in a document: the same for the same words.</param>
/// <param name="Text">The text of one that is not known; null where it is too long to be repeated.</param>
sealed record LicenceFile(string? Id, string Reference, string? Text)
{
    const int Largest = 1 << 20, LongestText = 1 << 17;

    /// <summary>Reads and identifies a file; null where it cannot be read, is not text or is larger than a licence.</summary>
    public static LicenceFile? Read(string path) => ReadText(path) is { } text ? Of(text) : null;

    /// <summary>The text of a file; null where it cannot be read, is not text or is larger than a licence.</summary>
    public static string? ReadText(string path)
    {
        try
        {
            using var stream = OrdinaryFile.Open(path);
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true);
            // No more characters than bytes, in any encoding.
            var buffer = new char[Math.Min(stream.Length, Largest) + 1];
            var length = reader.ReadBlock(buffer);
            return length is 0 or > Largest || buffer.AsSpan(0, length).Contains('\0') || buffer.AsSpan(0, length).StartsWith(@"{\rtf", StringComparison.Ordinal)
                ? null : new(buffer, 0, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Identifies a text.</summary>
    public static LicenceFile Of(string text)
    {
        var lines = Trimmed(text);
        var id = LicenceTexts.Identify(lines);
        return new(id, "LicenseRef-securebuild-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)).AsSpan(0, 8)), id is null && lines.Length <= LongestText ? Printed(lines) : null);
    }

    /// <summary>A text as it is repeated: line feeds, nothing around it, no controls.</summary>
    public static string Plain(string text) => Printed(Trimmed(text));

    static string Trimmed(string text) => text.ReplaceLineEndings("\n").Trim();

    // Form feeds and other controls are in old texts; a document that is shown in terminals does without.
    static string Printed(string text) => text.AsSpan().ContainsAnyInRange('\u0000', '\u001f') && text.Any(character => char.IsControl(character) && character is not ('\n' or '\t'))
        ? string.Concat(text.Where(character => !char.IsControl(character) || character is '\n' or '\t')) : text;
}
