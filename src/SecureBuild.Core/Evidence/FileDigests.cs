using System.Collections.Concurrent;
using SecureBuild.Sbom;

namespace SecureBuild.Evidence;

/// <summary>
/// Digests of files that many projects of one build share and none of them writes: files of packages, analyzers. One instance lives as long as
/// one build, so no digest outlives the build that read the file. Not for outputs: those are always read.
/// </summary>
public sealed class FileDigests
{
    readonly ConcurrentDictionary<Version, string> _sha256 = new();
    readonly ConcurrentDictionary<Version, FileDigest> _both = new();

    /// <summary>What else was read of packages in this build.</summary>
    internal PackageReadings Packages { get; } = new();

    /// <summary>SHA-256 of a file as it is now; read once for this path, length and time of writing.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Sha256(string path) => _sha256.GetOrAdd(Now(path), static key => Digest.Sha256OfFile(key.Path));

    /// <summary>Both digests of a file as it is now, likewise.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FileDigest Both(string path) => _both.GetOrAdd(Now(path), static key => Digest.OfFile(key.Path));

    static Version Now(string path)
    {
        var file = new FileInfo(path);
        return new(path, file.Length, file.LastWriteTimeUtc.Ticks);
    }

    sealed record Version(string Path, long Length, long Written);
}
