using System.Collections.Immutable;

namespace SecureBuild.Sbom.Check;

/// <summary>A document as the elements are looked for in it.</summary>
sealed class CheckedDocument
{
    readonly HashSet<string> _stated, _judged, _unknown;
    readonly FieldState _ofAll;

    /// <summary>Takes it apart.</summary>
    public CheckedDocument(SbomDocument document)
    {
        (Bom, Specification) = (document.Bom, document.Specification);
        _stated = Bom.Dependencies.Select(dependency => dependency.Ref).ToHashSet(StringComparer.Ordinal);
        var places = ImmutableArray.CreateBuilder<CheckedComponent>();
        if (Bom.Metadata.Component is { } subject)
            Add(subject, null, places);
        foreach (var component in Bom.Components)
            Add(component, null, places);
        Components = places.ToImmutable();
        _judged = Named(aggregate => aggregate is not ("unknown" or "not_specified"));
        _unknown = Named(aggregate => aggregate is "unknown" or "not_specified");
        // A composition that names nothing is about everything.
        _ofAll = Bom.Compositions.Where(part => part.Assemblies.IsEmpty && part.Dependencies.IsEmpty).Select(part => part.Aggregate is "unknown" or "not_specified" ? FieldState.Unknown : FieldState.Present)
            .DefaultIfEmpty(FieldState.Missing).Min();
    }

    /// <summary>Its content.</summary>
    public Bom Bom { get; }

    /// <summary>What it is written in.</summary>
    public string Specification { get; }

    /// <summary>SPDX says some things in other places.</summary>
    public bool IsSpdx => Specification.StartsWith("SPDX", StringComparison.Ordinal);

    /// <summary>The subject and all components, nested ones too.</summary>
    public ImmutableArray<CheckedComponent> Components { get; }

    /// <summary>Whether what a component depends on is stated, be it nothing.</summary>
    public FieldState Dependencies(Component component) => component.BomRef is { } name && _stated.Contains(name) ? FieldState.Present : FieldState.Missing;

    /// <summary>Whether it is said how complete that is.</summary>
    public FieldState Completeness(Component component) =>
        component.BomRef is not { } name ? _ofAll : _judged.Contains(name) ? FieldState.Present : _unknown.Contains(name) ? FieldState.Unknown : _ofAll;

    HashSet<string> Named(Func<string, bool> aggregate) => Bom.Compositions.Where(part => aggregate(part.Aggregate)).SelectMany(part => part.Dependencies).ToHashSet(StringComparer.Ordinal);

    static void Add(Component component, Component? owner, ImmutableArray<CheckedComponent>.Builder places)
    {
        places.Add(new(component, component.Type == "file" ? owner : null));
        foreach (var part in component.Components)
            Add(part, component, places);
    }
}

/// <summary>A component in its place.</summary>
/// <param name="Component">The component.</param>
/// <param name="Owner">Of a file inside another component that one: who supplies it, under which version and licence, is said there; else null.</param>
sealed record CheckedComponent(Component Component, Component? Owner);
