using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>Reads the parts of a CycloneDX JSON document (1.4 and later) that are shown and verified.</summary>
static class CycloneDxReader
{
    const int DeepestNesting = 32;

    /// <summary>The document.</summary>
    /// <exception cref="ProblemException">It is not a CycloneDX document (SB9210).</exception>
    public static Bom Read(JsonDocument document)
    {
        try
        {
            return Document(document.RootElement);
        }
        catch (Exception e) when (e is ShapeException or InvalidOperationException or FormatException)
        {
            throw new ProblemException(Messages.Error("SB9210", null, 0, 0, e is ShapeException shape ? string.Join('/', shape.Path) : "?"), e);
        }
    }

    static Bom Document(JsonElement root)
    {
        Json.Require(root, JsonValueKind.Object);
        if (Json.OptionalText(root, "bomFormat") != "CycloneDX")
            throw new ShapeException(["bomFormat"]);
        var metadata = Json.TryObject(root, "metadata", out var found) ? found : default(JsonElement?);
        return new()
        {
            SerialNumber = Json.OptionalText(root, "serialNumber"),
            Version = root.TryGetProperty("version", out var version) ? version.GetInt32() : 1,
            Metadata = metadata is { } about ? Metadata(about) : new(),
            Components = List(root, "components", item => Component(item, 0)),
            Dependencies = List(root, "dependencies", item => new Dependency(Text(item, "ref"), Texts(item, "dependsOn"))),
            Compositions = List(root, "compositions", item => new Composition(Text(item, "aggregate"))
            {
                BomRef = Json.OptionalText(item, "bom-ref"),
                Assemblies = Texts(item, "assemblies"),
                Dependencies = Texts(item, "dependencies"),
            }),
        };
    }

    static Metadata Metadata(JsonElement about) => new()
    {
        Timestamp = Json.OptionalText(about, "timestamp"),
        Component = Json.TryObject(about, "component", out var subject) ? Component(subject, 0) : null,
        Supplier = Entity(about, "supplier"),
        Manufacturer = Entity(about, "manufacturer"),
        Properties = Properties(about),
    };

    static Component Component(JsonElement item, int depth) => depth > DeepestNesting
        ? throw new ShapeException(["components"])
        : new(Text(item, "type"), Json.OptionalText(item, "bom-ref"), Text(item, "name"))
        {
            Version = Json.OptionalText(item, "version"),
            VersionRange = Json.OptionalText(item, "versionRange"),
            IsExternal = item.TryGetProperty("isExternal", out var external) && external.GetBoolean(),
            Scope = Json.OptionalText(item, "scope"),
            Supplier = Entity(item, "supplier"),
            Hashes = List(item, "hashes", hash => new Hash(Text(hash, "alg"), Text(hash, "content"))),
            Licenses = List(item, "licenses", License),
            Purl = Json.OptionalText(item, "purl"),
            Components = List(item, "components", part => Component(part, depth + 1)),
            Properties = Properties(item),
        };

    static LicenseChoice License(JsonElement choice) => Json.TryObject(choice, "license", out var licence)
        ? new(Id: Json.OptionalText(licence, "id"), Name: Json.OptionalText(licence, "name"))
        {
            Acknowledgement = Json.OptionalText(licence, "acknowledgement"),
            Url = Json.OptionalText(licence, "url"),
        }
        : new(Expression: Text(choice, "expression")) { Acknowledgement = Json.OptionalText(choice, "acknowledgement") };

    static OrganizationalEntity? Entity(JsonElement parent, string name) =>
        Json.TryObject(parent, name, out var entity) ? new(Json.OptionalText(entity, "name")) { Url = Texts(entity, "url") } : null;

    static ImmutableArray<Property> Properties(JsonElement parent) =>
        List(parent, "properties", property => new Property(Text(property, "name"), Json.OptionalText(property, "value") ?? ""));

    static string Text(JsonElement parent, string name) => Json.OptionalText(parent, name) ?? throw new ShapeException([name]);

    static ImmutableArray<string> Texts(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? [.. Json.Texts(list, name)] : [];

    static ImmutableArray<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read) =>
        !parent.TryGetProperty(name, out var list) ? []
            : [.. Json.Require(list, JsonValueKind.Array, name).EnumerateArray().Select(item => read(Json.Require(item, JsonValueKind.Object, name)))];
}
