using System;
using System.Collections.Generic;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What an identifier's words promise.</summary>
[Flags]
enum NameTraits : byte
{
    None = 0,

    /// <summary>Names a password.</summary>
    Password = 1,

    /// <summary>Names a token or key.</summary>
    Secret = 2,

    /// <summary>Has to do with certificates and their validation.</summary>
    Certificate = 4,

    /// <summary>Names what is compared with a secret.</summary>
    Compared = 8,
}

/// <summary>What a literal looks like.</summary>
[Flags]
enum TextTraits : byte
{
    None = 0,

    /// <summary>Its form alone says that it may be a secret.</summary>
    Certain = 1,

    /// <summary>It may be one if its name says so.</summary>
    Possible = 2,

    /// <summary>It names one.</summary>
    Names = 4,
}

/// <summary>The questions whose answers decide whether a body is bound at all. What they say yes to is looked at closely; what they say no to is not.</summary>
static class NameTraitsOf
{
    // Parts of names, by their first letter: most names have none of them, and need not be taken apart into words.
    static readonly Dictionary<char, List<(string Part, NameTraits Traits)>> s_parts = ByLetter(
        (NameTraits.Certificate, ["ertific", "ssl", "tls", "alidat", "accept", "ignore", "trust"]),
        (NameTraits.Compared, ["signature", "mac", "key", "secret", "otp", "token", "hash"]));

    public static NameTraits Name(string name)
    {
        var traits = SecretNames.KindOf(name) switch { SecretKind.None => NameTraits.None, SecretKind.Password => NameTraits.Password, _ => NameTraits.Secret };
        if (traits == NameTraits.None)
            traits = SecretNames.KindOfMany(name) switch { SecretKind.None => NameTraits.None, _ => NameTraits.Secret };
        if (traits == NameTraits.None && name.EndsWith("key", StringComparison.OrdinalIgnoreCase) && name.TrimStart('_').Length == 3)
            traits = NameTraits.Secret;
        for (var i = 0; i < name.Length - 2; i++)
            if (s_parts.TryGetValue(char.ToLowerInvariant(name[i]), out var parts))
                foreach (var (part, promised) in parts)
                    if ((traits & promised) == 0 && string.Compare(name, i, part, 0, part.Length, StringComparison.OrdinalIgnoreCase) == 0)
                        traits |= promised;
        return (traits & NameTraits.Compared) != 0 && !IsCompared(name) ? traits & ~NameTraits.Compared : traits;
    }

    static Dictionary<char, List<(string Part, NameTraits Traits)>> ByLetter(params (NameTraits Traits, string[] Parts)[] all)
    {
        var byLetter = new Dictionary<char, List<(string, NameTraits)>>();
        foreach (var (traits, parts) in all)
            foreach (var part in parts)
            {
                if (!byLetter.TryGetValue(part[0], out var same))
                    byLetter.Add(part[0], same = new());
                same.Add((part, traits));
            }
        return byLetter;
    }

    static bool IsCompared(string name)
    {
        var words = Words.Of(name);
        foreach (var word in words)
            switch (word)
            {
                case "signature" or "hmac" or "mac" or "apikey" or "secret" or "otp" or "totp":
                case "token" when words.Count > 1 && words[0] is not ("cancellation" or "stopping"):
                case "key" when words.Contains("api") || words.Contains("secret") || words.Contains("access") || words.Contains("auth") || words.Contains("admin"):
                case "hash" when words.Contains("password"):
                    return true;
            }
        return false;
    }

    public static TextTraits Text(string text)
    {
        var traits = TextTraits.None;
        if (TokenFormat.In(text) is not null || CredentialText.In(text) is not null || CredentialText.IsHeader(text) || text.IndexOf(':') > 0 && CredentialText.IsUserAndPassword(text) || text.IndexOf("ecret", StringComparison.OrdinalIgnoreCase) >= 0
            || text.IndexOf('=') >= 0 && ConnectionText.HasSecret(text) || ConnectionText.SecretKeyIn(text) is not null)
            traits |= TextTraits.Certain;
        if (SecretValue.IsPossible(text))
            traits |= TextTraits.Possible;
        if (SecretNames.KindOf(text) != SecretKind.None)
            traits |= TextTraits.Names;
        return traits;
    }
}
