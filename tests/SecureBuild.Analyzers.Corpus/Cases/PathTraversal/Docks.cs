// Less common doors to files.
using System.Formats.Tar;
using System.IO.Compression;
using System.IO.MemoryMappedFiles;
using System.Net.Http.Headers;
using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.FileProviders;

namespace Corpus.PathTraversal.Docks;

[Route("docks")]
public class DockFiles(IWebHostEnvironment environment) : Controller
{
    const string Root = "/srv/docks";

    // [Bad CWE-22] a memory-mapped file
    [HttpGet("a")]
    public IActionResult Mapped(string name)
    {
        using var file = MemoryMappedFile.CreateFromFile(Path.Combine(Root, name), FileMode.Open);
        using var view = file.CreateViewAccessor();
        return Ok(view.ReadInt32(0));
    }

    // [Bad CWE-22] FileInfo.MoveTo
    [HttpPost("b")]
    public IActionResult Move(string name)
    {
        var file = new FileInfo(Path.Combine(Root, "new.bin"));
        file.MoveTo(Path.Combine(Root, "archive", name), overwrite: true);
        return Ok();
    }

    // [Bad CWE-22] a folder is removed
    [HttpDelete("c/{folder}")]
    public IActionResult Remove(string folder)
    {
        Directory.Delete($"{Root}/{folder}", recursive: true);
        return NoContent();
    }

    // [Good CWE-22] the folder's name is a Guid
    [HttpDelete("d/{folder:guid}")]
    public IActionResult RemoveById(Guid folder)
    {
        Directory.Delete($"{Root}/{folder:N}", recursive: true);
        return NoContent();
    }

    // [Bad CWE-22] a folder's files are listed
    [HttpGet("e")]
    public IActionResult List(string folder) => Ok(new DirectoryInfo(Root + "/" + folder).EnumerateFiles("*.txt").Select(file => file.Name));

    // [Bad CWE-22] a physical file result
    [HttpGet("f")]
    public IActionResult Physical(string name) => PhysicalFile(Path.Join(environment.ContentRootPath, "exports", name), "text/csv", "export.csv");

    // [Good CWE-22] a provider of one folder does not leave it
    [HttpGet("g")]
    public IActionResult Provided(string name)
    {
        using var provider = new PhysicalFileProvider(Root);
        var file = provider.GetFileInfo(name);
        return file.Exists ? File(file.CreateReadStream(), "application/octet-stream") : NotFound();
    }

    // [Bad CWE-22] SendFileAsync
    [HttpGet("h")]
    public Task Send() => Response.SendFileAsync(Root + "/" + Request.Headers["X-File"]);

    // [Bad CWE-22] XDocument.Save
    [HttpPost("i")]
    public IActionResult Save(string name)
    {
        new XDocument(new XElement("dock")).Save(Path.Combine(Root, name + ".xml"));
        return Ok();
    }

    // [Bad CWE-22] an archive is made of what the request names
    [HttpPost("j")]
    public IActionResult Pack(string folder)
    {
        ZipFile.CreateFromDirectory(Path.Combine(Root, folder), "/tmp/docks.zip");
        return Ok();
    }

    // [Bad CWE-22] the name of a section of a multipart body
    [HttpPost("k")]
    public async Task<IActionResult> Multipart()
    {
        var boundary = Microsoft.Net.Http.Headers.HeaderUtilities.RemoveQuotes(Microsoft.Net.Http.Headers.MediaTypeHeaderValue.Parse(Request.ContentType).Boundary).Value!;
        var reader = new MultipartReader(boundary, Request.Body);
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                continue;
            var name = disposition.FileName!.Trim('"');
            await using var target = System.IO.File.Create(Path.Combine(Root, name));
            await section.Body.CopyToAsync(target);
        }
        return Ok();
    }

    // [Bad CWE-22] entries of a TAR archive
    [HttpPost("l")]
    public async Task<IActionResult> Tar()
    {
        await using var reader = new TarReader(Request.Body);
        while (await reader.GetNextEntryAsync() is { } entry)
            if (entry.EntryType is TarEntryType.RegularFile)
                await entry.ExtractToFileAsync(Path.Combine(Root, entry.Name), overwrite: true);
        return Ok();
    }

    // [Good CWE-22] TarFile looks after its entries itself
    [HttpPost("m")]
    public async Task<IActionResult> TarAll()
    {
        await TarFile.ExtractToDirectoryAsync(Request.Body, Root, overwriteFiles: false);
        return Ok();
    }

    // [Good CWE-22] ZipFile looks after its entries itself
    [HttpPost("n")]
    public IActionResult ZipAll(IFormFile upload)
    {
        using var archive = new ZipArchive(upload.OpenReadStream());
        archive.ExtractToDirectory(Root);
        return Ok();
    }

    // [Bad CWE-22] FileStream with options
    [HttpGet("o")]
    public IActionResult Options(string name)
    {
        var stream = new FileStream(string.Concat(Root, "/", name), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = FileOptions.SequentialScan });
        return File(stream, "application/pdf");
    }

    // [Bad CWE-22] File.OpenHandle
    [HttpGet("p")]
    public IActionResult Handle(string name)
    {
        using var handle = System.IO.File.OpenHandle(Path.Combine(Root, name));
        var bytes = new byte[Math.Min(RandomAccess.GetLength(handle), 4096)];
        RandomAccess.Read(handle, bytes, 0);
        return File(bytes, "application/octet-stream");
    }

    // [Good CWE-22] the invalid characters are replaced
    [HttpGet("q")]
    public IActionResult Cleaned(string name)
    {
        foreach (var letter in Path.GetInvalidFileNameChars())
            name = name.Replace(letter, '_');
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Good CWE-22] the invalid characters are left out
    [HttpGet("r")]
    public IActionResult Joined(string name)
    {
        var safe = string.Join("_", name.Split(Path.GetInvalidFileNameChars()));
        return PhysicalFile(Path.Combine(Root, safe), "text/plain");
    }

    // [Good CWE-22] one of the files that are there
    [HttpGet("s")]
    public IActionResult Listed(string name)
    {
        var file = new DirectoryInfo(Root).GetFiles().FirstOrDefault(each => each.Name == name);
        return file is null ? NotFound() : PhysicalFile(file.FullName, "text/plain");
    }

    // [Good CWE-22] the relative path must not lead upwards
    [HttpGet("t")]
    public IActionResult Relative(string name)
    {
        var full = Path.GetFullPath(Path.Combine(Root, name));
        var relative = Path.GetRelativePath(Root, full);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return NotFound();
        return PhysicalFile(full, "text/plain");
    }

    // [Bad CWE-22] only one dot-dot is taken out
    [HttpGet("u")]
    public IActionResult Once(string name) => PhysicalFile(Root + "/" + name.Replace("../", ""), "text/plain");

    // [Bad CWE-22] the name after it was unescaped again
    [HttpGet("v")]
    public IActionResult Twice(string name)
    {
        if (name.Contains("..") || name.Contains('/'))
            return NotFound();
        return PhysicalFile(Root + "/" + Uri.UnescapeDataString(name), "text/plain");
    }

    // [Bad CWE-22] an XML file by its path
    [HttpGet("w")]
    public IActionResult Load(string name)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load(Root + "/" + name + ".xml");
        return Ok(document.DocumentElement!.Name);
    }

    // [Bad CWE-22] a link is made
    [HttpPost("x")]
    public IActionResult Link(string name)
    {
        System.IO.File.CreateSymbolicLink(Path.Combine(Root, name), "/srv/shared/data.bin");
        return Ok();
    }
}
