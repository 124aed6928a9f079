using SecureBuild.Assessment;

namespace SecureBuild.Catalogues;

/// <summary>A catalogue of <c>catalogues.txt</c> and its status rules, each read when it is first wanted.</summary>
sealed class ShippedCatalogue
{
    readonly Lazy<Catalogue> _catalogue;
    readonly Lazy<AssessedCatalogue> _assessed;

    ShippedCatalogue(string id, string file)
    {
        Id = id;
        _catalogue = new(() => CatalogueReader.Catalogue(EmbeddedFile.Bytes($"Catalogues/{file}.json")));
        _assessed = new(() => new(RuleFile.Read(Catalogue, EmbeddedFile.Bytes($"Catalogues/{file}.rules.json"))));
    }

    /// <summary>The catalogue's id.</summary>
    public string Id { get; }

    public Catalogue Catalogue => _catalogue.Value;

    public AssessedCatalogue Assessed => _assessed.Value;

    /// <summary>Reads <c>id  file</c>.</summary>
    public static ShippedCatalogue OfLine(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return new(line[..space], line[space..].Trim());
    }
}
