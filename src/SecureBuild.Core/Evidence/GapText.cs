using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SecureBuild.Catalogues;

namespace SecureBuild.Evidence;

/// <summary>
/// Why a fact is not known, in both languages; texts in <c>gaps.json</c>. Evidence carries the English sentence alone, so that its form and
/// its bytes do not depend on a language; whoever shows it finds the other language by that sentence.
/// </summary>
static class GapText
{
    static readonly Lazy<Dictionary<string, Bilingual>> s_texts = new(static () =>
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Evidence/gaps.json"), CanonicalJson.Own);
        return document.RootElement.EnumerateObject().ToDictionary(static text => text.Name, static text => CatalogueReader.Both(text.Value), StringComparer.Ordinal);
    });

    static readonly Lazy<Dictionary<string, string>> s_whole = new(static () =>
        s_texts.Value.Values.Where(static text => !HasHole(text)).ToDictionary(static text => text.En, static text => text.Ja, StringComparer.Ordinal));

    static readonly Lazy<(Regex Sentence, string Ja)[]> s_withHole = new(static () =>
        [.. s_texts.Value.Values.Where(HasHole).Select(static text => (new Regex("^" + Regex.Escape(text.En).Replace("\\{0}", "(.+)", StringComparison.Ordinal) + "$",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), text.Ja))]);

    /// <summary>The English sentence under a key of <c>gaps.json</c>; an argument fills its hole.</summary>
    public static string Of(string key, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, s_texts.Value[key].En, arguments);

    /// <summary>A sentence of evidence in both languages; one of another version that is not known here stays as it is.</summary>
    public static Bilingual Both(string sentence)
    {
        if (s_whole.Value.TryGetValue(sentence, out var japanese))
            return new(sentence, japanese);
        foreach (var (pattern, ja) in s_withHole.Value)
        {
            if (pattern.Match(sentence) is { Success: true } match)
                return new(sentence, string.Format(CultureInfo.InvariantCulture, ja, match.Groups[1].Value));
        }
        return new(sentence, sentence);
    }

    static bool HasHole(Bilingual text) => text.En.Contains("{0}", StringComparison.Ordinal);
}
