using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SecureBuild.Assessment;

namespace SecureBuild.Configuration;

/// <summary>
/// <c>*.catalogues.json</c>: catalogues that a team wrote, and rules by which it is stricter, as texts, so that their digests are those of the files. A receiver needs
/// them to derive the statuses again. Written only where there are any.
/// </summary>
public static class DeliveredCatalogues
{
    /// <summary>Ending of the file.</summary>
    public const string Suffix = ".catalogues.json";

    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.securebuild.catalogues+json";

    const string DocumentType = Identity.Site + "/catalogues/v1";

    /// <summary>The file's content; null where all that is applied ships with SecureBuild.</summary>
    public static byte[]? Write(ImmutableArray<AssessedCatalogue> catalogues)
    {
        var own = catalogues.Where(static assessed => assessed.Text is not null || !assessed.Stricter.IsEmpty).ToImmutableArray();
        return own.IsEmpty ? null : CanonicalJson.Indented(own, static (writer, own) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", DocumentType);
            writer.WriteStartArray("catalogues");
            foreach (var assessed in own)
                Write(writer, assessed);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static void Write(Utf8JsonWriter writer, AssessedCatalogue assessed)
    {
        writer.WriteStartObject();
        writer.WriteString("framework", assessed.Catalogue.Id);
        if (assessed.Text is { } text)
            writer.WriteString("catalogue", text);
        if (assessed.Rules.Text is { } rules)
            writer.WriteString("rules", rules);
        writer.WriteStartArray("stricter");
        foreach (var file in assessed.Stricter)
            writer.WriteStringValue(file.Text);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Catalogues with those of a file added or made stricter; null where the file is not of this shape, or any catalogue in it has a mistake.</summary>
    public static ImmutableArray<AssessedCatalogue>? Apply(ImmutableArray<AssessedCatalogue> catalogues, ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, CanonicalJson.Strict);
            var root = document.RootElement;
            if (root.GetProperty("type").GetString() != DocumentType)
                return null;
            foreach (var item in root.GetProperty("catalogues").EnumerateArray())
            {
                if (Apply(catalogues, item) is not { } applied)
                    return null;
                catalogues = applied;
            }
            return catalogues;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    static ImmutableArray<AssessedCatalogue>? Apply(ImmutableArray<AssessedCatalogue> catalogues, JsonElement item)
    {
        var id = item.GetProperty("framework").GetString()!;
        var known = catalogues.FirstOrDefault(assessed => assessed.Catalogue.Id == id);
        // A delivered catalogue never takes the place of one that the verifier has.
        if ((known is not null) == item.TryGetProperty("catalogue", out var text))
            return null;
        var assessed = known ?? Own(id, text.GetString()!, item.TryGetProperty("rules", out var rules) ? rules.GetString() : null);
        foreach (var stricter in item.GetProperty("stricter").EnumerateArray())
        {
            if (assessed is null || RuleFileReader.Read(File(stricter.GetString()!), assessed.Catalogue, assessed.Rules) is not { } file)
                return null;
            assessed = assessed.With(file);
        }
        return assessed is null ? null : known is null ? catalogues.Add(assessed) : catalogues.Replace(known, assessed);
    }

    static AssessedCatalogue? Own(string id, string text, string? rules)
    {
        if (CatalogueFile.Read(File(text)) is not { } catalogue || catalogue.Id != id)
            return null;
        var file = rules is null ? RuleFile.None(catalogue) : RuleFileReader.Read(File(rules), catalogue, stricterThan: null);
        return file is null ? null : new(file) { Text = text };
    }

    static LocatedFile File(string text) => LocatedFile.Of(Suffix, Encoding.UTF8.GetBytes(text));
}
