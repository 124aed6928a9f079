using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>What restore resolved for one target: the part of <c>project.assets.json</c> that a bill of materials needs.</summary>
/// <param name="Target">Key of the target read, for instance <c>net10.0/linux-x64</c>.</param>
/// <param name="IsExactTarget">False where the runtime identifier had no target of its own and the one without it was read.</param>
/// <param name="Libraries">Packages and projects by name (ignoring case; a target holds each name once), in the file's order.</param>
/// <param name="Direct">What the project asks for itself, by name.</param>
/// <param name="FrameworkReferences">Shared frameworks the project asks for.</param>
/// <param name="Pruned">Names of packages that the framework provides in restore's eyes (<c>packagesToPrune</c>).</param>
/// <param name="PackageFolders">Absolute package folders, in the order in which NuGet searches them.</param>
/// <param name="FailedCodes">Codes of the errors with which restore ended, ordinal order; a graph with errors is not complete.</param>
sealed record RestoreGraph(
    string Target,
    bool IsExactTarget,
    IReadOnlyDictionary<string, RestoredLibrary> Libraries,
    IReadOnlyDictionary<string, DirectReference> Direct,
    ImmutableArray<string> FrameworkReferences,
    IReadOnlySet<string> Pruned,
    ImmutableArray<string> PackageFolders,
    ImmutableArray<string> FailedCodes)
{
    /// <summary>Packages that restore fetched for the build without resolving them into the graph.</summary>
    public ImmutableArray<NamedPackage> Downloads { get; init; } = [];
}

/// <summary>What the project asks for itself.</summary>
/// <param name="RequestedVersion">Range in NuGet's notation as restore recorded it, or null (projects).</param>
/// <param name="IsPrivate"><c>PrivateAssets="all"</c>.</param>
/// <param name="IsAutomatic">Added by the SDK rather than by the project.</param>
sealed record DirectReference(string? RequestedVersion, bool IsPrivate, bool IsAutomatic);

/// <summary>A library of the target.</summary>
/// <param name="Name">Name in its own spelling.</param>
/// <param name="Version">Version that restore picked.</param>
/// <param name="IsProject">A referenced project rather than a package.</param>
/// <param name="Dependencies">Names of what it depends on directly.</param>
/// <param name="FrameworkReferences">Shared frameworks it asks for.</param>
/// <param name="HasFiles">It has run-time, native or resource files to copy here; <c>_._</c> placeholders do not count.</param>
/// <param name="HasContent">It has content that is compiled in or copied.</param>
/// <param name="AssemblyName">Of a project: file name of its assembly without extension, or null.</param>
sealed record RestoredLibrary(
    string Name, string Version, bool IsProject, ImmutableArray<string> Dependencies, ImmutableArray<string> FrameworkReferences,
    bool HasFiles, bool HasContent, string? AssemblyName)
{
    /// <summary>Folder below a package folder; of a project its project file relative to the project that refers to it. Null where the file does not say.</summary>
    public string? Path { get; init; }

    /// <summary>Name of the package's <c>.nupkg.sha512</c> file, or null.</summary>
    public string? DigestFile { get; init; }

    /// <summary>Name of the package's <c>.nuspec</c> file, or null.</summary>
    public string? NuspecFile { get; init; }

    /// <summary>Files in the package, relative to its folder.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>A restore result holds each library once: itself is what it equals. To compare all it holds would be compiled anew in every build.</summary>
    public bool Equals(RestoredLibrary? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
