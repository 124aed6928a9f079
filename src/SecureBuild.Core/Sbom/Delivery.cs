using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>
/// Which libraries are delivered or needed at run time (<c>scope: required</c>) and which only serve the build (<c>excluded</c>): decided from what
/// the target's assets and the build's copied files really contribute, not from what a reference is called.
/// </summary>
sealed class Delivery
{
    readonly HashSet<string> _required = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> _notCopied = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Decides for all libraries of the graph.</summary>
    /// <param name="graph">What restore resolved.</param>
    /// <param name="copyLocal">What the build copies.</param>
    /// <param name="ofTargets">Packages whose own targets copy files.</param>
    /// <param name="isBuildOnly">Whether a package without files of its own is only for the build by its own or the project's word.</param>
    public Delivery(RestoreGraph graph, IEnumerable<CopyLocalFile> copyLocal, IEnumerable<RestoredLibrary> ofTargets, Func<RestoredLibrary, bool> isBuildOnly)
    {
        var copied = copyLocal.Select(file => file.PackageId).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var dependents = graph.Libraries.Values.SelectMany(library => library.Dependencies.Select(dependency => new Edge(library, dependency)))
            .ToLookup(edge => edge.Dependency, edge => edge.Library, StringComparer.OrdinalIgnoreCase);

        var open = new Stack<RestoredLibrary>(graph.Libraries.Values.Where(library => Contributes(library, copied)).Concat(ofTargets));
        while (open.TryPop(out var library))
            if (_required.Add(library.Name))
                foreach (var dependent in dependents[library.Name])
                    if (!isBuildOnly(dependent))
                        open.Push(dependent);
    }

    /// <summary>Delivered, needed at run time, or the way to something that is.</summary>
    public bool IsRequired(RestoredLibrary library) => _required.Contains(library.Name);

    /// <summary>It has files to deliver and the build copies packages' files, but none of these: the framework's own are newer, or the project left them out.</summary>
    public bool IsNotCopied(RestoredLibrary library) => _notCopied.Contains(library.Name);

    bool Contributes(RestoredLibrary library, HashSet<string> copied)
    {
        if (copied.Contains(library.Name) || library.HasContent)
            return true;
        // A class library copies no package's files at all: then the assets alone decide.
        if (!library.HasFiles || library.IsProject || copied.Count == 0)
            return library.HasFiles;
        _notCopied.Add(library.Name);
        return false;
    }

    sealed record Edge(RestoredLibrary Library, string Dependency);
}
