using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.FileProviders;

namespace Docs;

[Route("files")]
public class FilesController(IWebHostEnvironment environment, IConfiguration configuration) : Controller
{
    const string Root = "/srv/docs";
    static readonly string s_rootWithSlash = Path.GetFullPath(Root) + Path.DirectorySeparatorChar;
    static readonly string[] s_manuals = ["install.pdf", "user.pdf"];

    // [Bad CWE-22] the name is combined and read
    [HttpGet("read")]
    public IActionResult Read(string name) => Content(System.IO.File.ReadAllText(Path.Combine(Root, name)));

    // [Good CWE-22] only the last part of the name is used
    [HttpGet("read2")]
    public IActionResult ReadFileName(string name) => Content(System.IO.File.ReadAllText(Path.Combine(Root, Path.GetFileName(name))));

    // [Bad CWE-22] PhysicalFile with concatenation
    [HttpGet("physical")]
    public IActionResult Physical(string name) => PhysicalFile(Root + "/" + name, "application/pdf");

    // [Good CWE-22] the name must be one of two
    [HttpGet("physical2")]
    public IActionResult PhysicalKnown(string name)
    {
        if (!s_manuals.Contains(name))
            return NotFound();
        return PhysicalFile(Root + "/" + name, "application/pdf");
    }

    // [Good CWE-22] the full path must begin with the folder and a separator
    [HttpGet("checked")]
    public IActionResult Checked(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, name));
        if (!path.StartsWith(s_rootWithSlash, StringComparison.Ordinal))
            return BadRequest();
        return PhysicalFile(path, "application/octet-stream");
    }

    // [Bad CWE-22] begins with the folder's name, but no separator: /srv/docs-internal passes
    [HttpGet("checked2")]
    public IActionResult CheckedWithoutSeparator(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, name));
        if (!path.StartsWith("/srv/docs", StringComparison.Ordinal))
            return BadRequest();
        return PhysicalFile(path, "application/octet-stream");
    }

    // [Bad CWE-22] the check looks at the path before it is made canonical: /srv/docs/../../etc/passwd passes
    [HttpGet("checked3")]
    public IActionResult CheckedBeforeCanonical(string name)
    {
        var path = Path.Combine(Root, name);
        if (!path.StartsWith("/srv/docs/", StringComparison.Ordinal))
            return BadRequest();
        return PhysicalFile(path, "application/octet-stream");
    }

    // [Bad CWE-22] the canonical path is checked, the other one is opened in the wrong branch
    [HttpGet("checked4")]
    public IActionResult CheckedNegated(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, name));
        if (path.StartsWith(s_rootWithSlash, StringComparison.Ordinal))
            return BadRequest();
        return PhysicalFile(path, "application/octet-stream");
    }

    // [Good CWE-22] the relative path must not climb
    [HttpGet("relative")]
    public IActionResult Relative(string name)
    {
        var path = Path.GetFullPath(name, Root);
        var relative = Path.GetRelativePath(Root, path);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return BadRequest();
        return PhysicalFile(path, "text/plain");
    }

    // [Bad CWE-22] removing .. once leaves .. of ....//
    [HttpGet("replaced")]
    public IActionResult Replaced(string name)
    {
        var clean = name.Replace("../", "");
        return PhysicalFile(Path.Combine(Root, clean), "text/plain");
    }

    // [Good CWE-22] neither dots in a row nor separators
    [HttpGet("refused")]
    public IActionResult Refused(string name)
    {
        if (name.Contains("..") || name.Contains('/') || name.Contains('\\') || name.Contains(':'))
            return BadRequest();
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Bad CWE-36] dots are refused, a rooted name is not: Path.Combine drops the folder
    [HttpGet("refused2")]
    public IActionResult RefusedDotsOnly(string name)
    {
        if (name.Contains(".."))
            return BadRequest();
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Good CWE-22] no character that a file name cannot have, and no dots
    [HttpGet("invalid")]
    public IActionResult InvalidChars(string name)
    {
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.StartsWith('.'))
            return BadRequest();
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Good CWE-22] the whole name is letters, digits and one extension
    [HttpGet("pattern")]
    public IActionResult Pattern(string name)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(name, @"^[A-Za-z0-9_-]+\.txt$"))
            return BadRequest();
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Bad CWE-22] the pattern asks only for the end
    [HttpGet("pattern2")]
    public IActionResult PatternOfEnd(string name)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(name, @"\.txt$"))
            return BadRequest();
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Bad CWE-22] EndsWith limits the extension only
    [HttpGet("extension")]
    public IActionResult Extension(string name)
    {
        if (!name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            return BadRequest();
        return PhysicalFile(Path.Combine(Root, name), "application/pdf");
    }

    // [Good CWE-22] a number makes the name
    [HttpGet("{id:int}")]
    public IActionResult ById(int id) => PhysicalFile(Path.Combine(Root, id + ".pdf"), "application/pdf");

    // [Good CWE-22] a GUID makes the name
    [HttpGet("{key:guid}")]
    public IActionResult ByKey(string key) => Guid.TryParse(key, out var guid) ? PhysicalFile($"{Root}/{guid:N}.pdf", "application/pdf") : NotFound();

    // [Bad CWE-22] the GUID is parsed, the text is used all the same
    [HttpGet("keyed")]
    public IActionResult ByKeyText(string key)
    {
        Guid.TryParse(key, out _);
        return PhysicalFile($"{Root}/{key}.pdf", "application/pdf");
    }

    // [Bad CWE-22] a stream over the client's path
    [HttpGet("stream")]
    public IActionResult Stream(string name)
    {
        var stream = new FileStream(Path.Combine(environment.WebRootPath, "docs", name), FileMode.Open, FileAccess.Read);
        return File(stream, "application/octet-stream");
    }

    // [Good CWE-22] the path is configured
    [HttpGet("terms")]
    public IActionResult Terms(string name)
    {
        Response.Headers["X-Asked"] = name.Length.ToString();
        return PhysicalFile(configuration["Files:Terms"]!, "text/html");
    }

    // [Bad CWE-22] URL decoding after the check
    [HttpGet("decoded")]
    public IActionResult Decoded(string name)
    {
        if (name.Contains("..") || Path.IsPathRooted(name))
            return BadRequest();
        var decoded = System.Net.WebUtility.UrlDecode(name);
        return PhysicalFile(Path.Combine(Root, decoded), "text/plain");
    }

    // [Bad CWE-22] HTML encoding does nothing about dots
    [HttpGet("encoded")]
    public IActionResult Encoded(string name) => PhysicalFile(Path.Combine(Root, System.Net.WebUtility.HtmlEncode(name)), "text/plain");

    // [Good CWE-22] a file provider refuses paths that leave its root
    [HttpGet("provided")]
    public IActionResult Provided(string name)
    {
        var file = new PhysicalFileProvider(Root).GetFileInfo(name);
        return file.Exists ? File(file.CreateReadStream(), "text/plain") : NotFound();
    }

    // [Good CWE-22] the names in the folder are compared with the client's
    [HttpGet("listed")]
    public IActionResult Listed(string name)
    {
        var path = Directory.EnumerateFiles(Root).FirstOrDefault(each => Path.GetFileName(each) == name);
        return path is null ? NotFound() : PhysicalFile(path, "text/plain");
    }

    // [Bad CWE-22] existence is no permission
    [HttpGet("exists")]
    public IActionResult Exists(string name)
    {
        var path = Path.Combine(Root, name);
        if (!System.IO.File.Exists(path))
            return NotFound();
        return File(System.IO.File.ReadAllBytes(path), "application/octet-stream");
    }

    // [Good CWE-22] a switch over known names
    [HttpGet("switch")]
    public IActionResult Switch(string kind)
    {
        var file = kind switch { "logo" => "logo.png", "banner" => "banner.png", _ => null };
        return file is null ? NotFound() : PhysicalFile(Path.Combine(Root, file), "image/png");
    }
}
