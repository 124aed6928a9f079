using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Submission;

/// <summary>For whom a submission is made up. What goes in for whom is in <c>profiles.json</c>.</summary>
/// <param name="Name"><c>us</c>, <c>jp</c>, <c>eu</c> or <c>all</c>.</param>
/// <param name="Title">That in words.</param>
/// <param name="Languages"><c>en</c>, <c>ja</c>: the languages of what people read, the first one first.</param>
/// <param name="Frameworks">Ids of the catalogues that a reader there looks for.</param>
/// <param name="Expected">Roles of files (<see cref="ProductFileRole"/>, kebab-case) that a reader there looks for.</param>
public sealed record SubmissionProfile(string Name, Bilingual Title, ImmutableArray<string> Languages, ImmutableArray<string> Frameworks, ImmutableArray<string> Expected)
{
    static readonly Lazy<ImmutableArray<SubmissionProfile>> s_all = new(static () =>
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Submission/profiles.json"), CanonicalJson.Strict);
        return [.. document.RootElement.EnumerateObject().Select(static profile => new SubmissionProfile(
            profile.Name, Catalogues.CatalogueReader.Both(profile.Value.GetProperty("title")), Texts(profile.Value, "languages"), Texts(profile.Value, "frameworks"), Texts(profile.Value, "expected")))];
    });

    /// <summary>All of them.</summary>
    public static ImmutableArray<SubmissionProfile> All => s_all.Value;

    /// <summary>Their names, for a message.</summary>
    public static string Names => string.Join(", ", All.Select(static profile => profile.Name));

    /// <summary>The profile with this name, upper case or lower; null where there is none.</summary>
    public static SubmissionProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it takes in what another profile has.</summary>
    public bool Covers(string profile) => Name == profile || Name == "all";

    static ImmutableArray<string> Texts(JsonElement profile, string name) => [.. profile.GetProperty(name).EnumerateArray().Select(static text => text.GetString()!)];
}
