using System;
using System.Collections.Generic;
using SecureBuild.Analyzers.DataFlow;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>
/// Names that every program uses, and what a file has to mention besides for a rule to look at them: <c>Add</c> sets a header only where somebody speaks of headers. The table is
/// <c>Companions.txt</c>: names, a colon, other names.
/// </summary>
static class Companions
{
    static readonly Dictionary<string, int[]> s_table = Read();

    /// <summary>Hashes of the names of which one must be there; null when the name is enough.</summary>
    public static int[]? Of(string name) => s_table.TryGetValue(name, out var companions) ? companions : null;

    static Dictionary<string, int[]> Read()
    {
        var sets = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        using var stream = typeof(Companions).Assembly.GetManifestResourceStream("SecureBuild.Analyzers.Hosting.Companions.txt")!;
        using var reader = new System.IO.StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(':');
            foreach (var name in line.Substring(0, colon).Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (!sets.TryGetValue(name, out var set))
                    sets.Add(name, set = new());
                foreach (var companion in line.Substring(colon + 1).Split([' '], StringSplitOptions.RemoveEmptyEntries))
                    set.Add(TreeNames.HashOf(companion));
            }
        }
        var table = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var set in sets)
            table.Add(set.Key, [.. set.Value]);
        return table;
    }
}
