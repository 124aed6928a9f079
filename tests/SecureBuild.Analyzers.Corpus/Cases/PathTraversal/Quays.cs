// Names of files from requests, archives and uploads.
using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Corpus.PathTraversal.Quays;

public interface IDocumentStore
{
    Stream Open(string tenant, string name);

    void Save(string tenant, string name, ReadOnlySpan<byte> content);
}

// [Bad CWE-22] a store of documents whose folders come from the client, through an abstract base class
public abstract class FolderStore(string root)
{
    protected string Locate(params ReadOnlySpan<string> segments)
    {
        var path = root;
        foreach (var segment in segments)
            path = Path.Combine(path, segment);
        return path;
    }
}

// [same case]
public sealed class DocumentStore(IWebHostEnvironment environment) : FolderStore(environment.ContentRootPath), IDocumentStore
{
    public Stream Open(string tenant, string name) => new FileStream(Locate(tenant, name), FileMode.Open, FileAccess.Read);

    public void Save(string tenant, string name, ReadOnlySpan<byte> content) => throw new NotSupportedException();
}

// [same case]
public sealed class DocumentController(IDocumentStore store) : ControllerBase
{
    [HttpGet("documents/{tenant}/{**name}")]
    public IActionResult Get(string tenant, string name) => File(store.Open(tenant, name), "application/octet-stream");
}

// [Good CWE-22] the store resolves the path and compares it with its root
public sealed class RootedStore(IWebHostEnvironment environment)
{
    readonly string _root = Path.GetFullPath(environment.ContentRootPath) + Path.DirectorySeparatorChar;

    public Stream Open(string name) => File.OpenRead(Resolve(name));

    string Resolve(string name)
    {
        var full = Path.GetFullPath(name, _root);
        return full.StartsWith(_root, StringComparison.Ordinal) ? full : throw new UnauthorizedAccessException();
    }
}

// [same case]
public sealed class RootedController(RootedStore store) : ControllerBase
{
    [HttpGet("rooted/{**name}")]
    public IActionResult Get(string name) => File(store.Open(name), "application/octet-stream");
}

// [Bad CWE-22] the sections of a multipart body name the files
public sealed class StreamedUpload
{
    public static async Task<Ok<int>> HandleAsync(HttpRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType!).Boundary).Value!;
        var reader = new MultipartReader(boundary, request.Body);
        var count = 0;
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || !disposition.IsFileDisposition())
                continue;
            var name = disposition.FileName.Value!.Trim('"');
            await using var target = File.Create(Path.Join("/srv/uploads", name));
            await section.Body.CopyToAsync(target);
            count++;
        }
        return TypedResults.Ok(count);
    }
}

// [Good CWE-22] the sections are stored under new names, with an extension that is known
public sealed class RenamedUpload
{
    public static async Task<IResult> HandleAsync(HttpRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType!).Boundary).Value!;
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || !disposition.IsFileDisposition())
                continue;
            var extension = Path.GetExtension(disposition.FileName.Value ?? "").ToLowerInvariant();
            if (extension is not (".png" or ".jpg" or ".pdf"))
                return Results.BadRequest();
            await using var target = File.Create(Path.Join("/srv/uploads", $"{Guid.CreateVersion7():N}{extension}"));
            await section.Body.CopyToAsync(target);
        }
        return Results.Ok();
    }
}

// [Bad CWE-22] entries of a tar archive
public sealed class TarImport
{
    public async Task ImportAsync(Stream archive, DirectoryInfo target)
    {
        await using var reader = new TarReader(archive);
        while (await reader.GetNextEntryAsync() is { EntryType: TarEntryType.RegularFile } entry)
            await entry.ExtractToFileAsync(Path.Combine(target.FullName, entry.Name), overwrite: true);
    }
}

// [same case]
public sealed class TarController(TarImport import) : ControllerBase
{
    [HttpPost("tar"), RequestSizeLimit(10_000_000)]
    public Task Post(IFormFile archive) => import.ImportAsync(archive.OpenReadStream(), new DirectoryInfo("/srv/import"));
}

// [Good CWE-22] entries of a zip archive, flattened to their last part
public sealed class FlatImport
{
    public void Import(Stream archive, DirectoryInfo target)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0).Take(100))
        {
            if (entry.Length > 1_000_000)
                continue;
            entry.ExtractToFile(Path.Combine(target.FullName, Path.GetFileName(entry.FullName)), overwrite: true);
        }
    }
}

// [same case]
public sealed class FlatController(FlatImport import) : ControllerBase
{
    [HttpPost("flat"), RequestSizeLimit(10_000_000)]
    public void Post(IFormFile archive) => import.Import(archive.OpenReadStream(), new DirectoryInfo("/srv/import"));
}

// [Bad CWE-22] an upload in a Blazor component
public sealed class UploadComponent : Microsoft.AspNetCore.Components.ComponentBase
{
    public List<string> Stored { get; } = [];

    async Task LoadFiles(InputFileChangeEventArgs e)
    {
        foreach (var file in e.GetMultipleFiles(3))
        {
            var path = Path.Combine("uploads", file.Name);
            await using FileStream target = new(path, FileMode.Create);
            await file.OpenReadStream(512_000).CopyToAsync(target);
            Stored.Add(path);
        }
    }
}

// [Good CWE-22] an upload in a Blazor component gets a random name
public sealed class RandomUploadComponent : Microsoft.AspNetCore.Components.ComponentBase
{
    public List<string> Stored { get; } = [];

    async Task LoadFiles(InputFileChangeEventArgs e)
    {
        foreach (var file in e.GetMultipleFiles(3))
        {
            var path = Path.Combine("uploads", Path.ChangeExtension(Path.GetRandomFileName(), ".bin"));
            await using FileStream target = new(path, FileMode.Create);
            await file.OpenReadStream(512_000).CopyToAsync(target);
            Stored.Add(file.Name);
        }
    }
}

// [Bad CWE-22] the check for dots is made before the text is decoded
public static class DecodedEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/decoded", (string file) =>
        {
            if (file.Contains(".."))
                return Results.BadRequest();
            var decoded = Uri.UnescapeDataString(file);
            return Results.File(Path.Combine("/srv/files", decoded));
        });
}

// [Good CWE-22] the name is looked for among the files of the folder
public static class ListedEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/listed", (string file) =>
        {
            var found = Directory.EnumerateFiles("/srv/files").FirstOrDefault(path => Path.GetFileName(path).Equals(file, StringComparison.Ordinal));
            return found is null ? Results.NotFound() : Results.File(found);
        });
}

// [Bad CWE-22] only the extension is checked, in a helper that answers with a tuple
public sealed class TemplateService
{
    public async Task<string> LoadAsync(string name)
    {
        var (valid, path) = Check(name);
        return valid ? await File.ReadAllTextAsync(path) : "";
    }

    static (bool Valid, string Path) Check(string name) => (name.EndsWith(".html", StringComparison.OrdinalIgnoreCase), "templates/" + name);
}

// [same case]
public sealed class TemplatesController(TemplateService templates) : ControllerBase
{
    [HttpGet("templates")]
    public async Task<ActionResult<string>> Get(string name) => await templates.LoadAsync(name);
}

// [Good CWE-22] the name has letters only, by a helper that answers with an out parameter
public sealed class SafeTemplateService
{
    public async Task<string> LoadAsync(string name) => TryLocate(name, out var path) ? await File.ReadAllTextAsync(path) : "";

    static bool TryLocate(string name, out string path)
    {
        path = "";
        foreach (var character in name)
            if (!char.IsLetter(character))
                return false;
        path = $"templates/{name}.html";
        return true;
    }
}

// [same case]
public sealed class SafeTemplatesController(SafeTemplateService templates) : ControllerBase
{
    [HttpGet("safe-templates")]
    public async Task<ActionResult<string>> Get(string name) => await templates.LoadAsync(name);
}

// [Bad CWE-73] a job that is enqueued with a lambda deletes the file that the form names
public sealed class JobRunner
{
    readonly List<Func<Task>> _jobs = [];

    public void Enqueue(Func<Task> job) => _jobs.Add(job);
}

// [same case]
public sealed class CleanupController(JobRunner jobs) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Remove(IFormCollection form)
    {
        var file = form["file"].First()!;
        jobs.Enqueue(() =>
        {
            new FileInfo(Path.Combine("exports", file)).Delete();
            return Task.CompletedTask;
        });
        return RedirectToAction("Index");
    }
}

// [Good CWE-73] a provider of files that keeps to its root answers
public sealed class ProviderController(IWebHostEnvironment environment) : Controller
{
    [HttpGet]
    public IActionResult Show(string file)
    {
        IFileInfo info = environment.WebRootFileProvider.GetFileInfo("exports/" + file);
        return info.Exists ? File(info.CreateReadStream(), "text/csv") : NotFound();
    }
}
