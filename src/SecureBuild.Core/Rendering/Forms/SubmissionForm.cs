using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Catalogues;

namespace SecureBuild.Rendering.Forms;

/// <summary>A form that buyers ask for: which catalogue its items are from, and what stands on it besides. The forms are in <c>forms.json</c>.</summary>
/// <param name="Name"><c>cisa</c>, <c>jp</c>: as on the command line.</param>
/// <param name="Catalogue">Id of the catalogue with its items.</param>
/// <param name="Profiles">Profiles of submissions that it belongs to.</param>
/// <param name="OfficialTitle">The source's own title, in its language.</param>
/// <param name="OfficialLanguage">That language: <c>en</c> or <c>ja</c>.</param>
/// <param name="Publisher">Who publishes it, as it calls itself there.</param>
/// <param name="About">What the rendering is, and that it is not the publisher's form.</param>
/// <param name="Signature">The lines for whoever signs on paper.</param>
/// <param name="Choices">Boxes of an item, by its id: only a person can choose.</param>
public sealed record SubmissionForm(
    string Name, string Catalogue, ImmutableArray<string> Profiles, string OfficialTitle, string OfficialLanguage, string Publisher, Bilingual About,
    ImmutableArray<Bilingual> Signature, ImmutableDictionary<string, ImmutableArray<Bilingual>> Choices)
{
    static readonly Lazy<ImmutableArray<SubmissionForm>> s_all = new(static () =>
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Rendering/Forms/forms.json"), CanonicalJson.Own);
        return [.. document.RootElement.GetProperty("forms").EnumerateArray().Select(static form => Read(form))];
    });

    /// <summary>All forms.</summary>
    public static ImmutableArray<SubmissionForm> All => s_all.Value;

    /// <summary>Their names, separated by commas.</summary>
    public static string Names => string.Join(", ", All.Select(static form => form.Name));

    /// <summary>The form with this name, or null.</summary>
    public static SubmissionForm? Find(string name) => All.FirstOrDefault(form => form.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    static SubmissionForm Read(JsonElement form) => new(
        Text(form, "name"), Text(form, "catalogue"), [.. form.GetProperty("profiles").EnumerateArray().Select(static profile => profile.GetString()!)],
        Text(form, "officialTitle"), Text(form, "officialLanguage"), Text(form, "publisher"), CatalogueReader.Both(form.GetProperty("about")),
        Texts(form.GetProperty("signature")),
        form.GetProperty("choices").EnumerateObject().ToImmutableDictionary(static item => item.Name, static item => Texts(item.Value), StringComparer.Ordinal));

    static ImmutableArray<Bilingual> Texts(JsonElement list) => [.. list.EnumerateArray().Select(static text => CatalogueReader.Both(text))];

    static string Text(JsonElement form, string name) => form.GetProperty(name).GetString()!;
}
