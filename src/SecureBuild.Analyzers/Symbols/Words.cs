using System.Collections.Generic;

namespace SecureBuild.Analyzers.Symbols;

/// <summary>The words of an identifier, in lower case, digits left out: <c>newCSRFToken2</c> is new, csrf, token. So <c>keyboard</c> has no "key" in it.</summary>
static class Words
{
    public static List<string> Of(string identifier)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= identifier.Length; i++)
        {
            if (i < identifier.Length && char.IsLetter(identifier[i]) && !Begins(identifier, i))
                continue;
            if (i > start)
                words.Add(identifier.Substring(start, i - start).ToLowerInvariant());
            start = i < identifier.Length && char.IsLetter(identifier[i]) ? i : i + 1;
        }
        return words;
    }

    /// <summary>The last of the words; "" where there is none.</summary>
    public static string Last(string identifier)
    {
        var end = identifier.Length;
        while (end > 0 && !char.IsLetter(identifier[end - 1]))
            end--;
        var start = end;
        while (start > 0 && char.IsLetter(identifier[start - 1]) && (start == end || !Begins(identifier, start)))
            start--;
        return identifier.Substring(start, end - start).ToLowerInvariant();
    }

    // "myToken" at T; "CSRFToken" at T, because a lower-case letter follows.
    static bool Begins(string text, int i) =>
        char.IsUpper(text[i]) && i > 0 && (!char.IsUpper(text[i - 1]) || i + 1 < text.Length && char.IsLower(text[i + 1]));
}
