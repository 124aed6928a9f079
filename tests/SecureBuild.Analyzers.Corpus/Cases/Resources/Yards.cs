// Memory, time and files by request.
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Yards;

// [Bad CWE-770] a cache that never forgets, by a helper
[Route("prices")]
public sealed class PricesController : Controller
{
    static readonly ConcurrentDictionary<string, decimal> s_prices = new(StringComparer.OrdinalIgnoreCase);

    [HttpGet("{article}")]
    public IActionResult Get(string article)
    {
        if (string.IsNullOrWhiteSpace(article))
            return BadRequest();
        return Ok(s_prices.GetOrAdd(article, Load));
    }

    static decimal Load(string article) => article.Length * 1.5m;
}

// [Good CWE-770] a cache for the articles that there are
[Route("prices2")]
public sealed class KnownPricesController(HashSet<string> articles) : Controller
{
    static readonly ConcurrentDictionary<string, decimal> s_prices = new(StringComparer.OrdinalIgnoreCase);

    [HttpGet("{article}")]
    public IActionResult Get(string article)
    {
        if (!articles.Contains(article))
            return NotFound();
        return Ok(s_prices.GetOrAdd(article, Load));
    }

    static decimal Load(string article) => article.Length * 1.5m;
}

// [Bad CWE-400] as many rounds as the client wants
public static class Work
{
    public static void Map(WebApplication app) => app.MapGet("/render", (int size) =>
    {
        var image = new byte[size * size];
        for (var i = 0; i < image.Length; i++)
            image[i] = (byte)(i % 255);
        return Results.Bytes(image);
    });
}

// [Good CWE-400] at most a hundred
public static class BoundedWork
{
    public static void Map(WebApplication app) => app.MapGet("/render", (int size) =>
    {
        var side = Math.Min(Math.Max(size, 1), 100);
        var image = new byte[side * side];
        return Results.Bytes(image);
    });
}

// [Bad CWE-409] Brotli of the request into a text
public sealed class BrotliIntake
{
    public async Task<byte[]> ReadAsync(HttpRequest request)
    {
        await using var brotli = new BrotliStream(request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await brotli.CopyToAsync(memory);
        return memory.ToArray();
    }
}

// [Good CWE-409] an upload is stored as it is
public sealed class PlainIntake
{
    public async Task StoreAsync(IFormFile file, string folder)
    {
        await using var target = File.Create(Path.Combine(folder, Path.GetRandomFileName()));
        await file.CopyToAsync(target);
    }
}

// [Bad CWE-789] the buffer is as long as the header says
public sealed class FrameReader
{
    public async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var length = int.Parse(request.Headers["X-Frame-Length"].ToString());
        var buffer = new byte[length];
        await request.Body.ReadExactlyAsync(buffer);
        return buffer;
    }
}

// [Good CWE-789] not longer than a megabyte
public sealed class BoundedFrameReader
{
    const int Most = 1 << 20;

    public async Task<byte[]> ReadAsync(HttpRequest request)
    {
        if (!int.TryParse(request.Headers["X-Frame-Length"].ToString(), out var length) || length is < 0 or > Most)
            throw new BadHttpRequestException("length");
        var buffer = new byte[length];
        await request.Body.ReadExactlyAsync(buffer);
        return buffer;
    }
}
