using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SecureBuild.Licences;

namespace SecureBuild.Sbom;

/// <summary>Reads CycloneDX JSON 1.4 to 1.7. What a later version renamed is read under its old name too.</summary>
sealed class CycloneDxReader(SbomLosses losses)
{
    static readonly FrozenSet<string> s_document = Set("$schema bomFormat specVersion serialNumber version metadata components externalReferences dependencies compositions properties");
    static readonly FrozenSet<string> s_metadata = Set("timestamp lifecycles tools manufacturer manufacture authors component supplier licenses properties");
    static readonly FrozenSet<string> s_component = Set(
        "type mime-type bom-ref supplier manufacturer authors author publisher group name version versionRange isExternal description scope hashes licenses copyright cpe purl externalReferences components properties");
    static readonly FrozenSet<string> s_licence = Set("id name acknowledgement text url");
    static readonly FrozenSet<string> s_expression = Set("expression expressionDetails acknowledgement");
    static readonly FrozenSet<string> s_entity = Set("name url contact");
    static readonly FrozenSet<string> s_contact = Set("name email phone");
    static readonly FrozenSet<string> s_reference = Set("url comment type hashes");
    static readonly FrozenSet<string> s_dependency = Set("ref dependsOn provides");
    static readonly FrozenSet<string> s_composition = Set("bom-ref aggregate assemblies dependencies");

    readonly Refs _refs = new();

    /// <summary>The document.</summary>
    /// <exception cref="ShapeException">It is none.</exception>
    public Bom Document(SbomNode root) => new()
    {
        SerialNumber = Serial(root.Text("serialNumber")),
        Version = root.Number("version") is { } version and > 0 ? version : 1,
        Metadata = root.Object("metadata") is { } metadata ? Metadata(metadata) : new(),
        Components = root.List("components", Component),
        ExternalReferences = root.List("externalReferences", Reference),
        Dependencies = root.List("dependencies", Dependency),
        Compositions = root.List("compositions", Composition),
        Properties = root.List("properties", Property),
        Extra = root.Extra(s_document, CycloneDxWords.OfDocument, "", losses),
    };

    Metadata Metadata(SbomNode node) => new()
    {
        Timestamp = Time(node.Text("timestamp")),
        Lifecycles = node.List("lifecycles", phase => Word(phase.Text("phase"), CycloneDxWords.Phases, "metadata.lifecycles")),
        Tools = Tools(node),
        Manufacturer = Entity(node, "manufacturer") ?? Entity(node, "manufacture"),
        Authors = node.List("authors", Contact),
        Component = node.Object("component") is { } component ? Component(component) : null,
        Supplier = Entity(node, "supplier"),
        Licenses = node.List("licenses", License),
        Properties = node.List("properties", Property),
        Extra = node.Extra(s_metadata, CycloneDxWords.OfMetadata, "metadata.", losses),
    };

    // Until 1.4 a list of tools, from 1.5 on components and services.
    ImmutableArray<Component> Tools(SbomNode metadata)
    {
        if (metadata.Value.TryGetProperty("tools", out var tools) && tools.ValueKind == System.Text.Json.JsonValueKind.Array)
            return metadata.List("tools", Tool);
        return metadata.Object("tools") is { } found ? [.. found.List("components", Component), .. found.List("services", Tool)] : [];
    }

    Component? Tool(SbomNode tool) => tool.Filled("name") is not { } name ? null : new("application", null, name)
    {
        Version = tool.Filled("version"),
        Supplier = (tool.Filled("vendor") ?? tool.Object("provider")?.Filled("name")) is { } vendor ? new(vendor) : null,
        Hashes = tool.List("hashes", Hash),
    };

    Component Component(SbomNode node)
    {
        var name = node.Required("name");
        var authors = node.List("authors", Contact);
        var range = node.Filled("version") is null ? node.Filled("versionRange") : null;
        return CarriedFields.Restore(new(Word(node.Required("type"), CycloneDxWords.Types, "components.type") ?? "library", node.Filled("bom-ref") is { } wanted ? Ref(wanted) : null, name)
        {
            MimeType = node.Filled("mime-type"),
            Supplier = Entity(node, "supplier"),
            Manufacturer = Entity(node, "manufacturer"),
            Authors = authors.IsEmpty && node.Filled("author") is { } author ? [new(author)] : authors,
            Publisher = node.Filled("publisher"),
            Group = node.Filled("group"),
            Version = node.Filled("version"),
            VersionRange = range,
            IsExternal = node.Flag("isExternal") || range is not null,
            Description = node.Filled("description"),
            Scope = Word(node.Text("scope"), CycloneDxWords.Scopes, "components.scope"),
            Hashes = node.List("hashes", Hash),
            Licenses = node.List("licenses", License),
            Copyright = node.Filled("copyright"),
            Cpe = node.Filled("cpe"),
            Purl = node.Filled("purl"),
            ExternalReferences = node.List("externalReferences", Reference),
            Components = node.List("components", Component),
            Properties = node.List("properties", Property),
            Extra = node.Extra(s_component, CycloneDxWords.OfComponent, "components.", losses),
        });
    }

    // Edges lead to the first of two with the same name.
    string Ref(string wanted)
    {
        var name = _refs.Take(wanted);
        losses.Add("components.bom-ref (used twice)", name == wanted ? 0 : 1);
        return name;
    }

    LicenseChoice? License(SbomNode choice)
    {
        if (choice.Object("license") is { } licence)
        {
            var (id, name) = (licence.Filled("id"), licence.Filled("name"));
            if (id is null && name is null)
                return Lost<LicenseChoice>("licenses.license (without id and name)");
            // An id that the list does not have is a name.
            var isListed = id is not null && SpdxList.IsCycloneDxId(id);
            return new(Id: isListed ? id : null, Name: isListed ? null : name ?? id)
            {
                Acknowledgement = Acknowledgement(licence),
                Text = Text(licence.Object("text")),
                Url = Address(licence.Filled("url"), "licenses.url"),
                Extra = licence.Extra(s_licence, CycloneDxWords.OfLicence, "licenses.", losses),
            };
        }
        var expression = choice.Required("expression");
        var details = choice.List("expressionDetails", detail => new ExpressionDetail(detail.Required("licenseIdentifier"), Text(detail.Object("text")), Address(detail.Filled("url"), "licenses.url")));
        var whole = details is [{ Url: null } only] && only.LicenseIdentifier == expression ? only.Text : null;
        return new(Expression: expression)
        {
            Acknowledgement = Acknowledgement(choice),
            Text = whole,
            ExpressionDetails = whole is null ? details : [],
            Extra = choice.Extra(s_expression, CycloneDxWords.OfLicence, "licenses.", losses),
        };
    }

    static string? Acknowledgement(SbomNode node) => node.Text("acknowledgement") is "declared" or "concluded" ? node.Text("acknowledgement") : null;

    string? Text(SbomNode? attachment)
    {
        if (attachment?.Text("content") is not { } content)
            return null;
        if (attachment.Text("encoding") is null)
            return content;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(content));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return Lost<string>("licenses.text");
        }
    }

    OrganizationalEntity? Entity(SbomNode parent, string name)
    {
        if (parent.Object(name) is not { } entity)
            return null;
        entity.Extra(s_entity, null, name + ".", losses);
        var urls = entity.Texts("url");
        var valid = urls.RemoveAll(url => !CycloneDxWords.IsAddress(url));
        losses.Add(name + ".url", urls.Length - valid.Length);
        return new(entity.Filled("name")) { Url = valid, Contact = entity.List("contact", Contact) };
    }

    OrganizationalContact? Contact(SbomNode node)
    {
        node.Extra(s_contact, null, "contact.", losses);
        var email = node.Filled("email");
        if (email is not null && !CycloneDxWords.IsMail(email))
            email = Lost<string>("contact.email");
        return (node.Filled("name"), email, node.Filled("phone")) is (null, null, null) ? null : new(node.Filled("name"), email, node.Filled("phone"));
    }

    Hash? Hash(SbomNode node) => (node.Required("alg"), node.Required("content")) is var (alg, content) && CycloneDxWords.IsHash(alg, content) ? new(alg, content.ToLowerInvariant()) : Lost<Hash>("hashes");

    ExternalReference? Reference(SbomNode node)
    {
        var type = node.Required("type");
        node.Extra(s_reference, null, "externalReferences.", losses);
        if (Address(node.Required("url"), "externalReferences.url") is not { } url)
            return null;
        return new(CycloneDxWords.References.Contains(type) ? type : "other", url, node.Filled("comment") ?? (CycloneDxWords.References.Contains(type) ? null : type)) { Hashes = node.List("hashes", Hash) };
    }

    static Property Property(SbomNode node) => new(node.Required("name"), node.Text("value") ?? "");

    Dependency Dependency(SbomNode node)
    {
        node.Extra(s_dependency, null, "dependencies.", losses);
        return new(node.Required("ref"), Once(node.Texts("dependsOn"))) { Provides = Once(node.Texts("provides")) };
    }

    Composition? Composition(SbomNode node)
    {
        node.Extra(s_composition, null, "compositions.", losses);
        return Word(node.Required("aggregate"), CycloneDxWords.Aggregates, "compositions.aggregate") is not { } aggregate ? null : new(aggregate)
        {
            BomRef = node.Filled("bom-ref"),
            Assemblies = Once(node.Texts("assemblies")),
            Dependencies = Once(node.Texts("dependencies")),
        };
    }

    static ImmutableArray<string> Once(ImmutableArray<string> names) => [.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    string? Serial(string? text) =>
        text is null || (text.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(text["urn:uuid:".Length..], "D", out _) && text == text.ToLowerInvariant()) ? text : Lost<string>("serialNumber");

    string? Time(string? text) => text is null
        || DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? text : Lost<string>("metadata.timestamp");

    string? Address(string? text, string place) => text is null || CycloneDxWords.IsAddress(text) ? text : Lost<string>(place);

    string? Word(string? text, FrozenSet<string> words, string place) => text is null || words.Contains(text) ? text : Lost<string>(place);

    T? Lost<T>(string place) where T : class
    {
        losses.Add(place);
        return null;
    }

    static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
