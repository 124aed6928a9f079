using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>Reads SPDX 2.2 and 2.3 JSON.</summary>
sealed partial class Spdx2Reader(SbomLosses losses)
{
    static readonly FrozenSet<string> s_document = Set(
        "spdxVersion dataLicense SPDXID name documentNamespace creationInfo packages files relationships hasExtractedLicensingInfos documentDescribes annotations comment $schema");
    static readonly FrozenSet<string> s_package = Set(
        "SPDXID name versionInfo packageFileName supplier originator downloadLocation filesAnalyzed checksums homepage sourceInfo licenseConcluded licenseDeclared copyrightText summary description "
        + "comment externalRefs primaryPackagePurpose annotations hasFiles licenseComments builtDate releaseDate validUntilDate attributionTexts");
    static readonly FrozenSet<string> s_file = Set("SPDXID fileName checksums licenseConcluded copyrightText comment noticeText fileTypes annotations");

    // How a relationship of SPDX leads from what depends to what it depends on, and the scope that this means.
    static readonly FrozenDictionary<string, (bool Reversed, string? Scope)> s_dependencies = new Dictionary<string, (bool, string?)>
    {
        ["DEPENDS_ON"] = (false, null), ["STATIC_LINK"] = (false, null), ["DYNAMIC_LINK"] = (false, null), ["HAS_PREREQUISITE"] = (false, null),
        ["DEPENDENCY_OF"] = (true, null), ["RUNTIME_DEPENDENCY_OF"] = (true, null), ["PREREQUISITE_FOR"] = (true, null), ["PROVIDED_DEPENDENCY_OF"] = (true, null),
        ["OPTIONAL_DEPENDENCY_OF"] = (true, "optional"), ["OPTIONAL_COMPONENT_OF"] = (true, "optional"),
        ["DEV_DEPENDENCY_OF"] = (true, "excluded"), ["BUILD_DEPENDENCY_OF"] = (true, "excluded"), ["TEST_DEPENDENCY_OF"] = (true, "excluded"),
        ["BUILD_TOOL_OF"] = (true, "excluded"), ["DEV_TOOL_OF"] = (true, "excluded"), ["TEST_TOOL_OF"] = (true, "excluded"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly (string Member, string Element)[] s_said =
        [("supplier", "supplier"), ("originator", "creator"), ("licenseDeclared", "licence-declared"), ("licenseConcluded", "licence-concluded"), ("downloadLocation", "deployable-uri")];

    readonly SpdxGraph _graph = new(losses);
    readonly Dictionary<string, SpdxLicenceRef> _licences = new(StringComparer.Ordinal);

    /// <summary>The document.</summary>
    /// <exception cref="ShapeException">It is none.</exception>
    public Bom Document(SbomNode root)
    {
        root.Extra(s_document, null, "", losses);
        foreach (var licence in root.Objects("hasExtractedLicensingInfos"))
            Licence(licence);
        var described = root.Texts("documentDescribes").ToHashSet(StringComparer.Ordinal);
        foreach (var relation in root.Objects("relationships"))
            if (relation.Text("relationshipType") == "DESCRIBES")
                described.Add(relation.Required("relatedSpdxElement"));
        foreach (var package in root.Objects("packages"))
            _graph.Add(package.Required("SPDXID"), Package(package, described));
        foreach (var file in root.Objects("files"))
            _graph.Add(file.Required("SPDXID"), File(file));
        foreach (var id in described)
            _graph.Describe(id);
        foreach (var package in root.Objects("packages"))
            foreach (var file in package.Texts("hasFiles"))
                _graph.Contain(package.Required("SPDXID"), file);
        foreach (var relation in root.Objects("relationships"))
            Relationship(relation.Required("spdxElementId"), relation.Required("relationshipType"), relation.Required("relatedSpdxElement"));
        return About(root, _graph.Build());
    }

    Bom About(SbomNode root, Bom bom)
    {
        var creation = root.Object("creationInfo");
        var authors = ImmutableArray.CreateBuilder<OrganizationalContact>();
        var tools = ImmutableArray.CreateBuilder<Component>();
        OrganizationalEntity? manufacturer = null;
        foreach (var creator in creation?.Texts("creators") ?? [])
        {
            if (creator.StartsWith("Tool:", StringComparison.Ordinal))
                tools.Add(SpdxTexts.Tool(creator["Tool:".Length..].Trim()));
            else if (SpdxTexts.Agent(creator) is var (isPerson, name, email))
            {
                if (isPerson || manufacturer is not null)
                    authors.Add(new(name, email));
                else
                    manufacturer = SpdxTexts.Supplier(creator);
            }
        }
        var space = root.Text("documentNamespace") ?? "";
        var serial = SpdxTexts.Serial(space);
        var properties = Annotations(root);
        if (serial is null && space.Length > 0)
            properties = properties.Add(new("spdx:documentNamespace", space));
        if (root.Filled("comment") is { } comment)
            properties = properties.Add(new("spdx:comment", comment));
        return bom with
        {
            SerialNumber = serial?.Serial,
            Version = serial?.Version ?? 1,
            Metadata = bom.Metadata with
            {
                Timestamp = Time(creation?.Text("created")),
                Lifecycles = SpdxTexts.Lifecycles(creation?.Text("comment")),
                Authors = authors.ToImmutable(),
                Tools = tools.ToImmutable(),
                Manufacturer = manufacturer,
                Properties = properties,
            },
        };
    }

    Component Package(SbomNode package, HashSet<string> described)
    {
        package.Extra(s_package, null, "packages.", losses);
        var purpose = package.Text("primaryPackagePurpose");
        var originator = SpdxTexts.Agent(package.Text("originator"));
        var properties = Annotations(package).ToBuilder();
        var component = new Component(purpose is null && described.Contains(package.Required("SPDXID")) ? "application" : SpdxNames.Type(purpose), null, package.Required("name"))
        {
            Version = package.Filled("versionInfo"),
            Supplier = SpdxTexts.Supplier(package.Text("supplier")),
            Manufacturer = originator is { IsPerson: false } ? SpdxTexts.Supplier(package.Text("originator")) : null,
            Authors = originator is { IsPerson: true } person ? [new(person.Name, person.Email)] : [],
            Hashes = Checksums(package),
            Licenses = Licences(package, properties),
            Copyright = SpdxTexts.Said(package.Text("copyrightText")),
            Description = package.Filled("description") ?? package.Filled("summary"),
            Said = Said(package),
        };
        component = References(package, component, properties);
        foreach (var name in (ReadOnlySpan<string>)["comment", "licenseComments", "builtDate", "releaseDate", "validUntilDate"])
            if (package.Filled(name) is { } value)
                properties.Add(new("spdx:" + name, value));
        foreach (var text in package.Texts("attributionTexts"))
            properties.Add(new("spdx:attributionText", text));
        if (package.Filled("packageFileName") is { } file && file != component.Name)
            properties.Add(new("spdx:packageFileName", file));
        if (package.Filled("sourceInfo") is { } source && !source.StartsWith(SpdxComments.Source, StringComparison.Ordinal))
            properties.Add(new("spdx:sourceInfo", source));
        if (purpose is not null && SpdxNames.Purpose2(component.Type) != purpose && purpose != "OTHER")
            properties.Add(new("spdx:primaryPackagePurpose", purpose));
        return component with { Properties = properties.ToImmutable() };
    }

    Component File(SbomNode file)
    {
        file.Extra(s_file, null, "files.", losses);
        var properties = Annotations(file).ToBuilder();
        var name = file.Required("fileName");
        foreach (var text in (ReadOnlySpan<string>)["comment", "noticeText"])
            if (file.Filled(text) is { } value)
                properties.Add(new("spdx:" + text, value));
        var licence = SpdxTexts.Said(file.Text("licenseConcluded"));
        return new("file", null, name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name)
        {
            Hashes = Checksums(file),
            Licenses = licence is null ? [] : [SpdxTexts.Licence(licence, "concluded", _licences)],
            Copyright = SpdxTexts.Said(file.Text("copyrightText")),
            Properties = properties.ToImmutable(),
            Said = Said(file),
        };
    }

    static ImmutableArray<Property> Said(SbomNode node)
    {
        var said = ImmutableArray.CreateBuilder<Property>();
        foreach (var (member, element) in s_said)
            if (node.Text(member) is { } word && (word is "NONE" or "NOASSERTION"))
                said.Add(new(element, word));
        return said.ToImmutable();
    }

    ImmutableArray<Property> Annotations(SbomNode node)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        foreach (var annotation in node.Objects("annotations"))
        {
            if (annotation.Text("annotator")?.StartsWith("Tool: " + Identity.ToolName, StringComparison.Ordinal) == true && SpdxComments.Properties(annotation.Text("comment") ?? "") is { } ours)
                properties.AddRange(ours);
            else
                losses.Add("annotations");
        }
        return properties.ToImmutable();
    }

    void Relationship(string from, string type, string to)
    {
        if (type is "DESCRIBES" || (type is "DESCRIBED_BY" && to == "SPDXRef-DOCUMENT"))
            _graph.Describe(type is "DESCRIBES" ? to : from);
        else if (type is "CONTAINS" && to is "NOASSERTION")
            _graph.LackParts(from);
        else if (type is "DEPENDS_ON" && to is "NONE" or "NOASSERTION")
            _graph.State(from, to is "NONE" ? "complete" : "unknown");
        else if (to is "NONE" or "NOASSERTION")
            losses.Add($"relationships {type} {to}");
        else if (type is "CONTAINS")
            _graph.Contain(from, to);
        else if (type is "CONTAINED_BY")
            _graph.Contain(to, from);
        else if (s_dependencies.TryGetValue(type, out var edge))
            _graph.Depend(edge.Reversed ? to : from, edge.Reversed ? from : to, edge.Scope);
        else
            losses.Add($"relationships {(type.Length <= 40 ? type : type[..40] + "…")}");
    }

    string? Time(string? text)
    {
        if (text is null || DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
            return text is null ? null : SpdxElements.Time(text);
        losses.Add("creationInfo.created");
        return null;
    }

    static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
