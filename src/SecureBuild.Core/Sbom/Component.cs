using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary><c>component</c>.</summary>
/// <param name="Type"><c>application</c>, <c>library</c>, <c>framework</c>, <c>file</c>; of others' documents also CycloneDX's other types.</param>
/// <param name="BomRef">Its name in this document: stable for the same content, never an absolute path.</param>
/// <param name="Name">Its name, in its own spelling.</param>
public sealed record Component(string Type, string? BomRef, string Name)
{
    /// <summary>Namespace of the name, where its registry has one: a Maven group, an npm scope.</summary>
    public string? Group { get; init; }

    /// <summary>Exact version, or null where only <see cref="VersionRange"/> is known.</summary>
    public string? Version { get; init; }

    /// <summary>Range in the <c>vers:</c> notation; only together with <see cref="IsExternal"/> and without <see cref="Version"/>.</summary>
    public string? VersionRange { get; init; }

    /// <summary>Not delivered with the product: the place where it runs must bring it.</summary>
    public bool IsExternal { get; init; }

    /// <summary>One line about it.</summary>
    public string? Description { get; init; }

    /// <summary><c>required</c> (delivered or needed at run time), <c>excluded</c> (used while building), or null.</summary>
    public string? Scope { get; init; }

    /// <summary>Who delivers it.</summary>
    public OrganizationalEntity? Supplier { get; init; }

    /// <summary>Who made it.</summary>
    public OrganizationalEntity? Manufacturer { get; init; }

    /// <summary>Persons or companies who wrote it.</summary>
    public ImmutableArray<OrganizationalContact> Authors { get; init; } = [];

    /// <summary>Who published it, by its own word.</summary>
    public string? Publisher { get; init; }

    /// <summary>Media type, where it is a file.</summary>
    public string? MimeType { get; init; }

    /// <summary>Digests of the thing itself: of a package, its <c>.nupkg</c> file.</summary>
    public ImmutableArray<Hash> Hashes { get; init; } = [];

    /// <summary>Licences.</summary>
    public ImmutableArray<LicenseChoice> Licenses { get; init; } = [];

    /// <summary>Copyright line.</summary>
    public string? Copyright { get; init; }

    /// <summary>Common Platform Enumeration 2.3 name.</summary>
    public string? Cpe { get; init; }

    /// <summary>Package URL.</summary>
    public string? Purl { get; init; }

    /// <summary>Links.</summary>
    public ImmutableArray<ExternalReference> ExternalReferences { get; init; } = [];

    /// <summary>Parts contained in it.</summary>
    public ImmutableArray<Component> Components { get; init; } = [];

    /// <summary>Further statements, ordered by name.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>SPDX's words <c>NONE</c> and <c>NOASSERTION</c> where a value could stand, under the names of the elements in Sbom/Check/lists.json. Not written: each writer says them of what is not there.</summary>
    public ImmutableArray<Property> Said { get; init; } = [];

    /// <inheritdoc cref="Bom.Extra"/>
    public ImmutableArray<ExtraMember> Extra { get; init; } = [];
}

/// <summary><c>hash</c>.</summary>
/// <param name="Alg"><c>SHA-256</c> or <c>SHA-512</c>; of others' documents also CycloneDX's other algorithms.</param>
/// <param name="Content">Lower-case hexadecimal.</param>
public sealed record Hash(string Alg, string Content);

/// <summary>One entry of <c>licenses</c>: exactly one of the first three is given.</summary>
/// <param name="Expression">SPDX expression, whole.</param>
/// <param name="Id">SPDX identifier.</param>
/// <param name="Name">Name of a licence that has no SPDX identifier.</param>
public sealed record LicenseChoice(string? Expression = null, string? Id = null, string? Name = null)
{
    /// <summary><c>declared</c> (by its authors) or <c>concluded</c>.</summary>
    public string? Acknowledgement { get; init; }

    /// <summary>Where its text is; only with <see cref="Id"/> or <see cref="Name"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Its text: of a licence by name, or of an expression that is one <c>LicenseRef-</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Texts of parts of <see cref="Expression"/>, where it is more than one licence.</summary>
    public ImmutableArray<ExpressionDetail> ExpressionDetails { get; init; } = [];

    /// <inheritdoc cref="Bom.Extra"/>
    public ImmutableArray<ExtraMember> Extra { get; init; } = [];
}

/// <summary><c>expressionDetails[]</c> of CycloneDX 1.7.</summary>
/// <param name="LicenseIdentifier">The part of the expression.</param>
/// <param name="Text">Its text, or null.</param>
/// <param name="Url">Where its text is, or null.</param>
public sealed record ExpressionDetail(string LicenseIdentifier, string? Text, string? Url = null);

/// <summary><c>organizationalEntity</c>.</summary>
/// <param name="Name">Name, or null.</param>
public sealed record OrganizationalEntity(string? Name)
{
    /// <summary>Sites.</summary>
    public ImmutableArray<string> Url { get; init; } = [];

    /// <summary>Persons or desks.</summary>
    public ImmutableArray<OrganizationalContact> Contact { get; init; } = [];
}

/// <summary><c>organizationalContact</c>.</summary>
/// <param name="Name">Name, or null.</param>
/// <param name="Email">E-mail address, or null.</param>
/// <param name="Phone">Telephone number, or null.</param>
public sealed record OrganizationalContact(string? Name, string? Email = null, string? Phone = null);

/// <summary><c>externalReference</c>.</summary>
/// <param name="Type"><c>vcs</c>, <c>website</c>, <c>security-contact</c> ….</param>
/// <param name="Url">The address.</param>
/// <param name="Comment">What to know about it, or null.</param>
public sealed record ExternalReference(string Type, string Url, string? Comment = null)
{
    /// <summary>Digests of what lies there.</summary>
    public ImmutableArray<Hash> Hashes { get; init; } = [];
}

/// <summary><c>property</c>.</summary>
/// <param name="Name"><c>securebuild:…</c>; the names are listed in Sbom/properties.md.</param>
/// <param name="Value">Its value.</param>
public sealed record Property(string Name, string Value);
