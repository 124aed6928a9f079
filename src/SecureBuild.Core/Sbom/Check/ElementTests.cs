using System.Collections.Frozen;

namespace SecureBuild.Sbom.Check;

/// <summary>How each element is found in the model: once in the document, or in every component.</summary>
static class ElementTests
{
    /// <summary>Not to be seen in a document.</summary>
    public const string Outside = "outside";

    /// <summary>Whether what is missing elsewhere is said to be unknown or withheld: follows from the other elements of a list.</summary>
    public const string Unknowns = "unknowns";

    /// <summary>Elements of the document.</summary>
    public static FrozenDictionary<string, Func<CheckedDocument, FieldState>> OfDocument { get; } = new Dictionary<string, Func<CheckedDocument, FieldState>>
    {
        ["author"] = document => Best(FieldValue.Of(document.Bom.Metadata.Manufacturer?.Name), document.Bom.Metadata.Authors.Select(author => FieldValue.Of(author.Name ?? author.Email))),
        ["author-contact"] = document => Best(Reachable(document.Bom.Metadata.Manufacturer), document.Bom.Metadata.Authors.Select(author => FieldValue.Of(author.Email))),
        ["timestamp"] = document => FieldValue.Of(document.Bom.Metadata.Timestamp),
        ["signature"] = document => Has(document.Bom.Extra.Any(member => member.Name == "signature")),
        // Whatever was read has one; else it would not have been read.
        ["format-name"] = document => FieldValue.Of(document.Specification.Split(' ')[0]),
        ["format-version"] = document => Fit(document.Specification is "CycloneDX 1.6" or "CycloneDX 1.7" or "SPDX 2.3" || document.Specification.StartsWith("SPDX 3.", StringComparison.Ordinal)),
        ["format-bsi"] = document => Fit(document.Specification is "CycloneDX 1.6" or "CycloneDX 1.7" or "SPDX 3.0.1"),
        ["context"] = document => Has(!document.Bom.Metadata.Lifecycles.IsEmpty),
        ["tool"] = document => Best(FieldState.Missing, document.Bom.Metadata.Tools.Select(tool => FieldValue.Of(tool.Name))),
        ["tool-version"] = document => Best(FieldState.Missing, document.Bom.Metadata.Tools.Select(tool => FieldValue.Of(tool.Version))),
        ["sbom-version"] = Name,
        ["sbom-uri"] = Name,
        ["coverage"] = document => Best(FieldState.Missing, document.Bom.Compositions.Select(part => part.Aggregate is "unknown" ? FieldState.Unknown : part.Aggregate is "not_specified" ? FieldState.Missing : FieldState.Present)),
        ["security-txt"] = document => Has(document.Bom.Metadata.Component?.ExternalReferences.Any(reference => reference.Type is "rfc-9116") == true),
        ["no-vulnerabilities"] = document => Fit(!document.Bom.Extra.Any(member => member.Name == "vulnerabilities")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Elements of a component.</summary>
    public static FrozenDictionary<string, Func<Component, CheckedDocument, FieldState>> OfComponent { get; } = new Dictionary<string, Func<Component, CheckedDocument, FieldState>>
    {
        ["supplier"] = (component, _) => Or(FieldValue.Of(component.Supplier?.Name), component, "supplier", Names.Supplier),
        ["producer"] = (component, _) => Or(Best(FieldValue.Of(component.Manufacturer?.Name), [FieldValue.Of(component.Supplier?.Name), .. component.Authors.Select(author => FieldValue.Of(author.Name))]), component, "supplier", Names.Supplier),
        ["creator"] = (component, _) => Or(Best(Reachable(component.Manufacturer), component.Authors.Select(author => FieldValue.Of(author.Email))), component, "creator", Names.Creator, Names.Supplier),
        ["name"] = (component, _) => FieldValue.Of(component.Name),
        ["version"] = (component, _) => Best(FieldValue.Of(component.Version), [FieldValue.Of(component.VersionRange)]),
        ["identifiers"] = (component, _) => Best(FieldValue.Of(component.Purl), [FieldValue.Of(component.Cpe), .. component.Extra.Select(member => Has(member.Name is "swid" or "swhid" or "omniborId"))]),
        ["dependencies"] = (component, document) => document.Dependencies(component),
        ["completeness"] = (component, document) => document.Completeness(component),
        ["hash"] = (component, _) => Or(Best(FieldState.Missing, Digests(component).Select(hash => FieldValue.Of(hash.Content))), component, "hash", Names.Hash),
        ["hash-algorithm"] = (component, _) => Or(Best(FieldState.Missing, Digests(component).Select(hash => Fit(IsStrong(hash)))), component, "hash", Names.Hash),
        ["deployable-hash"] = (component, document) => Or(Best(FieldState.Missing, Deployed(component, document).Select(hash => Fit(hash.Alg == "SHA-512"))), component, "hash", Names.Hash),
        ["licence"] = (component, _) => Or(Licence(component, null), component, "licence-declared", Names.Licence),
        ["licence-declared"] = (component, _) => Or(Licence(component, "declared"), component, "licence-declared", Names.Licence),
        ["licence-concluded"] = (component, _) => Or(Licence(component, "concluded"), component, "licence-concluded", Names.LicenceConcluded, Names.Licence),
        ["filename"] = (component, document) => Or(Best(Property(component, BsiFields.FileName), FileNames(component, document).Select(FieldValue.Of)), component, "filename", Names.Hash),
        ["executable"] = (component, _) => OneOf(component, BsiFields.Executable, "executable", "non-executable"),
        ["archive"] = (component, _) => OneOf(component, BsiFields.Archive, "archive", "no archive"),
        ["structured"] = (component, _) => OneOf(component, BsiFields.Structured, "structured", "unstructured"),
        ["effective-licence"] = (component, _) => Property(component, BsiFields.EffectiveLicence),
        ["source-uri"] = (component, _) => Reference(component, "source-distribution", "vcs"),
        ["source-hash"] = (component, _) => Has(component.ExternalReferences.Any(reference => reference.Type == "source-distribution" && !reference.Hashes.IsEmpty)),
        ["deployable-uri"] = (component, _) => Or(Reference(component, "distribution", "distribution-intake"), component, "deployable-uri"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Elements that a file inside a component has of its own.</summary>
    public static FrozenSet<string> OfFile { get; } = FrozenSet.Create(StringComparer.Ordinal, "name", "hash", "hash-algorithm", "deployable-hash", "filename", "executable", "archive", "structured");

    static FieldState Name(CheckedDocument document) =>
        FieldValue.Of(document.Bom.SerialNumber ?? document.Bom.Metadata.Properties.FirstOrDefault(property => property.Name is "spdx:documentNamespace" or "spdx:documentId")?.Value);

    static FieldState Has(bool there) => there ? FieldState.Present : FieldState.Missing;

    static FieldState Fit(bool fits) => fits ? FieldState.Present : FieldState.Unfit;

    static FieldState Best(FieldState first, IEnumerable<FieldState> others) => others.Append(first).Min();

    // Where nothing stands, the document may say why: in SPDX in the member's place, in CycloneDX by a property "unknown:…", "withheld:…".
    static FieldState Or(FieldState state, Component component, string said, params ReadOnlySpan<string> properties)
    {
        if (state != FieldState.Missing)
            return state;
        if (component.Said.FirstOrDefault(word => word.Name == said)?.Value is { } word)
            return FieldValue.Of(word);
        foreach (var property in properties)
            if (component.Properties.FirstOrDefault(candidate => candidate.Name == property)?.Value is { } why && FieldValue.Of(why) is FieldState.Unknown or FieldState.Withheld)
                return FieldValue.Of(why);
        return FieldState.Missing;
    }

    static FieldState Property(Component component, string name) => FieldValue.Of(component.Properties.FirstOrDefault(property => property.Name == name)?.Value);

    static FieldState OneOf(Component component, string name, string yes, string no) => component.Properties.FirstOrDefault(property => property.Name == name)?.Value is not { } value
        ? Or(FieldState.Missing, component, name, Names.Hash)
        : value == yes || value == no ? FieldState.Present : FieldValue.Of(value) is FieldState.Present ? FieldState.Unfit : FieldValue.Of(value);

    static FieldState Reference(Component component, string type, string other) =>
        Best(FieldState.Missing, component.ExternalReferences.Where(reference => reference.Type == type || reference.Type == other).Select(reference => FieldValue.Of(reference.Url)));

    static FieldState Licence(Component component, string? acknowledgement) => Best(FieldState.Missing, component.Licenses
        .Where(licence => acknowledgement is null || (licence.Acknowledgement ?? "declared") == acknowledgement)
        .Select(licence => FieldValue.Of(licence.Expression ?? licence.Id ?? licence.Name)));

    static FieldState Reachable(OrganizationalEntity? entity) => entity is null ? FieldState.Missing
        : Best(FieldState.Missing, entity.Url.Select(FieldValue.Of).Concat(entity.Contact.Select(contact => FieldValue.Of(contact.Email))));

    static bool IsStrong(Hash hash) => hash.Alg is "SHA-256" or "SHA-384" or "SHA-512" || hash.Alg.StartsWith("SHA3-", StringComparison.Ordinal);

    // Its own, and those of what it is delivered as.
    static IEnumerable<Hash> Digests(Component component) =>
        component.Hashes.Concat(component.ExternalReferences.Where(reference => reference.Type == "distribution").SelectMany(reference => reference.Hashes));

    // In CycloneDX on the link to what is delivered (BSI's mapping); SPDX has the digests of the package and of its files.
    static IEnumerable<Hash> Deployed(Component component, CheckedDocument document) =>
        component.ExternalReferences.Where(reference => reference.Type == "distribution").SelectMany(reference => reference.Hashes)
            .Concat(document.IsSpdx ? component.Hashes.Concat(component.Components.Where(part => part.Type == "file").SelectMany(part => part.Hashes)) : []);

    static IEnumerable<string?> FileNames(Component component, CheckedDocument document) =>
        component.Properties.Where(property => property.Name == "spdx:packageFileName").Select(property => (string?)property.Value)
            .Append(component.Type == "file" ? component.Name : null)
            .Concat(document.IsSpdx ? component.Components.Where(part => part.Type == "file").Select(part => part.Name) : []);
}
