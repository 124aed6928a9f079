using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>
/// A bill of materials: the one model that every format is written from and read into. It has the shape and the names of CycloneDX.Core, so that
/// the library could take its place; what it has no member for is kept as it was read (<see cref="ExtraMember"/>). An empty list is not written,
/// except <see cref="Dependency.DependsOn"/>.
/// </summary>
public sealed record Bom
{
    /// <summary>Version of the specification that this model is written as.</summary>
    public const string SpecVersion = "1.7";

    /// <summary><c>urn:uuid:…</c>, derived from the content without the time.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Version of this document under its serial number, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>About the document and its subject.</summary>
    public Metadata Metadata { get; init; } = new();

    /// <summary>Everything the subject is made of or made with, ordered by <see cref="Component.BomRef"/>.</summary>
    public ImmutableArray<Component> Components { get; init; } = [];

    /// <summary>One entry for every component, ordered by <see cref="Dependency.Ref"/>.</summary>
    public ImmutableArray<Dependency> Dependencies { get; init; } = [];

    /// <summary>How complete the above is.</summary>
    public ImmutableArray<Composition> Compositions { get; init; } = [];

    /// <summary>Links about the document.</summary>
    public ImmutableArray<ExternalReference> ExternalReferences { get; init; } = [];

    /// <summary>Further statements.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>What a CycloneDX document of others says beyond this model.</summary>
    public ImmutableArray<ExtraMember> Extra { get; init; } = [];
}

/// <summary>A member that the model has no place for, as it stood in the document: written again into the same format, and said to be lost in another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Json">Its value as JSON text.</param>
public sealed record ExtraMember(string Name, string Json);

/// <summary><c>metadata</c>.</summary>
public sealed record Metadata
{
    /// <summary>RFC 3339, UTC; null where the document is compared without its time.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Phases of the life cycle that the document is about: <c>build</c>.</summary>
    public ImmutableArray<string> Lifecycles { get; init; } = [];

    /// <summary>Tools that made the document.</summary>
    public ImmutableArray<Component> Tools { get; init; } = [];

    /// <summary>Who answers for the document.</summary>
    public ImmutableArray<OrganizationalContact> Authors { get; init; } = [];

    /// <summary>What the document is about.</summary>
    public Component? Component { get; init; }

    /// <summary>Organisation that made the document.</summary>
    public OrganizationalEntity? Manufacturer { get; init; }

    /// <summary>Organisation that delivers what the document is about.</summary>
    public OrganizationalEntity? Supplier { get; init; }

    /// <summary>Licences of the document itself.</summary>
    public ImmutableArray<LicenseChoice> Licenses { get; init; } = [];

    /// <summary>Further statements about the document.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <inheritdoc cref="Bom.Extra"/>
    public ImmutableArray<ExtraMember> Extra { get; init; } = [];
}

/// <summary><c>dependency</c>.</summary>
/// <param name="Ref">The component that depends.</param>
/// <param name="DependsOn">What it depends on directly, ordinal order; empty says "on nothing".</param>
public sealed record Dependency(string Ref, ImmutableArray<string> DependsOn)
{
    /// <summary>What it implements: a specification, an interface.</summary>
    public ImmutableArray<string> Provides { get; init; } = [];
}

/// <summary><c>compositions[]</c>: how complete a part of the document is.</summary>
/// <param name="Aggregate"><c>complete</c>, <c>incomplete</c>, <c>unknown</c>.</param>
public sealed record Composition(string Aggregate)
{
    /// <summary>Its own name, or null.</summary>
    public string? BomRef { get; init; }

    /// <summary>Components whose parts the statement is about.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    /// <summary>Components whose dependencies the statement is about.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];
}
