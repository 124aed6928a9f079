using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Sorts the copied files by who brings them: a package, a referenced project, or nobody that is known.</summary>
/// <param name="ByProject">Files of referenced projects, by the assembly's name without extension.</param>
/// <param name="ByPackage">Files of packages, by the package's name: the package's own digest says nothing to those who receive its files.</param>
/// <param name="Packages">Packages that deliver files but that restore's graph does not hold.</param>
/// <param name="Unowned">Files of nobody.</param>
sealed record CopiedFiles(
    ILookup<string, CopyLocalFile> ByProject, ILookup<string, CopyLocalFile> ByPackage, ImmutableArray<UnlistedPackage> Packages, ImmutableArray<CopyLocalFile> Unowned)
{
    /// <summary>Sorts them.</summary>
    /// <param name="inputs">The build.</param>
    /// <param name="packages">Names of the packages of the graph.</param>
    /// <param name="assemblies">Names of referenced projects' assemblies, without extension.</param>
    public static CopiedFiles Of(BuildInputs inputs, IReadOnlySet<string> packages, IReadOnlySet<string> assemblies)
    {
        var runtimePacks = inputs.Frameworks.Select(framework => framework.RuntimePack).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var delivered = inputs.Outputs.Select(output => output.Path).ToHashSet(StringComparer.Ordinal);
        var byPackage = new List<CopyLocalFile>();
        var byProject = new List<ProjectFile>();
        var unowned = new List<CopyLocalFile>();
        var unlisted = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in inputs.CopyLocal.DistinctBy(file => file.Destination, StringComparer.Ordinal).OrderBy(file => file.Destination, StringComparer.Ordinal))
        {
            if (file.PackageId is { Length: > 0 } id)
            {
                byPackage.Add(file);
                if (!packages.Contains(id) && !runtimePacks.Contains(id))
                    unlisted.TryAdd(id, file.PackageVersion ?? "");
            }
            else if (assemblies.Contains(Stem(file.Destination)))
            {
                byProject.Add(new(Stem(file.Destination), file));
            }
            else if (!delivered.Contains(file.Path))
            {
                unowned.Add(file);
            }
        }
        return new(byProject.ToLookup(pair => pair.Assembly, pair => pair.File, StringComparer.OrdinalIgnoreCase), byPackage.ToLookup(file => file.PackageId!, StringComparer.OrdinalIgnoreCase), [.. unlisted.Keys.Order(StringComparer.Ordinal).Select(id => new UnlistedPackage(id, unlisted[id]))], [.. unowned]);
    }

    sealed record ProjectFile(string Assembly, CopyLocalFile File);

    // Name.dll, Name.pdb, Name.xml, ja/Name.resources.dll
    static string Stem(string destination)
    {
        var name = Path.GetFileNameWithoutExtension(destination);
        return name.EndsWith(".resources", StringComparison.OrdinalIgnoreCase) ? name[..^".resources".Length] : name;
    }
}

/// <summary>A package that delivers files although restore's graph does not hold it.</summary>
sealed record UnlistedPackage(string Id, string Version);
