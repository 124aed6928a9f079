using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecureBuild.Evidence;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>
/// Reads the packages of one project. Digests of packages and of the large files that they deliver are the dear part (hundreds of megabytes), so they are kept beside the
/// restore result: a file of the same length and time of writing is not read again. Whoever can write there can write the build's other intermediate files as well, and a
/// digest that no longer fits the delivered file is what a buyer's check finds.
/// </summary>
sealed class ProjectPackages : IDisposable
{
    const string Name = "securebuild.packages.cache", Heading = "securebuild-packages 2";
    // A smaller file is read as quickly as its line.
    const long Largest = 16 << 20, LargeFile = 1 << 16;

    const string Delivered = "both";

    readonly FileDigests _files;
    readonly string? _file;
    readonly Dictionary<DigestedFile, PackageDigests> _kept = [];
    readonly Dictionary<DigestedFile, PackageDigests> _used = [];

    /// <summary>Begins to read.</summary>
    /// <param name="files">What other projects of the build read.</param>
    /// <param name="assetsFile">The restore result, or null: then nothing is kept.</param>
    public ProjectPackages(FileDigests files, string? assetsFile)
    {
        _files = files;
        _file = Path.GetDirectoryName(assetsFile) is { } folder ? Path.Combine(folder, Name) : null;
        try
        {
            if (_file is not null && new FileInfo(_file) is { Exists: true, Length: < Largest })
                Load(File.ReadAllLines(_file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _kept.Clear();
        }
    }

    /// <summary>What all projects of the build read of packages.</summary>
    public PackageReadings Shared => _files.Packages;

    /// <summary>Digests of a <c>.nupkg</c> as it is now; nothing in them where it cannot be read.</summary>
    public DigestedPackage Digests(string path, HashAlgorithmName algorithm)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return new(null, new(null, null));
        var entry = new DigestedFile(path, file.Length, file.LastWriteTimeUtc.Ticks, algorithm.Name!);
        return new(entry, _kept.TryGetValue(entry, out var known) ? known : Shared.Digests(entry));
    }

    /// <summary>Keeps digests for this project's next build, whichever project read them.</summary>
    public PackageDigests Use(DigestedPackage package)
    {
        if (package is { File: { } file, Digests.File: not null })
            _used[file] = package.Digests;
        return package.Digests;
    }

    /// <summary>Both digests of a file that a package delivers.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public FileDigest Both(string path)
    {
        var file = new FileInfo(path);
        if (file is not { Exists: true, Length: >= LargeFile })
            return _files.Both(path);
        var entry = new DigestedFile(path, file.Length, file.LastWriteTimeUtc.Ticks, Delivered);
        if (_kept.TryGetValue(entry, out var known) && known is { File: { } sha256, Content: { } sha512 })
        {
            _used[entry] = known;
            return new(sha256, sha512);
        }
        var digest = _files.Both(path);
        _used[entry] = new(digest.Sha256, digest.Sha512);
        return digest;
    }

    /// <summary>Keeps what was read, beside what other target frameworks keep there. A folder that cannot be written costs time and nothing else.</summary>
    public void Dispose()
    {
        if (_file is null || !_used.Keys.Any(entry => !_kept.ContainsKey(entry)))
            return;
        foreach (var (entry, digests) in _kept)
            if (File.Exists(entry.Path))
                _used.TryAdd(entry, digests);
        using var text = new PooledBytes();
        Encoding.UTF8.GetBytes(Heading + "\n", text);
        foreach (var entry in _used.Keys.OrderBy(static entry => entry.Path, StringComparer.Ordinal))
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry.Path}\t{entry.Length}\t{entry.Written}\t{entry.Algorithm}\t{_used[entry].File}\t{_used[entry].Content}\n"), text);
        try
        {
            AtomicFile.Write(_file, text.ToArray(), durable: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    void Load(string[] lines)
    {
        if (lines is not [Heading, ..])
            return;
        foreach (var line in lines.AsSpan(1))
            if (line.Split('\t') is [var path, var length, var written, var algorithm, { Length: 64 } file, var content]
                && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
                _kept[new(path, bytes, ticks, algorithm)] = new(file, content.Length > 0 ? content : null);
    }
}

/// <summary>A file at a time, and which digests of it: of a package its own and, in an algorithm, of its signed content; of a delivered file both.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Length">Its length.</param>
/// <param name="Written">When it was written, ticks.</param>
/// <param name="Algorithm">Algorithm of the signed digest, or the word for both.</param>
sealed record DigestedFile(string Path, long Length, long Written, string Algorithm);

/// <summary>Digests of a package.</summary>
/// <param name="File">What they are of; null where there is no file.</param>
/// <param name="Digests">The digests.</param>
sealed record DigestedPackage(DigestedFile? File, PackageDigests Digests);
