using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Configuration;

/// <summary>A catalogue that somebody names by its file: <c>x.json</c> with its rules, if any, in <c>x.rules.json</c> beside it.</summary>
public static class GivenCatalogue
{
    const string Ending = ".json";

    /// <summary>Reads it. With any mistake in either file there is none: half a list of requirements would be another list.</summary>
    /// <param name="path">The catalogue; repeated in problems.</param>
    public static GivenCatalogueResult Read(string path)
    {
        var full = Path.GetFullPath(path);
        var file = LocatedFile.Read(full);
        if (CatalogueFile.Read(file) is not { } catalogue)
            return new(null, file.Problems);
        if (CatalogueLibrary.ShippedById(catalogue.Id) is not null)
            return new(null, [Messages.Error("SB9339", full, 1, 1, catalogue.Id)]);
        var beside = (full.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? full[..^Ending.Length] : full) + ".rules" + Ending;
        if (!File.Exists(beside))
            return new(new(RuleFile.None(catalogue)) { Text = file.Text }, file.Problems);
        var rules = LocatedFile.Read(beside);
        var read = RuleFileReader.Read(rules, catalogue, stricterThan: null);
        return new(read is null ? null : new(read) { Text = file.Text }, [.. file.Problems, .. rules.Problems]);
    }
}

/// <summary>A catalogue, or why there is none.</summary>
/// <param name="Catalogue">The catalogue with its rules; null where anything is wrong.</param>
/// <param name="Problems">What is wrong, with line and column.</param>
public sealed record GivenCatalogueResult(AssessedCatalogue? Catalogue, ImmutableArray<Problem> Problems);
