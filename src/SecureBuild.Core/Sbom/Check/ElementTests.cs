using System.Collections.Frozen;

namespace SecureBuild.Sbom.Check;

/// <summary>How each element is found in the model: once in the document, or in every component.</summary>
static class ElementTests
{
    /// <summary>Elements of the document.</summary>
    public static FrozenDictionary<string, Func<Bom, FieldState>> OfDocument { get; } = new Dictionary<string, Func<Bom, FieldState>>
    {
        ["author"] = bom => Best(Text(bom.Metadata.Manufacturer?.Name), bom.Metadata.Authors.Select(author => Text(author.Name ?? author.Email))),
        ["author-contact"] = bom => Best(Reachable(bom.Metadata.Manufacturer), bom.Metadata.Authors.Select(author => Text(author.Email))),
        ["timestamp"] = bom => Text(bom.Metadata.Timestamp),
        ["signature"] = bom => Has(bom.Extra.Any(member => member.Name == "signature")),
        // Whatever was read has a name and a version of its format; else it would not have been read.
        ["format-name"] = _ => FieldState.Present,
        ["format-version"] = _ => FieldState.Present,
        ["context"] = bom => Has(!bom.Metadata.Lifecycles.IsEmpty),
        ["tool"] = bom => Best(FieldState.Missing, bom.Metadata.Tools.Select(tool => Text(tool.Name))),
        ["tool-version"] = bom => Best(FieldState.Missing, bom.Metadata.Tools.Select(tool => Text(tool.Version))),
        ["sbom-version"] = bom => Text(bom.SerialNumber),
        ["sbom-uri"] = bom => Text(bom.SerialNumber),
        ["coverage"] = bom => bom.Compositions.IsEmpty ? FieldState.Missing : bom.Compositions.All(part => part.Aggregate == "unknown") ? FieldState.Unknown : FieldState.Present,
        ["unknowns"] = bom => Has(!bom.Compositions.IsEmpty),
        ["security-txt"] = bom => Has(bom.Metadata.Component?.ExternalReferences.Any(reference => reference.Type is "rfc-9116") == true),
        ["no-vulnerabilities"] = bom => Has(!bom.Extra.Any(member => member.Name == "vulnerabilities")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Elements of a component; the second argument holds the names of those whose dependencies are stated, the third of those whose completeness is.</summary>
    public static FrozenDictionary<string, Func<Component, CheckedEdges, FieldState>> OfComponent { get; } = new Dictionary<string, Func<Component, CheckedEdges, FieldState>>
    {
        ["supplier"] = (component, _) => Or(Text(component.Supplier?.Name), component, Names.Supplier),
        ["producer"] = (component, _) => Or(Best(Text(component.Manufacturer?.Name), [Text(component.Supplier?.Name), .. component.Authors.Select(author => Text(author.Name))]), component, Names.Supplier),
        ["creator"] = (component, _) => Or(Best(Reachable(component.Manufacturer), component.Authors.Select(author => Text(author.Email))), component, Names.Creator),
        ["name"] = (component, _) => Text(component.Name),
        ["version"] = (component, _) => Best(Text(component.Version), [Text(component.VersionRange)]),
        ["identifiers"] = (component, _) => Best(Text(component.Purl), [Text(component.Cpe)]),
        ["dependencies"] = (component, edges) => Has(component.BomRef is { } name && edges.Stated.Contains(name)),
        ["completeness"] = (component, edges) => component.BomRef is not { } name ? FieldState.Missing : edges.Judged.Contains(name) ? FieldState.Present : edges.Unknown.Contains(name) ? FieldState.Unknown : FieldState.Missing,
        ["hash"] = (component, _) => Or(Best(FieldState.Missing, component.Hashes.Select(hash => Text(hash.Content))), component, Names.Hash),
        ["hash-algorithm"] = (component, _) => Or(Has(component.Hashes.Any(hash => hash.Alg is "SHA-256" or "SHA-384" or "SHA-512" || hash.Alg.StartsWith("SHA3-", StringComparison.Ordinal))), component, Names.Hash),
        ["deployable-hash"] = (component, _) => Or(Has(component.ExternalReferences.Any(reference => reference.Type == "distribution" && reference.Hashes.Any(hash => hash.Alg == "SHA-512"))), component, Names.Hash),
        ["licence"] = (component, _) => Or(Licence(component, null), component, Names.Licence),
        ["licence-declared"] = (component, _) => Or(Licence(component, "declared"), component, Names.Licence),
        ["licence-concluded"] = (component, _) => Or(Licence(component, "concluded"), component, Names.LicenceConcluded),
        ["filename"] = (component, _) => Property(component, "bsi:component:filename"),
        ["executable"] = (component, _) => Property(component, "bsi:component:executable"),
        ["archive"] = (component, _) => Property(component, "bsi:component:archive"),
        ["structured"] = (component, _) => Property(component, "bsi:component:structured"),
        ["effective-licence"] = (component, _) => Property(component, "bsi:component:effectiveLicense"),
        ["source-uri"] = (component, _) => Reference(component, "source-distribution", "vcs"),
        ["deployable-uri"] = (component, _) => Reference(component, "distribution", "distribution-intake"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static FieldState Text(string? value) => value?.Trim().ToUpperInvariant() switch
    {
        null or "" => FieldState.Missing,
        "UNKNOWN" or "NOASSERTION" or "N/A" => FieldState.Unknown,
        "WITHHELD" or "REDACTED" => FieldState.Withheld,
        _ => FieldState.Present,
    };

    static FieldState Has(bool there) => there ? FieldState.Present : FieldState.Missing;

    static FieldState Best(FieldState first, IEnumerable<FieldState> others) => others.Append(first).Min();

    // Where nothing stands, a property may say why: "unknown:…", "withheld:…".
    static FieldState Or(FieldState state, Component component, string property) => state != FieldState.Missing ? state
        : component.Properties.FirstOrDefault(candidate => candidate.Name == property)?.Value is not { } why ? FieldState.Missing
        : why.StartsWith("unknown", StringComparison.Ordinal) ? FieldState.Unknown
        : why.StartsWith("withheld", StringComparison.Ordinal) ? FieldState.Withheld : FieldState.Missing;

    static FieldState Property(Component component, string name) => Text(component.Properties.FirstOrDefault(property => property.Name == name)?.Value);

    static FieldState Reference(Component component, string type, string other) =>
        Best(FieldState.Missing, component.ExternalReferences.Where(reference => reference.Type == type || reference.Type == other).Select(reference => Text(reference.Url)));

    static FieldState Licence(Component component, string? acknowledgement) => Best(FieldState.Missing, component.Licenses
        .Where(licence => acknowledgement is null || (licence.Acknowledgement ?? "declared") == acknowledgement)
        .Select(licence => Text(licence.Expression ?? licence.Id ?? licence.Name)));

    static FieldState Reachable(OrganizationalEntity? entity) => entity is null ? FieldState.Missing
        : Best(FieldState.Missing, entity.Url.Select(Text).Concat(entity.Contact.Select(contact => Text(contact.Email))));
}

/// <summary>Which components have their dependencies stated, and whose completeness is.</summary>
/// <param name="Stated">Have an entry, be it empty.</param>
/// <param name="Judged">Said to be complete or incomplete.</param>
/// <param name="Unknown">Said to be of unknown completeness.</param>
sealed record CheckedEdges(IReadOnlySet<string> Stated, IReadOnlySet<string> Judged, IReadOnlySet<string> Unknown)
{
    /// <summary>Of a document.</summary>
    public static CheckedEdges Of(Bom bom) => new(
        bom.Dependencies.Select(dependency => dependency.Ref).ToHashSet(StringComparer.Ordinal),
        bom.Compositions.Where(part => part.Aggregate != "unknown").SelectMany(part => part.Dependencies).ToHashSet(StringComparer.Ordinal),
        bom.Compositions.Where(part => part.Aggregate == "unknown").SelectMany(part => part.Dependencies).ToHashSet(StringComparer.Ordinal));
}
