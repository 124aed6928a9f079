using System.Collections.Immutable;
using System.Text;

namespace SecureBuild.Sbom;

/// <summary>A component as an SPDX element.</summary>
/// <param name="Component">The component.</param>
/// <param name="Id">Its <c>SPDXRef-…</c>, once in the document.</param>
/// <param name="ContainedIn">Id of the element it is a part of, or null.</param>
sealed record SpdxElement(Component Component, string Id, string? ContainedIn);

/// <summary>A bill of materials as SPDX sees it: every component is an element of its own, however deep it is nested, and edges lead from id to id.</summary>
sealed class SpdxElements
{
    readonly Dictionary<string, SpdxElement> _byRef = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _completeness = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);
    readonly HashSet<string> _ids = new(StringComparer.Ordinal) { "SPDXRef-DOCUMENT", "SPDXRef-Sbom" };

    /// <summary>Names them all.</summary>
    public SpdxElements(Bom bom)
    {
        var all = ImmutableArray.CreateBuilder<SpdxElement>();
        // A document must be about something: where nobody says about what, about all of it.
        if (bom.Metadata.Component is { } root)
        {
            Add(root.Supplier is null && bom.Metadata.Supplier is { } supplier ? root with { Supplier = supplier } : root, null);
            Described = [all[0].Id];
        }
        foreach (var component in bom.Components)
            Add(component, null);
        All = all.ToImmutable();
        if (bom.Metadata.Component is null)
            Described = [.. All.Where(element => element.ContainedIn is null).Select(element => element.Id)];

        foreach (var composition in bom.Compositions)
        {
            foreach (var name in composition.Dependencies)
                _completeness.TryAdd(name, composition.Aggregate);
            if (composition.Aggregate != "complete")
                IncompleteParts = IncompleteParts.Union(composition.Assemblies.Where(_byRef.ContainsKey).Select(name => _byRef[name].Id));
        }

        void Add(Component component, string? containedIn)
        {
            var element = new SpdxElement(component, Id(component.BomRef ?? $"{component.Name}-{component.Version}"), containedIn);
            all.Add(element);
            if (component.BomRef is { } name)
                _byRef.TryAdd(name, element);
            foreach (var part in component.Components)
                Add(part, element.Id);
        }
    }

    /// <summary>All of them, the root first, a part behind what it is a part of.</summary>
    public ImmutableArray<SpdxElement> All { get; }

    /// <summary>Ids of what the document is about.</summary>
    public ImmutableArray<string> Described { get; } = [];

    /// <summary>Ids of the elements of whose parts not all are known.</summary>
    public ImmutableSortedSet<string> IncompleteParts { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The element of a <c>bom-ref</c>, or null where there is none.</summary>
    public SpdxElement? Find(string bomRef) => _byRef.GetValueOrDefault(bomRef);

    /// <summary>What is said of the completeness of a component's dependencies: an aggregate of CycloneDX, or null.</summary>
    public string? Completeness(string bomRef) => _completeness.GetValueOrDefault(bomRef);

    /// <summary>Where a document's own name begins. SPDX asks for an address that is this document's alone; nothing needs to lie there.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="version">Version of SPDX: two formats of one bill of materials are two documents.</param>
    public static string Namespace(Bom bom, string version) =>
        $"{NamespaceRoot}{version}/{(bom.SerialNumber ?? SerialNumber.Of(bom with { Metadata = bom.Metadata with { Timestamp = null } }))["urn:uuid:".Length..]}/{bom.Version}";

    /// <summary>What a document is called: SPDX asks for a name.</summary>
    public static string Title(Bom bom) => bom.Metadata.Component is { } root ? $"{root.Name} {root.Version}".TrimEnd() : "SBOM";

    /// <summary>The first link of a kind that is a whole address; SPDX has members for some of them.</summary>
    public static string? Address(Component component, string type) =>
        component.ExternalReferences.FirstOrDefault(reference => reference.Type == type && Uri.TryCreate(reference.Url, UriKind.Absolute, out _))?.Url;

    /// <summary>Beginning of every namespace of ours.</summary>
    public const string NamespaceRoot = Identity.Site + "/spdx/";

    /// <summary>RFC 3339 in UTC without fractions, as SPDX wants it.</summary>
    public static string Time(string? timestamp) =>
        DateTimeOffset.TryParse(timestamp, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : "1970-01-01T00:00:00Z";

    // Letters, digits, point and hyphen are all that SPDX allows.
    string Id(string wanted)
    {
        var text = new StringBuilder("SPDXRef-", wanted.Length + 8);
        foreach (var c in wanted)
            text.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-');
        var name = text.ToString();
        var id = name;
        while (!_ids.Add(id))
            id = $"{name}-{_counters[name] = _counters.GetValueOrDefault(name, 1) + 1}";
        return id;
    }
}
