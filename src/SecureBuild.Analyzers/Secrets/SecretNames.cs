using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>Judges names by their words: <c>dbPassword</c> names a secret, <c>PasswordHasher</c> and <c>passwordField</c> do not. The words are in <c>SecretWords.txt</c>.</summary>
static class SecretNames
{
    const int MaxLength = 64;

    static readonly Dictionary<string, SecretKind> s_phrases = new(StringComparer.Ordinal);

    // The last words of the phrases, by the lower five bits of their first character: a name without any of them needs no cutting into words.
    static readonly List<string>?[] s_last = new List<string>?[32];
    static readonly HashSet<string> s_after = new(StringComparer.Ordinal);
    static readonly List<string> s_not = [];
    static readonly HashSet<string> s_pair = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_through = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_compare = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_read = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_user = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_holder = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_texts = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_denied = new(StringComparer.Ordinal);
    static readonly HashSet<string> s_alone = new(StringComparer.Ordinal);

    static SecretNames()
    {
        foreach (var entry in DataFile.Entries("SecretWords.txt", 2))
            switch (entry[0])
            {
                case "after":
                    s_after.Add(entry[1]);
                    break;
                case "not":
                    s_not.Add(entry[1]);
                    break;
                case "pair":
                    s_pair.Add(entry[1]);
                    break;
                case "compare":
                    s_compare.Add(entry[1]);
                    break;
                case "read":
                    s_read.Add(entry[1]);
                    break;
                case "user":
                    s_user.Add(entry[1]);
                    break;
                case "texts":
                    s_texts.Add(entry[1]);
                    break;
                case "holder":
                    s_holder.Add(entry[1]);
                    break;
                case "denied":
                    s_denied.Add(entry[1]);
                    break;
                case "alone":
                    AddLast(entry[1]);
                    s_alone.Add(entry[1]);
                    break;
                case "through":
                    s_through.Add(entry[1]);
                    break;
                default:
                    AddLast(entry[1].Substring(entry[1].LastIndexOf(' ') + 1));
                    s_phrases[entry[1]] = entry[0] switch { "password" => SecretKind.Password, "key" => SecretKind.Key, _ => SecretKind.Token };
                    break;
            }
    }

    /// <summary>Whether a method of this name pairs its first argument, a name, with its second, a value.</summary>
    public static bool Pairs(string method) => s_pair.Contains(method);

    /// <summary>Whether a method of this name hands its argument or receiver on in another type.</summary>
    public static bool PassesThrough(string method) => s_through.Contains(method);

    /// <summary>Whether a method of this name compares its arguments or receiver.</summary>
    public static bool Compares(string method) => s_compare.Contains(method);

    /// <summary>Whether a method of this name reads the setting that its first argument names.</summary>
    public static bool Reads(string method) => s_read.Contains(method);

    /// <summary>Whether the name is one for who signs in.</summary>
    public static bool IsUser(string name)
    {
        if (name.Length > MaxLength)
            return false;
        var words = Words.Of(name);
        return words.Count > 0 && (s_user.Contains(words[words.Count - 1]) || words.Count > 1 && s_user.Contains(words[words.Count - 2] + " " + words[words.Count - 1]));
    }

    /// <summary>The name, with that of its class where it says too little alone: <c>JwtSettings.Key</c> is a "jwt key", <c>AesCipher.iv</c> is none.</summary>
    public static string InClass(string name, string? type)
    {
        if (type is null || type.Length > MaxLength || !name.TrimStart('_').Equals("key", StringComparison.OrdinalIgnoreCase))
            return name;
        var words = Words.Of(type);
        while (words.Count > 1 && s_holder.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        return words.Count == 0 ? name : words[words.Count - 1] + " " + name.TrimStart('_');
    }

    /// <summary>Whether a class of this name holds names and texts: <c>ErrorCodes</c>, <c>ClaimNames</c>.</summary>
    public static bool HoldsTexts(string type)
    {
        var words = Words.Of(type);
        return words.Count > 0 && s_texts.Contains(words[words.Count - 1]);
    }

    /// <summary>Whether a method of this name takes a key to encrypt or sign with.</summary>
    public static bool TakesKey(string method) =>
        method.StartsWith("Encrypt", StringComparison.OrdinalIgnoreCase) || method.StartsWith("Decrypt", StringComparison.OrdinalIgnoreCase) || method.StartsWith("Sign", StringComparison.Ordinal) && !method.StartsWith("SignIn", StringComparison.Ordinal)
        || method.IndexOf("Hmac", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The kind of secret that a collection of this name holds: <c>apiKeys</c>, <c>_passwords</c>, but not <c>commonPasswords</c>.</summary>
    public static SecretKind KindOfMany(string? name)
    {
        if (name is null || name.Length is < 4 or > MaxLength || char.ToLowerInvariant(name[name.Length - 1]) != 's')
            return SecretKind.None;
        var kind = KindOf(name.Substring(0, name.Length - 1));
        if (kind == SecretKind.None)
            return SecretKind.None;
        foreach (var word in Words.Of(name))
            if (s_denied.Contains(word))
                return SecretKind.None;
        return kind;
    }

    /// <summary>The kind of secret that the name ends in.</summary>
    public static SecretKind KindOf(string? name)
    {
        if (name is null || name.Length is < 2 or > MaxLength || !MayBe(name))
            return SecretKind.None;
        var words = Words.Of(name);
        var count = words.Count;
        while (count > 1 && s_after.Contains(words[count - 1]))
            count--;
        var kind = count == 1 && s_alone.Contains(words[0]) ? SecretKind.Password : SecretKind.None;
        for (var length = 1; length <= 3 && length <= count; length++)
        {
            var phrase = string.Join(" ", words.GetRange(count - length, length));
            if (s_not.Contains(phrase))
                return SecretKind.None;
            if (s_phrases.TryGetValue(phrase, out var found))
                kind = found;
        }
        return kind;
    }

    static void AddLast(string word)
    {
        var words = s_last[word[0] & 31] ??= [];
        if (!words.Contains(word))
            words.Add(word);
    }

    static bool MayBe(string name)
    {
        for (var i = 0; i < name.Length - 1; i++)
            if (s_last[name[i] & 31] is { } words)
                foreach (var word in words)
                    if (string.Compare(name, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                        return true;
        return false;
    }
}
