using System.Collections.Immutable;
using System.Globalization;

namespace SecureBuild.Sbom;

/// <summary>
/// Packages that a library asks for and that restore left out because a shared framework has their content (.NET SDK 10, package pruning). Restore's
/// result no longer names them: only the library's own list of dependencies does.
/// </summary>
static class PrunedPackages
{
    /// <summary>Their names, in the library's order; nothing where its list does not agree with what restore resolved.</summary>
    public static ImmutableArray<string> Of(RestoredLibrary library, Nuspec? nuspec, RestoreGraph graph, string targetFramework)
    {
        if (graph.Pruned.Count == 0 || nuspec is null || nuspec.DependencyGroups.IsEmpty)
            return [];
        var kept = library.Dependencies.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var target = Rank(targetFramework);
        // Of the lists for this framework and those it can use, the nearest. One that does not name what restore resolved was not the one it took.
        foreach (var group in nuspec.DependencyGroups.Select(group => (Rank: Rank(group.TargetFramework), group.Ids)).Where(group => group.Rank.CompareTo(target) <= 0).OrderByDescending(group => group.Rank))
            if (group.Ids.Length > 0 && kept.All(name => group.Ids.Contains(name, StringComparer.OrdinalIgnoreCase)) && group.Ids.All(name => kept.Contains(name) || graph.Pruned.Contains(name)))
                return [.. group.Ids.Where(name => !kept.Contains(name))];
            else if (group.Rank.Family > 0)
                return [];
        return [];
    }

    // 4: others, never near; 3: .NET (Core), by version; 2: .NET Standard; 0: any framework.
    static (int Family, int Version) Rank(string? framework)
    {
        var name = framework?.ToLowerInvariant().TrimStart('.').Split('-')[0] ?? "";
        if (name.Length == 0)
            return (0, 0);
        foreach (var (prefix, family) in new[] { ("netstandard", 2), ("netcoreapp", 3), ("net", 3) })
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name[prefix.Length..].TrimStart(',', 'v').Split('.') is [var major, var minor, ..]
                && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var high) && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var low)
                && (prefix != "net" || high >= 5))
                return (family, high * 1000 + low);
        return (4, 0);
    }
}
