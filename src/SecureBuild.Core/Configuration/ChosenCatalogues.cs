using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Configuration;

/// <summary><c>catalogues</c> and <c>rules</c> of securebuild.json: what a build is held against.</summary>
/// <param name="mistakes">Those of securebuild.json.</param>
/// <param name="folder">Its folder: catalogues and rules of the team lie below it or are named from it.</param>
sealed class ChosenCatalogues(Mistakes mistakes, string folder)
{
    readonly List<AssessedCatalogue> _chosen = [];
    readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    readonly ImmutableArray<string>.Builder _files = ImmutableArray.CreateBuilder<string>();

    /// <summary>Mistakes in the files named, in the order in which they are named.</summary>
    public ImmutableArray<Problem> Problems => _problems.ToImmutable();

    /// <summary>Absolute paths of the files read.</summary>
    public ImmutableArray<string> Files => _files.ToImmutable();

    /// <summary>The catalogues, with the SSDF in front where it is needed; the default where none is named. What has a mistake is left out and told.</summary>
    public ImmutableArray<AssessedCatalogue> Read(Fields file)
    {
        foreach (var (element, path) in file.Elements("catalogues"))
            if (Text(element, path) is { } entry)
                Add(entry, element.Offset);
        var chosen = AssessedCatalogue.WithSsdf(file.Has("catalogues") && _chosen.Count > 0 ? [.. _chosen] : AssessedCatalogue.Default);
        foreach (var (element, path) in file.Elements("rules"))
            if (Text(element, path) is { } entry)
                chosen = Stricter(chosen, entry, element.Offset);
        return chosen;
    }

    void Add(string entry, int offset)
    {
        if (!entry.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            if (CatalogueLibrary.ShippedById(entry) is { } shipped)
                Add(shipped.Assessed, offset);
            else
                mistakes.Add("SB9107", offset, entry, Spelling.Hint(entry, CatalogueLibrary.Ids), string.Join(", ", CatalogueLibrary.Ids));
            return;
        }
        var file = Read(entry);
        var catalogue = CatalogueFile.Read(file);
        _problems.AddRange(file.Problems);
        if (catalogue is null)
            return;
        if (CatalogueLibrary.ShippedById(catalogue.Id) is not null)
            mistakes.Add("SB9339", offset, catalogue.Id);
        else if (Rules(catalogue, entry) is { } rules)
            Add(new AssessedCatalogue(rules) { Text = file.Text }, offset);
    }

    void Add(AssessedCatalogue catalogue, int offset)
    {
        if (_chosen.Exists(other => other.Catalogue.Id == catalogue.Catalogue.Id))
            mistakes.Add("SB9339", offset, catalogue.Catalogue.Id);
        else
            _chosen.Add(catalogue);
    }

    // x.json has its rules, if any, in x.rules.json.
    RuleFile? Rules(Catalogue catalogue, string entry)
    {
        var path = entry[..^".json".Length] + ".rules.json";
        if (!File.Exists(Full(path)))
        {
            _files.Add(Full(path)); // made later, it is a change
            return RuleFile.None(catalogue);
        }
        var file = Read(path);
        var rules = RuleFileReader.Read(file, catalogue, stricterThan: null);
        _problems.AddRange(file.Problems);
        return rules;
    }

    ImmutableArray<AssessedCatalogue> Stricter(ImmutableArray<AssessedCatalogue> chosen, string entry, int offset)
    {
        var file = Read(entry);
        var id = RuleFileReader.Framework(file);
        var catalogue = chosen.FirstOrDefault(candidate => candidate.Catalogue.Id == id);
        if (id is not null && catalogue is null)
            mistakes.Add("SB9344", offset, entry, id);
        var rules = catalogue is null ? null : RuleFileReader.Read(file, catalogue.Catalogue, catalogue.Rules);
        _problems.AddRange(file.Problems);
        return rules is null ? chosen : chosen.Replace(catalogue!, catalogue!.With(rules));
    }

    LocatedFile Read(string entry)
    {
        _files.Add(Full(entry));
        return LocatedFile.Read(Full(entry));
    }

    string Full(string entry) => Path.GetFullPath(entry, Path.GetFullPath(folder));

    string? Text(LocatedValue element, string path)
    {
        if (element.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(element.Text) && !element.Text.Contains('\0', StringComparison.Ordinal))
            return element.Text.Trim();
        mistakes.Add("SB9102", element.Offset, path, Messages.Text("JsonString"), Fields.KindText(element.Kind));
        return null;
    }
}
