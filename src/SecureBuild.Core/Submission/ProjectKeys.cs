using System.Collections.Immutable;

namespace SecureBuild.Submission;

/// <summary>A build and its name in the product.</summary>
sealed record KeyedBuild(string Key, ReadBuild Build);

/// <summary>
/// Names for the builds of a product: that of the artifacts, with the target framework where several have it, and a number where even that is not enough. Two names never
/// differ by case alone, and each is a file name on every platform.
/// </summary>
static class ProjectKeys
{
    /// <summary>By key, in ordinal order.</summary>
    public static ImmutableArray<KeyedBuild> Of(IReadOnlyList<ReadBuild> builds)
    {
        var stems = builds.CountBy(static build => PackagePath.FileName(build.Summary.Name), StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var keyed = ImmutableArray.CreateBuilder<KeyedBuild>(builds.Count);
        foreach (var build in builds.OrderBy(static build => build.Summary.Name, StringComparer.Ordinal).ThenBy(static build => build.Summary.Build?.Project, StringComparer.Ordinal)
                     .ThenBy(static build => build.Summary.Build?.TargetFramework, StringComparer.Ordinal).ThenBy(static build => build.Attested.StatementSha256, StringComparer.Ordinal))
        {
            var stem = PackagePath.FileName(build.Summary.Name);
            var name = stems[stem] > 1 && build.Summary.Build?.TargetFramework is { Length: > 0 } framework ? PackagePath.FileName($"{stem} ({framework})") : stem;
            var key = name;
            for (var number = 2; !taken.Add(key); number++)
                key = $"{name} {number}";
            keyed.Add(new(key, build));
        }
        return [.. keyed.OrderBy(static build => build.Key, StringComparer.Ordinal)];
    }
}
