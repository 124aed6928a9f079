// How much of memory, time and disk a request may take.
using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Exercises;

public class Uploads : ControllerBase
{
    // [Bad CWE-770] no limit for what is sent
    [HttpPost("a"), DisableRequestSizeLimit]
    public async Task<IActionResult> Any()
    {
        await using var file = System.IO.File.Create("/srv/incoming/data");
        await Request.Body.CopyToAsync(file);
        return Ok();
    }

    // [Good CWE-770] a limit for what is sent
    [HttpPost("b"), RequestSizeLimit(10_000_000)]
    public async Task<IActionResult> Limited()
    {
        await using var file = System.IO.File.Create("/srv/incoming/data");
        await Request.Body.CopyToAsync(file);
        return Ok();
    }

    // [Bad CWE-770] the limit is taken off by the feature
    [HttpPost("c")]
    public async Task<IActionResult> Feature()
    {
        var feature = HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (feature is { IsReadOnly: false })
            feature.MaxRequestBodySize = null;
        using var memory = new MemoryStream();
        await Request.Body.CopyToAsync(memory);
        return Ok(memory.Length);
    }

    // [Bad CWE-789] as many bytes as the query says
    [HttpGet("d")]
    public IActionResult Padding([FromQuery] int size) => File(new byte[size], "application/octet-stream");

    // [Good CWE-789] as many bytes as the query says, up to a bound
    [HttpGet("e")]
    public IActionResult BoundedPadding([FromQuery] int size) => File(new byte[Math.Clamp(size, 0, 65_536)], "application/octet-stream");

    // [Bad CWE-789] a buffer of the pool by a header's length
    [HttpPost("f")]
    public async Task<IActionResult> Rented()
    {
        var length = int.Parse(Request.Headers["X-Length"].ToString());
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Ok(await Request.Body.ReadAsync(buffer));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // [Bad CWE-789] text is repeated as often as the client wants
    [HttpGet("g")]
    public string Banner(int width) => new StringBuilder().Insert(0, "=-", width).ToString();

    // [Good CWE-789] text is repeated as often as the client wants, at most eighty times
    [HttpGet("h")]
    public string ShortBanner(int width)
    {
        if (width is < 0 or > 80)
            throw new ArgumentOutOfRangeException(nameof(width));
        return new string('=', width);
    }

    // [Bad CWE-409] what is packed is unpacked into memory
    [HttpPost("i")]
    public async Task<IActionResult> Unpack(IFormFile upload)
    {
        await using var packed = new BrotliStream(upload.OpenReadStream(), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await packed.CopyToAsync(memory);
        return Ok(memory.Length);
    }

    // [Good CWE-409] what is packed is unpacked up to a bound
    [HttpPost("j")]
    public async Task<IActionResult> UnpackSome(IFormFile upload)
    {
        await using var packed = new GZipStream(upload.OpenReadStream(), CompressionMode.Decompress);
        var buffer = new byte[8192];
        long total = 0;
        int read;
        while ((read = await packed.ReadAsync(buffer)) > 0)
        {
            total += read;
            if (total > 5_000_000)
                return BadRequest();
        }
        return Ok(total);
    }

    // [Bad CWE-400] the client says how long a thread waits
    [HttpGet("k")]
    public IActionResult Wait(int seconds)
    {
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
        return Ok();
    }
}

// [Bad CWE-770] the server's limits are taken off by the options of forms
public static class FormLimits
{
    public static void Add(IServiceCollection services) => services.Configure<FormOptions>(options =>
    {
        options.MultipartBodyLengthLimit = long.MaxValue;
        options.ValueLengthLimit = int.MaxValue;
    });
}

// [Good CWE-770] the limits of forms are a number
public static class SmallFormLimits
{
    public static void Add(IServiceCollection services) => services.Configure<FormOptions>(options =>
    {
        options.MultipartBodyLengthLimit = 32L * 1024 * 1024;
        options.ValueLengthLimit = 64 * 1024;
    });
}

// [Bad CWE-770] messages of web sockets are gathered until they end
public static class Gathering
{
    public static void Map(WebApplication app) => app.Map("/ws", async (HttpContext context) =>
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var memory = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), CancellationToken.None);
            memory.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
    });
}
