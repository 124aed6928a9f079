using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Finds the password that a value is made of, by the names of variables and members: <c>Encoding.UTF8.GetBytes(salt + model.Password)</c>.</summary>
static class PasswordName
{
    /// <summary>The password's name, or null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="member">The member the code is in: the text given to a method named <c>HashPassword</c> is a password whatever its name.</param>
    public static string? In(IOperation? value, ISymbol member)
    {
        string? found = null;
        ValueOrigin.Has(value, part =>
        {
            if (part is IParameterReferenceOperation { Parameter: var given } && given.Type.SpecialType == SpecialType.System_String && given.ContainingSymbol is IMethodSymbol method && HashesPasswords(method) && !IsOther(given.Name))
                found = given.Name;
            else if (ValueOrigin.NameOf(part) is { } name && Is(name) && Holds(part.Type))
                found = name;
            return found is not null;
        });
        return found;
    }

    /// <summary>The name is a password's, not that of its hash, length or rules.</summary>
    public static bool Is(string name)
    {
        var words = Words.Of(name);
        var last = words.Count - 1;
        while (last > 0 && words[last] is "bytes" or "byte" or "string" or "str" or "text" or "value" or "chars" or "buffer" or "data" or "array" or "input" or "plain" or "raw" or "span" or "utf" or "clear")
            last--;
        return last >= 0 && (words[last] is "password" or "passwd" or "pwd" or "passphrase" or "passcode" or "pass" || words[last] is "word" or "phrase" or "code" && last > 0 && words[last - 1] == "pass");
    }

    static bool HashesPasswords(IMethodSymbol method)
    {
        var words = Words.Of(method.Name);
        return words.Contains("password") && words.Any(static word => word is "hash" or "hashed" or "encrypt" or "encode" or "compute" or "verify" or "check" or "validate" or "compare");
    }

    static bool IsOther(string name) => Words.Of(name).Any(static word => word is "salt" or "pepper" or "user" or "name" or "email" or "key" or "hash" or "stored");

    static bool Holds(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_String || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char } || type?.Name is "Span" or "ReadOnlySpan" or "ReadOnlyMemory" or "Memory" or "SecureString";
}
