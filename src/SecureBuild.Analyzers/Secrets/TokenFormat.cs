using System.Text.RegularExpressions;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A format by which a token is known wherever it stands. The formats are in <c>TokenFormats.txt</c>.</summary>
sealed class TokenFormat
{
    const int Shortest = 20;

    // By the first character of the prefix: one look per character of a literal.
    static readonly List<TokenFormat>?[] s_starts = new List<TokenFormat>?[128];

    readonly string _prefix;
    readonly Regex _rest;

    public SecretKind Kind { get; }

    public string Name { get; }

    static TokenFormat()
    {
        foreach (var entry in DataFile.Entries("TokenFormats.txt", 4))
            (s_starts[entry[1][0]] ??= []).Add(new(entry));
    }

    TokenFormat(string[] entry)
    {
        Kind = entry[0] == "key" ? SecretKind.Key : SecretKind.Token;
        _prefix = entry[1];
        _rest = new(@"\G" + entry[2], RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));
        Name = entry[3];
    }

    /// <summary>The first known format in the text, or null. A token's documentation sample (<c>AKIA…EXAMPLE</c>) is none.</summary>
    public static TokenFormat? In(string text)
    {
        if (text.Length < Shortest)
            return null;
        for (var i = 0; i <= text.Length - Shortest; i++)
            if (text[i] < 128 && s_starts[text[i]] is { } formats && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
                foreach (var format in formats)
                    if (format.IsAt(text, i))
                        return format;
        return null;
    }

    bool IsAt(string text, int at)
    {
        if (string.CompareOrdinal(text, at, _prefix, 0, _prefix.Length) != 0)
            return false;
        try
        {
            return _rest.Match(text, at + _prefix.Length) is { Success: true } match && (Kind == SecretKind.Key || TokenChecksum.IsRight(match.Value) || !SecretValue.IsPlaceholder(match.Value));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
