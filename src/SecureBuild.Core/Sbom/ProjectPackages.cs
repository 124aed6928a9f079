using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>
/// Reads the packages of one project. Digests of package files are the dear part (hundreds of megabytes), so they are kept beside the restore result:
/// a file of the same length and time of writing is not read again. Whoever can write there can write the build's other intermediate files as well.
/// </summary>
sealed class ProjectPackages : IDisposable
{
    const string Name = "securebuild.packages.cache", Heading = "securebuild-packages 1";
    const long Largest = 16 << 20;

    readonly PackageReadings _shared;
    readonly string? _file;
    readonly Dictionary<string, PackageDigests> _kept = new(StringComparer.Ordinal);
    readonly Dictionary<string, PackageDigests> _used = new(StringComparer.Ordinal);

    /// <summary>Begins to read.</summary>
    /// <param name="shared">What other projects of the build read.</param>
    /// <param name="assetsFile">The restore result, or null: then nothing is kept.</param>
    public ProjectPackages(PackageReadings shared, string? assetsFile)
    {
        _shared = shared;
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

    /// <inheritdoc cref="PackageReadings.Licence"/>
    public LicenceFile? Licence(string path) => _shared.Licence(path);

    /// <inheritdoc cref="PackageReadings.Signature"/>
    public PackageSignature Signature(string folder) => _shared.Signature(folder);

    /// <inheritdoc cref="PackageReadings.Nuspec"/>
    public Nuspec? Nuspec(string path) => _shared.Nuspec(path).Nuspec;

    /// <inheritdoc cref="PackageReadings.Recorded"/>
    public string? Recorded(string digestFile, Func<string, string?> read) => _shared.Recorded(digestFile, read);

    /// <inheritdoc cref="PackageReadings.Digests"/>
    public PackageDigests Digests(string path, HashAlgorithmName algorithm)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return new(null, null);
        var version = new PackageFileVersion(path, file.Length, file.LastWriteTimeUtc.Ticks, algorithm.Name!);
        var key = string.Create(CultureInfo.InvariantCulture, $"{file.Directory?.Parent?.Name}/{file.Directory?.Name}/{file.Name}\t{version.Length}\t{version.Written}\t{version.Algorithm}");
        var digests = _kept.TryGetValue(key, out var known) ? known : _shared.Digests(version);
        if (digests.File is not null)
            _used[key] = digests;
        return digests;
    }

    /// <summary>Keeps what was read. A folder that cannot be written costs time and nothing else.</summary>
    public void Dispose()
    {
        if (_file is null || _used.Count == 0 || _used.Count == _kept.Count && _used.Keys.All(_kept.ContainsKey))
            return;
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var key in _used.Keys.Order(StringComparer.Ordinal))
            text.Append(key).Append('\t').Append(_used[key].File).Append('\t').Append(_used[key].Content).Append('\n');
        try
        {
            AtomicFile.Write(_file, Encoding.UTF8.GetBytes(text.ToString()), durable: false);
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
            if (line.Split('\t') is [var name, var length, var written, var algorithm, { Length: 64 } file, var content])
                _kept[$"{name}\t{length}\t{written}\t{algorithm}"] = new(file, content.Length > 0 ? content : null);
    }
}
