// Amounts that clients choose.
using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Quays;

public sealed record GridRequest(int Rows, int Columns);

// [Bad CWE-789] a grid of the client's size, made by a factory
public sealed class Grid
{
    readonly double[,] _cells;

    Grid(int rows, int columns) => _cells = new double[rows, columns];

    public static Grid Create(GridRequest request) => new(request.Rows, request.Columns);

    public int Count => _cells.Length;
}

// [same case]
public sealed class GridController : ControllerBase
{
    [HttpPost("grid")]
    public int Post([FromBody] GridRequest request) => Grid.Create(request).Count;
}

// [Good CWE-789] the size is clamped in the request's own properties
public sealed record ClampedRequest(int Rows, int Columns)
{
    public int SafeRows => Math.Clamp(Rows, 1, 100);

    public int SafeColumns => Math.Min(Columns, 100);
}

// [same case]
public sealed class ClampedGridController : ControllerBase
{
    [HttpPost("clamped-grid")]
    public int Post([FromBody] ClampedRequest request) => new double[request.SafeRows, request.SafeColumns].Length;
}

// [Bad CWE-770] a buffer of the pool of the length in a header
public sealed class ChunkMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!long.TryParse(context.Request.Headers["X-Chunk-Length"], out var length))
        {
            await next(context);
            return;
        }
        var buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            await context.Request.Body.ReadExactlyAsync(buffer.AsMemory(0, (int)length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

// [Good CWE-770] the length in the header must be small
public sealed class LimitedChunkMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!long.TryParse(context.Request.Headers["X-Chunk-Length"], out var length) || length is < 0 or > 64 * 1024)
        {
            await next(context);
            return;
        }
        var buffer = ArrayPool<byte>.Shared.Rent((int)length);
        await context.Request.Body.ReadExactlyAsync(buffer.AsMemory(0, (int)length));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}

// [Bad CWE-770] a page's size goes through options of a query to a list's capacity
public sealed class PageQuery
{
    public int Page { get; set; } = 1;

    public int PageSize { get; set; } = 50;
}

// [same case]
public static class PageEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/pages", ([AsParameters] PageQuery query) =>
    {
        var lines = new List<string>(query.PageSize);
        lines.AddRange(Enumerable.Repeat("line", query.PageSize));
        return lines;
    });
}

// [Good CWE-770] a page's size is limited by its setter
public sealed class LimitedPageQuery
{
    int _size = 50;

    public int PageSize { get => _size; set => _size = value > 200 ? 200 : value; }
}

// [same case]
public static class LimitedPageEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/limited-pages", ([AsParameters] LimitedPageQuery query) => new List<string>(query.PageSize));
}

// [Bad CWE-409] a compressed body is unpacked to memory without end
public sealed class UnpackController : ControllerBase
{
    [HttpPost("unpack")]
    public async Task<long> Post()
    {
        await using var gzip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await gzip.CopyToAsync(memory);
        return memory.Length;
    }
}

// [Good CWE-409] a compressed body is unpacked until a limit
public sealed class LimitedUnpackController : ControllerBase
{
    [HttpPost("limited-unpack")]
    public async Task<IActionResult> Post()
    {
        await using var gzip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await gzip.ReadAsync(buffer)) > 0)
        {
            if (memory.Length + read > 1_000_000)
                return BadRequest();
            memory.Write(buffer, 0, read);
        }
        return Ok(memory.Length);
    }
}
