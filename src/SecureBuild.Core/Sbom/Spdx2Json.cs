using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>
/// SPDX 2.3 JSON (ISO/IEC 5962:2021 with the additions of 2.3). Files are packages of the purpose FILE: an SPDX file must have a SHA-1, which we do
/// not make. What SPDX has no member for is in one annotation of the package (Sbom/properties.md).
/// </summary>
static class Spdx2Json
{
    /// <summary>The document.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="losses">Told what SPDX 2.3 cannot say.</param>
    public static byte[] Indented(Bom bom, SbomLosses? losses = null) =>
        CanonicalJson.Indented((bom, losses), static (json, document) => new Spdx2Writer(json, document.bom, document.losses).Document());
}

/// <summary>Writes one document.</summary>
sealed class Spdx2Writer(Utf8JsonWriter json, Bom bom, SbomLosses? losses)
{
    const string Nothing = "NOASSERTION";
    const string Tool = "Tool: " + Identity.ToolName;

    readonly SpdxElements _elements = new(bom);
    readonly SpdxLicences _licences = new();
    readonly string _created = SpdxElements.Time(bom.Metadata.Timestamp);

    /// <summary>The whole.</summary>
    public void Document()
    {
        SpdxLosses.Document(bom, losses);
        json.WriteStartObject();
        json.WriteString("spdxVersion", "SPDX-2.3");
        json.WriteString("dataLicense", "CC0-1.0");
        json.WriteString("SPDXID", "SPDXRef-DOCUMENT");
        json.WriteString("name", SpdxElements.Title(bom));
        json.WriteString("documentNamespace", SpdxElements.Namespace(bom, "2.3"));
        Creation(bom.Metadata);
        Annotation([.. bom.Metadata.Properties, .. bom.Properties]);
        json.Member("packages", _elements.All, Package);
        json.Member("hasExtractedLicensingInfos", _licences.Refs, Licence);
        json.WriteStartArray("relationships");
        Relationships();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void Creation(Metadata metadata)
    {
        json.WriteStartObject("creationInfo");
        json.WriteString("created", _created);
        json.WriteStartArray("creators");
        foreach (var author in metadata.Authors)
            json.WriteStringValue($"Person: {WithMail(author.Name ?? author.Email, author.Email)}");
        if (metadata.Manufacturer is { Name: { } name } manufacturer)
            json.WriteStringValue($"Organization: {WithMail(name, Mail(manufacturer))}");
        foreach (var tool in metadata.Tools)
            json.WriteStringValue($"Tool: {tool.Name}{(tool.Version is null ? "" : "-" + tool.Version)}");
        if (metadata is { Authors.IsEmpty: true, Manufacturer: null or { Name: null }, Tools.IsEmpty: true })
            json.WriteStringValue(Tool);
        json.WriteEndArray();
        if (!metadata.Lifecycles.IsEmpty)
            json.WriteString("comment", SpdxComments.Lifecycle + string.Join(", ", metadata.Lifecycles));
        json.WriteEndObject();
    }

    void Package(SpdxElement element)
    {
        var component = element.Component;
        SpdxLosses.Component(component, losses);
        json.WriteStartObject();
        json.WriteString("SPDXID", element.Id);
        json.WriteString("name", component.Name);
        json.Member("versionInfo", component.Version);
        if (component.Type == "file")
            json.WriteString("packageFileName", component.Name);
        json.WriteString("supplier", component.Supplier is { Name: { } supplier } ? $"Organization: {WithMail(supplier, Mail(component.Supplier))}" : Nothing);
        json.Member("originator", Originator(component));
        json.WriteString("downloadLocation", SpdxElements.Address(component, "distribution") ?? Nothing);
        json.WriteBoolean("filesAnalyzed", false);
        Checksums(component);
        json.Member("homepage", SpdxElements.Address(component, "website"));
        if ((SpdxElements.Address(component, "source-distribution") ?? SpdxElements.Address(component, "vcs")) is { } source)
            json.WriteString("sourceInfo", SpdxComments.Source + source);
        json.WriteString("licenseConcluded", _licences.Concluded(component) ?? Nothing);
        json.WriteString("licenseDeclared", _licences.Declared(component) ?? Nothing);
        json.WriteString("copyrightText", component.Copyright ?? Nothing);
        json.Member("description", component.Description);
        References(component);
        json.WriteString("primaryPackagePurpose", SpdxNames.Purpose2(component.Type));
        var properties = CarriedFields.ForSpdx(component, SpdxNames.Type(SpdxNames.Purpose2(component.Type)));
        foreach (var url in component.Supplier?.Url ?? [])
            properties = properties.Add(new(Names.CarriedSupplierUrl, url));
        Annotation(properties);
        json.WriteEndObject();
    }

    void Checksums(Component component)
    {
        var known = component.Hashes.RemoveAll(hash => SpdxNames.Algorithm2(hash.Alg) is null);
        json.Member("checksums", known, hash => json.Object("algorithm", SpdxNames.Algorithm2(hash.Alg), "checksumValue", hash.Content.ToLowerInvariant()));
    }

    void References(Component component)
    {
        var rest = component.ExternalReferences.RemoveAll(reference => reference.Type is "website" && reference.Comment is null);
        if (component is { Purl: null, Cpe: null } && rest.IsEmpty)
            return;
        json.WriteStartArray("externalRefs");
        if (component.Purl is { } purl)
            Reference("PACKAGE-MANAGER", "purl", purl, null);
        if (component.Cpe is { } cpe)
            Reference("SECURITY", cpe.StartsWith("cpe:/", StringComparison.Ordinal) ? "cpe22Type" : "cpe23Type", cpe, null);
        foreach (var reference in rest)
            Reference(reference.Type is "advisories" ? "SECURITY" : "OTHER", reference.Type is "advisories" ? "advisory" : reference.Type, reference.Url, reference.Comment);
        json.WriteEndArray();
    }

    void Reference(string category, string type, string locator, string? comment) =>
        json.Object("referenceCategory", category, "referenceType", type, "referenceLocator", locator.Replace(" ", "%20", StringComparison.Ordinal), "comment", comment);

    void Licence(SpdxLicenceRef licence)
    {
        json.WriteStartObject();
        json.WriteString("licenseId", licence.Id);
        json.WriteString("name", licence.Name);
        json.WriteString("extractedText", licence.Text);
        if (licence.Url is { } url)
            json.Texts("seeAlsos", [url]);
        json.WriteEndObject();
    }

    void Annotation(ImmutableArray<Property> properties)
    {
        if (properties.IsEmpty)
            return;
        json.WriteStartArray("annotations");
        json.Object("annotationDate", _created, "annotationType", "OTHER", "annotator", Tool, "comment", SpdxComments.Lines(properties));
        json.WriteEndArray();
    }

    void Relationships()
    {
        foreach (var id in _elements.Described)
            Relationship("SPDXRef-DOCUMENT", "DESCRIBES", id);
        foreach (var element in _elements.All)
            if (element.ContainedIn is { } container)
                Relationship(container, "CONTAINS", element.Id);
        foreach (var id in _elements.IncompleteParts)
            Relationship(id, "CONTAINS", Nothing);
        foreach (var dependency in bom.Dependencies)
        {
            if (_elements.Find(dependency.Ref) is not { } from)
            {
                losses?.Add("dependencies (unknown bom-ref)");
                continue;
            }
            var completeness = _elements.Completeness(dependency.Ref);
            foreach (var name in dependency.DependsOn)
                Dependency(from, name);
            if (dependency.DependsOn.IsEmpty && completeness is "complete" or null)
                Relationship(from.Id, "DEPENDS_ON", completeness is null ? Nothing : "NONE");
            else if (completeness is not ("complete" or null))
                Relationship(from.Id, "DEPENDS_ON", Nothing);
        }
    }

    void Dependency(SpdxElement from, string name)
    {
        if (_elements.Find(name) is not { } to)
            losses?.Add("dependencies.dependsOn (unknown bom-ref)");
        else if (to.Component.Scope == "excluded" && from.Component.Scope != "excluded")
            Relationship(to.Id, "DEV_DEPENDENCY_OF", from.Id);
        else
            Relationship(from.Id, "DEPENDS_ON", to.Id);
    }

    void Relationship(string from, string type, string to) => json.Object("spdxElementId", from, "relationshipType", type, "relatedSpdxElement", to);

    static string? Originator(Component component) => component switch
    {
        { Manufacturer: { Name: { } name } manufacturer } => $"Organization: {WithMail(name, Mail(manufacturer))}",
        { Authors: [{ Name: { } name } author] } => $"Person: {WithMail(name, author.Email)}",
        { Authors.IsEmpty: false } => $"Person: {string.Join(", ", component.Authors.Select(author => author.Name ?? author.Email))}",
        { Publisher: { } publisher } => $"Organization: {publisher}",
        _ => null,
    };

    static string WithMail(string? name, string? mail) => mail is null ? $"{name}" : $"{name} ({mail})";

    static string? Mail(OrganizationalEntity entity) => entity.Contact.FirstOrDefault(contact => contact.Email is not null)?.Email;
}
