using System.Collections.Immutable;

namespace SecureBuild.Evidence;

/// <summary>What <c>dotnet publish</c> hands over, besides what its build did.</summary>
/// <param name="Directory"><c>$(PublishDir)</c>, absolute.</param>
/// <param name="Items">What the SDK copied there (<c>@(ResolvedFileToPublish)</c>).</param>
public sealed record PublishInputs(string Directory, ImmutableArray<PublishItem> Items)
{
    /// <summary>What the SDK meant to put into the single file; some of it may lie beside it after all.</summary>
    public ImmutableArray<PublishItem> Bundled { get; init; } = [];

    /// <summary>What the native compiler read.</summary>
    public ImmutableArray<PublishItem> Compiled { get; init; } = [];

    /// <summary>File name of the program: the host, the single file or the native image; null for a library.</summary>
    public string? Program { get; init; }
}

/// <summary>A file that is published.</summary>
/// <param name="Source">Absolute path of where it was copied or made from.</param>
/// <param name="RelativePath">Path relative to the publish folder, with <c>/</c>.</param>
/// <param name="PackageId">NuGet package or runtime pack it comes from, or null.</param>
/// <param name="PackageVersion">That package's version.</param>
/// <param name="AssetType"><inheritdoc cref="CopyLocalFile.AssetType"/></param>
/// <param name="IsReference">It comes with a reference (a project, a local assembly) rather than as content.</param>
public sealed record PublishItem(string Source, string RelativePath, string? PackageId, string? PackageVersion, string? AssetType, bool IsReference);
