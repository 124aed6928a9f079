using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>Reads SPDX 3.0 JSON-LD in the form that its specification fixes: one flat graph, elements by their ids.</summary>
sealed class Spdx3Reader(SbomLosses losses)
{
    const string LicenceList = "https://spdx.org/licenses/";
    const int DeepestLicence = 8;
    const int LongestLicence = 20_000;

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
    readonly Dictionary<string, SpdxLicenceRef> _texts = new(StringComparer.Ordinal);

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
        return component with { ExternalReferences = References(node), Properties = properties.ToImmutable() };
    }

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

    Hash? Hash(SbomNode node)
    {
        if (TypeOf(node) == "Hash" && (SpdxNames.Algorithm(node.Required("algorithm")), node.Required("hashValue")) is ({ } alg, var content) && CycloneDxWords.IsHash(alg, content))
            return new(alg, content.ToLowerInvariant());
        losses.Add("verifiedUsing");
        return null;
    }

    /// <summary>Agents by reference or in place, one or several.</summary>
    IEnumerable<(bool IsPerson, OrganizationalEntity Entity)> Agents(SbomNode node, string member) =>
        from agent in Inline(node, member)
        let name = agent.Filled("name")
        where name is not null
        let email = Inline(agent, "externalIdentifier").FirstOrDefault(identifier => identifier.Text("externalIdentifierType") == "email")?.Filled("identifier")
        let url = Inline(agent, "externalRef").SelectMany(reference => reference.Texts("locator")).Where(CycloneDxWords.IsAddress)
        let isPerson = TypeOf(agent) == "Person"
        select (isPerson, new OrganizationalEntity(name) { Url = [.. url], Contact = email is not null && CycloneDxWords.IsMail(email) ? [new(isPerson ? name : null, email)] : [] });

    /// <summary>The objects that a member holds, or that it names by their ids.</summary>
    IEnumerable<SbomNode> Inline(SbomNode node, string member)
    {
        if (!node.Value.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            yield break;
        if (value.ValueKind == JsonValueKind.Object)
            yield return node.Object(member)!;
        else if (value.ValueKind == JsonValueKind.String)
        {
            if (Element(node.Text(member)!) is { } found)
                yield return found;
        }
        else if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String)
        {
            foreach (var id in node.Texts(member))
                if (Element(id) is { } found)
                    yield return found;
        }
        else
        {
            foreach (var item in node.Objects(member))
                yield return item;
        }
    }

    SbomNode? Element(string id)
    {
        if (_elements.TryGetValue(id, out var element))
            return element;
        losses.Add("references to elements elsewhere");
        return null;
    }

    ImmutableArray<Property> Properties(SbomNode node)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        foreach (var extension in Inline(node, "extension"))
        {
            if (TypeOf(extension) == "extension_CdxPropertiesExtension")
                foreach (var entry in Inline(extension, "extension_cdxProperty"))
                    properties.Add(new(entry.Required("extension_cdxPropName"), entry.Text("extension_cdxPropValue") ?? ""));
            else
                losses.Add("extension");
        }
        return properties.ToImmutable();
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

    void License(string from, string target, string acknowledgement)
    {
        if (target.EndsWith("NoAssertionLicense", StringComparison.Ordinal) || target.EndsWith("NoneLicense", StringComparison.Ordinal))
            return;
        if (Expression(target, 0) is { } expression && expression.Length <= LongestLicence)
            _graph.License(from, SpdxTexts.Licence(expression, acknowledgement, _texts));
        else
            losses.Add("licences");
    }

    /// <summary>A licence element as an expression; null where it is not one that this reader knows.</summary>
    string? Expression(string id, int depth)
    {
        if (depth > DeepestLicence)
            return null;
        if (id.StartsWith(LicenceList, StringComparison.Ordinal))
            return id[LicenceList.Length..] is { Length: > 0 } listed ? listed : null;
        if (!_elements.TryGetValue(id, out var node))
            return null;
        switch (TypeOf(node))
        {
            case "simplelicensing_LicenseExpression":
                return node.Filled("simplelicensing_licenseExpression");
            case "simplelicensing_SimpleLicensingText" or "expandedlicensing_CustomLicense":
                var name = SpdxLicences.Prefix + string.Concat((node.Filled("name") ?? id[(id.LastIndexOfAny(['#', '/']) + 1)..]).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
                _texts.TryAdd(name, Text(name, node));
                return name;
            case "expandedlicensing_ConjunctiveLicenseSet" or "expandedlicensing_DisjunctiveLicenseSet":
                var members = node.Texts("expandedlicensing_member");
                if (members.Length is 0 or > 100)
                    return null;
                var parts = members.Select(member => Expression(member, depth + 1)).ToArray();
                if (parts.Contains(null) || parts.Sum(part => part!.Length) > LongestLicence)
                    return null;
                return $"({string.Join(TypeOf(node) == "expandedlicensing_ConjunctiveLicenseSet" ? " AND " : " OR ", parts)})";
            default:
                return null;
        }
    }

    void CustomIds(SbomNode expression)
    {
        foreach (var entry in Inline(expression, "simplelicensing_customIdToUri"))
            if (entry.Text("value") is { } uri && _elements.TryGetValue(uri, out var text) && entry.Required("key") is var key)
                _texts.TryAdd(key, Text(key, text));
    }

    SpdxLicenceRef Text(string id, SbomNode node) => new(
        id, node.Filled("name") ?? id, node.Text("simplelicensing_licenseText") ?? SpdxLicences.NoText,
        Inline(node, "externalRef").SelectMany(reference => reference.Texts("locator")).FirstOrDefault(CycloneDxWords.IsAddress));

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
