using System.Text;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>
/// Reads texts that carry a secret with its name: <c>?api_key=…</c>, <c>--password=…</c>, <c>{"password":"…"}</c>, <c>WITH PASSWORD = '…'</c>,
/// <c>Bearer …</c>, <c>Basic …</c>.
/// </summary>
static class CredentialText
{
    const int Shortest = 12;
    const int ShortestBearer = 16;
    const int LongestValue = 256;

    /// <summary>The kind and name of the first secret in the text; null when there is none. Linear in the text.</summary>
    public static (SecretKind Kind, string Name)? In(string text)
    {
        if (text.Length < Shortest)
            return null;
        if (text.StartsWith("Bearer ", StringComparison.Ordinal))
            return text.Length - 7 >= ShortestBearer && SecretValue.LooksLike(SecretKind.Token, text.Substring(7), "Bearer") ? (SecretKind.Token, "Bearer") : null;
        if (text.StartsWith("Basic ", StringComparison.Ordinal))
            return IsUserAndPassword(Decoded(text.Substring(6))) ? (SecretKind.Password, "Basic") : null;
        for (var i = text.IndexOfAny(s_signs); i >= 0; i = text.IndexOfAny(s_signs, i + 1))
            if (At(text, i) is { } found)
                return found;
        return null;
    }

    /// <summary><c>user:password</c>, as it goes into a Basic header.</summary>
    public static bool IsUserAndPassword(string? text)
    {
        var colon = text is null ? -1 : text.IndexOf(':');
        return colon > 0 && text!.IndexOfAny(s_notInPair) < 0 && char.IsLetter(text[0]) && text.Length - colon > 4 && SecretValue.IsCredible(text.Substring(colon + 1));
    }

    static readonly char[] s_signs = ['=', ':'];
    static readonly char[] s_notInPair = [' ', '/', '{', '}', '<', '>', '\n'];
    static readonly char[] s_ends = ['&', ';', ',', ' ', '\t', '\r', '\n', '"', '\'', '`'];
    static readonly char[] s_notInValue = ['(', ')', '[', ']', '{', '}', '<', '>', '\\', '|'];

    static (SecretKind, string)? At(string text, int sign)
    {
        // The name, quoted or not; a space only where the value is quoted.
        var end = sign;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        var isSpaced = end < sign;
        var isQuotedName = end > 1 && text[end - 1] is '"' or '\'';
        if (isQuotedName)
            end -= text[end - 2] == '\\' ? 2 : 1;
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.' or ':'))
            start--;
        if (start == end || text[sign] == ':' && !isQuotedName)
            return null;
        var name = text.Substring(start, end - start);
        if (SecretNames.KindOf(name) is not SecretKind.None and var kind)
        {
            var value = Value(text, sign + 1, isQuotedName || isSpaced);
            if (value is not null && value.IndexOfAny(s_notInValue) < 0 && SecretValue.LooksLike(kind, value, name))
                return (kind, name);
        }
        return null;
    }

    static string? Value(string text, int at, bool mustBeQuoted)
    {
        var isSpaced = at < text.Length && text[at] == ' ';
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at + 1 < text.Length && text[at] is 'N' or '\\' && text[at + 1] is '"' or '\'')
            at++;
        if (at >= text.Length)
            return null;
        var isQuoted = text[at] is '"' or '\'';
        if (!isQuoted && (mustBeQuoted || isSpaced))
            return null;
        var end = isQuoted ? text.IndexOf(text[at], at + 1) : text.IndexOfAny(s_ends, at);
        if (isQuoted && end < 0)
            return null;
        at += isQuoted ? 1 : 0;
        end = end < 0 ? text.Length : isQuoted && text[end - 1] == '\\' ? end - 1 : end;
        return end - at is > 0 and <= LongestValue ? text.Substring(at, end - at) : null;
    }

    static string? Decoded(string base64)
    {
        if (base64.Length % 4 != 0)
            return null;
        try
        {
            return Encoding.ASCII.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
