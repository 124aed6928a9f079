// Files by name, in teams' services.
using System.Formats.Tar;
using System.IO.Compression;
using Grpc.Core;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.PathTraversal.Teams;

public interface IBlobStore { Stream Open(string name); }

// [Bad CWE-22] a store behind an interface
public sealed class DiskStore(IConfiguration configuration) : IBlobStore
{
    string Root => configuration["Blobs:Root"] ?? "blobs";

    public Stream Open(string name) => new FileStream($"{Root}/{name}", FileMode.Open, FileAccess.Read);
}

// [same case]
public class BlobController(IBlobStore store) : ControllerBase
{
    [HttpGet("/blobs")]
    public IActionResult Get(string name) => File(store.Open(name), "application/octet-stream");
}

public interface INamedStore { Stream Open(string name); }

// [Good CWE-22] a store behind an interface that takes the last part
public sealed class NamedDiskStore(IConfiguration configuration) : INamedStore
{
    string Root => configuration["Blobs:Root"] ?? "blobs";

    public Stream Open(string name) => new FileStream(Path.Combine(Root, Path.GetFileName(name)), FileMode.Open, FileAccess.Read);
}

// [same case]
public class NamedBlobController(INamedStore store) : ControllerBase
{
    [HttpGet("/named-blobs")]
    public IActionResult Get(string name) => File(store.Open(name), "application/octet-stream");
}

// [Bad CWE-22] a file that a browser chose, in a component
public sealed class Uploader(IWebHostEnvironment environment)
{
    public async Task SaveAsync(IBrowserFile file)
    {
        await using var target = File.Create(Path.Combine(environment.WebRootPath, "uploads", file.Name));
        await file.OpenReadStream(1 << 20).CopyToAsync(target);
    }
}

// [Good CWE-22] a file that a browser chose, under a name of our own
public sealed class RenamingUploader(IWebHostEnvironment environment)
{
    public async Task SaveAsync(IBrowserFile file)
    {
        var extension = Path.GetExtension(file.Name) is ".png" ? ".png" : ".jpg";
        await using var target = File.Create(Path.Combine(environment.WebRootPath, "uploads", Guid.NewGuid().ToString("N") + extension));
        await file.OpenReadStream(1 << 20).CopyToAsync(target);
    }
}

// [Bad CWE-22] entries of an archive, by LINQ
public static class Unzipper
{
    public static void Extract(Stream stream, string folder)
    {
        using var archive = new ZipArchive(stream);
        foreach (var (entry, path) in archive.Entries.Where(each => each.Length > 0).Select(each => (each, Path.Join(folder, each.FullName))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path, overwrite: true);
        }
    }
}

// [Good CWE-22] entries of an archive below the folder
public static class CheckedUnzipper
{
    public static void Extract(Stream stream, string folder)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        using var archive = new ZipArchive(stream);
        foreach (var entry in archive.Entries)
        {
            var path = Path.GetFullPath(Path.Join(root, entry.FullName));
            if (!path.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException("outside");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path, overwrite: true);
        }
    }
}

// [Bad CWE-22] entries of a tape archive
public static class Untar
{
    public static async Task ExtractAsync(Stream stream, string folder)
    {
        await using var reader = new TarReader(stream);
        while (await reader.GetNextEntryAsync() is { } entry)
            await entry.ExtractToFileAsync(Path.Combine(folder, entry.Name), overwrite: true);
    }
}

// [Good CWE-22] the framework extracts the tape archive
public static class FrameworkUntar
{
    public static Task ExtractAsync(Stream stream, string folder) => TarFile.ExtractToDirectoryAsync(stream, folder, overwriteFiles: false);
}

// [Bad CWE-22] the check is for the wrong thing
public static class Downloads
{
    public static void Map(WebApplication app) => app.MapGet("/download", (string file) =>
    {
        if (file.StartsWith("../") || !file.EndsWith(".pdf"))
            return Results.BadRequest();
        return Results.File(Path.Combine(AppContext.BaseDirectory, "docs", file), "application/pdf");
    });
}

// [Good CWE-22] the check is for letters
public static class LetterDownloads
{
    public static void Map(WebApplication app) => app.MapGet("/letter-download", (string file) =>
    {
        if (!file.All(char.IsAsciiLetterOrDigit))
            return Results.BadRequest();
        return Results.File(Path.Combine(AppContext.BaseDirectory, "docs", file + ".pdf"), "application/pdf");
    });
}
