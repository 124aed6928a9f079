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
    /// <param name="packages">Names of the packages of the graph, in their own spelling.</param>
    /// <param name="projects">Referenced projects.</param>
    public static CopiedFiles Of(BuildInputs inputs, HashSet<string> packages, ImmutableArray<ReferencedProject> projects)
    {
        var assemblies = projects.Select(project => project.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var runtimePacks = inputs.Frameworks.Select(framework => framework.RuntimePack).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var delivered = inputs.Outputs.Select(output => output.Path).ToHashSet(StringComparer.Ordinal);
        var byPackage = new List<CopyLocalFile>();
        var byProject = new List<ProjectFile>();
        var unowned = new List<CopyLocalFile>();
        var unlisted = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // What a native image was compiled from may be called like something that lies beside it.
        foreach (var file in inputs.CopyLocal.DistinctBy(file => file.Inside is null ? file.Destination : file.Destination + "\n" + file.Inside.Container, StringComparer.Ordinal).OrderBy(file => file.Destination, StringComparer.Ordinal))
        {
            var library = file.WebContentOf is { } name && packages.TryGetValue(name, out var known) ? known : null;
            if (library is not null)
                byPackage.Add(file with { PackageId = library });
            else if (projects.FirstOrDefault(project => project.FullPath == file.ContentOf || project.Name == file.WebContentOf) is { } project && (file.ContentOf ?? file.WebContentOf) is not null)
                byProject.Add(new(project.AssemblyName, file));
            else if (file.PackageId is { Length: > 0 } id)
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
    internal static string Stem(string destination)
    {
        var name = Path.GetFileNameWithoutExtension(destination);
        return name.EndsWith(".resources", StringComparison.OrdinalIgnoreCase) ? name[..^".resources".Length] : name;
    }
}

/// <summary>A package that delivers files although restore's graph does not hold it.</summary>
sealed record UnlistedPackage(string Id, string Version);
