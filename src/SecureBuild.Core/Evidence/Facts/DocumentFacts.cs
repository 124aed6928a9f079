using System.Collections.Immutable;

namespace SecureBuild.Evidence.Facts;

/// <summary>Documents of the development: that a file lies in its usual place, and which version of it. What it says, nobody read.</summary>
static class DocumentFacts
{
    // fact, places
    static readonly ImmutableArray<string[]> s_places = [.. EmbeddedFile.Lines("Evidence/document-places.txt").Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>All places, below the repository's root.</summary>
    public static IEnumerable<string> Places => s_places.SelectMany(static entry => entry.Skip(1));

    public static void Read(FactSheet sheet)
    {
        foreach (var entry in s_places)
            sheet.Try(entry[1], () => Document(sheet, entry[0], entry.AsSpan(1)), entry[0]);
    }

    static void Document(FactSheet sheet, string fact, ReadOnlySpan<string> places)
    {
        foreach (var place in places)
        {
            // An empty file is no document.
            if (Path.Combine(sheet.Build.RepositoryRoot, place) is var path && new FileInfo(path) is { Exists: true, Length: > 0 })
            {
                sheet.Known(fact, sheet.FileValue(path), place, TrustClass.DeclaredByProject);
                return;
            }
        }
        // Documents may lie anywhere: not found here is not "there is none".
        sheet.Unknown(fact, places[0], GapText.Of("no-document", places[0]));
    }
}
