namespace SecureBuild.Analyzers.Secrets;

/// <summary>Reads connection strings (<c>Server=…;Password=…</c>, <c>host:6379,password=…</c>) and addresses with a password (<c>amqp://user:…@host</c>).</summary>
static class ConnectionText
{
    const int Shortest = 12;

    static readonly HashSet<string> s_secret = new(StringComparer.OrdinalIgnoreCase);
    static readonly HashSet<string> s_place = new(StringComparer.OrdinalIgnoreCase);

    static ConnectionText()
    {
        foreach (var entry in DataFile.Entries("ConnectionKeys.txt", 2))
            (entry[0] == "secret" ? s_secret : s_place).Add(entry[1]);
    }

    /// <summary>The key whose value is a password that is no placeholder; null when there is none.</summary>
    /// <param name="text">The literal, or the literal part of an interpolated string.</param>
    public static string? SecretKeyIn(string text)
    {
        if (text.Length < Shortest)
            return null;
        return text.IndexOf('=') > 0 ? KeyIn(text) : text.IndexOf("://", StringComparison.Ordinal) > 0 ? UserInfoIn(text) : null;
    }

    /// <summary>The cheap first question: a key with its value, or an address with a user.</summary>
    public static bool MayHaveSecret(string text) => text.IndexOf('=') > 0 || text.IndexOf('@') > 0 && text.IndexOf("://", StringComparison.Ordinal) > 0;

    /// <summary>Whether a piece of a connection string has the key and value of a password.</summary>
    public static bool HasSecret(string piece) => KeyIn(piece, isConnection: true) is not null;

    static string? KeyIn(string text, bool isConnection = false)
    {
        var separator = text.IndexOf(';') >= 0 ? ';' : ',';
        string? secret = null;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = End(text, start, separator);
            var equals = text.IndexOf('=', start, end - start);
            if (equals <= start)
                continue;
            var key = text.Substring(start, equals - start).Replace(" ", "").Trim();
            if (s_place.Contains(key))
                isConnection = true;
            else if (secret is null && s_secret.Contains(key))
            {
                // ";Password=x;" in the middle of a text that is put together.
                isConnection |= start > 0 && separator == ';';
                if (SecretValue.IsCredible(text.Substring(equals + 1, end - equals - 1).Trim().Trim('\'', '"')))
                    secret = key;
            }
        }
        return isConnection ? secret : UserInfoIn(text);
    }

    // A quoted value may contain the separator.
    static int End(string text, int start, char separator)
    {
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '\'' or '"' && i > 0 && text[i - 1] == '=')
                quote = text[i];
            else if (text[i] == separator)
                return i;
        return text.Length;
    }

    static string? UserInfoIn(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0)
            return null;
        var start = scheme + 3;
        var end = text.IndexOfAny([' ', '/', '?', '#'], start);
        var at = text.LastIndexOf('@', (end < 0 ? text.Length : end) - 1);
        var colon = at > start ? text.IndexOf(':', start, at - start) : -1;
        return colon >= start && !SecretValue.IsPlaceholder(text.Substring(colon + 1, at - colon - 1)) ? text.Substring(0, start) : null;
    }
}
