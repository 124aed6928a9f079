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

    // "myToken" at T; "CSRFToken" at T, because a lower-case letter follows.
    static bool Begins(string text, int i) =>
        char.IsUpper(text[i]) && i > 0 && (!char.IsUpper(text[i - 1]) || i + 1 < text.Length && char.IsLower(text[i + 1]));
}
