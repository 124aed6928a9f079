// Paths of files, in small samples.
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;

namespace Corpus.PathTraversal.Benchmarks;

// [Bad CWE-22] one pass over dots is not enough
public class ReplaceController(IWebHostEnvironment environment) : ControllerBase
{
    [HttpGet("/p01")]
    public IActionResult Get(string file)
    {
        var name = file.Replace("../", "");
        return PhysicalFile(Path.Combine(environment.WebRootPath, "docs", name), "text/plain");
    }
}

// [Good CWE-22] checked against the folder, in a helper of another class
public static class Folders
{
    public static string Inside(string root, string relative)
    {
        var folder = Path.GetFullPath(root);
        if (!folder.EndsWith(Path.DirectorySeparatorChar))
            folder += Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(folder, relative));
        if (!path.StartsWith(folder, StringComparison.Ordinal))
            throw new UnauthorizedAccessException(relative);
        return path;
    }
}

// [same case]
public class InsideController : ControllerBase
{
    [HttpGet("/p02")]
    public IActionResult Get(string file) => PhysicalFile(Folders.Inside("/srv/docs", file), "text/plain");
}

// [Bad CWE-22] checked before it is decoded
public class DecodeController : ControllerBase
{
    [HttpGet("/p03")]
    public IActionResult Get(string file)
    {
        if (file.Contains(".."))
            return BadRequest();
        var name = Uri.UnescapeDataString(file);
        return Content(System.IO.File.ReadAllText("/srv/docs/" + name));
    }
}

// [Bad CWE-22] checked without separator
public class PrefixController : ControllerBase
{
    [HttpGet("/p04")]
    public IActionResult Get(string file)
    {
        var path = Path.GetFullPath(Path.Combine("/srv/docs", file));
        if (!path.StartsWith("/srv/docs"))
            return Forbid();
        return Content(System.IO.File.ReadAllText(path));
    }
}

// [Bad CWE-22] checked before it is made whole
public class EarlyController : ControllerBase
{
    [HttpGet("/p05")]
    public IActionResult Get(string file)
    {
        var path = Path.Combine("/srv/docs/", file);
        if (!path.StartsWith("/srv/docs/", StringComparison.Ordinal))
            return Forbid();
        return Content(System.IO.File.ReadAllText(path));
    }
}

// [Good CWE-22] relative to the folder, and not above it
public class RelativeController : ControllerBase
{
    [HttpGet("/p06")]
    public IActionResult Get(string file)
    {
        var path = Path.GetFullPath(file, "/srv/docs");
        var relative = Path.GetRelativePath("/srv/docs", path);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return Forbid();
        return Content(System.IO.File.ReadAllText(path));
    }
}

// [Good CWE-22] only the name, and only with an ending that is ours
public class NameController : ControllerBase
{
    static readonly HashSet<string> s_endings = [".pdf", ".txt"];

    [HttpGet("/p07")]
    public IActionResult Get(string file)
    {
        var name = Path.GetFileName(file);
        if (!s_endings.Contains(Path.GetExtension(name)))
            return BadRequest();
        return PhysicalFile(Path.Combine("/srv/docs", name), "application/octet-stream");
    }
}

// [Bad CWE-22] only the ending is ours
public class EndingController : ControllerBase
{
    [HttpGet("/p08")]
    public IActionResult Get(string file)
    {
        if (!file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            return BadRequest();
        return PhysicalFile(Path.Combine("/srv/docs", file), "application/pdf");
    }
}

// [Bad CWE-22] an upload by the browser's name
public static class UploadEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/p09", async (IFormFile file) =>
    {
        var path = Path.Combine("uploads", file.FileName);
        await using var stream = new FileStream(path, FileMode.Create);
        await file.CopyToAsync(stream);
        return Results.Created(path, null);
    });
}

// [Good CWE-22] an upload by a name of ours
public static class SafeUploadEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/p10", async (IFormFile file) =>
    {
        var ending = Path.GetExtension(file.FileName).ToLowerInvariant() is ".png" ? ".png" : ".jpg";
        var path = Path.Combine("uploads", $"{Guid.NewGuid():N}{ending}");
        await using var stream = new FileStream(path, FileMode.CreateNew);
        await file.CopyToAsync(stream);
        return Results.Created(path, null);
    });
}

// [Bad CWE-22] an archive
public static class Unpacker
{
    public static async Task UnpackAsync(Stream input, string target)
    {
        using var archive = new ZipArchive(input, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(each => each.Length > 0))
        {
            var path = Path.Join(target, entry.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var source = entry.Open();
            await using var file = File.Create(path);
            await source.CopyToAsync(file);
        }
    }
}

// [Good CWE-22] an archive, each path checked
public static class SafeUnpacker
{
    public static async Task UnpackAsync(Stream input, string target)
    {
        var root = Path.GetFullPath(target + Path.DirectorySeparatorChar);
        using var archive = new ZipArchive(input, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(each => each.Length > 0))
        {
            var path = Path.GetFullPath(Path.Join(root, entry.FullName));
            if (!path.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException(entry.FullName);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var source = entry.Open();
            await using var file = File.Create(path);
            await source.CopyToAsync(file);
        }
    }
}

// [Bad CWE-22] a tar
public static class TarUnpacker
{
    public static void Unpack(Stream input, string target)
    {
        using var reader = new TarReader(input);
        while (reader.GetNextEntry() is { } entry)
            entry.ExtractToFile(Path.Combine(target, entry.Name), overwrite: true);
    }
}

// [Good CWE-22] a tar, by the framework
public static class SafeTarUnpacker
{
    public static void Unpack(Stream input, string target) => TarFile.ExtractToDirectory(input, target, overwriteFiles: false);
}

// [Good CWE-22] a pattern for the whole name
public class PatternController : ControllerBase
{
    static readonly Regex s_name = new(@"\A[a-z0-9_-]+\.txt\z", RegexOptions.CultureInvariant);

    [HttpDelete("/p15")]
    public IActionResult Delete(string file)
    {
        if (!s_name.IsMatch(file))
            return BadRequest();
        System.IO.File.Delete("/srv/docs/" + file);
        return NoContent();
    }
}

// [Bad CWE-22] folders that are deleted
public class FolderController : ControllerBase
{
    [HttpDelete("/p16")]
    public IActionResult Delete([FromQuery] string tenant)
    {
        var folder = new DirectoryInfo(Path.Combine("/srv/tenants", tenant));
        if (folder.Exists)
            folder.Delete(recursive: true);
        return NoContent();
    }
}

// [Good CWE-22] the file that is listed
public class ListedController : ControllerBase
{
    [HttpGet("/p17")]
    public IActionResult Get(string file)
    {
        var found = Directory.EnumerateFiles("/srv/docs").FirstOrDefault(path => Path.GetFileName(path) == file);
        return found is null ? NotFound() : PhysicalFile(found, "text/plain");
    }
}

// [Bad CWE-73] where a report goes
public class ReportController : ControllerBase
{
    [HttpPost("/p18")]
    public async Task<IActionResult> Write([FromBody] ReportRequest request)
    {
        await System.IO.File.WriteAllLinesAsync(request.Target, request.Lines);
        return Ok();
    }

    public sealed record ReportRequest(string Target, string[] Lines);
}

// [Bad CWE-22] a stream reader by a cookie
public sealed class ThemeMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var theme = context.Request.Cookies["theme"] ?? "default";
        using var reader = new StreamReader($"themes/{theme}.css");
        context.Items["css"] = await reader.ReadToEndAsync();
        await next(context);
    }
}

// [Good CWE-22] a cookie that chooses one of two
public sealed class SafeThemeMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var theme = context.Request.Cookies["theme"] == "dark" ? "dark" : "default";
        using var reader = new StreamReader($"themes/{theme}.css");
        context.Items["css"] = await reader.ReadToEndAsync();
        await next(context);
    }
}
