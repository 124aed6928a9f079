using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using SecureBuild.Sbom;

namespace SecureBuild.Evidence;

/// <summary>
/// Digests of files that are asked for more than once: files of packages, analyzers and other projects' outputs, by the projects of one build; a project's own outputs,
/// by all that is made of them. One instance lives as long as one build, or as one project's run, so no digest outlives the build that read the file.
/// </summary>
public sealed class FileDigests
{
    readonly ConcurrentDictionary<Version, string> _sha256 = new();
    readonly ConcurrentDictionary<Version, FileDigest> _both = new();
    readonly ConcurrentDictionary<Version, string?> _attested = new();
    readonly ConcurrentDictionary<Version, string?> _versions = new();
    readonly ConcurrentDictionary<string, object> _read = new(StringComparer.Ordinal);

    /// <summary>What else was read of packages in this build.</summary>
    internal PackageReadings Packages { get; } = new();

    /// <summary>SHA-256 of a file as it is now; read once for this path, length and time of writing.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Sha256(string path) => Now(path) is not { IsCertain: true } version ? Digest.Sha256OfFile(path)
        : _both.TryGetValue(version, out var both) ? both.Sha256 : _sha256.GetOrAdd(version, static key => Digest.Sha256OfFile(key.Path));

    /// <summary>Both digests of a file as it is now, likewise.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FileDigest Both(string path) => Now(path) is { IsCertain: true } version ? _both.GetOrAdd(version, static key => Digest.OfFile(key.Path)) : Digest.OfFile(path);

    /// <summary>Version of an assembly; null for a file that is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal string? AssemblyVersion(string path) => _versions.GetOrAdd(Now(path), static key =>
    {
        try
        {
            return AssemblyName.GetAssemblyName(key.Path).Version?.ToString();
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    });

    /// <summary>Digest of the output that an evidence file of another project is about; null where it does not say.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal string? Attested(string evidenceFile) => Now(evidenceFile) is { IsCertain: true } version ? _attested.GetOrAdd(version, static key => OutputOf(key.Path)) : OutputOf(evidenceFile);

    /// <summary>What one reader makes of files as they are now: settings that many projects have in common. Read once for these paths, lengths and times of writing; nothing is kept where it answers null.</summary>
    /// <param name="paths">Absolute paths, always read by the same reader.</param>
    /// <param name="read">Reads them; what it says of files that are not there is its own matter.</param>
    internal T? Read<T>(ImmutableArray<string> paths, Func<ImmutableArray<string>, T?> read) where T : class
    {
        var key = new StringBuilder();
        foreach (var path in paths)
        {
            var file = new FileInfo(path);
            if (!file.Exists || new Version(path, file.Length, file.LastWriteTimeUtc.Ticks) is not { IsCertain: true } version)
                return read(paths);
            key.Append(CultureInfo.InvariantCulture, $"{path}\n{version.Length}\n{version.Written}\n");
        }
        if (_read.TryGetValue(key.ToString(), out var known))
            return (T)known;
        var made = read(paths);
        if (made is not null)
            _read.TryAdd(key.ToString(), made);
        return made;
    }

    static string? OutputOf(string evidenceFile)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(evidenceFile), CanonicalJson.Own);
            return document.RootElement.Member("build")?.Text("outputSha256");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static Version Now(string path)
    {
        var file = new FileInfo(path);
        return new(path, file.Length, file.LastWriteTimeUtc.Ticks);
    }

    sealed record Version(string Path, long Length, long Written)
    {
        // Where a file system counts in seconds, a file that was written just now may be written again without another time.
        public bool IsCertain => Written % TimeSpan.TicksPerSecond != 0 || DateTime.UtcNow.Ticks - Written > 5 * TimeSpan.TicksPerSecond;
    }
}
