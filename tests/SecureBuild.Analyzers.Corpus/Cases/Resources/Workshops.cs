// As much as the client likes.
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Workshops;

// [Bad CWE-789] the client says how many
[Route("matrix")]
public sealed class MatrixController : Controller
{
    [HttpGet]
    public IActionResult Get(int rows, int columns)
    {
        var matrix = new double[rows, columns];
        return Ok(matrix.Length);
    }
}

// [Good CWE-789] not more than a hundred
[Route("matrix2")]
public sealed class SmallMatrixController : Controller
{
    [HttpGet]
    public IActionResult Get(int rows, int columns)
    {
        var matrix = new double[Math.Clamp(rows, 1, 100), Math.Clamp(columns, 1, 100)];
        return Ok(matrix.Length);
    }
}

// [Bad CWE-789] a list with the capacity of the request
public static class Numbers
{
    public static void Map(WebApplication app) => app.MapGet("/numbers", (int count) =>
    {
        var numbers = new List<int>(count);
        for (var i = 0; i < count; i++)
            numbers.Add(i);
        return numbers;
    });
}

// [Good CWE-789] a page of at most fifty
public static class FewNumbers
{
    public static void Map(WebApplication app) => app.MapGet("/numbers", (int count) =>
    {
        if (count is < 0 or > 50)
            return Results.BadRequest();
        return Results.Ok(new List<int>(count));
    });
}

// [Bad CWE-409] all of the entry is unpacked
[Route("packages")]
public sealed class PackagesController : Controller
{
    [HttpPost]
    public async Task<IActionResult> Post(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream());
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            await using var content = entry.Open();
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory);
            total += memory.Length;
        }
        return Ok(total);
    }
}

// [Good CWE-409] not more than a limit
[Route("packages2")]
public sealed class LimitedPackagesController : Controller
{
    const long Limit = 10_000_000;

    [HttpPost]
    public async Task<IActionResult> Post(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream());
        var total = 0L;
        var buffer = new byte[8192];
        foreach (var entry in archive.Entries)
        {
            await using var content = entry.Open();
            int read;
            while ((read = await content.ReadAsync(buffer)) > 0)
            {
                total += read;
                if (total > Limit)
                    return BadRequest("too large");
            }
        }
        return Ok(total);
    }
}

// [Bad CWE-409] gzip of the request, to the end
public sealed class GzipIntake
{
    public async Task<string> ReadAsync(HttpRequest request)
    {
        using var gzip = new GZipStream(request.Body, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return await reader.ReadToEndAsync();
    }
}

// [Bad CWE-400] no limit for bodies
[Route("uploads")]
public sealed class UploadsController : Controller
{
    [HttpPost, DisableRequestSizeLimit]
    public async Task<IActionResult> Post()
    {
        await using var file = System.IO.File.Create(Path.GetTempFileName());
        await Request.Body.CopyToAsync(file);
        return Ok();
    }
}

// [Good CWE-400] a limit for bodies
[Route("uploads2")]
public sealed class LimitedUploadsController : Controller
{
    [HttpPost, RequestSizeLimit(5_000_000)]
    public async Task<IActionResult> Post()
    {
        await using var file = System.IO.File.Create(Path.GetTempFileName());
        await Request.Body.CopyToAsync(file);
        return Ok();
    }
}

// [Bad CWE-770] a static dictionary that grows with what clients say
[Route("lookups")]
public sealed class LookupsController : Controller
{
    static readonly ConcurrentDictionary<string, DateTime> s_seen = new();

    [HttpGet]
    public IActionResult Get(string term)
    {
        s_seen.TryAdd(term, DateTime.UtcNow);
        return Ok(s_seen.Count);
    }
}

// [Good CWE-770] a static dictionary that is bounded
[Route("lookups2")]
public sealed class BoundedLookupsController : Controller
{
    static readonly ConcurrentDictionary<string, DateTime> s_seen = new();

    [HttpGet]
    public IActionResult Get(string term)
    {
        if (s_seen.Count > 10_000)
            s_seen.Clear();
        s_seen.TryAdd(term, DateTime.UtcNow);
        return Ok(s_seen.Count);
    }
}

// [Bad CWE-770] the form may be of any size
public static class Forms
{
    public static void Add(IServiceCollection services) => services.Configure<FormOptions>(options =>
    {
        options.MultipartBodyLengthLimit = long.MaxValue;
        options.ValueLengthLimit = int.MaxValue;
    });
}

// [Good CWE-770] the form of ten megabytes
public static class SmallForms
{
    public static void Add(IServiceCollection services) => services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = 10 * 1024 * 1024);
}

// [Good CWE-400] the size of the file is looked at before
public sealed class SmallFiles
{
    public string Read(HttpRequest request, string folder)
    {
        var file = new FileInfo(Path.Combine(folder, Path.GetFileName(request.Query["file"].ToString())));
        if (!file.Exists || file.Length > 100_000)
            return "";
        return File.ReadAllText(file.FullName);
    }
}

// [Good CWE-400] the length is known and small
public sealed class SmallBodies
{
    public async Task<byte[]> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is not (> 0 and <= 4096))
            throw new BadHttpRequestException("length");
        var buffer = new byte[(int)request.ContentLength!.Value];
        await request.Body.ReadExactlyAsync(buffer);
        return buffer;
    }
}

// [Bad CWE-400] sleeping for as long as the client says
[Route("wait")]
public sealed class WaitController : Controller
{
    [HttpGet]
    public async Task<IActionResult> Get(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return Ok();
    }
}
