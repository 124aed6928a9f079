using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>The files of all packages that restore brought, for all target frameworks: read when the first is asked for.</summary>
/// <param name="assetsFile"><c>project.assets.json</c>, absolute path, or null: then nothing is known.</param>
sealed class RestoredFiles(string? assetsFile)
{
    readonly Lazy<Dictionary<string, List<RestoredFile>>> _files = new(() => Read(assetsFile));

    /// <summary>Name in our documents of the package that holds this very file under this name; null where none does, or nothing can be read.</summary>
    /// <param name="name">File name without folder.</param>
    /// <param name="digest">Its digests.</param>
    public string? OwnerOf(string name, FileDigest digest)
    {
        foreach (var file in _files.Value.GetValueOrDefault(name) ?? [])
        {
            try
            {
                if (File.Exists(file.Path) && Digest.Sha256OfFile(file.Path) == digest.Sha256)
                    return file.Package;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another package may have it, too.
            }
        }
        return null;
    }

    static Dictionary<string, List<RestoredFile>> Read(string? path)
    {
        var files = new Dictionary<string, List<RestoredFile>>(StringComparer.OrdinalIgnoreCase);
        try
        {
            if (path is null || !File.Exists(path))
                return files;
            using var stream = JsonBytes.Open(path);
            using var document = JsonDocument.Parse(stream);
            var folders = Json.Names(document.RootElement, "packageFolders");
            foreach (var library in Json.Object(document.RootElement, "libraries").EnumerateObject())
                if (library.Name.Split('/') is [var id, var version] && Json.OptionalText(library.Value, "type") == "package" && Json.OptionalText(library.Value, "path") is { } below
                    && library.Value.TryGetProperty("files", out var list))
                    foreach (var file in Json.Texts(list))
                        Add(files, folders, below, file, PackageUrl.NuGet(id, version));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ShapeException or InvalidOperationException)
        {
            files.Clear();
        }
        return files;
    }

    static void Add(Dictionary<string, List<RestoredFile>> files, ImmutableArray<string> folders, string below, string file, string package)
    {
        // Somebody else's text: it must stay below the package folder.
        if ($"{below}/{file}" is var path && (path.Split('/', '\\').Contains("..") || Path.IsPathRooted(path) || path.Contains('\0', StringComparison.Ordinal)))
            return;
        var name = file[(file.LastIndexOf('/') + 1)..];
        if (!files.TryGetValue(name, out var known))
            files.Add(name, known = []);
        foreach (var folder in folders)
            known.Add(new(package, Path.Combine(folder, path)));
    }

    sealed record RestoredFile(string Package, string Path);
}
