using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>What the package folder on disk knows about a package, and what documents say of it: the same in all projects of a build, so made once.</summary>
/// <param name="folder">Its folder, or null where no package folder holds it.</param>
/// <param name="sha512">SHA-512 of the <c>.nupkg</c> file (its signature included), lower-case hexadecimal, or null where it is not known.</param>
/// <param name="nuspec">What the package says about itself, or null where it cannot be read.</param>
/// <param name="unreadableNuspec">Path of a nuspec that is there but cannot be read, or null.</param>
sealed class PackageContents(string? folder, string? sha512, Nuspec? nuspec, string? unreadableNuspec)
{
    readonly ConcurrentDictionary<PackageUse, Component> _components = new();
    PackageSignature? _signature;
    DigestedPackage? _digests;

    /// <summary>Its folder, or null where no package folder holds it.</summary>
    public string? Folder => folder;

    /// <summary>SHA-512 of the <c>.nupkg</c> file, or null.</summary>
    public string? Sha512 => sha512;

    /// <summary>What the package says about itself, or null.</summary>
    public Nuspec? Nuspec => nuspec;

    /// <summary>Path of a nuspec that is there but cannot be read, or null.</summary>
    public string? UnreadableNuspec => unreadableNuspec;

    /// <summary>Reads the larger files of packages; null where there are none to read.</summary>
    public PackageReadings? Readings { get; init; }

    /// <summary>Name of the <c>.nupkg</c> file, or null.</summary>
    public string? FileName { get; private init; }

    /// <summary>Its signature; null where there is no folder to look into.</summary>
    public PackageSignature? Signature => folder is null ? null : _signature ??= Readings?.Signature(folder);

    /// <summary>SHA-256 of the <c>.nupkg</c> file, and the digest that its signature signs.</summary>
    /// <param name="project">Who asks, and keeps them for its next build.</param>
    public PackageDigests Digests(ProjectPackages project)
    {
        if (folder is null || FileName is null)
            return new(null, null);
        if (_digests is { } known)
            return project.Use(known);
        var read = project.Digests(Path.Combine(folder, FileName), Signature is { IsValid: true } signature ? signature.ContentAlgorithm : HashAlgorithmName.SHA256);
        _digests = read;
        return project.Use(read);
    }

    /// <summary>The package as projects of this build use it that use it alike.</summary>
    public Component Component(PackageUse use, Func<Component> make)
    {
        if (_components.TryGetValue(use, out var known))
            return known;
        var made = make();
        return _components.TryAdd(use, made) ? made : _components[use];
    }

    /// <summary>A licence text in the package, or null where there is none to read under this name.</summary>
    /// <param name="name">Path in the package; somebody else's text, so it must stay below the package's folder.</param>
    public LicenceFile? Licence(string name) =>
        folder is not null && StaysBelow(name) ? Readings?.Licence(Path.Combine(folder, name)) : null;

    /// <summary>Reads the small files of a package's folder, once per build; the <c>.nupkg</c> itself only where its digest is missing.</summary>
    public static PackageContents Of(RestoredLibrary library, ImmutableArray<string> packageFolders, PackageReadings readings)
    {
        if (library.Path is not { } path)
            return new(null, null, null, null) { Readings = readings };
        var place = new PackagePlace(packageFolders is [var only] ? only : string.Join('\n', packageFolders), path, library.Name, library.Version, library.Files.Length);
        return readings.Contents(place) ?? readings.Keep(place, Read(library, path, packageFolders, readings));
    }

    static PackageContents Read(RestoredLibrary library, string path, ImmutableArray<string> packageFolders, PackageReadings readings)
    {
        if (Find(path, packageFolders) is not { } folder)
            return new(null, null, null, null) { Readings = readings };
        var stem = library.Name.ToLowerInvariant();
        var nuspec = Path.Combine(folder, library.NuspecFile ?? stem + ".nuspec");
        var digest = Path.Combine(folder, library.DigestFile ?? $"{stem}.{library.Version.ToLowerInvariant()}.nupkg.sha512");
        var name = Path.GetFileName(digest)[..^".sha512".Length];
        var said = readings.Nuspec(nuspec).Nuspec;
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

/// <summary>How a project uses a package, as far as documents say it.</summary>
/// <param name="BomRef">Its name in the document.</param>
/// <param name="Direct">How the project asks for it, or null where another library brings it.</param>
/// <param name="IsRequired">Delivered or needed at run time.</param>
/// <param name="IsNotCopied">Has files to deliver that the build does not copy.</param>
sealed record PackageUse(string BomRef, DirectReference? Direct, bool IsRequired, bool IsNotCopied);

/// <summary>Where restore found a package: with the same, every project reads the same files.</summary>
/// <param name="Folders">The package folders.</param>
/// <param name="Path">Its folder below one of them.</param>
/// <param name="Name">Its name, in the spelling of the restore result.</param>
/// <param name="Version">Its version, likewise.</param>
/// <param name="Files">How many files the restore result names; none for a runtime pack, which it does not describe.</param>
sealed record PackagePlace(string Folders, string Path, string Name, string Version, int Files);
