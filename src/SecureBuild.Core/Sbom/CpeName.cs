namespace SecureBuild.Sbom;

/// <summary>Names of products by the Common Platform Enumeration, as vulnerability databases know them.</summary>
public static class CpeName
{
    const string Prefix = "cpe:2.3:";
    const int Attributes = 11;
    const int Language = 7;

    /// <summary>
    /// Whether a text is a formatted string of CPE 2.3 (NIST IR 7695, 6.2): the part (a, h, o), then vendor, product, version, update, edition, language, software edition, target software, target
    /// hardware and other, each a value, <c>*</c> for any or <c>-</c> for none. Marks other than <c>- . _</c> stand behind a backslash.
    /// </summary>
    public static bool IsWellFormed(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var attributes = Split(name[Prefix.Length..]);
        if (attributes.Count != Attributes || attributes[0] is not ("a" or "h" or "o" or "*" or "-"))
            return false;
        for (var i = 1; i < Attributes; i++)
            if (attributes[i] is not ("*" or "-") && !(i == Language - 1 ? IsLanguage(attributes[i]) : IsValue(attributes[i])))
                return false;
        return true;
    }

    // At colons that no backslash stands before.
    static List<string> Split(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\\')
                i++;
            else if (text[i] == ':')
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        parts.Add(text[start..]);
        return parts;
    }

    // A star or question marks at either end stand for more; inside they are marks like any other.
    static bool IsValue(string value)
    {
        var inner = value.Length > 1 && value[0] == '*' ? value[1..] : value.TrimStart('?');
        inner = inner.Length > 1 && inner[^1] == '*' && inner[^2] != '\\' ? inner[..^1] : Unasked(inner);
        if (inner.Length == 0)
            return false;
        for (var i = 0; i < inner.Length; i++)
            if (inner[i] == '\\')
            {
                if (++i >= inner.Length || !char.IsAscii(inner[i]) || !(char.IsPunctuation(inner[i]) || char.IsSymbol(inner[i])))
                    return false;
            }
            else if (!char.IsAsciiLetterOrDigit(inner[i]) && inner[i] is not ('-' or '.' or '_'))
            {
                return false;
            }
        return true;
    }

    static string Unasked(string value)
    {
        while (value.Length > 1 && value[^1] == '?' && value[^2] != '\\')
            value = value[..^1];
        return value;
    }

    // ISO 639, with a country or region if it matters (RFC 5646, as far as CPE goes).
    static bool IsLanguage(string value)
    {
        var parts = value.Split('-');
        return parts.Length <= 2 && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && (parts.Length == 1 || parts[1].Length == 2 && parts[1].All(char.IsAsciiLetter) || parts[1].Length == 3 && parts[1].All(char.IsAsciiDigit));
    }
}
