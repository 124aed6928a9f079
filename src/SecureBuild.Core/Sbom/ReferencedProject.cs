using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>A project of the same product that this one refers to, directly or through another.</summary>
/// <param name="Name">Its name in restore's graph.</param>
/// <param name="Version">Version that restore recorded, or null.</param>
/// <param name="Path">Its project file relative to the repository, with <c>/</c>.</param>
/// <param name="AssemblyName">File name of its assembly without extension.</param>
sealed record ReferencedProject(string Name, string? Version, string Path, string AssemblyName)
{
    /// <summary>Absolute path of its project file.</summary>
    public required string FullPath { get; init; }

    /// <summary>The projects of the graph and those that only MSBuild knows of, ordinal order by path.</summary>
    public static ImmutableArray<ReferencedProject> Of(BuildInputs inputs, IEnumerable<RestoredLibrary> libraries)
    {
        var folder = System.IO.Path.GetDirectoryName(inputs.ProjectFile)!;
        var projects = new Dictionary<string, ReferencedProject>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in libraries.Where(library => library.IsProject))
        {
            var file = System.IO.Path.GetFullPath((library.Path ?? library.Name).Replace('\\', '/').Replace("\0", "", StringComparison.Ordinal), folder);
            projects[file] = new(library.Name, library.Version, RepositoryPath.Of(file, inputs.RepositoryRoot), library.AssemblyName ?? library.Name) { FullPath = file };
        }
        foreach (var reference in inputs.ProjectReferences)
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(reference.ProjectFile);
            var assembly = System.IO.Path.GetFileNameWithoutExtension(reference.Assembly) ?? name;
            var file = System.IO.Path.GetFullPath(reference.ProjectFile);
            projects[file] = projects.TryGetValue(file, out var known)
                ? known with { AssemblyName = assembly }
                : new(name, null, RepositoryPath.Of(file, inputs.RepositoryRoot), assembly) { FullPath = file };
        }
        return [.. projects.Values.OrderBy(project => project.Path, StringComparer.Ordinal)];
    }

    /// <summary>The project as a component, with the files it delivers inside.</summary>
    /// <param name="bomRef">Its name in the document.</param>
    /// <param name="files">Its files in the output directory.</param>
    /// <param name="supplier">Who delivers the product it is part of; null where nobody said.</param>
    /// <param name="delivered">Part of the product rather than only of its build (an analyzer, a code generator).</param>
    public Component Component(string bomRef, ImmutableArray<Component> files, OrganizationalEntity? supplier, bool delivered)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        properties.Add(new(Names.Creator, "unknown:first-party"));
        if (files.IsEmpty)
            properties.Add(new(Names.Hash, "unknown:no-delivered-file"));
        properties.Add(new(Names.Licence, "unknown:first-party"));
        properties.Add(new(Names.Supplier, supplier is null ? "unknown:first-party" : "product"));
        return new("library", bomRef, Name)
        {
            Version = Version,
            Scope = delivered ? "required" : "excluded",
            Supplier = supplier,
            Purl = PackageUrl.Generic(Name, Version),
            Hashes = files.FirstOrDefault(file => file.Name == AssemblyName + ".dll")?.Hashes ?? [],
            Components = files,
            Properties = properties.ToImmutable(),
        };
    }
}
