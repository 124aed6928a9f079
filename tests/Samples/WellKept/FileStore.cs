using System.Collections.Frozen;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace WellKept.FileStore;

public sealed class FileStoreOptions
{
    public string Root { get; set; } = "";

    public long MaxLength { get; set; } = 50_000_000;

    public long MaxArchiveLength { get; set; } = 500_000_000;

    public int MaxArchiveEntries { get; set; } = 10_000;
}

/// <summary>Paths below one folder. What would leave it is refused, however it is written.</summary>
public sealed class SafeFolder
{
    readonly string _root;

    public SafeFolder(string root) => _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;

    public string Resolve(string relative)
    {
        if (relative.Length == 0 || Path.IsPathRooted(relative) || relative.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("The path must be relative.", nameof(relative));
        var full = Path.GetFullPath(Path.Combine(_root, relative));
        if (!full.StartsWith(_root, StringComparison.Ordinal))
            throw new UnauthorizedAccessException("The path leaves the folder.");
        return full;
    }

    public bool TryResolve(string? name, out string path)
    {
        path = "";
        if (string.IsNullOrWhiteSpace(name) || name != Path.GetFileName(name) || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name is "." or "..")
            return false;
        path = Path.Combine(_root, name);
        return true;
    }

    public IEnumerable<string> Names() => Directory.EnumerateFiles(_root, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint }).Select(path => Path.GetFileName(path));
}

/// <summary>Which kinds of file are taken, and by what first bytes they are known.</summary>
public static class Kinds
{
    static readonly FrozenDictionary<string, byte[][]> s_signatures = new Dictionary<string, byte[][]>(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
        [".jpg"] = [[0xff, 0xd8, 0xff]],
        [".pdf"] = ["%PDF-"u8.ToArray()],
        [".zip"] = [[0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06]],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsTaken(string extension) => s_signatures.ContainsKey(extension);

    public static async Task<bool> MatchesAsync(string extension, Stream content, CancellationToken cancellation)
    {
        var start = new byte[8];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        return s_signatures.TryGetValue(extension, out var signatures) && signatures.Any(signature => start.AsSpan(0, read).StartsWith(signature));
    }
}

public sealed record StoredFile(string Key, string DisplayName, long Length, string Hash);

/// <summary>Files by a random key; what the sender called them is kept beside them and never used as a path.</summary>
public sealed class FileStore(IOptions<FileStoreOptions> options, ILogger<FileStore> log)
{
    readonly SafeFolder _folder = new(options.Value.Root);

    public async Task<StoredFile> AddAsync(IFormFile upload, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var extension = Path.GetExtension(upload.FileName).ToLowerInvariant();
        if (!Kinds.IsTaken(extension) || upload.Length is 0 || upload.Length > options.Value.MaxLength)
            throw new BadHttpRequestException("This file is not taken.");
        await using var content = upload.OpenReadStream();
        if (!await Kinds.MatchesAsync(extension, content, cancellation))
            throw new BadHttpRequestException("The content is not what the name says.");
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + extension;
        var temporary = _folder.Resolve(key + ".part");
        string hash;
        try
        {
            await using (var file = new FileStream(temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous }))
            {
                await content.CopyToAsync(file, cancellation);
                file.Position = 0;
                hash = Convert.ToHexString(await SHA256.HashDataAsync(file, cancellation));
            }
            File.Move(temporary, _folder.Resolve(key));
        }
        catch (IOException e)
        {
            log.LogError(e, "Storing {Key} failed", key);
            File.Delete(temporary);
            throw;
        }
        log.LogInformation("Stored {Key}, {Length} bytes", key, upload.Length);
        return new(key, Path.GetFileName(upload.FileName), upload.Length, hash);
    }

    public FileStream? Open(string key)
    {
        if (!_folder.TryResolve(key, out var path) || !Kinds.IsTaken(Path.GetExtension(path)))
            return null;
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public string Unpack(string key)
    {
        var source = Open(key) ?? throw new FileNotFoundException();
        var target = new DirectoryInfo(_folder.Resolve(Path.GetFileNameWithoutExtension(key)));
        target.Create();
        using var archive = new ZipArchive(source, ZipArchiveMode.Read);
        if (archive.Entries.Count > options.Value.MaxArchiveEntries || archive.Entries.Sum(entry => entry.Length) > options.Value.MaxArchiveLength)
            throw new InvalidDataException("The archive is too big.");
        var prefix = target.FullName + Path.DirectorySeparatorChar;
        var left = options.Value.MaxArchiveLength;
        foreach (var entry in archive.Entries)
        {
            var path = Path.GetFullPath(Path.Combine(prefix, entry.FullName));
            if (!path.StartsWith(prefix, StringComparison.Ordinal))
                throw new InvalidDataException("An entry leaves the folder.");
            if (path.EndsWith(Path.DirectorySeparatorChar))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var content = entry.Open();
            using var file = new FileStream(path, FileMode.CreateNew);
            left -= CopyAtMost(content, file, left);
        }
        return target.FullName;
    }

    public static async Task PackAsync(string folder, Stream destination, CancellationToken cancellation)
    {
        await using var compressed = new GZipStream(destination, CompressionLevel.Optimal, leaveOpen: true);
        await TarFile.CreateFromDirectoryAsync(folder, compressed, includeBaseDirectory: false, cancellation);
    }

    static long CopyAtMost(Stream source, Stream destination, long most)
    {
        var buffer = new byte[81_920];
        long total = 0;
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            if ((total += read) > most)
                throw new InvalidDataException("The archive is too big.");
            destination.Write(buffer, 0, read);
        }
        return total;
    }
}

[Authorize]
[ApiController]
[Route("api/files")]
public sealed class FilesController(FileStore store, IFileRegister register) : ControllerBase
{
    static readonly FileExtensionContentTypeProvider s_types = new();

    [HttpPost]
    [ValidateAntiForgeryToken]
    [RequestSizeLimit(60_000_000)]
    public async Task<ActionResult<StoredFile>> Add(IFormFile file, CancellationToken cancellation)
    {
        var stored = await store.AddAsync(file, cancellation);
        await register.AddAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!, stored, cancellation);
        return CreatedAtAction(nameof(Download), new { key = stored.Key }, stored);
    }

    [HttpGet("{key}")]
    public async Task<IActionResult> Download(string key, CancellationToken cancellation)
    {
        var file = await register.FindAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!, key, cancellation);
        if (file is null || store.Open(file.Key) is not { } content)
            return NotFound();
        var type = s_types.TryGetContentType(file.Key, out var known) && known is "image/png" or "image/jpeg" ? known : "application/octet-stream";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.DisplayName }.ToString();
        return new FileStreamResult(content, type) { EntityTag = new EntityTagHeaderValue($"\"{file.Hash}\""), EnableRangeProcessing = true };
    }

    /// <summary>Long uploads part by part, without a form in memory.</summary>
    [HttpPost("stream")]
    [ValidateAntiForgeryToken]
    [RequestSizeLimit(200_000_000)]
    public async Task<IActionResult> Stream([FromServices] IOptions<FileStoreOptions> options, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary)
            return BadRequest("The boundary is missing.");
        var folder = new SafeFolder(options.Value.Root);
        var reader = new MultipartReader(boundary, Request.Body) { BodyLengthLimit = options.Value.MaxLength };
        var count = 0;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.GetContentDispositionHeader()?.IsFileDisposition() != true)
                continue;
            await using var file = System.IO.File.Create(folder.Resolve(Guid.NewGuid().ToString("N")));
            await section.Body.CopyToAsync(file, cancellation);
            count++;
        }
        return Ok(new { count });
    }
}

public interface IFileRegister
{
    Task AddAsync(string owner, StoredFile file, CancellationToken cancellation);

    Task<StoredFile?> FindAsync(string owner, string key, CancellationToken cancellation);
}
