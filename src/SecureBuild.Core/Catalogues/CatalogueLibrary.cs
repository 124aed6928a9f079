using System.Collections.Immutable;

namespace SecureBuild.Catalogues;

/// <summary>The catalogues that ship with this version.</summary>
public static class CatalogueLibrary
{
    /// <summary>All, in the order in which they are shown.</summary>
    public static ImmutableArray<Catalogue> All => throw new NotSupportedException();

    /// <summary>The facts that a build or a person can bring, by id.</summary>
    public static ImmutableDictionary<string, FactDefinition> Facts => throw new NotSupportedException();

    /// <summary>The catalogue with this id, or null.</summary>
    public static Catalogue? ById(string id) => All.FirstOrDefault(catalogue => catalogue.Id == id);
}
