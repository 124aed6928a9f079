using System.Collections.Immutable;
using SecureBuild.Notices;

namespace SecureBuild.Sbom;

/// <summary>What came of describing one build.</summary>
/// <param name="Bom">The bill of materials: always there, with its gaps stated in it.</param>
/// <param name="Problems">What to tell the user, ordered as found.</param>
/// <param name="Coverage">How much is in it and what is not known.</param>
public sealed record SbomResult(Bom Bom, ImmutableArray<Problem> Problems, SbomCoverage Coverage)
{
    /// <summary>The same as <see cref="SbomFormat.CycloneDx17"/>, written already because its name is derived from that.</summary>
    internal BorrowedBytes? CycloneDx { get; init; }

    /// <summary>The document in a format, as a file.</summary>
    internal Artifact Write(SbomFormat format, string path) => format == SbomFormat.CycloneDx17 && CycloneDx is { } written ? Artifact.Of(path, written) : new(path, format.Write(Bom));

    /// <summary>Where the files of its packages lie, by the component's name in the document: for who wants their texts.</summary>
    internal IReadOnlyDictionary<string, PackageFolder> Folders { get; init; } = ImmutableDictionary<string, PackageFolder>.Empty;
}

/// <summary>Counts over the components below the root; nested file components of packages count under <see cref="Files"/> only.</summary>
public sealed record SbomCoverage
{
    /// <summary>The restore result could be read, so packages and edges are all there.</summary>
    public required bool GraphComplete { get; init; }

    /// <summary>All components but the root.</summary>
    public required int Components { get; init; }

    /// <summary>NuGet packages.</summary>
    public required int Packages { get; init; }

    /// <summary>Of them those the project asks for itself.</summary>
    public required int DirectPackages { get; init; }

    /// <summary>Of them those that are only used while building (<c>scope: excluded</c>).</summary>
    public required int BuildOnlyPackages { get; init; }

    /// <summary>Referenced projects.</summary>
    public required int Projects { get; init; }

    /// <summary>Shared frameworks and runtime packs.</summary>
    public required int Frameworks { get; init; }

    /// <summary>Copy-local files that no package and no project explains.</summary>
    public required int Files { get; init; }

    /// <summary>Dependency edges, the root's included.</summary>
    public required int Edges { get; init; }

    /// <summary>Components whose licence is not known.</summary>
    public required int UnknownLicences { get; init; }

    /// <summary>Components whose supplier is not known.</summary>
    public required int UnknownSuppliers { get; init; }

    /// <summary>Packages and projects without a digest.</summary>
    public required int UnknownHashes { get; init; }

    /// <summary>Delivered files that no component explains, relative to the output directory with <c>/</c>, ordinal order.</summary>
    public ImmutableArray<string> UnexplainedFiles { get; init; } = [];
}
