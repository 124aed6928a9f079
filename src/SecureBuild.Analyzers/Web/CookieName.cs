using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>What a cookie's name says about it.</summary>
static class CookieName
{
    static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "theme", "culture", "lang", "language", "locale", "consent", "timezone", "tz", "dark", "darkmode", "banner", "layout", "font", "fontsize", "currency", "sidebar", "sort", "sorting", "tour", "dismissed", "appearance",
    };

    static readonly HashSet<string> s_secret = new(StringComparer.Ordinal) { "session", "sessionid", "sid", "auth", "token", "user", "login", "remember", "jwt", "ticket", "identity", "account" };

    /// <summary>The constant name in a value; null when it is not one.</summary>
    public static string? Constant(IOperation? value) =>
        PossibleValues.First(value, 0, static (candidate, _) => candidate.ConstantValue is { HasValue: true, Value: string }) is { ConstantValue.Value: string name } ? name
        : value is IPropertyReferenceOperation { Property: { Name: "DefaultCookieName", IsStatic: true } } or IFieldReferenceOperation { Field: { Name: "DefaultCookieName" } } ? "culture"
        : null;

    /// <summary>A choice of appearance or language: nothing is lost with it.</summary>
    public static bool IsHarmless(string? name) => name is not null && Has(name, s_harmless) && !Has(name, s_secret);

    /// <summary>The name of a sign-in or a session: who has the value is taken for somebody.</summary>
    public static bool IsSecret(string name) => Has(name, s_secret);

    /// <summary>Made to be read by script: the token that a page sends back in a header.</summary>
    public static bool IsForScript(string? name) =>
        name is not null && (IsHarmless(name) || name.IndexOf("xsrf", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("csrf", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("RequestVerification", StringComparison.OrdinalIgnoreCase) >= 0);

    static bool Has(string name, HashSet<string> words)
    {
        foreach (var word in Words.Of(name))
            if (words.Contains(word))
                return true;
        return false;
    }
}
