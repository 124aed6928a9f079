// File names on long ways.
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks.Dataflow;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PathTraversal.Basins;

public sealed record Upload(string Name, Stream Content);

// [Bad CWE-22] a block of TPL Dataflow writes what a controller posts
public sealed class UploadPipeline
{
    readonly ActionBlock<Upload> _block = new(async upload =>
    {
        await using var target = File.Create(Path.Combine("/srv/basins", upload.Name));
        await upload.Content.CopyToAsync(target);
    });

    public bool Post(Upload upload) => _block.Post(upload);
}

// [same case]
public class UploadsController(UploadPipeline pipeline) : Controller
{
    [HttpPost]
    public IActionResult Post(IFormFile file) => pipeline.Post(new Upload(file.FileName, file.OpenReadStream())) ? Accepted() : StatusCode(503);
}

// [Good CWE-22] the pipeline gets a name of our own
public class SafeUploadsController(UploadStore store) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Post(IFormFile file)
    {
        await store.SaveAsync(new Upload(Guid.NewGuid() + ".bin", file.OpenReadStream()));
        return Ok();
    }
}

// [same case]
public sealed class UploadStore
{
    public async Task SaveAsync(Upload upload)
    {
        await using var target = File.Create(Path.Combine("/srv/basins", upload.Name));
        await upload.Content.CopyToAsync(target);
    }
}

// [Bad CWE-22] a path object with operators
public readonly struct FilePath(string value)
{
    public string Value { get; } = value;

    public static FilePath operator /(FilePath left, string right) => new(left.Value + "/" + right);

    public static implicit operator string(FilePath path) => path.Value;
}

// [same case]
public class PathsController : Controller
{
    static readonly FilePath s_root = new("/srv/basins");

    public IActionResult Get(string folder, string name) => PhysicalFile(s_root / folder / name, "text/plain");
}

// [Bad CWE-22] an array of JSON objects
public class BatchController : Controller
{
    [HttpPost]
    public IActionResult Delete([FromBody] JsonArray files)
    {
        foreach (var file in files.OfType<JsonObject>())
            System.IO.File.Delete("/srv/basins/" + file["name"]);
        return NoContent();
    }
}

// [Good CWE-22] the numbers of JSON objects
public class NumbersController : Controller
{
    [HttpPost]
    public IActionResult Delete([FromBody] JsonElement files)
    {
        foreach (var file in files.EnumerateArray())
            System.IO.File.Delete($"/srv/basins/{file.GetProperty("id").GetInt64()}.txt");
        return NoContent();
    }
}

// [Bad CWE-22] a function of folders, curried
public class CurriedController : Controller
{
    static Func<string, string> In(string folder) => name => Path.Combine("/srv/basins", folder, name);

    public IActionResult Get(string name) => PhysicalFile(In("public")(name), "text/plain");
}

// [Good CWE-22] a function of folders, curried, for a known name
public class KnownCurriedController : Controller
{
    static Func<string, string> In(string folder) => name => Path.Combine("/srv/basins", folder, name);

    public IActionResult Get(string name) => PhysicalFile(In("public")(name == "terms" ? "terms.txt" : "index.txt"), "text/plain");
}

// [Bad CWE-22] a nullable struct with the name
public readonly record struct Wanted(string Name, bool IsZip);

// [same case]
public class WantedController : Controller
{
    static Wanted? Read(HttpRequest request) => request.Query.TryGetValue("file", out var file) ? new Wanted(file!, request.Query.ContainsKey("zip")) : null;

    public IActionResult Get()
    {
        if (Read(Request) is not { IsZip: true, Name: var name })
            return NotFound();
        using var archive = ZipFile.OpenRead(Path.Combine("/srv/basins", name));
        return Ok(archive.Entries.Count);
    }
}

// [Bad CWE-22] an archive's entries by LINQ and a local function
public class UnzipController : Controller
{
    [HttpPost]
    public IActionResult Post(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream(), ZipArchiveMode.Read);
        archive.Entries.Where(entry => !entry.FullName.EndsWith('/')).ToList().ForEach(Extract);
        return Ok();

        void Extract(ZipArchiveEntry entry) => entry.ExtractToFile(Path.Combine("/srv/basins", entry.FullName), overwrite: true);
    }
}

// [Good CWE-22] an archive's entries that stay within, by LINQ and a local function
public class SafeUnzipController : Controller
{
    [HttpPost]
    public IActionResult Post(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream(), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            if (Within(entry.FullName) is { } target)
                entry.ExtractToFile(target, overwrite: true);
        return Ok();

        static string? Within(string name)
        {
            var target = Path.GetFullPath(Path.Combine("/srv/basins/", name));
            return target.StartsWith("/srv/basins/", StringComparison.Ordinal) ? target : null;
        }
    }
}
