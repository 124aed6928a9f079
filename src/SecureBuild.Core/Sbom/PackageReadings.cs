using System.Collections.Concurrent;
using System.Xml;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>What was read of packages, so that the projects of one build read it once. It lives as long as one build.</summary>
sealed class PackageReadings
{
    readonly ConcurrentDictionary<string, LicenceFile?> _licences = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, PackageSignature> _signatures = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, NuspecReading> _nuspecs = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, string?> _recorded = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<DigestedFile, PackageDigests> _digests = new();
    readonly ConcurrentDictionary<PackagePlace, PackageContents> _contents = new();
    readonly ConcurrentDictionary<string, PackageFiles> _files = new(StringComparer.Ordinal);

    /// <summary>The files of a package by its content, path and their number; null where nobody read them yet.</summary>
    public PackageFiles? Files(string key) => _files.TryGetValue(key, out var known) ? known : null;

    /// <summary>Keeps them.</summary>
    public void Keep(string key, PackageFiles files) => _files.TryAdd(key, files);

    /// <summary>What was read of a package there; null where nobody asked yet.</summary>
    public PackageContents? Contents(PackagePlace place) => _contents.TryGetValue(place, out var known) ? known : null;

    /// <summary>Keeps it. Of two projects that read at the same time, one's reading counts for both.</summary>
    public PackageContents Keep(PackagePlace place, PackageContents contents) => _contents.TryAdd(place, contents) ? contents : _contents[place];

    /// <summary>The licence text at a path; null where there is none to read.</summary>
    public LicenceFile? Licence(string path) => _licences.GetOrAdd(path, LicenceFile.Read);

    /// <summary>The signature in a package's folder.</summary>
    public PackageSignature Signature(string folder) => _signatures.GetOrAdd(folder, static folder => PackageSignature.Read(Path.Combine(folder, ".signature.p7s")));

    /// <summary>What a package says of itself.</summary>
    public NuspecReading Nuspec(string path) => _nuspecs.GetOrAdd(path, NuspecReading.Of);

    /// <summary>SHA-512 that NuGet recorded in a file beside the <c>.nupkg</c>; null where there is none.</summary>
    public string? Recorded(string digestFile, Func<string, string?> read) => _recorded.GetOrAdd(digestFile, read);

    /// <summary>Digests of a <c>.nupkg</c> as it is now; nothing in it where it cannot be read.</summary>
    public PackageDigests Digests(DigestedFile file) => _digests.GetOrAdd(file, static file =>
    {
        try
        {
            return SignedPackage.Digests(file.Path, new(file.Algorithm));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, null);
        }
    });
}

/// <summary>A nuspec, or that there is none to read.</summary>
/// <param name="Nuspec">What it says, or null.</param>
sealed record NuspecReading(Nuspec? Nuspec)
{
    /// <summary>Reads one.</summary>
    public static NuspecReading Of(string path)
    {
        try
        {
            return new(Sbom.Nuspec.Read(path));
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new((Nuspec?)null);
        }
    }
}
