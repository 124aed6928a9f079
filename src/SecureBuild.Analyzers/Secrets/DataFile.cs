using System.IO;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>The lists beside the rules: one entry a line, columns apart by spaces, <c>#</c> starts a comment line.</summary>
static class DataFile
{
    /// <summary>The entries of an embedded list, each cut into at most <paramref name="columns"/> columns; the last takes the rest of the line.</summary>
    public static IEnumerable<string[]> Entries(string name, int columns, string folder = "Secrets")
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream("SecureBuild.Analyzers." + folder + "." + name)
            ?? throw new InvalidOperationException(name + " is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return Cut(line, columns);
    }

    static string[] Cut(string line, int columns)
    {
        var cells = new List<string>(columns);
        var rest = line.Trim();
        while (cells.Count < columns - 1 && rest.IndexOf(' ') is > 0 and var space)
        {
            cells.Add(rest.Substring(0, space));
            rest = rest.Substring(space).TrimStart();
        }
        cells.Add(rest);
        return [.. cells];
    }
}
