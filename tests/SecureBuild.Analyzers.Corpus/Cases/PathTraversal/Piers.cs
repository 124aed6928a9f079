// A second walk: paths by options, extension methods, archives and uploads.
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Corpus.PathTraversal.Piers;

public sealed class StorageOptions
{
    public required string Root { get; init; }
}

public static class PathExtensions
{
    public static string In(this string name, StorageOptions options) => Path.Combine(options.Root, name);

    public static string MustStayIn(this string path, string root)
    {
        var full = Path.GetFullPath(path);
        if (!full.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new UnauthorizedAccessException("Outside of the storage.");
        return full;
    }
}

// [Bad CWE-22] lines of a file as an asynchronous stream to a hub's client
public sealed class TailHub(IOptionsMonitor<StorageOptions> options) : Hub
{
    public async IAsyncEnumerable<string> Tail(string file, [EnumeratorCancellation] CancellationToken token)
    {
        using var reader = new StreamReader(file.In(options.CurrentValue));
        while (await reader.ReadLineAsync(token) is { } line)
            yield return line;
    }
}

// [Good CWE-22] an extension method makes sure that the path stays
public sealed class SafeTailHub(IOptionsMonitor<StorageOptions> options) : Hub
{
    public async IAsyncEnumerable<string> Tail(string file, [EnumeratorCancellation] CancellationToken token)
    {
        using var reader = new StreamReader(file.In(options.CurrentValue).MustStayIn(options.CurrentValue.Root));
        while (await reader.ReadLineAsync(token) is { } line)
            yield return line;
    }
}

// [Bad CWE-22] an upload keeps the client's name, in a service with a method for each file
public sealed class UploadService(IWebHostEnvironment environment)
{
    public async Task<IReadOnlyList<string>> SaveAllAsync(IEnumerable<IFormFile> files)
    {
        var tasks = files.Where(file => file.Length is > 0 and < 5_000_000).Select(SaveAsync);
        return await Task.WhenAll(tasks);
    }

    async Task<string> SaveAsync(IFormFile file)
    {
        var target = new FileInfo(Path.Combine(environment.WebRootPath, "uploads", file.FileName));
        await using var stream = target.Create();
        await file.CopyToAsync(stream);
        return target.FullName;
    }
}

// [same case]
public sealed class UploadModel(UploadService service) : PageModel
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public async Task OnPostAsync() => await service.SaveAllAsync(Files);
}

// [Good CWE-22] an upload gets a name by the program
public sealed class NumberedUploadService(IWebHostEnvironment environment)
{
    int _next;

    public async Task<string> SaveAsync(IFormFile file)
    {
        var number = Interlocked.Increment(ref _next);
        var kind = file.ContentType switch { "image/png" => "png", "image/jpeg" => "jpg", _ => throw new BadHttpRequestException("Pictures only.") };
        var target = new FileInfo(Path.Combine(environment.ContentRootPath, "uploads", $"{number}.{kind}"));
        await using var stream = target.Create();
        await file.CopyToAsync(stream);
        return target.Name;
    }
}

// [same case]
public sealed class NumberedUploadModel(NumberedUploadService service) : PageModel
{
    public async Task OnPostAsync(IFormFile file) => await service.SaveAsync(file);
}

// [Bad CWE-22] entries of an archive go through a record to the writer
public sealed record Unpacked(string Path, byte[] Content);

// [same case]
public sealed class ThemeInstaller
{
    public void Install(Stream upload, string folder)
    {
        foreach (var item in Read(upload))
        {
            var path = Path.Combine(folder, item.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, item.Content);
        }
    }

    static IEnumerable<Unpacked> Read(Stream upload)
    {
        using var archive = new ZipArchive(upload);
        foreach (var entry in archive.Entries)
        {
            if (entry.Length > 1_000_000)
                throw new InvalidDataException();
            using var memory = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(memory);
            yield return new(entry.FullName, memory.ToArray());
        }
    }
}

// [Good CWE-22] entries of an archive whose place is checked before they are written
public sealed class SafeThemeInstaller
{
    public void Install(Stream upload, string folder)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        using var archive = new ZipArchive(upload);
        foreach (var entry in archive.Entries)
        {
            if (entry.Length > 1_000_000)
                throw new InvalidDataException();
            if (Place(entry, root) is not { } path)
                continue;
            entry.ExtractToFile(path);
        }
    }

    static string? Place(ZipArchiveEntry entry, string root)
    {
        var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
        return path.StartsWith(root, StringComparison.Ordinal) ? path : null;
    }
}

// [Bad CWE-22] a culture of the request names a file of texts
public sealed class TextsMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var language = context.Request.Cookies["language"] ?? context.Request.Headers.AcceptLanguage.ToString().Split(',')[0];
        context.Items["texts"] = await File.ReadAllTextAsync($"texts/{language}.json");
        await next(context);
    }
}

// [Good CWE-22] a culture of the request must exist for the framework
public sealed class SafeTextsMiddleware(RequestDelegate next)
{
    static readonly string[] s_languages = ["de", "en", "ja"];

    public async Task InvokeAsync(HttpContext context)
    {
        var wanted = context.Request.Cookies["language"];
        var language = Array.Find(s_languages, known => known == wanted) ?? "en";
        context.Items["texts"] = await File.ReadAllTextAsync($"texts/{language}.json");
        await next(context);
    }
}
