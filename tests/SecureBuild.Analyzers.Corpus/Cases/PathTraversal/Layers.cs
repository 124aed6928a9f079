using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace Layers;

public sealed class StorageOptions { public string Root { get; set; } = "/var/data"; }

public interface IDocuments
{
    Task<byte[]> ReadAsync(string name);
    Task SaveAsync(string name, Stream content);
}

// [Bad CWE-22] the name from the route is joined with the root of the options
public sealed class Documents(IOptions<StorageOptions> options) : IDocuments
{
    public Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(Path.Combine(options.Value.Root, name));

    public async Task SaveAsync(string name, Stream content)
    {
        await using var file = File.Create(Path.Combine(options.Value.Root, Path.GetFileName(name)));
        await content.CopyToAsync(file);
    }
}

// [same case]
[ApiController]
[Route("documents")]
public sealed class DocumentsController(IDocuments documents) : ControllerBase
{
    [HttpGet("{**name}")]
    public async Task<IActionResult> Read(string name) => File(await documents.ReadAsync(name), "application/octet-stream");
}

public sealed class SafeDocuments(IOptions<StorageOptions> options)
{
    readonly string _root = Path.GetFullPath(options.Value.Root) + Path.DirectorySeparatorChar;

    public string Resolve(string name)
    {
        var full = Path.GetFullPath(Path.Combine(_root, name));
        if (!full.StartsWith(_root, StringComparison.Ordinal))
            throw new UnauthorizedAccessException();
        return full;
    }
}

// [Good CWE-22] the resolved path lies below the root
[ApiController]
[Route("safe-documents")]
public sealed class SafeDocumentsController(SafeDocuments documents) : ControllerBase
{
    [HttpGet("{**name}")]
    public IActionResult Read(string name) => PhysicalFile(documents.Resolve(name), "application/octet-stream");
}

// [Bad CWE-22] the name of the uploaded file
public class UploadModel(IWebHostEnvironment environment) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null)
            return Page();
        var target = Path.Combine(environment.WebRootPath, "uploads", Upload.FileName);
        await using var stream = new FileStream(target, FileMode.Create);
        await Upload.CopyToAsync(stream);
        return RedirectToPage();
    }
}

// [Good CWE-22] a name of our own with a checked extension
public class SafeUploadModel(IWebHostEnvironment environment) : PageModel
{
    static readonly string[] s_extensions = [".png", ".jpg"];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null)
            return Page();
        var extension = Path.GetExtension(Upload.FileName).ToLowerInvariant();
        if (!s_extensions.Contains(extension))
            return BadRequest();
        var target = Path.Combine(environment.WebRootPath, "uploads", Guid.NewGuid().ToString("N") + extension);
        await using var stream = new FileStream(target, FileMode.CreateNew);
        await Upload.CopyToAsync(stream);
        return RedirectToPage();
    }
}

// [Bad CWE-22] two dots are removed only once
public static class ReportEndpoint
{
    public static Results<PhysicalFileHttpResult, NotFound> Read(string name)
    {
        var cleaned = name.Replace("../", "");
        var path = Path.Combine("/srv/reports", cleaned);
        return File.Exists(path) ? TypedResults.PhysicalFile(path) : TypedResults.NotFound();
    }

    public static void Map(WebApplication app) => app.MapGet("/reports/{name}", Read);
}

// [Good CWE-22] what has two dots or separators is refused
public static class SafeReportEndpoint
{
    public static Results<PhysicalFileHttpResult, NotFound, BadRequest> Read(string name)
    {
        if (name.Contains("..") || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            return TypedResults.BadRequest();
        var path = Path.Combine("/srv/reports", name);
        return File.Exists(path) ? TypedResults.PhysicalFile(path) : TypedResults.NotFound();
    }

    public static void Map(WebApplication app) => app.MapGet("/reports/{name}", Read);
}

// [Bad CWE-22] the entry's name decides where its content goes
public sealed class Importer
{
    public async Task ImportAsync(IFormFile upload, string folder)
    {
        using var archive = new ZipArchive(upload.OpenReadStream(), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            var target = Path.Combine(folder, entry.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            entry.ExtractToFile(target, overwrite: true);
        }
    }
}

// [Good CWE-22] only the last part of the entry's name
public sealed class FlatImporter
{
    public async Task ImportAsync(IFormFile upload, string folder)
    {
        using var archive = new ZipArchive(upload.OpenReadStream(), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            var target = Path.Combine(folder, Path.GetFileName(entry.Name));
            await using var source = entry.Open();
            await using var file = File.Create(target);
            await source.CopyToAsync(file);
        }
    }
}

// [Bad CWE-22] the culture cookie is a part of a path
public sealed class TextsMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var culture = context.Request.Cookies["culture"] ?? "en";
        context.Items["texts"] = await File.ReadAllTextAsync($"texts/{culture}.json");
        await next(context);
    }
}

// [Good CWE-22] one of the cultures that exist
public sealed class SafeTextsMiddleware(RequestDelegate next)
{
    static readonly string[] s_cultures = ["en", "ja", "de"];

    public async Task InvokeAsync(HttpContext context)
    {
        var culture = context.Request.Cookies["culture"];
        if (culture is null || !s_cultures.Contains(culture))
            culture = "en";
        context.Items["texts"] = await File.ReadAllTextAsync($"texts/{culture}.json");
        await next(context);
    }
}

// [Bad CWE-22] deleting what the client names
[ApiController]
public class TrashController(ILogger<TrashController> logger) : ControllerBase
{
    string Root => Path.Combine(AppContext.BaseDirectory, "files");

    [HttpDelete("files")]
    public IActionResult Delete([FromQuery] string path)
    {
        var target = new FileInfo(Path.Join(Root, path));
        if (!target.Exists)
            return NotFound();
        target.Delete();
        logger.LogInformation("deleted");
        return NoContent();
    }
}

// [Good CWE-22] a provider that does not leave its root
[ApiController]
public class AssetsController : ControllerBase
{
    readonly IFileProvider _files = new PhysicalFileProvider("/srv/assets");

    [HttpGet("assets")]
    public IActionResult Read([FromQuery] string path)
    {
        var file = _files.GetFileInfo(path);
        return file.Exists ? File(file.CreateReadStream(), "text/plain") : NotFound();
    }
}

// [Good CWE-22] the record's name in the database is a number
[ApiController]
public class InvoiceController : ControllerBase
{
    [HttpGet("invoice")]
    public IActionResult Read([FromQuery] string id)
    {
        if (!Guid.TryParse(id, out var parsed))
            return BadRequest();
        return PhysicalFile($"/srv/invoices/{parsed:N}.pdf", "application/pdf");
    }
}
