using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>
/// SPDX 3.0.1 JSON-LD, profiles core, software, simple licensing and extension. What SPDX has no member for is in its extension for CycloneDX properties
/// (Sbom/properties.md).
/// </summary>
static class Spdx3Json
{
    /// <summary>The document.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="losses">Told what SPDX 3.0.1 cannot say.</param>
    public static byte[] Indented(Bom bom, SbomLosses? losses = null) =>
        CanonicalJson.Indented((bom, losses), static (json, document) => new Spdx3Writer(json, document.bom, document.losses).Document());
}

/// <summary>Writes one document.</summary>
sealed partial class Spdx3Writer(Utf8JsonWriter json, Bom bom, SbomLosses? losses)
{
    const string Creation = "_:creation";
    const string NoLicence = "expandedlicensing_NoAssertionLicense";

    readonly SpdxElements _elements = new(bom);
    readonly SpdxLicences _licences = new();
    readonly Spdx3Agents _agents = new(SpdxElements.Namespace(bom, "3.0.1") + "#");
    readonly string _prefix = SpdxElements.Namespace(bom, "3.0.1") + "#";
    readonly Dictionary<string, string> _expressions = new(StringComparer.Ordinal);
    readonly List<string> _relationships = [];

    /// <summary>The whole.</summary>
    public void Document()
    {
        SpdxLosses.Document(bom, losses);
        json.WriteStartObject();
        json.WriteString("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld");
        json.WriteStartArray("@graph");
        CreationInfo();
        foreach (var element in _elements.All)
            Artifact(element);
        foreach (var element in _elements.All)
            Licences(element);
        Contents();
        foreach (var dependency in bom.Dependencies)
            Dependencies(dependency);
        foreach (var (id, agent) in _agents.All)
        {
            Start(agent.Type, id);
            Spdx3Agents.Write(json, agent);
            json.WriteEndObject();
        }
        foreach (var (expression, id) in _expressions)
            Expression(expression, id);
        foreach (var licence in _licences.Refs)
            Text(licence);
        Collections();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void CreationInfo()
    {
        var metadata = bom.Metadata;
        var creators = new List<string>(metadata.Authors.Select(_agents.Of).OfType<string>());
        if (_agents.Of(metadata.Manufacturer) is { } manufacturer)
            creators.Add(manufacturer);
        if (creators.Count == 0)
            creators.Add(_agents.Id(new("SoftwareAgent", Identity.ToolName)));
        json.WriteStartObject();
        json.WriteString("type", "CreationInfo");
        json.WriteString("@id", Creation);
        json.WriteString("specVersion", "3.0.1");
        json.WriteString("created", SpdxElements.Time(metadata.Timestamp));
        json.Texts("createdBy", creators);
        if (!metadata.Tools.IsEmpty)
            json.Texts("createdUsing", metadata.Tools.Select(tool => _agents.Id(new("Tool", tool.Version is null ? tool.Name : $"{tool.Name}-{tool.Version}"))).Distinct());
        if (!metadata.Lifecycles.IsEmpty)
            json.WriteString("comment", SpdxComments.Lifecycle + string.Join(", ", metadata.Lifecycles));
        json.WriteEndObject();
    }

    void Artifact(SpdxElement element)
    {
        var component = element.Component;
        SpdxLosses.Component(component, losses);
        var isFile = component.Type == "file";
        Start(isFile ? "software_File" : "software_Package", _prefix + element.Id);
        json.WriteString("name", component.Name);
        json.Member("description", component.Description);
        var references = component.ExternalReferences;
        if (isFile)
        {
            // A file has no version, no package URL and no address of its own in SPDX 3.
            losses?.Add("components.version", component.Version is null ? 0 : 1);
        }
        else
        {
            json.Member("software_packageVersion", component.Version);
            json.Member("software_packageUrl", component.Purl);
            json.Member("software_downloadLocation", SpdxElements.Address(component, "distribution"));
            json.Member("software_homePage", SpdxElements.Address(component, "website"));
            if ((SpdxElements.Address(component, "source-distribution") ?? SpdxElements.Address(component, "vcs")) is { } source)
                json.WriteString("software_sourceInfo", SpdxComments.Source + source);
            references = references.RemoveAll(reference => reference.Type is "website" or "distribution" && reference.Comment is null && reference.Url == SpdxElements.Address(component, reference.Type));
        }
        Hashes(component);
        json.Member("suppliedBy", _agents.Of(component.Supplier));
        json.Member("originatedBy", _agents.Originators(component));
        json.Member("software_copyrightText", component.Copyright);
        json.WriteString("software_primaryPurpose", SpdxNames.Purpose3(component.Type));
        Purposes(component);
        if (component.Purl is not null || component.Cpe is not null)
        {
            json.WriteStartArray("externalIdentifier");
            if (component.Purl is { } purl)
                Identifier(json, "packageUrl", purl);
            if (component.Cpe is { } cpe)
                Identifier(json, cpe.StartsWith("cpe:/", StringComparison.Ordinal) ? "cpe22" : "cpe23", cpe);
            json.WriteEndArray();
        }
        json.Member("externalRef", references, reference => Reference(json, reference));
        Extension(CarriedFields.ForSpdx(component, SpdxNames.Type(SpdxNames.Purpose3(component.Type))));
        json.WriteEndObject();
    }

    // BSI TR-03183-2 v2.1.0 asks for these of a deliverable, in CycloneDX as properties.
    void Purposes(Component component)
    {
        var purposes = component.Properties
            .Select(property => property switch
            {
                { Name: BsiFields.Executable, Value: "executable" } => "executable",
                { Name: BsiFields.Archive, Value: "archive" } => "archive",
                { Name: BsiFields.Structured, Value: "structured" } => "container",
                _ => null,
            }).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (purposes.Length > 0)
            json.Texts("software_additionalPurpose", purposes);
    }

    void Hashes(Component component)
    {
        var known = component.Hashes.RemoveAll(hash => SpdxNames.Algorithm3(hash.Alg) is null);
        json.Member("verifiedUsing", known, hash => json.Object("type", "Hash", "algorithm", SpdxNames.Algorithm3(hash.Alg), "hashValue", hash.Content.ToLowerInvariant()));
    }

    void Collections()
    {
        Start("software_Sbom", _prefix + "SPDXRef-Sbom");
        json.Texts("software_sbomType", Types());
        json.Texts("rootElement", _elements.Described.Select(id => _prefix + id));
        json.Texts("element", _elements.All.Select(element => _prefix + element.Id).Concat(_relationships));
        json.WriteEndObject();
        Start("SpdxDocument", _prefix + "SPDXRef-DOCUMENT");
        json.WriteString("name", SpdxElements.Title(bom));
        json.WriteString("dataLicense", "https://spdx.org/licenses/CC0-1.0");
        json.Texts("profileConformance", ["core", "software", "simpleLicensing", "extension"]);
        json.Texts("rootElement", [_prefix + "SPDXRef-Sbom"]);
        json.Texts("element", [_prefix + "SPDXRef-Sbom", .. _agents.All.Select(agent => agent.Id), .. _expressions.Values, .. _licences.Refs.Select(TextId)]);
        Extension([.. bom.Metadata.Properties, .. bom.Properties]);
        json.WriteEndObject();
    }

    IEnumerable<string> Types() => bom.Metadata.Lifecycles.IsEmpty ? ["analyzed"] : bom.Metadata.Lifecycles.Select(phase => phase switch
    {
        "design" => "design",
        "pre-build" => "source",
        "build" => "build",
        "operations" => "deployed",
        _ => "analyzed",
    }).Distinct();

    void Extension(ImmutableArray<Property> properties)
    {
        if (properties.IsEmpty)
            return;
        json.WriteStartArray("extension");
        json.WriteStartObject();
        json.WriteString("type", "extension_CdxPropertiesExtension");
        json.Member("extension_cdxProperty", properties, property => json.Object("type", "extension_CdxPropertyEntry", "extension_cdxPropName", property.Name, "extension_cdxPropValue", property.Value));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    void Start(string type, string id)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("spdxId", id);
        json.WriteString("creationInfo", Creation);
    }

    /// <summary>An identifier of an element.</summary>
    public static void Identifier(Utf8JsonWriter json, string type, string identifier) =>
        json.Object("type", "ExternalIdentifier", "externalIdentifierType", type, "identifier", identifier);

    /// <summary>A link of an element.</summary>
    public static void Reference(Utf8JsonWriter json, ExternalReference reference)
    {
        var type = SpdxNames.Reference3(reference.Type);
        json.WriteStartObject();
        json.WriteString("type", "ExternalRef");
        json.WriteString("externalRefType", type);
        json.Texts("locator", [reference.Url]);
        // The kind that SPDX has no word for stands before what is said of it.
        json.Member("comment", type == "other" ? $"{reference.Type}: {reference.Comment}".TrimEnd(' ', ':') : reference.Comment);
        json.WriteEndObject();
    }
}
