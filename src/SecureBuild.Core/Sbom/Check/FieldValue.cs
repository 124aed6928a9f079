using System.Collections.Frozen;

namespace SecureBuild.Sbom.Check;

/// <summary>What a text says: something, that it is not known, that it is not told, or nothing.</summary>
static class FieldValue
{
    static readonly FrozenSet<string> s_unknown = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "unknown", "NOASSERTION", "n/a", "not available", "undetermined", "LicenseRef-unknown", "不明");
    static readonly FrozenSet<string> s_withheld = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "withheld", "redacted", "not disclosed", "undisclosed", "confidential", "LicenseRef-withheld", "非開示");

    /// <summary>The state of a text; <c>unknown: why</c> and <c>withheld: why</c> say so as well.</summary>
    public static FieldState Of(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return FieldState.Missing;
        var text = value.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var word = colon > 0 ? text[..colon].TrimEnd() : text;
        return s_unknown.Contains(text) || (colon > 0 && s_unknown.Contains(word)) ? FieldState.Unknown
            : s_withheld.Contains(text) || (colon > 0 && s_withheld.Contains(word)) ? FieldState.Withheld
            : FieldState.Present;
    }
}
