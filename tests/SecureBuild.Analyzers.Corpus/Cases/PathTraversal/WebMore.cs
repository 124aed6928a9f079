using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;

namespace Files.App;

public class DocumentStore(IWebHostEnvironment env)
{
    public Stream Open(string name) => File.OpenRead(Path.Combine(env.ContentRootPath, "docs", name));

    public Stream OpenChecked(string name)
    {
        var root = Path.GetFullPath(Path.Combine(env.ContentRootPath, "docs")) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, name));
        if (!full.StartsWith(root, StringComparison.Ordinal))
            throw new UnauthorizedAccessException();
        return File.OpenRead(full);
    }

    public Stream OpenById(int id) => File.OpenRead(Path.Combine(env.ContentRootPath, "docs", id + ".pdf"));
}

// [Bad CWE-22] a store in another class opens what the client names
public class DocsController(DocumentStore store) : ControllerBase
{
    [HttpGet] public IActionResult Get(string name) => File(store.Open(name), "application/pdf");
}

// [Good CWE-22] the same store's checked method
public class CheckedDocsController(DocumentStore store) : ControllerBase
{
    [HttpGet] public IActionResult Get(string name) => File(store.OpenChecked(name), "application/pdf");
}

// [Good CWE-22] by number
public class NumberDocsController(DocumentStore store) : ControllerBase
{
    [HttpGet] public IActionResult Get(int id) => File(store.OpenById(id), "application/pdf");
}

public class FilesController(IWebHostEnvironment env) : Controller
{
    // [Bad CWE-22] ".." is removed once only
    [HttpGet]
    public IActionResult Once(string name)
    {
        name = name.Replace("../", "");
        return PhysicalFile(Path.Combine(env.WebRootPath, name), "text/plain");
    }

    // [Good CWE-22] only the last part of the name
    [HttpGet]
    public IActionResult Last(string name) => PhysicalFile(Path.Combine(env.WebRootPath, Path.GetFileName(name)), "text/plain");

    // [Bad CWE-22] the prefix is checked before the path is resolved
    [HttpGet]
    public IActionResult Early(string name)
    {
        var path = Path.Combine("/srv/files", name);
        if (!path.StartsWith("/srv/files")) return NotFound();
        return PhysicalFile(path, "text/plain");
    }

    // [Bad CWE-22] an extension check does not hold the folder
    [HttpGet]
    public IActionResult Extension(string name)
    {
        if (Path.GetExtension(name) != ".txt") return NotFound();
        return Content(System.IO.File.ReadAllText("/srv/files/" + name));
    }

    // [Good CWE-22] refuses separators and invalid characters
    [HttpGet]
    public IActionResult Invalid(string name)
    {
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.Contains("..")) return BadRequest();
        return Content(System.IO.File.ReadAllText(Path.Combine("/srv/files", name)));
    }

    // [Bad CWE-22] the uploaded file's own name
    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        var target = Path.Combine(env.WebRootPath, "uploads", file.FileName);
        await using var stream = new FileStream(target, FileMode.Create);
        await file.CopyToAsync(stream);
        return Ok();
    }

    // [Good CWE-22] a random name with a checked extension
    [HttpPost]
    public async Task<IActionResult> UploadSafe(IFormFile file)
    {
        var ext = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (ext is not (".png" or ".jpg")) return BadRequest();
        await using var stream = System.IO.File.Create(Path.Combine(env.WebRootPath, "uploads", Guid.NewGuid().ToString("N") + ext));
        await file.CopyToAsync(stream);
        return Ok();
    }

    // [Bad CWE-22] a folder made by the client's name and deleted with all it holds
    [HttpDelete]
    public IActionResult Remove(string folder)
    {
        var dir = new DirectoryInfo(Path.Join("/srv/data", folder));
        if (dir.Exists) dir.Delete(true);
        return NoContent();
    }

    // [Good CWE-22] a provider refuses what leaves its root
    [HttpGet]
    public IActionResult Provider(string name)
    {
        var info = env.WebRootFileProvider.GetFileInfo(name);
        return info.Exists ? File(info.CreateReadStream(), "text/plain") : NotFound();
    }

    // [Bad CWE-22] a relative path is asked for and the answer ignored
    [HttpGet]
    public IActionResult Ignored(string name)
    {
        var full = Path.GetFullPath(name, "/srv/files");
        _ = full.StartsWith("/srv/files/");
        return Content(System.IO.File.ReadAllText(full));
    }

    // [Good CWE-22] GetRelativePath tells that the path stays inside
    [HttpGet]
    public IActionResult Relative(string name)
    {
        var full = Path.GetFullPath(name, "/srv/files");
        var rel = Path.GetRelativePath("/srv/files", full);
        if (rel.StartsWith("..") || Path.IsPathRooted(rel)) return Forbid();
        return Content(System.IO.File.ReadAllText(full));
    }

    // [Bad CWE-22] a template whose name comes from a cookie
    [HttpGet]
    public IActionResult Theme()
    {
        var theme = Request.Cookies["theme"] ?? "default";
        var css = System.IO.File.ReadAllText($"themes/{theme}.css");
        return Content(css, "text/css");
    }

    // [Good CWE-22] the theme is one of a list of existing files' names
    [HttpGet]
    public IActionResult ThemeListed()
    {
        var theme = Request.Cookies["theme"] ?? "default";
        var known = Directory.GetFiles("themes", "*.css").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        if (!known.Contains(theme)) theme = "default";
        return Content(System.IO.File.ReadAllText($"themes/{theme}.css"), "text/css");
    }

    // [Good CWE-22] the check is a method that answers whether the name is fine
    [HttpGet]
    public IActionResult Asked(string name)
    {
        if (!IsSafe(name)) return BadRequest();
        return Content(System.IO.File.ReadAllText(Path.Combine("/srv/files", name)));
    }

    static bool IsSafe(string name) => !string.IsNullOrEmpty(name) && name.All(c => char.IsLetterOrDigit(c) || c == '-' || c == '_');

    // [Bad CWE-22] the check's answer is the wrong way round
    [HttpGet]
    public IActionResult Wrong(string name)
    {
        if (IsSafe(name)) return BadRequest();
        return Content(System.IO.File.ReadAllText(Path.Combine("/srv/files", name)));
    }

    // [Good CWE-22] a symbolic name is mapped to a constant
    [HttpGet]
    public IActionResult Mapped(string kind)
    {
        var path = kind switch { "terms" => "/srv/terms.txt", "help" => "/srv/help.txt", _ => null };
        return path is null ? NotFound() : PhysicalFile(path, "text/plain");
    }
}

// [Good CWE-22] a command-line tool reads the file that its user names
class Tool
{
    public static int Run(string[] args)
    {
        Console.WriteLine(File.ReadAllText(args[0]).Length);
        return 0;
    }

    static void Main2() => Run(Environment.GetCommandLineArgs());
}

// [Good CWE-22] a command-line tool writes where its user says
class Writer
{
    public void Write()
    {
        Console.Write("File: ");
        var name = Console.ReadLine();
        if (name != null) File.WriteAllText(name, "x");
    }
}
