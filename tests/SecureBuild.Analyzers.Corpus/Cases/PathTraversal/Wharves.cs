// How people take care of names, in many ways, and how they only think so.
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.PathTraversal.Wharves;

public enum Section { News, Press }

public sealed class NameException(string message) : Exception(message);

public static class Names
{
    static readonly char[] s_invalid = Path.GetInvalidFileNameChars();

    public static string Strip(string name) => new(name.Where(letter => !s_invalid.Contains(letter)).ToArray());

    public static string Require(string? name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.IndexOfAny(s_invalid) >= 0)
            throw new NameException("Invalid name");
        return name;
    }

    public static void EnsurePlain(string name)
    {
        if (Path.GetFileName(name) != name)
            throw new NameException("Not a plain name");
    }

    public static bool TryResolve(string root, string relative, out string full)
    {
        full = Path.GetFullPath(Path.Combine(root, relative));
        return full.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal);
    }

    public static string? Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            if (letter is >= 'a' and <= 'z' or >= '0' and <= '9')
                slug.Append(letter);
            else if (letter == ' ')
                slug.Append('-');
        }
        return slug.Length == 0 ? null : slug.ToString();
    }
}

[Route("wharves")]
public class WharfFiles(ILogger<WharfFiles> logger) : Controller
{
    const string Root = "/srv/wharves";

    // [Good CWE-22] characters that are no part of names are left out one by one
    [HttpGet("a")]
    public IActionResult Stripped(string name) => PhysicalFile(Path.Combine(Root, Names.Strip(name)), "text/plain");

    // [Good CWE-22] a name with such characters is refused by an exception
    [HttpGet("b")]
    public IActionResult Required(string name)
    {
        try
        {
            return PhysicalFile(Path.Combine(Root, Names.Require(name)), "text/plain");
        }
        catch (NameException error)
        {
            logger.LogInformation(error, "Refused");
            return BadRequest();
        }
    }

    // [Good CWE-22] a method that throws unless the name is its own last part
    [HttpGet("c")]
    public IActionResult Plain(string name)
    {
        Names.EnsurePlain(name);
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Good CWE-22] the resolved path is asked about
    [HttpGet("d")]
    public IActionResult Resolved(string name) => Names.TryResolve(Root, name, out var full) ? PhysicalFile(full, "text/plain") : NotFound();

    // [Bad CWE-22] the answer is not asked for
    [HttpGet("e")]
    public IActionResult Ignored(string name)
    {
        Names.TryResolve(Root, name, out var full);
        return PhysicalFile(full, "text/plain");
    }

    // [Good CWE-22] a slug
    [HttpGet("f")]
    public IActionResult Slug(string title) => Names.Slug(title) is { } slug ? PhysicalFile($"{Root}/{slug}.md", "text/markdown") : NotFound();

    // [Good CWE-22] an enum of the route
    [HttpGet("g/{section}")]
    public IActionResult Known(Section section) => PhysicalFile(Path.Combine(Root, section.ToString(), "index.html"), "text/plain");

    // [Good CWE-22] the hash of the name
    [HttpGet("h")]
    public IActionResult Hashed(string url)
    {
        var key = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(url)));
        return PhysicalFile(Path.Combine(Root, "cache", key[..2], key), "text/plain");
    }

    // [Good CWE-22] everything that is no word character is replaced
    [HttpGet("i")]
    public IActionResult Replaced(string name) => PhysicalFile(Path.Combine(Root, Regex.Replace(name, "[^A-Za-z0-9_-]+", "") + ".txt"), "text/plain");

    // [Bad CWE-22] only what is no letter at the beginning is replaced
    [HttpGet("j")]
    public IActionResult BeginsReplaced(string name) => PhysicalFile(Path.Combine(Root, Regex.Replace(name, "^[^A-Za-z0-9]", "") + ".txt"), "text/plain");

    // [Good CWE-22] each segment is checked
    [HttpGet("k/{**path}")]
    public IActionResult Segments(string path)
    {
        var segments = path.Split('/');
        if (segments.Any(segment => segment is "" or "." or ".." || segment.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0))
            return NotFound();
        return PhysicalFile(Path.Combine([Root, .. segments]), "text/plain");
    }

    // [Good CWE-22] a number and a fixed extension by a conditional expression
    [HttpGet("l")]
    public IActionResult Number(string page)
    {
        var number = int.TryParse(page, out var parsed) && parsed > 0 ? parsed : 1;
        return PhysicalFile(Path.Combine(Root, $"page-{number:000}.html"), "text/plain");
    }

    // [Good CWE-22] the name of the file that was found for an id
    [HttpGet("m")]
    public IActionResult Found(string id)
    {
        foreach (var file in Directory.EnumerateFiles(Root))
            if (string.Equals(Path.GetFileNameWithoutExtension(file), id, StringComparison.OrdinalIgnoreCase))
                return PhysicalFile(file, "text/plain");
        return NotFound();
    }

    // [Bad CWE-22] the extension is checked and nothing else
    [HttpGet("n")]
    public IActionResult Extension(string name) => Path.GetExtension(name) is ".txt" or ".md" ? PhysicalFile(Path.Combine(Root, name), "text/plain") : BadRequest();

    // [Bad CWE-22] what is found wrong is logged and used all the same
    [HttpGet("o")]
    public IActionResult Logged(string name)
    {
        if (name.Contains(".."))
            logger.LogWarning("A name with dots");
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Good CWE-22] dots and both slashes are refused
    [HttpGet("p")]
    public IActionResult Refused(string name)
    {
        if (name.Contains("..") || name.Contains('/') || name.Contains('\\') || Path.IsPathRooted(name))
            return BadRequest();
        return PhysicalFile(Path.Combine(Root, name), "text/plain");
    }

    // [Good CWE-22] the folder of the signed-in user's number
    [HttpPost("q")]
    public async Task<IActionResult> Own(IFormFile file, int year)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, year.ToString("D4")));
        var name = Path.GetRandomFileName() + (Path.GetExtension(file.FileName).ToLowerInvariant() switch { ".png" => ".png", ".jpg" or ".jpeg" => ".jpg", _ => ".bin" });
        await using var stream = System.IO.File.Create(Path.Combine(folder.FullName, name));
        await file.CopyToAsync(stream);
        return Ok();
    }
}
