// What requests cost, as reviewers meet it.
using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;

namespace Corpus.Resources.Reviews;

// [Good CWE-770] a cache with a limit
public class LimitedCacheController(IMemoryCache cache) : ControllerBase
{
    [HttpGet("/safe-thumb")]
    public IActionResult Get(string name) => Ok(cache.GetOrCreate(name, entry =>
    {
        entry.Size = 1;
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5);
        return new byte[4096];
    })!.Length);
}

// [Good CWE-400] at most a million rounds
public class SafeRoundsController : ControllerBase
{
    const int Most = 1_000_000;

    [HttpGet("/safe-rounds")]
    public IActionResult Get(long rounds)
    {
        if (rounds > Most)
            rounds = Most;
        double sum = 0;
        for (long i = 0; i < rounds; i++)
            sum += Math.Sqrt(i);
        return Ok(sum);
    }
}

// [Bad CWE-789] text as wide as the client says
public class PadController : ControllerBase
{
    [HttpGet("/pad")]
    public IActionResult Get(string text, int width) => Ok(text.PadLeft(width));
}

// [Bad CWE-789] a builder with the client's capacity
public class BuilderController : ControllerBase
{
    [HttpPost("/builder")]
    public IActionResult Post([FromBody] Wish wish)
    {
        var text = new StringBuilder(wish.Capacity);
        return Ok(text.Capacity);
    }

    public sealed record Wish(int Capacity);
}

// [Good CWE-789] a builder with a checked capacity
public class SafeBuilderController : ControllerBase
{
    [HttpPost("/safe-builder")]
    public IActionResult Post([FromBody] Wish wish)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wish.Capacity, 4096);
        var text = new StringBuilder(wish.Capacity);
        return Ok(text.Capacity);
    }

    public sealed record Wish(int Capacity);
}

// [Good CWE-674] at most twenty deep
public class SafeDeepController : ControllerBase
{
    [HttpGet("/safe-deep")]
    public IActionResult Get(int depth) => depth is < 0 or > 20 ? BadRequest() : Ok(Sum(depth));

    static long Sum(int depth) => depth <= 0 ? 0 : depth + Sum(depth - 1);
}

// [Bad CWE-770] the whole body as a text, whatever its size
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapPost("/page", async (HttpContext context, int size) =>
    {
        var buffer = GC.AllocateUninitializedArray<byte>(size);
        var read = await context.Request.Body.ReadAsync(buffer);
        return Results.Ok(read);
    });
}

// [Good CWE-770] a page from a switch
public static class SafeEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/safe-page", async (HttpContext context, string size) =>
    {
        var length = size switch { "small" => 1024, "large" => 65536, _ => 4096 };
        var buffer = GC.AllocateUninitializedArray<byte>(length);
        var read = await context.Request.Body.ReadAsync(buffer);
        return Results.Ok(read);
    });
}

// [Bad CWE-789] a picture as large as the client says
public class ImageController : ControllerBase
{
    [HttpGet("/image/{width:int}x{height:int}")]
    public IActionResult Get(int width, int height)
    {
        var pixels = new int[width, height];
        return Ok(pixels.Length);
    }
}

// [Good CWE-789] a picture of at most 1000 by 1000
public class SafeImageController : ControllerBase
{
    [HttpGet("/safe-image/{width:int}x{height:int}")]
    public IActionResult Get(int width, int height)
    {
        if (width is <= 0 or > 1000 || height is <= 0 or > 1000)
            return BadRequest();
        var pixels = new int[width, height];
        return Ok(pixels.Length);
    }
}
