// One flaw in many shapes, in the manner of generated test programs and of answers to questions.
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Corpus.PathTraversal.Variants;

// [Bad CWE-23] an environment variable is joined to the root
public class RelativeEnvironment
{
    public void Bad()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        string root = Environment.OSVersion.Platform == PlatformID.Win32NT ? "C:\\uploads\\" : "/home/user/uploads/";
        if (data != null)
        {
            using var reader = new StreamReader(root + data);
            Console.WriteLine(reader.ReadLine());
        }
    }
}

// [Good CWE-23] a constant is joined to the root
public class RelativeEnvironmentGood
{
    public void GoodG2B()
    {
        string data;
        if (5 == 5)
            data = "foo";
        else
            data = Environment.GetEnvironmentVariable("ADD");
        using var reader = new StreamReader("/home/user/uploads/" + data);
        Console.WriteLine(reader.ReadLine());
    }
}

// [Bad CWE-36] an absolute path from the network
public class AbsoluteTcp
{
    public void Bad()
    {
        string data;
        using (var client = new TcpClient("host.example.org", 39544))
        using (var reader = new StreamReader(client.GetStream()))
            data = reader.ReadLine();
        if (data != null)
            Console.WriteLine(File.ReadAllLines(data)[0]);
    }
}

// [Bad CWE-22] the file that a page shows
public class LogPage(IWebHostEnvironment environment) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public string Text { get; private set; } = "";

    public void OnGet() => Text = System.IO.File.ReadAllText(Path.Combine(environment.ContentRootPath, "logs", Name));
}

// [Good CWE-22] the name must be in the folder's listing
public class LogPageListing(IWebHostEnvironment environment) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public string Text { get; private set; } = "";

    public IActionResult OnGet()
    {
        var file = new DirectoryInfo(Path.Combine(environment.ContentRootPath, "logs")).EnumerateFiles("*.log").FirstOrDefault(each => each.Name == Name);
        if (file is null)
            return NotFound();
        Text = System.IO.File.ReadAllText(file.FullName);
        return Page();
    }
}

// [Good CWE-22] GetFileName on the way, in a helper
public class AvatarController(IWebHostEnvironment environment) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile avatar)
    {
        var target = TargetOf(avatar.FileName);
        await using var stream = System.IO.File.Create(target);
        await avatar.CopyToAsync(stream);
        return NoContent();
    }

    string TargetOf(string fileName) => Path.Combine(environment.WebRootPath, "avatars", $"{Guid.NewGuid():N}{Path.GetExtension(Path.GetFileName(fileName))}");
}

// [Bad CWE-22] the upload keeps the client's name
public class DocumentsController(IWebHostEnvironment environment) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Upload(List<IFormFile> files)
    {
        foreach (var file in files.Where(file => file.Length > 0))
        {
            var path = Path.Combine(environment.WebRootPath, "documents", file.FileName);
            using var stream = new FileStream(path, FileMode.Create);
            await file.CopyToAsync(stream);
        }
        return RedirectToAction("Index");
    }
}

// [Bad CWE-22] StartsWith on the path before it is resolved
public class TooEarlyController : ControllerBase
{
    [HttpGet("/early")]
    public IActionResult Get(string file)
    {
        var path = "/srv/files/" + file;
        if (!path.StartsWith("/srv/files/"))
            return BadRequest();
        return PhysicalFile(path, "application/octet-stream");
    }
}

// [Good CWE-22] resolved, then compared with the root and a separator
public class ResolvedController : ControllerBase
{
    static readonly string s_root = Path.GetFullPath("/srv/files") + Path.DirectorySeparatorChar;

    [HttpGet("/resolved")]
    public IActionResult Get(string file)
    {
        var path = Path.GetFullPath(Path.Combine(s_root, file));
        return path.StartsWith(s_root, StringComparison.Ordinal) ? PhysicalFile(path, "application/octet-stream") : NotFound();
    }
}

// [Good CWE-22] a relative path that must not lead out
public class RelativeController : ControllerBase
{
    const string Root = "/srv/reports";

    [HttpGet("/relative")]
    public IActionResult Get(string file)
    {
        var full = Path.GetFullPath(file, Root);
        var relative = Path.GetRelativePath(Root, full);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return Forbid();
        return PhysicalFile(full, "application/pdf");
    }
}

// [Bad CWE-22] ".." is removed once, which leaves another
public class ReplaceController : ControllerBase
{
    [HttpDelete("/replace")]
    public IActionResult Delete(string file)
    {
        file = file.Replace("../", "");
        System.IO.File.Delete("/srv/files/" + file);
        return NoContent();
    }
}

// [Good CWE-22] characters that make paths are refused
public class InvalidCharactersController : ControllerBase
{
    [HttpGet("/characters")]
    public IActionResult Get(string file)
    {
        if (file.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || file.Contains(".."))
            return BadRequest();
        return PhysicalFile(Path.Combine("/srv/files", file), "text/plain");
    }
}

// [Good CWE-22] a file provider keeps within its root
public class ProviderController(PhysicalFileProvider provider) : ControllerBase
{
    [HttpGet("/provider/{*path}")]
    public IActionResult Get(string path)
    {
        var info = provider.GetFileInfo(path);
        if (!info.Exists)
            return NotFound();
        if (!new FileExtensionContentTypeProvider().TryGetContentType(info.Name, out var type))
            type = "application/octet-stream";
        return File(info.CreateReadStream(), type);
    }
}

// [Bad CWE-22] entries of an archive are written where they say
public class TarController : ControllerBase
{
    [HttpPost("/unpack")]
    public async Task Post(IFormFile archive)
    {
        using var zip = new ZipArchive(archive.OpenReadStream());
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string destination = Path.Join("/srv/unpacked", entry.FullName.Replace('\\', '/'));
            Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
            await using var from = entry.Open();
            await using var to = System.IO.File.OpenWrite(destination);
            await from.CopyToAsync(to);
        }
    }
}

// [Good CWE-22] each entry is checked
public class TarGoodController : ControllerBase
{
    [HttpPost("/unpack-good")]
    public void Post(IFormFile archive)
    {
        var root = Path.GetFullPath("/srv/unpacked/");
        using var zip = new ZipArchive(archive.OpenReadStream());
        foreach (var entry in zip.Entries)
        {
            var destination = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!destination.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException("The entry leads out of the folder.");
            entry.ExtractToFile(destination, overwrite: true);
        }
    }
}

// [Bad CWE-73] a folder is made and removed by a form's value
public class ProjectFolders : ControllerBase
{
    [HttpPost("/projects")]
    public IActionResult Create([FromForm] string name)
    {
        var folder = Path.Combine("/srv/projects", name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, true);
        Directory.CreateDirectory(folder);
        return Ok();
    }
}

// [Good CWE-73] the folder is named by a number
public class ProjectFoldersGood : ControllerBase
{
    [HttpPost("/projects/{id:int}")]
    public IActionResult Create(int id)
    {
        var folder = Path.Combine("/srv/projects", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        return Ok();
    }
}

// [Bad CWE-22] a listener of the framework, without ASP.NET Core
public class ListenerServer
{
    public async Task RunAsync(CancellationToken stop)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add("http://localhost:8080/");
        listener.Start();
        while (!stop.IsCancellationRequested)
        {
            var context = await listener.GetContextAsync();
            var wanted = context.Request.Url!.LocalPath.TrimStart('/');
            var bytes = await File.ReadAllBytesAsync(Path.Combine("wwwroot", wanted), stop);
            await context.Response.OutputStream.WriteAsync(bytes, stop);
            context.Response.Close();
        }
    }
}
