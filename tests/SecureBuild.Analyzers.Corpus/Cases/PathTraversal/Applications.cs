// Parts of applications: storages, workers, endpoints.
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Corpus.PathTraversal.Applications;

// [Bad CWE-22] a storage by key
public interface IBlobStore { Task<Stream> OpenAsync(string key); Task SaveAsync(string key, Stream content); }

// [same case]
public class DiskStore(IConfiguration configuration) : IBlobStore
{
    string PathOf(string key) => Path.Combine(configuration["Storage:Root"]!, key);

    public Task<Stream> OpenAsync(string key) => Task.FromResult<Stream>(File.OpenRead(PathOf(key)));

    public async Task SaveAsync(string key, Stream content)
    {
        await using var target = File.Create(PathOf(key));
        await content.CopyToAsync(target);
    }
}

// [same case]
public static class BlobEndpoints
{
    public static void Map(WebApplication app)
    {
        var blobs = app.MapGroup("/blobs");
        blobs.MapGet("/{key}", async (string key, IBlobStore store) => Results.Stream(await store.OpenAsync(key)));
        blobs.MapPut("/{key}", async (string key, HttpRequest request, IBlobStore store) => { await store.SaveAsync(key, request.Body); return Results.NoContent(); });
    }
}

// [Good CWE-22] a storage that checks its keys
public class SafeStore(IConfiguration configuration)
{
    readonly string _root = Path.GetFullPath(configuration["Storage:Root"]!);

    string PathOf(string key)
    {
        var path = Path.GetFullPath(Path.Combine(_root, key));
        if (!path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new UnauthorizedAccessException();
        return path;
    }

    public Stream Open(string key) => File.OpenRead(PathOf(key));
}

// [same case]
public static class SafeBlobEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/safe-blobs/{key}", (string key, SafeStore store) => Results.Stream(store.Open(key)));
}

// [Bad CWE-22] a minimal API with a typed result
public static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/reports/{year:int}/{name}", Download);

    static Results<PhysicalFileHttpResult, NotFound> Download(int year, string name, IWebHostEnvironment environment)
    {
        var path = Path.Combine(environment.ContentRootPath, "reports", year.ToString(), name);
        return File.Exists(path) ? TypedResults.PhysicalFile(path, "application/pdf") : TypedResults.NotFound();
    }
}

// [Good CWE-22] a minimal API whose name is a number
public static class ReportGoodEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/reports-good/{year:int}/{month:int}", Download);

    static Results<PhysicalFileHttpResult, NotFound> Download(int year, int month, IWebHostEnvironment environment)
    {
        var path = Path.Combine(environment.ContentRootPath, "reports", $"{year}-{month:00}.pdf");
        return File.Exists(path) ? TypedResults.PhysicalFile(path, "application/pdf") : TypedResults.NotFound();
    }
}

// [Bad CWE-22] the check's answer is ignored
public class IgnoredController : ControllerBase
{
    bool IsSafe(string path) => Path.GetFullPath(path).StartsWith("/srv/files/", StringComparison.Ordinal);

    [HttpGet("/ignored")]
    public IActionResult Get(string file)
    {
        var path = Path.Combine("/srv/files", file);
        IsSafe(path);
        return PhysicalFile(path, "text/plain");
    }
}

// [Good CWE-22] the check's answer counts
public class CheckedController : ControllerBase
{
    static bool IsSafe(string path) => Path.GetFullPath(path).StartsWith("/srv/files/", StringComparison.Ordinal);

    [HttpGet("/checked")]
    public IActionResult Get(string file)
    {
        var path = Path.Combine("/srv/files", file);
        if (!IsSafe(path))
            return BadRequest();
        return PhysicalFile(path, "text/plain");
    }
}

// [Bad CWE-22] a pattern that is not anchored at its end
public class LoosePatternController : ControllerBase
{
    [HttpGet("/loose")]
    public IActionResult Get(string file)
    {
        if (!Regex.IsMatch(file, "^[a-z]+"))
            return BadRequest();
        return PhysicalFile("/srv/files/" + file, "text/plain");
    }
}

// [Good CWE-22] a generated pattern, anchored
public partial class PatternController : ControllerBase
{
    static readonly Regex s_name = new("^[A-Za-z0-9_-]{1,40}\\.(txt|csv)$", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    [HttpGet("/pattern")]
    public IActionResult Get(string file)
    {
        if (!s_name.IsMatch(file))
            return BadRequest();
        return PhysicalFile("/srv/files/" + file, "text/plain");
    }
}

// [Bad CWE-22] decoded once more after the check
public class DecodedController : ControllerBase
{
    [HttpGet("/decoded")]
    public IActionResult Get(string file)
    {
        if (file.Contains("..") || file.Contains('/'))
            return BadRequest();
        return PhysicalFile("/srv/files/" + WebUtility.UrlDecode(file), "text/plain");
    }
}

// [Good CWE-22] the extension only
public class ExtensionController : ControllerBase
{
    [HttpPost("/extension")]
    public async Task<IActionResult> Post(IFormFile file)
    {
        var extension = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (extension is not (".png" or ".jpg"))
            return BadRequest();
        var name = Path.ChangeExtension(Path.GetRandomFileName(), extension);
        await using var stream = System.IO.File.Create(Path.Combine("/srv/uploads", name));
        await file.CopyToAsync(stream);
        return Ok(name);
    }
}

// [Bad CWE-22] file names in a JSON body
public class BatchController : ControllerBase
{
    public record Batch(List<Item> Items);
    public record Item(string Name, string Content);

    [HttpPost("/batch")]
    public async Task Post(Batch batch)
    {
        foreach (var item in batch.Items)
            await System.IO.File.WriteAllTextAsync(Path.Combine("/srv/batch", item.Name), item.Content);
    }
}

// [Good CWE-22] file names in a JSON body are numbers
public class BatchGoodController : ControllerBase
{
    public record Batch(List<Item> Items);
    public record Item(int Number, string Content);

    [HttpPost("/batch-good")]
    public async Task Post(Batch batch)
    {
        foreach (var item in batch.Items)
            await System.IO.File.WriteAllTextAsync(Path.Combine("/srv/batch", item.Number + ".txt"), item.Content);
    }
}

// [Bad CWE-22] moved to where the client says
public class RenameController : ControllerBase
{
    [HttpPost("/rename")]
    public void Post([FromForm] string from, [FromForm] string to) => System.IO.File.Move(Path.Combine("/srv/files", Path.GetFileName(from)), Path.Combine("/srv/files", to));
}

// [Good CWE-22] both are names only
public class RenameGoodController : ControllerBase
{
    [HttpPost("/rename-good")]
    public void Post([FromForm] string from, [FromForm] string to) => System.IO.File.Move(Path.Combine("/srv/files", Path.GetFileName(from)), Path.Combine("/srv/files", Path.GetFileName(to)));
}

// [Bad CWE-22] an archive of a folder that the client names
public class BackupController : ControllerBase
{
    [HttpPost("/backup")]
    public IActionResult Post(string folder)
    {
        var target = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        ZipFile.CreateFromDirectory(Path.Combine("/srv/projects", folder), target);
        return PhysicalFile(target, "application/zip");
    }
}

// [Bad CWE-22] a directory is listed
public class BrowseController : ControllerBase
{
    [HttpGet("/browse")]
    public IEnumerable<string> Get([FromQuery] string dir = ".") => Directory.GetFiles(Path.Join("/srv/public", dir)).Select(Path.GetFileName)!;
}

// [Good CWE-22] a directory that is listed by an enumeration's name
public class BrowseGoodController : ControllerBase
{
    public enum Area { Docs, Images }

    [HttpGet("/browse-good")]
    public IEnumerable<string> Get([FromQuery] Area area) => Directory.GetFiles(Path.Join("/srv/public", area.ToString())).Select(Path.GetFileName)!;
}

// [Bad CWE-22] a template by the culture's name
public class TemplateService(IWebHostEnvironment environment)
{
    public string Read(string culture) => File.ReadAllText($"{environment.ContentRootPath}/templates/{culture}/welcome.html");
}

// [same case]
public class TemplateController(TemplateService templates) : Controller
{
    public IActionResult Welcome()
    {
        var culture = Request.Cookies["culture"] ?? "en";
        return View("Welcome", templates.Read(culture).Length);
    }
}

// [Good CWE-22] a template by a culture that exists
public class TemplateGoodController(IWebHostEnvironment environment) : Controller
{
    static readonly string[] s_cultures = { "en", "de", "ja" };

    public IActionResult Welcome()
    {
        var culture = Request.Cookies["culture"];
        if (culture == null || Array.IndexOf(s_cultures, culture) < 0)
            culture = "en";
        return View("Welcome", System.IO.File.ReadAllText($"{environment.ContentRootPath}/templates/{culture}/welcome.html").Length);
    }
}

// [Bad CWE-22] the file of a signed address is taken from the part that is not signed
public class StaticMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/media", out var rest))
        {
            await context.Response.SendFileAsync("/srv/media" + rest.Value);
            return;
        }
        await next(context);
    }
}
