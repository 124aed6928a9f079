using System.IO.Compression;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

// [Bad CWE-400] the client says how long
public static class WaitEndpoint
{
    public static async Task<Ok> Wait(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return TypedResults.Ok();
    }

    public static void Map(WebApplication app) => app.MapGet("/wait", Wait);
}

// [Good CWE-400] at most a second
public static class ShortWaitEndpoint
{
    public static async Task<Ok> Wait(int milliseconds)
    {
        await Task.Delay(Math.Clamp(milliseconds, 0, 1000));
        return TypedResults.Ok();
    }

    public static void Map(WebApplication app) => app.MapGet("/short-wait", Wait);
}

// [Bad CWE-400] the thread sleeps for the client
[ApiController]
public class SleepController : ControllerBase
{
    [HttpGet("sleep/{ms}")]
    public IActionResult Sleep(int ms)
    {
        Thread.Sleep(ms);
        return Ok();
    }
}

// [Bad CWE-789] a buffer as large as asked for
[ApiController]
public class BufferController : ControllerBase
{
    [HttpGet("buffer")]
    public IActionResult Read(int size) => File(new byte[size], "application/octet-stream");
}

// [Good CWE-789] a buffer of a checked size
[ApiController]
public class SafeBufferController : ControllerBase
{
    const int Limit = 4096;

    [HttpGet("buffer")]
    public IActionResult Read(int size)
    {
        if (size is < 0 or > Limit)
            return BadRequest();
        return File(new byte[size], "application/octet-stream");
    }
}

// [Good CWE-789] a byte is small
[ApiController]
public class ByteController : ControllerBase
{
    [HttpGet("byte")]
    public IActionResult Read(byte size) => File(new byte[size], "application/octet-stream");
}

// [Bad CWE-770] as many as the client wants
[ApiController]
public class RangeController : ControllerBase
{
    [HttpGet("range")]
    public IActionResult Read([FromQuery] int count) => Ok(Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList());
}

// [Good CWE-770] at most a hundred
[ApiController]
public class SafeRangeController : ControllerBase
{
    [HttpGet("range")]
    public IActionResult Read([FromQuery] int count) => Ok(Enumerable.Range(0, Math.Min(count, 100)).Select(_ => Guid.NewGuid()).ToList());
}

// [Bad CWE-409] all of a compressed body
[ApiController]
public class PackedController : ControllerBase
{
    [HttpPost("packed")]
    public async Task<IActionResult> Read()
    {
        using var gzip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await gzip.CopyToAsync(memory);
        return Ok(memory.Length);
    }
}

// [Good CWE-409] a part of a compressed body
[ApiController]
public class SafePackedController : ControllerBase
{
    [HttpPost("packed")]
    public async Task<IActionResult> Read()
    {
        using var gzip = new GZipStream(Request.Body, CompressionMode.Decompress);
        var buffer = new byte[65536];
        var total = 0;
        int read;
        while ((read = await gzip.ReadAsync(buffer)) > 0)
            if ((total += read) > 1_000_000)
                return StatusCode(413);
        return Ok(total);
    }
}

// [Bad CWE-770] no limit of the body
[ApiController]
public class HugeController : ControllerBase
{
    [DisableRequestSizeLimit]
    [HttpPost("huge")]
    public IActionResult Upload(IFormFile file) => Ok(file.Length);
}
