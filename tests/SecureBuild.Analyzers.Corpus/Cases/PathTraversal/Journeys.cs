using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

[ApiController]
[Microsoft.AspNetCore.Mvc.Route("documents")]
public sealed class DocumentsController(IWebHostEnvironment environment) : ControllerBase
{
    string Root => Path.Combine(environment.ContentRootPath, "documents");

    // [Bad CWE-22] a FileInfo of a route's name is opened
    [HttpGet("{name}")]
    public IActionResult Open(string name)
    {
        var file = new FileInfo(Path.Join(Root, name));
        return file.Exists ? File(file.OpenRead(), "application/octet-stream") : NotFound();
    }

    // [Good CWE-22] the canonical path has to lie below the root
    [HttpGet("safe/{name}")]
    public IActionResult OpenBelow(string name)
    {
        var root = Path.GetFullPath(Root) + Path.DirectorySeparatorChar;
        var file = new FileInfo(Path.Join(root, name));
        if (!file.FullName.StartsWith(root, StringComparison.Ordinal))
            return NotFound();
        return file.Exists ? File(file.OpenRead(), "application/octet-stream") : NotFound();
    }

    // [Bad CWE-22] the root is compared before the path is made canonical
    [HttpGet("early/{name}")]
    public IActionResult OpenCheckedTooEarly(string name)
    {
        var path = Path.Combine(Root, name);
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return NotFound();
        return PhysicalFile(Path.GetFullPath(path), "application/pdf");
    }

    // [Good CWE-22] the relative path from the root must not leave it
    [HttpGet("relative/{name}")]
    public IActionResult OpenRelative(string name)
    {
        var path = Path.GetFullPath(name, Path.GetFullPath(Root));
        var relative = Path.GetRelativePath(Path.GetFullPath(Root), path);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return NotFound();
        return PhysicalFile(path, "application/pdf");
    }

    // [Bad CWE-22] a directory of the query string is listed
    [HttpGet("list")]
    public IActionResult List(string? folder) =>
        Ok(new DirectoryInfo(Path.Combine(Root, folder ?? "")).EnumerateFiles("*.pdf").Select(file => file.Name));

    // [Bad CWE-22] the extension is removed and added, the folders in the name stay
    [HttpDelete("{name}")]
    public IActionResult Remove(string name)
    {
        var plain = Path.ChangeExtension(name, null) + ".pdf";
        System.IO.File.Delete(Path.Combine(Root, plain));
        return NoContent();
    }

    // [Good CWE-22] without folders in the name
    [HttpDelete("plain/{name}")]
    public IActionResult RemovePlain(string name)
    {
        var plain = Path.GetFileNameWithoutExtension(name) + ".pdf";
        System.IO.File.Delete(Path.Combine(Root, plain));
        return NoContent();
    }

    // [Bad CWE-22] removing ".." once leaves "..././"
    [HttpPost("rename")]
    public IActionResult Rename([FromForm] string from, [FromForm] string to)
    {
        System.IO.File.Move(Path.Combine(Root, Path.GetFileName(from)), Path.Combine(Root, to.Replace("../", "")));
        return NoContent();
    }

    // [Good CWE-22] names with separators or dots at the start are refused
    [HttpPost("rename2")]
    public IActionResult RenameStrict([FromForm] string from, [FromForm] string to)
    {
        if (to.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || to.Contains("..", StringComparison.Ordinal))
            return BadRequest();
        System.IO.File.Move(Path.Combine(Root, Path.GetFileName(from)), Path.Combine(Root, to));
        return NoContent();
    }

    // [Bad CWE-22] XDocument.Load takes a path
    [HttpGet("settings")]
    public IActionResult Settings([FromHeader(Name = "X-Profile")] string profile)
    {
        var document = XDocument.Load($"profiles/{profile}.xml");
        return Ok(document.Root?.Attribute("theme")?.Value);
    }

    // [Good CWE-22] the profile is one of the names in a set
    [HttpGet("settings2")]
    public IActionResult SettingsKnown([FromHeader(Name = "X-Profile")] string profile)
    {
        HashSet<string> known = new(StringComparer.Ordinal) { "default", "dark", "contrast" };
        if (!known.Contains(profile))
            return BadRequest();
        var document = XDocument.Load($"profiles/{profile}.xml");
        return Ok(document.Root?.Attribute("theme")?.Value);
    }
}

// [Bad CWE-22] a multipart section's file name, read by hand
public static class StreamedUpload
{
    public static async Task Save(HttpRequest request, string boundary, string folder)
    {
        var reader = new MultipartReader(boundary, request.Body);
        for (var section = await reader.ReadNextSectionAsync(); section != null; section = await reader.ReadNextSectionAsync())
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.FileName.HasValue)
                continue;
            await using var target = System.IO.File.Create(Path.Combine(folder, disposition.FileName.Value!));
            await section.Body.CopyToAsync(target);
        }
    }
}

// [Good CWE-22] a multipart section is kept under a name of our own
public static class StreamedUploadOwnName
{
    public static async Task Save(HttpRequest request, string boundary, string folder)
    {
        var reader = new MultipartReader(boundary, request.Body);
        for (var section = await reader.ReadNextSectionAsync(); section != null; section = await reader.ReadNextSectionAsync())
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.FileName.HasValue)
                continue;
            var name = Guid.NewGuid().ToString("N") + ".bin";
            await using var target = System.IO.File.Create(Path.Combine(folder, name));
            await section.Body.CopyToAsync(target);
        }
    }
}

// [Bad CWE-22] Blazor: the browser file's name is a part of the path
public sealed class AvatarUpload : ComponentBase
{
    readonly List<string> _saved = [];

    public async Task Changed(InputFileChangeEventArgs args)
    {
        foreach (var file in args.GetMultipleFiles(4))
        {
            var target = Path.Combine("wwwroot", "avatars", file.Name);
            await using var stream = new FileStream(target, FileMode.Create);
            await file.OpenReadStream().CopyToAsync(stream);
            _saved.Add(target);
        }
    }
}

// [Good CWE-22] Blazor: only the extension of the name, if it is known
public sealed class AvatarUploadByExtension : ComponentBase
{
    public async Task Changed(InputFileChangeEventArgs args)
    {
        var extension = Path.GetExtension(args.File.Name).ToLowerInvariant();
        if (extension is not (".png" or ".jpg"))
            return;
        var target = Path.Combine("wwwroot", "avatars", Guid.NewGuid() + extension);
        await using var stream = new FileStream(target, FileMode.CreateNew);
        await args.File.OpenReadStream().CopyToAsync(stream);
    }
}

// [Bad CWE-22] a StreamWriter on a path from a cookie, chosen by a chain of classes
public sealed class PathPlan(string tenant) { public string Tenant { get; } = tenant; public string File => Tenant + "/audit.log"; }

// [same case]
public sealed class PathPlanner { public PathPlan PlanFor(HttpContext context) => new(context.Request.Cookies["tenant"] ?? "none"); }

// [same case]
public sealed class AuditTrail(PathPlanner planner)
{
    public void Append(HttpContext context, string line)
    {
        var plan = planner.PlanFor(context);
        using var writer = new StreamWriter("/var/audit/" + plan.File, append: true, Encoding.UTF8);
        writer.WriteLine(line.Length);
    }
}

// [Good CWE-22] the tenant is a number
public sealed class NumberedPlan(int tenant) { public int Tenant { get; } = tenant; public string File => Tenant + "/audit.log"; }

// [same case]
public sealed class NumberedPlanner { public NumberedPlan PlanFor(HttpContext context) => new(int.TryParse(context.Request.Cookies["tenant"], out var tenant) ? tenant : 0); }

// [same case]
public sealed class NumberedAuditTrail(NumberedPlanner planner)
{
    public void Append(HttpContext context, string line)
    {
        var plan = planner.PlanFor(context);
        using var writer = new StreamWriter("/var/audit/" + plan.File, append: true, Encoding.UTF8);
        writer.WriteLine(line.Length);
    }
}

// [Bad CWE-22] a file provider whose root is the client's
public static class ThemeFiles
{
    public static IFileInfo Find(HttpRequest request)
    {
        var provider = new PhysicalFileProvider(Path.GetFullPath("themes/" + request.Query["theme"]));
        return provider.GetFileInfo("site.css");
    }
}

// [Good CWE-22] a file provider keeps names below its root
public static class ThemeFilesBelow
{
    public static IFileInfo Find(HttpRequest request)
    {
        using var provider = new PhysicalFileProvider("/srv/themes");
        return provider.GetFileInfo(request.Query["theme"] + "/site.css");
    }
}

// [Bad CWE-22] a hub writes bytes where the caller says
public sealed class SketchHub : Hub
{
    public async Task Save(string name, byte[] content)
    {
        var folder = Directory.CreateDirectory("sketches").FullName;
        await File.WriteAllBytesAsync(folder + Path.DirectorySeparatorChar + name + ".svg", content);
    }
}

// [Bad CWE-22] zip slip: the entry's full name is split and put together again
public static class ArchiveImport
{
    public static void Extract(Stream upload, string target)
    {
        using var archive = new ZipArchive(upload, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(entry => entry.Length > 0))
        {
            var parts = entry.FullName.Split('/');
            var folder = Path.Combine(target, Path.Combine(parts[..^1]));
            Directory.CreateDirectory(folder);
            using var input = entry.Open();
            using var output = File.Create(Path.Combine(folder, parts[^1]));
            input.CopyTo(output);
        }
    }
}

// [Good CWE-22] zip: only the last part of the name, all in one folder
public static class FlatArchiveImport
{
    public static void Extract(Stream upload, string target)
    {
        using var archive = new ZipArchive(upload, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
        {
            using var input = entry.Open();
            using var output = File.Create(Path.Combine(target, Path.GetFileName(entry.FullName)));
            input.CopyTo(output);
        }
    }
}

// [Bad CWE-22] tar slip: an entry is extracted to a path made of its name
public static class TarImport
{
    public static async Task Extract(Stream upload, string target)
    {
        await using var reader = new TarReader(upload);
        while (await reader.GetNextEntryAsync() is { } entry)
        {
            if (entry.EntryType is not TarEntryType.RegularFile)
                continue;
            var path = Path.Combine(target, entry.Name);
            await entry.ExtractToFileAsync(path, overwrite: true);
        }
    }
}

// [Good CWE-22] tar: a helper refuses names that leave the folder
public static class CheckedTarImport
{
    static string Resolve(string target, string name)
    {
        var root = Path.GetFullPath(target + Path.DirectorySeparatorChar);
        var path = Path.GetFullPath(Path.Combine(root, name));
        return path.StartsWith(root, StringComparison.Ordinal) ? path : throw new InvalidDataException("outside of the folder: entry refused");
    }

    public static async Task Extract(Stream upload, string target)
    {
        await using var reader = new TarReader(upload);
        while (await reader.GetNextEntryAsync() is { } entry)
        {
            if (entry.EntryType is not TarEntryType.RegularFile)
                continue;
            await entry.ExtractToFileAsync(Resolve(target, entry.Name), overwrite: true);
        }
    }
}

// [Bad CWE-22] zip slip: the check has no separator at the end of the root
public static class SiblingArchiveImport
{
    public static void Extract(string archivePath, string target)
    {
        var root = Path.GetFullPath(target).TrimEnd(Path.DirectorySeparatorChar);
        using var archive = ZipFile.OpenRead(archivePath);
        foreach (var entry in archive.Entries)
        {
            var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!path.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException();
            entry.ExtractToFile(path, overwrite: true);
        }
    }
}

// [Good CWE-22] the framework's own extraction refuses entries that leave the folder
public static class WholeArchiveImport
{
    public static void Extract(string archivePath, string target)
    {
        ZipFile.ExtractToDirectory(archivePath, target, overwriteFiles: false);
        foreach (var file in Directory.EnumerateFiles(target))
            File.SetAttributes(file, FileAttributes.ReadOnly);
    }
}

// [Bad CWE-22] zip slip: names are kept in a dictionary first and written later
public sealed class TwoStepImport
{
    readonly Dictionary<string, byte[]> _files = [];

    public void Read(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            using var memory = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(memory);
            _files[entry.FullName] = memory.ToArray();
        }
    }

    public void Write(string folder)
    {
        foreach (var (name, content) in _files)
            File.WriteAllBytes(Path.Combine(folder, name), content);
    }
}
