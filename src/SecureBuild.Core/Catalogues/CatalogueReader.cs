using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Evidence;

namespace SecureBuild.Catalogues;

/// <summary>Reads catalogue files. They are our own and tested against <c>catalogue.schema.json</c>; a mistake in them is a bug and throws.</summary>
static class CatalogueReader
{
    public static Catalogue Catalogue(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, CanonicalJson.Own);
        var framework = document.RootElement.GetProperty("framework");
        var source = framework.GetProperty("source");
        return new(
            String(framework, "id"), String(framework, "version"), Both(framework.GetProperty("title")), String(framework, "status"),
            DateOnly.ParseExact(String(framework, "checked"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            String(source, "document"), String(source, "url"), Digest.Sha256(bytes),
            [.. document.RootElement.Items("controls", Control)]);
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

    static Control Control(JsonElement control) => new(
        String(control, "id"), String(control, "kind"), control.Text("parent"), Both(control.GetProperty("title")), Both(control.GetProperty("summary")),
        Strings(control, "ssdf"),
        control.Text("automation") switch
        {
            "auto" => Automation.Auto,
            "mixed" => Automation.Mixed,
            "human" => Automation.Human,
            _ => null,
        },
        Strings(control, "evidence"), String(control, "confidence"));

    static ImmutableArray<string> Strings(JsonElement element, string name) => [.. element.Texts(name)];
}
