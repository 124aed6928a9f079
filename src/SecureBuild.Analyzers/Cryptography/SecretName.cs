using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// Says of a name (of a variable, member, parameter or method) and the type of what it holds whether an attacker must not be able to guess the value.
/// The last word that means something decides, as in English compounds: <c>resetToken</c>, <c>saltBytes</c>, but not <c>tokenCount</c> or <c>passwordLength</c>.
/// </summary>
static class SecretName
{
    static readonly HashSet<string> s_secrets = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "passphrase", "passcode", "token", "secret", "salt", "nonce", "otp", "totp", "hotp", "pin", "csrf", "xsrf", "iv",
        "apikey", "secretkey", "privatekey", "sessionid", "sessionkey", "csrftoken", "accesstoken", "credential",
    };

    /// <summary>Words that say in which form the value is held.</summary>
    static readonly HashSet<string> s_forms = new(StringComparer.Ordinal)
    {
        "bytes", "byte", "string", "str", "text", "value", "chars", "char", "characters", "buffer", "buf", "array", "hex", "base", "data", "builder", "sb", "material", "span", "async", "raw",
        "digits", "result", "internal", "core",
    };

    static readonly HashSet<string> s_secretKeys = new(StringComparer.Ordinal)
    {
        "secret", "private", "encryption", "decryption", "crypto", "cipher", "aes", "rsa", "hmac", "mac", "signing", "signature", "api", "access", "master", "session", "symmetric", "shared", "auth",
        "authentication", "security", "wrapping", "license", "licence",
    };

    static readonly HashSet<string> s_secretCodes = new(StringComparer.Ordinal)
    {
        "verification", "verify", "confirmation", "activation", "reset", "auth", "authorization", "authentication", "access", "security", "recovery", "backup", "login", "otp", "pin", "sms", "pass",
        "unlock", "invite", "invitation", "mfa", "factor", "captcha", "voucher", "coupon", "gift", "redemption", "door", "time", "signup", "registration", "temporary", "pickup", "locker", "redeem", "claim", "pairing",
    };

    static readonly HashSet<string> s_otherTokens = new(StringComparer.Ordinal)
    {
        "cancellation", "syntax", "change", "concurrency", "continuation", "page", "paging", "lexer", "parser", "next", "previous", "current", "expected", "trivia", "max", "min",
    };

    static readonly HashSet<string> s_otherPins = new(StringComparer.Ordinal) { "gpio", "led", "input", "output", "analog", "digital", "map", "bowling" };

    /// <param name="name">The identifier.</param>
    /// <param name="type">What it holds; the result for a method.</param>
    public static bool Fits(string name, ITypeSymbol? type) => Fits(Words.Of(name), type);

    /// <summary>A method: its own name, or that of its type when its own says only "make it": <c>PasswordGenerator.Next</c>, <c>LoginCodes.New</c>.</summary>
    public static bool Fits(IMethodSymbol method, ITypeSymbol? type)
    {
        var words = Words.Of(method.Name);
        if (Fits(words, type))
            return true;
        foreach (var word in words)
            if (word is not ("generate" or "create" or "next" or "new" or "make" or "build" or "random" or "async" or "string" or "issue"))
                return FitsWithType(words, method, type);
        words = Words.Of(method.ContainingType?.Name ?? "");
        return words.Count > 1 && words[words.Count - 1] is "generator" or "factory" or "provider" or "creator" or "maker" or "service" or "issuer" or "source" && Fits(words.GetRange(0, words.Count - 1), type)
            || words.Count > 0 && words[words.Count - 1].EndsWith("s", StringComparison.Ordinal) && Fits(words, type);
    }

    // Pkce.CreateVerifier(), Otp.NewCode(): what the type is called says of which kind.
    static bool FitsWithType(List<string> words, IMethodSymbol method, ITypeSymbol? type)
    {
        if (words.Count != 2 || words[0] is not ("generate" or "create" or "next" or "new" or "make" or "build") || words[1] is not ("verifier" or "code" or "id"))
            return false;
        var all = Words.Of(method.ContainingType?.Name ?? "");
        all.Add(words[1]);
        return all.Count == 2 && Fits(all, type);
    }

    static bool Fits(List<string> words, ITypeSymbol? type)
    {
        if (type is null || words.Count == 0 || type.TypeKind is TypeKind.Enum or TypeKind.Error || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_DateTime)
            return false;
        var last = words.Count - 1;
        while (last > 0 && s_forms.Contains(words[last]))
            last--;
        var isPlural = words[last].Length > 2 && words[last][words[last].Length - 1] == 's' && words[last][words[last].Length - 2] != 's';
        var head = isPlural ? words[last].Substring(0, words[last].Length - 1) : words[last];
        var modifier = last > 0 ? words[last - 1] : "";
        return head switch
        {
            "token" => !s_otherTokens.Contains(modifier) && !(isPlural && IsNumber(type)),
            "pin" => !s_otherPins.Contains(modifier) && !isPlural,
            // "int secret" is the number to guess in every tutorial.
            "secret" or "challenge" => !IsNumber(type),
            // OAuth's answer to forged requests. Of a machine or a country the numbers or the index are random, not the text.
            "state" => type.SpecialType == SpecialType.System_String && modifier is "" or "oauth" or "oidc" or "auth" or "login" or "csrf",
            "iv" => !IsNumber(type) || type.SpecialType == SpecialType.System_Byte,
            "key" => s_secretKeys.Contains(modifier) || IsBytes(type),
            "code" => s_secretCodes.Contains(modifier),
            "id" or "identifier" => modifier == "session",
            "vector" => modifier is "initialization" or "init",
            "verifier" => modifier is "code" or "pkce",
            "phrase" => modifier is "pass" or "seed" or "recovery",
            "word" => modifier == "pass",
            _ => s_secrets.Contains(head),
        };
    }

    static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    static bool IsBytes(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_Byte,
        INamedTypeSymbol { TypeArguments.Length: 1, Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" } span => span.TypeArguments[0].SpecialType == SpecialType.System_Byte,
        _ => false,
    };
}
