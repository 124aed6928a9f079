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
        if (IsScheme(text))
            return InScheme(text);
        if ((AfterScheme(text) ?? IdentifiedBy(text) ?? Curl(text)) is { } found)
            return found;
        for (var i = text.IndexOfAny(s_signs); i >= 0; i = text.IndexOfAny(s_signs, i + 1))
            if (At(text, i) is { } named)
                return named;
        return null;
    }

    /// <summary>One word, a space and what may be a token: the value of an Authorization header.</summary>
    public static bool IsHeader(string text)
    {
        var space = text.IndexOf(' ');
        return space > 2 && text.Length - space > ShortestBearer && text.IndexOf(' ', space + 1) < 0;
    }

    /// <summary><c>user:password</c>, as it goes into a Basic header.</summary>
    public static bool IsUserAndPassword(string? text)
    {
        var colon = text is null ? -1 : text.IndexOf(':');
        return colon > 0 && text!.IndexOfAny(s_notInPair) < 0 && char.IsLetter(text[0]) && text.Length - colon > 4 && SecretValue.IsCredible(text.Substring(colon + 1));
    }

    static readonly char[] s_signs = ['=', ':', '>'];
    static readonly char[] s_notInPair = [' ', '/', '{', '}', '<', '>', '\n'];
    static readonly char[] s_ends = ['&', ';', ',', ' ', '\t', '\r', '\n', '"', '\'', '`'];
    static readonly char[] s_notInValue = ['(', ')', '[', ']', '{', '}', '<', '>', '\\', '|'];

    static bool IsScheme(string text) => text.StartsWith("Bearer ", StringComparison.Ordinal) || text.StartsWith("Basic ", StringComparison.Ordinal);

    static (SecretKind, string)? InScheme(string text)
    {
        if (text.StartsWith("Bearer ", StringComparison.Ordinal))
            return text.Length - 7 >= ShortestBearer && SecretValue.LooksLike(SecretKind.Token, text.Substring(7), "Bearer") ? (SecretKind.Token, "Bearer") : null;
        return text.StartsWith("Basic ", StringComparison.Ordinal) && IsUserAndPassword(Decoded(text.Substring(6))) ? (SecretKind.Password, "Basic") : null;
    }

    // "Authorization: Bearer …", "-H 'Authorization: Basic …'".
    static (SecretKind, string)? AfterScheme(string text)
    {
        var header = text.IndexOf("authorization:", StringComparison.OrdinalIgnoreCase);
        if (header < 0)
            return null;
        var start = header + "authorization:".Length;
        while (start < text.Length && text[start] == ' ')
            start++;
        var end = text.IndexOf(' ', start);
        if (end < 0)
            return null;
        var last = text.IndexOfAny(s_ends, end + 1);
        return InScheme(text.Substring(start, (last < 0 ? text.Length : last) - start));
    }

    // curl -u user:password https://…
    static (SecretKind, string)? Curl(string text)
    {
        var at = text.StartsWith("curl ", StringComparison.Ordinal) ? text.IndexOf(" -u ", StringComparison.Ordinal) : -1;
        if (at < 0)
            return null;
        var end = text.IndexOf(' ', at + 4);
        return IsUserAndPassword(text.Substring(at + 4, (end < 0 ? text.Length : end) - at - 4).Trim('\'', '"')) ? (SecretKind.Password, "curl -u") : null;
    }

    // CREATE USER portal IDENTIFIED BY '…'
    static (SecretKind, string)? IdentifiedBy(string text)
    {
        const string Words = "IDENTIFIED BY ";
        var at = text.IndexOf(Words, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && Value(text, at + Words.Length, mustBeQuoted: true) is { } value && value.IndexOfAny(s_notInValue) < 0 && SecretValue.LooksLike(SecretKind.Password, value, "IDENTIFIED BY", isUsed: true)
            ? (SecretKind.Password, "IDENTIFIED BY") : null;
    }

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
        if (start == end || text[sign] == ':' && !isQuotedName && !BeginsLine(text, start))
            return null;
        if (text[sign] == '>')
            return Element(text, start, sign);
        var name = text.Substring(start, end - start);
        // key="Password" value="…"
        if (name == "value" && start > 2 && text[start - 1] == ' ' && text[start - 2] == '"' && text.LastIndexOf('"', start - 3) is > 0 and var open && text[open - 1] == '=')
            name = text.Substring(open + 1, start - open - 3);
        if (name == "sig" && text.IndexOf("sv=", StringComparison.Ordinal) >= 0 && Value(text, sign + 1, mustBeQuoted: false) is { Length: >= 40 } signature && SecretValue.IsCredible(signature))
            return (SecretKind.Token, "sig");
        if (SecretNames.KindOf(name) is not SecretKind.None and var kind)
        {
            var value = Value(text, sign + 1, isQuotedName || isSpaced || text[sign] == ':');
            if (value is not null && value.IndexOfAny(s_notInValue) < 0 && SecretValue.LooksLike(kind, value, name))
                return (kind, name);
        }
        return null;
    }

    // <password>…</password>
    static (SecretKind, string)? Element(string text, int start, int sign)
    {
        if (start == 0 || text[start - 1] != '<')
            return null;
        var end = text.IndexOf('<', sign);
        var name = text.Substring(start, sign - start);
        if (end - sign - 1 is < 4 or > LongestValue || end + 1 >= text.Length || text[end + 1] != '/' || SecretNames.KindOf(name) is not (not SecretKind.None and var kind))
            return null;
        var value = text.Substring(sign + 1, end - sign - 1);
        return value.IndexOfAny(s_notInValue) < 0 && SecretValue.LooksLike(kind, value, name) ? (kind, name) : null;
    }

    // password: "…", as in YAML and JavaScript; "wrong password: '…'" is a message.
    static bool BeginsLine(string text, int start)
    {
        while (start > 0 && text[start - 1] == ' ')
            start--;
        return start == 0 || text[start - 1] is '\n' or '{' or ',' or '-';
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
