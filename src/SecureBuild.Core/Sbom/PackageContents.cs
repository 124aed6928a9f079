using System.Collections.Immutable;
using System.Security.Cryptography;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>What the package folder on disk knows about a package.</summary>
/// <param name="Folder">Its folder, or null where no package folder holds it.</param>
/// <param name="Sha512">SHA-512 of the <c>.nupkg</c> file (its signature included), lower-case hexadecimal, or null where it is not known.</param>
/// <param name="Nuspec">What the package says about itself, or null where it cannot be read.</param>
/// <param name="UnreadableNuspec">Path of a nuspec that is there but cannot be read, or null.</param>
sealed record PackageContents(string? Folder, string? Sha512, Nuspec? Nuspec, string? UnreadableNuspec)
{
    /// <summary>Reads the larger files of packages; null where there are none to read.</summary>
    public ProjectPackages? Readings { get; init; }

    /// <summary>Name of the <c>.nupkg</c> file, or null.</summary>
    public string? FileName { get; private init; }

    /// <summary>Its signature; null where there is no folder to look into.</summary>
    public PackageSignature? Signature => Folder is null ? null : Readings?.Signature(Folder);

    /// <summary>SHA-256 of the <c>.nupkg</c> file, and the digest that its signature signs.</summary>
    public PackageDigests Digests => Folder is not null && FileName is not null && Readings is not null
        ? Readings.Digests(Path.Combine(Folder, FileName), Signature is { IsValid: true } signature ? signature.ContentAlgorithm : HashAlgorithmName.SHA256)
        : new(null, null);

    /// <summary>A licence text in the package, or null where there is none to read under this name.</summary>
    /// <param name="name">Path in the package; somebody else's text, so it must stay below the package's folder.</param>
    public LicenceFile? Licence(string name) =>
        Folder is not null && StaysBelow(name) ? Readings?.Licence(Path.Combine(Folder, name)) : null;

    /// <summary>Reads the small files of a package's folder; the <c>.nupkg</c> itself only where its digest is missing.</summary>
    public static PackageContents Of(RestoredLibrary library, ImmutableArray<string> packageFolders, ProjectPackages readings)
    {
        if (library.Path is not { } path || Find(path, packageFolders) is not { } folder)
            return new(null, null, null, null) { Readings = readings };

        var stem = library.Name.ToLowerInvariant();
        var nuspec = Path.Combine(folder, library.NuspecFile ?? stem + ".nuspec");
        var digest = Path.Combine(folder, library.DigestFile ?? $"{stem}.{library.Version.ToLowerInvariant()}.nupkg.sha512");
        var name = Path.GetFileName(digest)[..^".sha512".Length];
        var said = readings.Nuspec(nuspec);
        return new(folder, readings.Recorded(digest, Digest512), said, said is null ? nuspec : null) { Readings = readings, FileName = name };
    }

    // The path is somebody else's text: it must stay below the package folder.
    static string? Find(string path, ImmutableArray<string> packageFolders)
    {
        if (!StaysBelow(path))
            return null;
        foreach (var packageFolder in packageFolders)
        {
            var folder = Path.Combine(packageFolder, path);
            if (Directory.Exists(folder))
                return folder;
        }
        return null;
    }

    static bool StaysBelow(string path) =>
        !path.Split('/', '\\').Contains("..") && !Path.IsPathRooted(path) && !path.Contains('\0', StringComparison.Ordinal);

    // NuGet writes the digest of the file it downloaded, signature included, in Base64. (sha512 in the assets file leaves the signature out.)
    static string? Digest512(string digestFile)
    {
        try
        {
            if (File.Exists(digestFile) && new FileInfo(digestFile).Length <= 256)
            {
                Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
                if (Convert.TryFromBase64String(File.ReadAllText(digestFile).Trim(), digest, out var length) && length == digest.Length)
                    return Convert.ToHexStringLower(digest);
            }
            var package = digestFile[..^".sha512".Length];
            return File.Exists(package) ? Digest.Sha512OfFile(package) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
