using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Licences;

/// <summary>
/// A licence text as the words that count when two texts are compared (after the SPDX matching guidelines, annex B of SPDX 2.3): case, white space,
/// punctuation, quotes, dashes, bullets, numbering and lines of copyright do not.
/// </summary>
sealed class LicenceWords
{
    // Ordinary dictionaries: those that are faster to search take longer to compile and to make than a build searches them.
    static readonly Dictionary<string, string> s_equal = EmbeddedFile.Lines("Licences/equivalent-words.txt")
        .Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    // Behind "copyright" these do not begin the name of a holder: the line is part of a sentence.
    static readonly HashSet<string> s_sentence = new(StringComparer.Ordinal)
    {
        "notice", "notices", "holder", "holders", "owner", "owners", "law", "laws", "license", "licenses", "licence", "statement", "statements", "and", "or", "in", "to", "interest",
        "interests", "act", "treaty", "treaties", "permission", "is", "of", "protection", "disclaimer", "status", "management", "for", "on", "as", "this", "that", "conditions", "doctrines",
    };

    readonly string _text;
    readonly List<int> _starts = [];

    /// <summary>Takes a text apart.</summary>
    public LicenceWords(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
            if (!IsCopyright(line))
                Take(line, words);
        _text = words.ToString();
    }

    /// <summary>How many there are.</summary>
    public int Count => _starts.Count;

    /// <summary>One of them.</summary>
    public ReadOnlySpan<char> this[int index] => Part(index, 1);

    /// <summary>SHA-256 of a run of words with one space between two, in hexadecimal, of which the first half is enough.</summary>
    public string Fingerprint(int start, int count)
    {
        var part = Part(start, count);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(part.ToString()), digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    /// <summary>The words from here on, with one space between two.</summary>
    public ReadOnlySpan<char> Part(int start, int count)
    {
        var end = start + count < _starts.Count ? _starts[start + count] - 1 : _text.Length;
        return _text.AsSpan(_starts[start]..end);
    }

    void Take(ReadOnlySpan<char> line, StringBuilder words)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var start = i;
            while (i < line.Length && char.IsLetterOrDigit(line[i]))
                i++;
            if (i - start > 1)
                Add(line[start..i], words);
        }
    }

    // Letters and small numbers that stand alone are numbering, articles or what an apostrophe left over; "(c)" is among them.
    void Add(ReadOnlySpan<char> word, StringBuilder words)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        if (lower is "ii" or "iii" or "iv" or "vi" or "vii" or "viii" or "ix" or "http" or "https" or "www" || lower.Length == 2 && char.IsAsciiDigit(lower[0]) && char.IsAsciiDigit(lower[1]))
            return;
        if (words.Length > 0)
            words.Append(' ');
        _starts.Add(words.Length);
        if (s_equal.TryGetValue(lower.ToString(), out var equal))
            words.Append(equal);
        else
            words.Append(lower);
    }

    /// <summary>Whether a line names holders of copyright and nothing else.</summary>
    public static bool IsCopyright(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t*#/>;|-_=•·\"'`");
        if (line.StartsWith("portions", StringComparison.OrdinalIgnoreCase))
            line = line[8..].TrimStart();
        if (line.StartsWith("all rights reserved", StringComparison.OrdinalIgnoreCase))
            return line.Length < 24;
        if (line is ['©', ..] || line.StartsWith("&copy;", StringComparison.OrdinalIgnoreCase))
            return true;
        if (line.StartsWith("(c)", StringComparison.OrdinalIgnoreCase))
            return line[3..].TrimStart() is [>= '0' and <= '9', ..];
        if (!line.StartsWith("copyright", StringComparison.OrdinalIgnoreCase) || line.Length > 200)
            return false;
        var rest = line[9..].TrimStart(" \t:");
        if (rest.IsEmpty)
            return false;
        if (rest[0] is '(' or '©' or '<' or '[' or '{' or (>= '0' and <= '9'))
            return true;
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
            length++;
        Span<char> first = length <= 64 ? stackalloc char[length] : new char[length];
        rest[..length].ToLowerInvariant(first);
        // A name begins with a capital; "COPYRIGHT HOLDERS AND …" in capitals is a sentence.
        return length > 0 && char.IsUpper(rest[0]) && !s_sentence.Contains(first.ToString());
    }
}
