using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;

// [Bad CWE-22] the check of the file's extension is none of its folder
public sealed class ExtensionCheck
{
    public IResult Get(string name)
    {
        if (!name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            return Results.BadRequest();
        return Results.File(Path.Combine("/srv/reports", name), "application/pdf");
    }

    public static void Map(WebApplication app) => app.MapGet("/reports/{**name}", (string name) => new ExtensionCheck().Get(name));
}

// [Good CWE-22] a helper of our own tells whether a name is plain
public sealed class PlainCheck
{
    static bool IsPlain(string name) => name.Length is > 0 and < 64 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    public IResult Get(string name)
    {
        if (!IsPlain(name))
            return Results.BadRequest();
        return Results.File(Path.Combine("/srv/reports", name + ".pdf"), "application/pdf");
    }

    public static void Map(WebApplication app) => app.MapGet("/reports2/{name}", (string name) => new PlainCheck().Get(name));
}

// [Bad CWE-22] a storage interface with a path and a null object
public interface IBlobStore { Task<Stream?> OpenAsync(string key); }

// [same case]
public sealed class DiskStore(string root) : IBlobStore
{
    public Task<Stream?> OpenAsync(string key)
    {
        var path = string.Join(Path.DirectorySeparatorChar, root, key.Replace('/', Path.DirectorySeparatorChar));
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read) : null);
    }
}

// [same case]
public sealed class NoStore : IBlobStore { public Task<Stream?> OpenAsync(string key) => Task.FromResult<Stream?>(null); }

// [same case]
[ApiController]
[Route("blobs")]
public sealed class BlobsController(IBlobStore store) : ControllerBase
{
    [HttpGet("{**key}")]
    public async Task<IActionResult> Get(string key)
    {
        var stream = await store.OpenAsync(key);
        if (stream is null)
            return NotFound();
        return new FileExtensionContentTypeProvider().TryGetContentType(key, out var type) ? File(stream, type) : File(stream, "application/octet-stream");
    }
}

// [Good CWE-22] a storage that hashes its keys
public interface IHashedStore { Task<Stream?> OpenAsync(string key); }

// [same case]
public sealed class HashedDiskStore(string root) : IHashedStore
{
    public Task<Stream?> OpenAsync(string key)
    {
        var name = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var path = Path.Combine(root, name[..2], name);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read) : null);
    }
}

// [same case]
[ApiController]
[Route("hashed")]
public sealed class HashedController(IHashedStore store) : ControllerBase
{
    [HttpGet("{**key}")]
    public async Task<IActionResult> Get(string key)
    {
        var stream = await store.OpenAsync(key);
        return stream is null ? NotFound() : File(stream, "application/octet-stream");
    }
}

// [Bad CWE-22] the value is decoded after it was checked
public sealed class DecodedLate
{
    public string Read(HttpRequest request)
    {
        var name = request.Query["name"].ToString();
        if (name.Contains(".."))
            throw new ArgumentException("dots");
        name = Uri.UnescapeDataString(name);
        return File.ReadAllText("/srv/notes/" + name);
    }
}

// [Good CWE-22] the value is decoded before it is checked
public sealed class DecodedEarly
{
    public string Read(HttpRequest request)
    {
        var name = Uri.UnescapeDataString(request.Query["name"].ToString());
        if (name.Contains("..") || name.Contains('/') || name.Contains('\\'))
            throw new ArgumentException("dots");
        return File.ReadAllText("/srv/notes/" + name);
    }
}

// [Bad CWE-22] folders of a body's nested dictionary are made
public sealed class Layout { public Dictionary<string, List<string>> Folders { get; set; } = []; }

// [same case]
[ApiController]
[Route("layouts")]
public sealed class LayoutsController(IWebHostEnvironment environment) : ControllerBase
{
    [HttpPost]
    public IActionResult Post(Layout layout)
    {
        foreach (var (folder, children) in layout.Folders)
            foreach (var child in children)
                Directory.CreateDirectory(Path.Combine(environment.WebRootPath, folder, child));
        return NoContent();
    }
}

// [Good CWE-22] only how many there are becomes a name
[ApiController]
[Route("layouts2")]
public sealed class CountedLayoutsController(IWebHostEnvironment environment) : ControllerBase
{
    [HttpPost]
    public IActionResult Post(Layout layout)
    {
        foreach (var (_, children) in layout.Folders)
            Directory.CreateDirectory(Path.Combine(environment.WebRootPath, "set" + children.Count));
        return NoContent();
    }
}

// [Bad CWE-22] zip slip: the entry's name passes a helper that makes folders
public static class Unpacker
{
    static string Prepare(string root, ZipArchiveEntry entry)
    {
        var path = Path.Combine(root, entry.FullName.Replace('\\', '/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public static async Task Unpack(IFormFile upload, string root)
    {
        using var archive = new ZipArchive(upload.OpenReadStream());
        foreach (var entry in archive.Entries)
        {
            if (entry.Name == "")
                continue;
            await using var source = entry.Open();
            await using var target = new FileStream(Prepare(root, entry), FileMode.Create);
            await source.CopyToAsync(target);
        }
    }
}

// [Good CWE-22] zip: the helper compares the resolved path
public static class CarefulUnpacker
{
    static bool TryPrepare(string root, ZipArchiveEntry entry, out string path)
    {
        path = Path.GetFullPath(Path.Combine(root, entry.FullName));
        return path.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    public static async Task Unpack(IFormFile upload, string root)
    {
        using var archive = new ZipArchive(upload.OpenReadStream());
        foreach (var entry in archive.Entries)
        {
            if (!TryPrepare(root, entry, out var path))
                continue;
            await using var source = entry.Open();
            await using var target = new FileStream(path, FileMode.Create);
            await source.CopyToAsync(target);
        }
    }
}
