using System.Collections.Immutable;

namespace SecureBuild.Catalogues;

/// <summary>The catalogues that ship with this version. A build holds itself against a few of them; only those that are asked for are read.</summary>
public static class CatalogueLibrary
{
    static readonly Lazy<ImmutableArray<ShippedCatalogue>> s_shipped = new(static () => [.. EmbeddedFile.Lines("Catalogues/catalogues.txt").Select(ShippedCatalogue.OfLine)]);

    static readonly Lazy<ImmutableArray<Catalogue>> s_all = new(static () => [.. Shipped.Select(static shipped => shipped.Catalogue)]);

    static readonly Lazy<ImmutableDictionary<string, FactDefinition>> s_facts = new(static () =>
        CatalogueReader.Facts(EmbeddedFile.Bytes("Catalogues/evidence-facts.json")).ToImmutableDictionary(static fact => fact.Id, StringComparer.Ordinal));

    /// <summary>All, in the order in which they are shown. Reads every one of them.</summary>
    public static ImmutableArray<Catalogue> All => s_all.Value;

    /// <summary>Ids of all, in the same order. Reads none.</summary>
    public static ImmutableArray<string> Ids => [.. Shipped.Select(static shipped => shipped.Id)];

    /// <summary>The facts that a build or a person can bring, by id.</summary>
    public static ImmutableDictionary<string, FactDefinition> Facts => s_facts.Value;

    internal static ImmutableArray<ShippedCatalogue> Shipped => s_shipped.Value;

    /// <summary>The catalogue with this id, or null.</summary>
    public static Catalogue? ById(string id) => ShippedById(id)?.Catalogue;

    internal static ShippedCatalogue? ShippedById(string id)
    {
        foreach (var shipped in Shipped)
        {
            if (shipped.Id == id)
                return shipped;
        }
        return null;
    }
}
