using System.Collections.Immutable;

namespace SecureBuild.Catalogues;

/// <summary>The catalogues that ship with this version.</summary>
public static class CatalogueLibrary
{
    static readonly Lazy<ImmutableArray<Catalogue>> s_all = new(static () =>
        [.. EmbeddedFile.Lines("Catalogues/catalogues.txt").Select(static name => CatalogueReader.Catalogue(EmbeddedFile.Bytes("Catalogues/" + name + ".json")))]);

    static readonly Lazy<ImmutableDictionary<string, FactDefinition>> s_facts = new(static () =>
        CatalogueReader.Facts(EmbeddedFile.Bytes("Catalogues/evidence-facts.json")).ToImmutableDictionary(static fact => fact.Id, StringComparer.Ordinal));

    /// <summary>All, in the order in which they are shown.</summary>
    public static ImmutableArray<Catalogue> All => s_all.Value;

    /// <summary>The facts that a build or a person can bring, by id.</summary>
    public static ImmutableDictionary<string, FactDefinition> Facts => s_facts.Value;

    /// <summary>The catalogue with this id, or null.</summary>
    public static Catalogue? ById(string id) => All.FirstOrDefault(catalogue => catalogue.Id == id);
}
