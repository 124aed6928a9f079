// More than a client should be able to ask for, in teams' code.
using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;

namespace Corpus.Resources.Teams;

// [Bad CWE-770] as many tasks as the client likes
public class FanOutController : ControllerBase
{
    [HttpPost("/fanout")]
    public async Task<IActionResult> Run([FromQuery] int workers)
    {
        var tasks = Enumerable.Range(0, workers).Select(_ => Task.Run(() => Thread.Sleep(100)));
        await Task.WhenAll(tasks);
        return Ok();
    }
}

// [Good CWE-770] at most eight
public class BoundedFanOutController : ControllerBase
{
    [HttpPost("/bounded-fanout")]
    public async Task<IActionResult> Run([FromQuery] int workers)
    {
        var tasks = Enumerable.Range(0, Math.Clamp(workers, 1, 8)).Select(_ => Task.Run(() => Thread.Sleep(100)));
        await Task.WhenAll(tasks);
        return Ok();
    }
}

// [Bad CWE-789] a table as large as the client says
public static class Grid
{
    public static void Map(WebApplication app) => app.MapGet("/grid", (int width, int height) => Results.Ok(new double[width, height].Length));
}

// [Good CWE-789] a table as large as a screen at most
public static class SmallGrid
{
    public static void Map(WebApplication app) => app.MapGet("/small-grid", (int width, int height) =>
    {
        if (width is < 1 or > 500 || height is < 1 or > 500)
            return Results.BadRequest();
        return Results.Ok(new double[width, height].Length);
    });
}

// [Bad CWE-770] a dictionary that grows with every name that anybody asks for
public class LookupController : ControllerBase
{
    static readonly ConcurrentDictionary<string, DateTime> s_seen = new();

    [HttpGet("/lookup")]
    public IActionResult Lookup(string name)
    {
        s_seen.TryAdd(name, DateTime.UtcNow);
        return Ok(s_seen.Count);
    }
}

// [Good CWE-770] a cache with a limit
public class CachedLookupController : ControllerBase
{
    static readonly MemoryCache s_seen = new(new MemoryCacheOptions { SizeLimit = 1000 });

    [HttpGet("/cached-lookup")]
    public IActionResult Lookup(string name)
    {
        s_seen.Set(name, DateTime.UtcNow, new MemoryCacheEntryOptions { Size = 1 });
        return Ok(s_seen.Count);
    }
}

// [Bad CWE-770] bodies of any size
public static class Limits
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
        builder.Services.Configure<FormOptions>(form => { form.MultipartBodyLengthLimit = long.MaxValue; form.ValueLengthLimit = int.MaxValue; });
    }
}

// [Good CWE-770] bodies of ten megabytes
public static class SomeLimits
{
    const int Megabyte = 1024 * 1024;

    public static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = 10 * Megabyte);
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = 10 * Megabyte);
    }
}

// [Bad CWE-409] whatever comes out of the archive
public static class Inflate
{
    public static void Map(WebApplication app) => app.MapPost("/inflate", async (HttpRequest request) =>
    {
        await using var inflated = new BrotliStream(request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await inflated.CopyToAsync(memory);
        return Results.Ok(memory.Length);
    });
}

// [Good CWE-409] at most a megabyte out of the archive
public static class SomeInflate
{
    const int Most = 1 << 20;

    public static void Map(WebApplication app) => app.MapPost("/some-inflate", async (HttpRequest request) =>
    {
        await using var inflated = new BrotliStream(request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await inflated.ReadAsync(buffer)) > 0)
        {
            if (memory.Length + read > Most)
                return Results.StatusCode(413);
            memory.Write(buffer, 0, read);
        }
        return Results.Ok(memory.Length);
    });
}

// [Good CWE-674] the reader of JSON ends at its own depth
public class TreeController : ControllerBase
{
    public sealed class Node { public string Name { get; set; } = ""; public List<Node> Children { get; set; } = []; }

    [HttpPost("/tree")]
    public IActionResult Depth([FromBody] Node root) => Ok(DepthOf(root));

    static int DepthOf(Node node) => node.Children.Count == 0 ? 1 : 1 + node.Children.Max(DepthOf);
}

// [Bad CWE-400] nobody ends a wait
public static class LongPoll
{
    public static void Map(WebApplication app) => app.MapGet("/poll", async (int seconds) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return Results.NoContent();
    });
}

// [Good CWE-400] half a minute at most
public static class ShortPoll
{
    public static void Map(WebApplication app) => app.MapGet("/short-poll", async (int seconds) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, 0), 30)));
        return Results.NoContent();
    });
}
