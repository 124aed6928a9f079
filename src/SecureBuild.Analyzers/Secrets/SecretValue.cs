namespace SecureBuild.Analyzers.Secrets;

/// <summary>Judges values by their shape: a secret is no placeholder, label, key of a resource, address, template or sentence.</summary>
static class SecretValue
{
    const int ShortestPassword = 4;
    const int ShortestToken = 8;
    const int ShortestNumber = 10;
    const int Longest = 512;

    // Bits per character. Random hexadecimal of 16 characters has about 3.3, English words in one piece about 3 but no digits.
    const double RandomEnough = 2.75;

    static readonly char[] s_separators = ['.', ':', '_', '-', '/', ',', '|', '+'];
    static readonly HashSet<string> s_is = new(StringComparer.OrdinalIgnoreCase);
    static readonly HashSet<string> s_labels = new(StringComparer.OrdinalIgnoreCase);
    static readonly List<string> s_contains = [];
    static readonly List<string> s_named = [];
    static readonly List<string> s_starts = [];
    static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase);
    static readonly List<string> s_telling = [];

    static SecretValue()
    {
        foreach (var entry in DataFile.Entries("Placeholders.txt", 2))
            switch (entry[0])
            {
                case "is":
                    s_is.Add(entry[1]);
                    break;
                case "label":
                    s_labels.Add(entry[1]);
                    break;
                default:
                    (entry[0] switch { "starts" => s_starts, "named" => s_named, _ => s_contains }).Add(entry[1]);
                    break;
            }
        foreach (var entry in DataFile.Entries("CommonPasswords.txt", 2))
            if (entry.Length > 1)
                s_telling.Add(entry[1]);
            else
                s_common.Add(entry[0]);
    }

    /// <summary>The cheap first question of the hot path: printable ASCII without spaces, or "this is my secret key"; neither too short nor too long.</summary>
    public static bool IsPossible(string value)
    {
        if (value.Length is < ShortestPassword or > Longest)
            return false;
        var hasSpace = false;
        foreach (var c in value)
            if (c is < ' ' or > '~')
                return false;
            else
                hasSpace |= c == ' ';
        return !hasSpace || TellsOfSecret(value);
    }

    /// <summary>Where an API says that the value is a secret: everything but nothing and a placeholder.</summary>
    public static bool IsCredible(string value)
    {
        if (value.Length > Longest || string.IsNullOrWhiteSpace(value) || s_is.Contains(value) || value.IndexOf('{') is >= 0 and var open && value.IndexOf('}', open) > 0)
            return false;
        foreach (var start in s_starts)
            if (value.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return false;
        return !Contains(value, s_contains) && (!IsOneCharacter(value) || value.Length < 3);
    }

    /// <summary>Where nothing but the place in an address says that it is a password: <c>user:password@host</c> is how documentation writes.</summary>
    public static bool IsPlaceholder(string value) => !IsCredible(value) || s_labels.Contains(value) || Contains(value, s_named);

    /// <summary>Where a cryptographic API takes it as a key: whoever writes "your-256-bit-secret" there encrypts with it.</summary>
    public static bool IsCredibleKey(string value) =>
        value.Length <= Longest && !string.IsNullOrWhiteSpace(value) && value[0] is not ('<' or '{' or '[' or '%') && !value.StartsWith("${", StringComparison.Ordinal) && !value.StartsWith("$(", StringComparison.Ordinal);

    /// <summary>Where only a name says that the value is a secret: it also has to look like one.</summary>
    /// <param name="kind">What the name promises.</param>
    /// <param name="value">The value.</param>
    /// <param name="name">The name.</param>
    /// <param name="isCertain">A password that is compared with a plain word is checked against it; one that is set to a word may be a label.</param>
    /// <param name="isUsed">A local or argument holds the value itself and seldom a label.</param>
    public static bool LooksLike(SecretKind kind, string value, string name, bool isCertain = false, bool isUsed = false)
    {
        if (!IsPossible(value) || !IsCredible(value) || IsAddress(value))
            return false;
        if (isCertain && kind == SecretKind.Password)
            return value != name || !char.IsUpper(name[0]);
        if (IsLabel(value, name) || Contains(value, s_named) || IsSqlType(value))
            return false;
        if (TellsOfSecret(value))
            return true;
        if (value.IndexOf(' ') >= 0)
            return false;
        if (kind == SecretKind.Password)
            return s_common.Contains(value) || !IsWords(value) || isUsed && IsLowerCaseWord(value);
        if (isCertain && value.Length >= ShortestToken && (kind == SecretKind.Key || value.IndexOfAny(s_separators) > 0))
            return true;
        return value.Length >= ShortestToken
            && (HasDigitAndLetter(value) || value.Length >= ShortestNumber && IsNumber(value)) && !IsWords(value) && !IsNumbered(value) && Entropy(value) >= RandomEnough;
    }

    // "supersecret", "This is my secret key for tokens": nobody calls a label so.
    static bool TellsOfSecret(string value)
    {
        if (value.IndexOf("secret", StringComparison.OrdinalIgnoreCase) < 0)
            return false;
        var letters = new char[value.Length];
        var count = 0;
        foreach (var c in value)
            if (char.IsLetter(c))
                letters[count++] = char.ToLowerInvariant(c);
        var text = new string(letters, 0, count);
        foreach (var telling in s_telling)
            if (text.IndexOf(telling, StringComparison.Ordinal) >= 0)
                return true;
        return false;
    }

    static bool IsLowerCaseWord(string value)
    {
        foreach (var c in value)
            if (c is < 'a' or > 'z')
                return false;
        return value.Length >= 6;
    }

    static bool Contains(string value, List<string> parts)
    {
        foreach (var part in parts)
            if (value.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        return false;
    }

    static bool IsOneCharacter(string value)
    {
        foreach (var c in value)
            if (c != value[0])
                return false;
        return true;
    }

    // "Password", "password*", "(Password):".
    static bool IsLabel(string value, string name)
    {
        var (start, end) = (0, value.Length);
        while (start < end && !char.IsLetterOrDigit(value[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(value[end - 1]))
            end--;
        var word = end - start == value.Length ? value : value.Substring(start, end - start);
        return s_is.Contains(word) || s_labels.Contains(word) || word.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    // A path, a URL, markup, a selector of a page, a regular expression.
    static bool IsAddress(string value) =>
        value[0] is '/' or '\\' or '~' or '.' or '#'
        || value[0] == '^' && value[value.Length - 1] == '$'
        || value.IndexOf('[') >= 0 && value.IndexOf(']') >= 0
        || value.IndexOf('<') >= 0 && value.IndexOf('>') >= 0
        || value.IndexOf("://", StringComparison.Ordinal) >= 0
        || value.IndexOf(":\\", StringComparison.Ordinal) >= 0;

    // user.password, Auth:ApiKey, X-Api-Key, forgotPassword, Errors_Password_Min8, DB_PASSWORD_V2, kv-db-password-01: letters, at most two digits at the
    // end of a word of three or more or in place of a word after two of them.
    static bool IsWords(string value)
    {
        // ConnectionStrings__Db1: a setting as an environment variable.
        if (value.IndexOf("__", StringComparison.Ordinal) > 0)
            return true;
        var hasSeparator = value.IndexOfAny(s_separators) > 0;
        var letters = 0;
        var digits = 0;
        var words = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i == value.Length || IsSeparator(value[i]))
            {
                if (digits > 2 || digits > 0 && (!hasSeparator || letters < 3 && (words < 2 || letters > 1)))
                    return false;
                if (letters > 1)
                    words++;
                letters = digits = 0;
            }
            else if (char.IsLetter(value[i]) && digits == 0)
                letters++;
            else if (char.IsDigit(value[i]) && (letters > 0 || words > 1))
                digits++;
            else
                return false;
        }
        return true;
    }

    // StartToken1, Sha256Provider: words in Pascal or camel case with a number between or behind.
    static bool IsNumbered(string value)
    {
        var (words, letters, digits) = (0, 0, 0);
        for (var i = 0; i < value.Length; i++)
            if (char.IsDigit(value[i]))
                digits++;
            else if (!char.IsLetter(value[i]))
                return false;
            else
            {
                letters++;
                if (char.IsUpper(value[i]) || i == 0)
                    words++;
            }
        return digits <= 3 && words > 0 && letters >= words * 4;
    }

    // varchar(255), NEWID(): letters and a number in brackets.
    static bool IsSqlType(string value)
    {
        var open = value.IndexOf('(');
        if (open <= 0 || value[value.Length - 1] != ')')
            return false;
        for (var i = 0; i < value.Length - 1; i++)
            if (i < open ? !char.IsLetter(value[i]) : i > open && !char.IsDigit(value[i]) && value[i] != ',')
                return false;
        return true;
    }

    static bool IsNumber(string value)
    {
        foreach (var c in value)
            if (!char.IsDigit(c))
                return false;
        return true;
    }

    static bool IsSeparator(char c) => Array.IndexOf(s_separators, c) >= 0;

    static bool HasDigitAndLetter(string value)
    {
        var (digit, letter) = (false, false);
        foreach (var c in value)
        {
            digit |= char.IsDigit(c);
            letter |= char.IsLetter(c);
        }
        return digit && letter;
    }

    // Shannon's, over the characters of the value itself.
    static double Entropy(string value)
    {
        var entropy = 0.0;
        for (var i = 0; i < value.Length; i++)
        {
            var count = 0;
            foreach (var c in value)
                if (c == value[i])
                    count++;
            entropy -= Math.Log((double)count / value.Length, 2) / value.Length;
        }
        return entropy;
    }
}
