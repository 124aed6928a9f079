using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Evidence;

namespace SecureBuild.Catalogues;

/// <summary>
/// Reads catalogue files: those that ship, which tests hold against <c>catalogue.schema.json</c>, and those of others behind <see cref="Configuration.CatalogueFile"/>, which told
/// every mistake before. A mistake that is left is a bug and throws.
/// </summary>
static class CatalogueReader
{
    // People write such files, too: comments and trailing commas are taken. Whoever reads theirs has refused repeated members before.
    static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    public static JsonDocument Parse(byte[] bytes) => JsonDocument.Parse(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes, s_options);

    public static Catalogue Catalogue(byte[] bytes)
    {
        using var document = Parse(bytes);
        var framework = document.RootElement.GetProperty("framework");
        var source = framework.GetProperty("source");
        var ownIds = framework.Text("ids") == "own";
        return new(
            String(framework, "id"), String(framework, "version"), Both(framework.GetProperty("title")), String(framework, "status"),
            DateOnly.ParseExact(String(framework, "checked"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            String(source, "document"), String(source, "url"), Digest.Sha256(bytes),
            [.. document.RootElement.Items("controls", control => Control(control, ownIds))])
        {
            Note = framework.Member("note") is { } note ? Both(note) : null,
        };
    }

    public static IEnumerable<FactDefinition> Facts(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, CanonicalJson.Own);
        foreach (var fact in document.RootElement.GetProperty("facts").EnumerateArray())
            yield return new(
                String(fact, "id"), Both(fact.GetProperty("title")), Both(fact.GetProperty("shows")), Both(fact.GetProperty("doesNotShow")),
                EnumNames.Trust(String(fact, "trust")), Strings(fact, "ssdf"));
    }

    public static Bilingual Both(JsonElement element) => new(String(element, "en"), String(element, "ja"));

    public static string String(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    static Control Control(JsonElement control, bool ownIds) => new(
        String(control, "id"), String(control, "kind"), control.Text("parent"), Both(control.GetProperty("title")), Both(control.GetProperty("summary")),
        Strings(control, "ssdf"),
        control.Text("automation") switch
        {
            "auto" => Automation.Auto,
            "mixed" => Automation.Mixed,
            "human" => Automation.Human,
            _ => null,
        },
        Strings(control, "evidence"), control.Text("confidence") ?? "")
    {
        HasOwnId = ownIds || control.Flag("ownId") == true || control.Text("confidence") == "own-decomposition",
    };

    static ImmutableArray<string> Strings(JsonElement element, string name) => [.. element.Texts(name)];
}
