using System.Globalization;
using System.Text.Json;
using SecureBuild.Catalogues;

namespace SecureBuild.Assessment;

/// <summary>Sentences of the assessment, in both languages at once; texts in <c>reasons.json</c>.</summary>
static class Reason
{
    static readonly Lazy<Dictionary<string, Bilingual>> s_texts = new(static () =>
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Assessment/reasons.json"), CanonicalJson.Own);
        return document.RootElement.EnumerateObject().ToDictionary(static text => text.Name, static text => CatalogueReader.Both(text.Value), StringComparer.Ordinal);
    });

    /// <summary>The sentence under a name; a <see cref="Bilingual"/> argument gives each language its own text.</summary>
    public static Bilingual Of(string name, params object[] arguments) => new(
        string.Format(CultureInfo.InvariantCulture, s_texts.Value[name].En, [.. arguments.Select(static argument => argument is Bilingual both ? both.En : argument)]),
        string.Format(CultureInfo.InvariantCulture, s_texts.Value[name].Ja, [.. arguments.Select(static argument => argument is Bilingual both ? both.Ja : argument)]));

    /// <summary>A status in words.</summary>
    public static Bilingual Of(ControlStatus status) => Of("status." + EnumNames.Of(status));
}
