using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Sbom;

/// <summary>CycloneDX 1.7 JSON (ECMA-424, 2nd edition): members in the specification's order, empty ones left out.</summary>
public static class CycloneDxJson
{
    /// <summary>The document.</summary>
    public static JsonNode Write(Bom bom)
    {
        var metadata = bom.Metadata;
        return Members(
            ("$schema", "http://cyclonedx.org/schema/bom-1.7.schema.json"),
            ("bomFormat", "CycloneDX"),
            ("specVersion", Bom.SpecVersion),
            ("serialNumber", bom.SerialNumber),
            ("version", bom.Version),
            ("metadata", Members(
                ("timestamp", metadata.Timestamp),
                ("lifecycles", List(metadata.Lifecycles, phase => Members(("phase", phase)))),
                ("tools", metadata.Tools.IsEmpty ? null : Members(("components", List(metadata.Tools, Component)))),
                ("manufacturer", Entity(metadata.Manufacturer)),
                ("authors", List(metadata.Authors, Contact)),
                ("component", metadata.Component is { } root ? Component(root) : null),
                ("supplier", Entity(metadata.Supplier)),
                ("licenses", List(metadata.Licenses, License)),
                ("properties", List(metadata.Properties, Property)))),
            ("components", List(bom.Components, Component)),
            ("dependencies", List(bom.Dependencies, dependency => Members(
                ("ref", dependency.Ref),
                ("dependsOn", Texts(dependency.DependsOn) ?? new JsonArray())))),
            ("compositions", List(bom.Compositions, composition => Members(
                ("bom-ref", composition.BomRef),
                ("aggregate", composition.Aggregate),
                ("assemblies", Texts(composition.Assemblies)),
                ("dependencies", Texts(composition.Dependencies))))));
    }

    /// <summary>What the summary and the verification need of a document: subject, components, dependencies, compositions.</summary>
    /// <exception cref="ProblemException">It is not a CycloneDX document (SB9210).</exception>
    public static Bom Read(JsonDocument document) => CycloneDxReader.Read(document);

    static JsonObject Component(Component component) => Members(
        ("type", component.Type),
        ("bom-ref", component.BomRef),
        ("supplier", Entity(component.Supplier)),
        ("manufacturer", Entity(component.Manufacturer)),
        ("authors", List(component.Authors, Contact)),
        ("name", component.Name),
        ("version", component.Version),
        ("versionRange", component.VersionRange),
        ("isExternal", component.IsExternal ? true : null),
        ("description", component.Description),
        ("scope", component.Scope),
        ("hashes", List(component.Hashes, Hash)),
        ("licenses", List(component.Licenses, License)),
        ("copyright", component.Copyright),
        ("cpe", component.Cpe),
        ("purl", component.Purl),
        ("externalReferences", List(component.ExternalReferences, reference => Members(
            ("url", reference.Url),
            ("comment", reference.Comment),
            ("type", reference.Type),
            ("hashes", List(reference.Hashes, Hash))))),
        ("components", List(component.Components, Component)),
        ("properties", List(component.Properties, Property)));

    static JsonObject License(LicenseChoice choice) => choice.Expression is { } expression
        ? Members(("expression", expression), ("acknowledgement", choice.Acknowledgement))
        : Members(("license", Members(("id", choice.Id), ("name", choice.Name), ("acknowledgement", choice.Acknowledgement),
            ("text", choice.Text is null ? null : Members(("contentType", "text/plain"), ("content", choice.Text))), ("url", choice.Url))));

    static JsonObject Hash(Hash hash) => Members(("alg", hash.Alg), ("content", hash.Content));

    static JsonObject? Entity(OrganizationalEntity? entity) =>
        entity is null ? null : Members(("name", entity.Name), ("url", Texts(entity.Url)), ("contact", List(entity.Contact, Contact)));

    static JsonObject Contact(OrganizationalContact contact) => Members(("name", contact.Name), ("email", contact.Email), ("phone", contact.Phone));

    static JsonObject Property(Property property) => Members(("name", property.Name), ("value", property.Value));

    static JsonObject Members(params (string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
            if (value is not null)
                result.Add(name, value);
        return result;
    }

    static JsonArray? List<T>(ImmutableArray<T> items, Func<T, JsonObject> write) =>
        items.IsEmpty ? null : new([.. items.Select(write)]);

    static JsonArray? Texts(ImmutableArray<string> items) => items.IsEmpty ? null : new([.. items.Select(item => JsonValue.Create(item))]);
}
