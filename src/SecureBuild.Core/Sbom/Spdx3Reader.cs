using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>Reads SPDX 3.0 JSON-LD in the form that its specification fixes: one flat graph, elements by their ids.</summary>
sealed partial class Spdx3Reader(SbomLosses losses)
{
    static readonly FrozenSet<string> s_known = Set(
        "type spdxId @id creationInfo name description summary comment verifiedUsing externalIdentifier externalRef extension suppliedBy originatedBy software_copyrightText software_primaryPurpose "
        + "software_additionalPurpose software_packageVersion software_packageUrl software_downloadLocation software_homePage software_sourceInfo software_attributionText contentType software_fileKind");

    // From what depends to what it depends on, and the scope that this means.
    static readonly FrozenDictionary<string, string?> s_dependencies = new Dictionary<string, string?>
    {
        ["dependsOn"] = null, ["hasStaticLink"] = null, ["hasDynamicLink"] = null, ["hasPrerequisite"] = null, ["hasProvidedDependency"] = null,
        ["hasOptionalDependency"] = "optional", ["hasOptionalComponent"] = "optional",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    readonly SpdxGraph _graph = new(losses);
    readonly Dictionary<string, SbomNode> _elements = new(StringComparer.Ordinal);

    /// <summary>The document.</summary>
    /// <exception cref="ShapeException">It is none.</exception>
    public Bom Document(SbomNode root)
    {
        SbomNode[] graph = root.Has("@graph") ? [.. root.Objects("@graph")] : [root];
        foreach (var element in graph)
            if ((element.Text("spdxId") ?? element.Text("@id")) is { } id)
                losses.Add("elements (id used twice)", _elements.TryAdd(id, element) ? 0 : 1);
        foreach (var element in graph)
            if (TypeOf(element) is "simplelicensing_LicenseExpression")
                CustomIds(element);
        foreach (var element in graph)
            if (ComponentType(TypeOf(element)) is { } type)
                _graph.Add(element.Required("spdxId"), Component(element, type));
        foreach (var element in graph)
            Described(element);
        foreach (var element in graph)
            Relationship(element);
        return About(graph, _graph.Build());
    }

    static string TypeOf(SbomNode node) => node.Text("type") ?? node.Text("@type") ?? "";

    static string? ComponentType(string type) => type switch
    {
        "software_Package" => "library",
        "software_File" => "file",
        "ai_AIPackage" => "machine-learning-model",
        "dataset_DatasetPackage" => "data",
        _ => null,
    };

    Component Component(SbomNode node, string type)
    {
        node.Extra(s_known, null, "elements.", losses);
        var properties = Properties(node).ToBuilder();
        var purpose = node.Text("software_primaryPurpose");
        var component = new Component(type == "library" ? SpdxNames.Type(purpose) : type, null, node.Text("name") ?? node.Required("spdxId"))
        {
            Version = node.Filled("software_packageVersion"),
            Purl = node.Filled("software_packageUrl"),
            Description = node.Filled("description") ?? node.Filled("summary"),
            Copyright = SpdxTexts.Said(node.Text("software_copyrightText")),
            Supplier = Agents(node, "suppliedBy").FirstOrDefault().Entity,
            Hashes = [.. Inline(node, "verifiedUsing").Select(Hash).OfType<Hash>()],
        };
        component = Origin(component, node);
        component = Identifiers(component, node, properties);
        if (node.Filled("comment") is { } comment)
            properties.Add(new("spdx:comment", comment));
        if (node.Filled("software_sourceInfo") is { } source && !source.StartsWith(SpdxComments.Source, StringComparison.Ordinal))
            properties.Add(new("spdx:sourceInfo", source));
        foreach (var text in node.Texts("software_attributionText"))
            properties.Add(new("spdx:attributionText", text));
        if (type == "library" && purpose is not null && SpdxNames.Purpose3(component.Type) != purpose && purpose != "other")
            properties.Add(new("spdx:primaryPurpose", purpose));
        if (!properties.Any(property => property.Name.StartsWith("bsi:component:", StringComparison.Ordinal)))
            properties.AddRange(Purposes(node));
        return component with { ExternalReferences = References(node), Properties = properties.ToImmutable() };
    }

    // As BSI TR-03183-2 v2.1 maps its fields: what is said is taken over, what is not said says nothing.
    static IEnumerable<Property> Purposes(SbomNode node) => node.Texts("software_additionalPurpose").Select(purpose => purpose switch
    {
        "executable" => new Property(BsiFields.Executable, "executable"),
        "archive" => new(BsiFields.Archive, "archive"),
        "container" => new(BsiFields.Structured, "structured"),
        "firmware" => new(BsiFields.Structured, "unstructured"),
        _ => null,
    }).OfType<Property>().DistinctBy(property => property.Name);

    Component Origin(Component component, SbomNode node)
    {
        var authors = ImmutableArray.CreateBuilder<OrganizationalContact>();
        foreach (var (isPerson, entity) in Agents(node, "originatedBy"))
        {
            if (!isPerson && component.Manufacturer is null)
                component = component with { Manufacturer = entity };
            else
                authors.Add(new(entity.Name, entity.Contact.FirstOrDefault()?.Email));
        }
        return component with { Authors = authors.ToImmutable() };
    }

    Component Identifiers(Component component, SbomNode node, ImmutableArray<Property>.Builder properties)
    {
        foreach (var identifier in Inline(node, "externalIdentifier"))
        {
            var (type, value) = (identifier.Required("externalIdentifierType"), identifier.Required("identifier"));
            if (type == "packageUrl" && component.Purl is null)
                component = component with { Purl = value };
            else if (type is "cpe22" or "cpe23" && component.Cpe is null)
                component = component with { Cpe = value };
            else if (type != "packageUrl" || value != component.Purl)
                properties.Add(new("spdx:" + type, value));
        }
        return component;
    }

    ImmutableArray<ExternalReference> References(SbomNode node)
    {
        var references = ImmutableArray.CreateBuilder<ExternalReference>();
        foreach (var reference in Inline(node, "externalRef"))
        {
            var (type, comment) = (SpdxNames.Reference(reference.Text("externalRefType")), reference.Filled("comment"));
            if (type == "other" && comment?.Split(':', 2) is [var ours, ..] rest && CycloneDxWords.References.Contains(ours))
                (type, comment) = (ours, rest.Length > 1 ? rest[1].Trim() : null);
            foreach (var locator in reference.Texts("locator"))
                Add(new(type, locator, comment));
        }
        foreach (var (type, member) in (ReadOnlySpan<(string, string)>)[("distribution", "software_downloadLocation"), ("website", "software_homePage")])
            if (node.Filled(member) is { } address)
                Add(new(type, address));
        return references.ToImmutable();

        void Add(ExternalReference reference)
        {
            if (!CycloneDxWords.IsAddress(reference.Url))
                losses.Add("externalRef.locator");
            else if (!references.Contains(reference))
                references.Add(reference);
        }
    }

    void Described(SbomNode node)
    {
        if (TypeOf(node) is "software_Sbom" or "Bom" or "SpdxDocument")
            foreach (var id in node.Texts("rootElement"))
                _graph.Describe(id);
    }

    void Relationship(SbomNode node)
    {
        var kind = TypeOf(node);
        if (kind is not ("Relationship" or "LifecycleScopedRelationship"))
        {
            if (kind is "Annotation" or "software_Snippet" || kind.StartsWith("security_", StringComparison.Ordinal) || kind.StartsWith("build_", StringComparison.Ordinal))
                losses.Add(kind);
            return;
        }
        var (from, type) = (node.Required("from"), node.Required("relationshipType"));
        var targets = node.Texts("to");
        if (type is "contains" or "hasDistributionArtifact")
            Contents(from, targets, node);
        else if (s_dependencies.TryGetValue(type, out var scope))
            Dependencies(from, targets, node.Text("scope") is "development" or "build" or "test" ? "excluded" : scope, node.Text("completeness"));
        else if (type is "hasDeclaredLicense" or "hasConcludedLicense")
            foreach (var target in targets)
                License(from, target, type is "hasDeclaredLicense" ? "declared" : "concluded");
        else if (type is "describes")
            foreach (var target in targets)
                _graph.Describe(target);
        else
            losses.Add($"relationships {(type.Length <= 40 ? type : type[..40] + "…")}");
    }

    void Contents(string from, ImmutableArray<string> targets, SbomNode node)
    {
        foreach (var target in targets)
        {
            if (IsNothing(target, "NoAssertionElement") is null)
                _graph.Contain(from, target);
        }
        if (node.Text("completeness") is "incomplete")
            _graph.LackParts(from);
    }

    void Dependencies(string from, ImmutableArray<string> targets, string? scope, string? completeness)
    {
        foreach (var target in targets)
        {
            if (IsNothing(target, "NoneElement") is { } nothing)
                completeness ??= nothing ? "complete" : "noAssertion";
            else
                _graph.Depend(from, target, scope);
        }
        if (completeness is not null)
            _graph.State(from, completeness is "complete" or "incomplete" ? completeness : "unknown");
    }

    // None, nothing said, or (null) an element.
    static bool? IsNothing(string id, string name) =>
        id is "NoneElement" or "https://spdx.org/rdf/3.0.1/terms/Core/NoneElement" ? name == "NoneElement"
        : id is "NoAssertionElement" or "https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement" ? name == "NoAssertionElement" : null;

    Bom About(SbomNode[] graph, Bom bom)
    {
        var document = graph.FirstOrDefault(element => TypeOf(element) == "SpdxDocument") ?? graph.FirstOrDefault(element => TypeOf(element) is "software_Sbom" or "Bom");
        if (document is null)
            return bom;
        var creation = Inline(document, "creationInfo").FirstOrDefault();
        var creators = creation is null ? [] : Agents(creation, "createdBy").ToArray();
        var id = document.Text("spdxId") ?? "";
        var space = id.Contains('#', StringComparison.Ordinal) ? id[..id.IndexOf('#', StringComparison.Ordinal)] : id;
        var serial = SpdxTexts.Serial(space);
        var properties = Properties(document);
        if (serial is null && id.Length > 0)
            properties = properties.Add(new("spdx:documentId", id));
        return bom with
        {
            SerialNumber = serial?.Serial,
            Version = serial?.Version ?? 1,
            Metadata = bom.Metadata with
            {
                Timestamp = creation?.Text("created") is { } created && DateTimeOffset.TryParse(created, System.Globalization.CultureInfo.InvariantCulture, out _) ? SpdxElements.Time(created) : null,
                Lifecycles = SpdxTexts.Lifecycles(creation?.Text("comment")),
                Manufacturer = creators.FirstOrDefault(creator => !creator.IsPerson && creator.Entity.Name != Identity.ToolName).Entity,
                Authors = [.. creators.Where(creator => creator.IsPerson).Select(creator => new OrganizationalContact(creator.Entity.Name, creator.Entity.Contact.FirstOrDefault()?.Email))],
                Tools = creation is null ? [] : [.. Inline(creation, "createdUsing").Select(tool => tool.Filled("name")).OfType<string>().Select(SpdxTexts.Tool)],
                Properties = properties,
            },
        };
    }

    static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
