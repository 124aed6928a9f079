using System.Buffers;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>CycloneDX JSON (ECMA-424; 1.7 is its 2nd edition): members in the specification's order, empty ones left out.</summary>
public static class CycloneDxJson
{
    /// <summary>The document as people open it.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="version"><c>1.7</c> or <c>1.6</c>; what the older one has no member for is written as <see cref="CycloneDx16"/> says.</param>
    /// <param name="losses">Told what it cannot say; null where nobody asks.</param>
    public static byte[] Indented(Bom bom, string version = Bom.SpecVersion, SbomLosses? losses = null) =>
        CanonicalJson.Indented((Bom: version == "1.6" ? CycloneDx16.Of(bom, losses) : bom, version), static (json, document) => new CycloneDxWriter(json).Document(document.Bom, document.version));

    /// <summary>The same of <see cref="Bom.SpecVersion"/>, in a borrowed array.</summary>
    internal static BorrowedBytes Borrow(Bom bom) => CanonicalJson.BorrowIndented(bom, static (json, bom) => new CycloneDxWriter(json).Document(bom, Bom.SpecVersion));

    /// <summary>The document in one line: what its serial number is derived from.</summary>
    internal static void Compact(IBufferWriter<byte> buffer, Bom bom) => CanonicalJson.Compact(buffer, bom, static (json, bom) => new CycloneDxWriter(json).Document(bom, Bom.SpecVersion));
}

/// <summary>Writes the model's records as CycloneDX objects.</summary>
sealed class CycloneDxWriter(Utf8JsonWriter json)
{
    /// <summary>The whole.</summary>
    public void Document(Bom bom, string version)
    {
        json.WriteStartObject();
        json.WriteString("$schema", $"http://cyclonedx.org/schema/bom-{version}.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", version);
        json.Member("serialNumber", bom.SerialNumber);
        json.WriteNumber("version", bom.Version);
        Metadata(bom.Metadata);
        json.Member("components", bom.Components, Component);
        json.Member("externalReferences", bom.ExternalReferences, Reference);
        json.Member("dependencies", bom.Dependencies, Dependency);
        json.Member("compositions", bom.Compositions, Composition);
        json.Member("properties", bom.Properties, Property);
        json.Members(bom.Extra);
        json.WriteEndObject();
    }

    void Metadata(Metadata metadata)
    {
        json.WriteStartObject("metadata");
        json.Member("timestamp", metadata.Timestamp);
        json.Member("lifecycles", metadata.Lifecycles, phase =>
        {
            json.WriteStartObject();
            json.WriteString("phase", phase);
            json.WriteEndObject();
        });
        if (!metadata.Tools.IsEmpty)
        {
            json.WriteStartObject("tools");
            json.Member("components", metadata.Tools, Component);
            json.WriteEndObject();
        }
        Entity("manufacturer", metadata.Manufacturer);
        json.Member("authors", metadata.Authors, Contact);
        if (metadata.Component is { } root)
        {
            json.WritePropertyName("component");
            Component(root);
        }
        Entity("supplier", metadata.Supplier);
        json.Member("licenses", metadata.Licenses, License);
        json.Member("properties", metadata.Properties, Property);
        json.Members(metadata.Extra);
        json.WriteEndObject();
    }

    void Component(Component component)
    {
        json.WriteStartObject();
        json.WriteString("type", component.Type);
        json.Member("mime-type", component.MimeType);
        json.Member("bom-ref", component.BomRef);
        Entity("supplier", component.Supplier);
        Entity("manufacturer", component.Manufacturer);
        json.Member("authors", component.Authors, Contact);
        json.Member("publisher", component.Publisher);
        json.Member("group", component.Group);
        json.WriteString("name", component.Name);
        json.Member("version", component.Version);
        json.Member("versionRange", component.VersionRange);
        if (component.IsExternal)
            json.WriteBoolean("isExternal", true);
        json.Member("description", component.Description);
        json.Member("scope", component.Scope);
        json.Member("hashes", component.Hashes, Hash);
        json.Member("licenses", component.Licenses, License);
        json.Member("copyright", component.Copyright);
        json.Member("cpe", component.Cpe);
        json.Member("purl", component.Purl);
        json.Member("externalReferences", component.ExternalReferences, Reference);
        json.Member("components", component.Components, Component);
        json.Member("properties", component.Properties, Property);
        json.Members(component.Extra);
        json.WriteEndObject();
    }

    void Hash(Hash hash) => json.Object("alg", hash.Alg, "content", hash.Content);

    void License(LicenseChoice choice)
    {
        json.WriteStartObject();
        if (choice.Expression is { } expression)
        {
            json.WriteString("expression", expression);
            json.Member("expressionDetails", choice.Text is { } whole ? [new(expression, whole)] : choice.ExpressionDetails, detail =>
            {
                json.WriteStartObject();
                json.WriteString("licenseIdentifier", detail.LicenseIdentifier);
                if (detail.Text is { } text)
                    Text(text);
                json.Member("url", detail.Url);
                json.WriteEndObject();
            });
            json.Member("acknowledgement", choice.Acknowledgement);
            json.Members(choice.Extra);
        }
        else
        {
            json.WriteStartObject("license");
            json.Member("id", choice.Id);
            json.Member("name", choice.Name);
            json.Member("acknowledgement", choice.Acknowledgement);
            if (choice.Text is { } text)
                Text(text);
            json.Member("url", choice.Url);
            json.Members(choice.Extra);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    void Text(string text)
    {
        json.WritePropertyName("text");
        json.Object("contentType", "text/plain", "content", text);
    }

    void Entity(string name, OrganizationalEntity? entity)
    {
        if (entity is null)
            return;
        json.WriteStartObject(name);
        json.Member("name", entity.Name);
        json.Member("url", entity.Url);
        json.Member("contact", entity.Contact, Contact);
        json.WriteEndObject();
    }

    void Contact(OrganizationalContact contact) => json.Object("name", contact.Name, "email", contact.Email, "phone", contact.Phone);

    void Reference(ExternalReference reference)
    {
        json.WriteStartObject();
        json.WriteString("url", reference.Url);
        json.Member("comment", reference.Comment);
        json.WriteString("type", reference.Type);
        json.Member("hashes", reference.Hashes, Hash);
        json.WriteEndObject();
    }

    void Property(Property property) => json.Object("name", property.Name, "value", property.Value);

    void Dependency(Dependency dependency)
    {
        json.WriteStartObject();
        json.WriteString("ref", dependency.Ref);
        json.Texts("dependsOn", dependency.DependsOn);
        json.Member("provides", dependency.Provides);
        json.WriteEndObject();
    }

    void Composition(Composition composition)
    {
        json.WriteStartObject();
        json.Member("bom-ref", composition.BomRef);
        json.WriteString("aggregate", composition.Aggregate);
        json.Member("assemblies", composition.Assemblies);
        json.Member("dependencies", composition.Dependencies);
        json.WriteEndObject();
    }
}
