using System.Collections.Concurrent;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>What was read of packages, so that the projects of one build read it once. It lives as long as one build.</summary>
sealed class PackageReadings
{
    readonly ConcurrentDictionary<string, LicenceFile?> _licences = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, PackageSignature> _signatures = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<PackageFileVersion, PackageDigests> _digests = new();

    /// <summary>The licence text at a path; null where there is none to read.</summary>
    public LicenceFile? Licence(string path) => _licences.GetOrAdd(path, LicenceFile.Read);

    /// <summary>The signature in a package's folder.</summary>
    public PackageSignature Signature(string folder) => _signatures.GetOrAdd(folder, static folder => PackageSignature.Read(Path.Combine(folder, ".signature.p7s")));

    /// <summary>Digests of a <c>.nupkg</c> as it is now; nothing in it where it cannot be read.</summary>
    public PackageDigests Digests(PackageFileVersion file) => _digests.GetOrAdd(file, static file =>
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

/// <summary>A <c>.nupkg</c> at a time.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Length">Its length.</param>
/// <param name="Written">When it was written, ticks.</param>
/// <param name="Algorithm">Algorithm of the signed digest.</param>
sealed record PackageFileVersion(string Path, long Length, long Written, string Algorithm);
