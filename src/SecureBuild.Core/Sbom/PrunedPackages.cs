using System.Collections.Immutable;
using System.Globalization;

namespace SecureBuild.Sbom;

/// <summary>
/// Packages that a library asks for and that restore left out because a shared framework has their content (.NET SDK 10, package pruning). Restore's
/// result no longer names them: only the library's own list of dependencies does.
/// </summary>
static class PrunedPackages
{
    static readonly string[] s_prefixes = ["netstandard", "netcoreapp", "net"];

    /// <summary>Their names, in the library's order; nothing where its list does not agree with what restore resolved.</summary>
    public static ImmutableArray<string> Of(RestoredLibrary library, Nuspec? nuspec, RestoreGraph graph, string targetFramework)
    {
        if (graph.Pruned.Count == 0 || nuspec is null || nuspec.DependencyGroups.IsEmpty)
            return [];
        var kept = library.Dependencies.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var target = Rank(targetFramework);
        // Of the lists for this framework and those it can use, the nearest. If it does not name what restore resolved, restore took another: then nothing is claimed.
        DependencyGroup? nearest = null;
        foreach (var group in nuspec.DependencyGroups)
            if (Rank(group.TargetFramework) is var rank && rank <= target && (nearest is null || rank > Rank(nearest.TargetFramework)))
                nearest = group;
        return nearest is not null && kept.All(name => nearest.Ids.Contains(name, StringComparer.OrdinalIgnoreCase)) && nearest.Ids.All(name => kept.Contains(name) || graph.Pruned.Contains(name))
            ? [.. nearest.Ids.Where(name => !kept.Contains(name))]
            : [];
    }

    // Any framework, .NET Standard, .NET (Core), each by version; others are never near.
    static int Rank(string? framework)
    {
        var name = framework?.ToLowerInvariant().TrimStart('.').Split('-')[0] ?? "";
        if (name.Length == 0)
            return 0;
        foreach (var prefix in s_prefixes)
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name[prefix.Length..].TrimStart(',', 'v').Split('.') is [var major, var minor, ..]
                && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var high) && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var low)
                && (prefix != "net" || high >= 5))
                return (prefix == "netstandard" ? 1_000_000 : 2_000_000) + (high * 1000) + low;
        return int.MaxValue;
    }
}
