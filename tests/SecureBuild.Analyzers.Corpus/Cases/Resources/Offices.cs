// Limits in services and streams.
using System.Buffers;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.Resources.Offices;

// [Bad CWE-789] a text as long as the hub's caller likes
public class PaddingHub : Hub
{
    public string Pad(string text, int width) => text.PadLeft(width);
}

// [Good CWE-789] a text of a line at most
public class LineHub : Hub
{
    public string Pad(string text, int width) => text.PadLeft(Math.Min(width, 80));
}

// [Bad CWE-770] a list with room for what the form says
public static class Seats
{
    public static void Map(WebApplication app) => app.MapPost("/seats", ([FromForm] int count) =>
    {
        var seats = new List<int>(count);
        return Results.Ok(seats.Capacity);
    }).DisableAntiforgery();
}

// [Good CWE-770] a list with room for a hundred
public static class SomeSeats
{
    public static void Map(WebApplication app) => app.MapPost("/some-seats", ([FromForm] int count) =>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 100);
        var seats = new List<int>(count);
        return Results.Ok(seats.Capacity);
    }).DisableAntiforgery();
}

// [Bad CWE-789] a message says how long it is
public static class Framing
{
    public static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        var header = new byte[4];
        await stream.ReadExactlyAsync(header);
        var body = new byte[BitConverter.ToInt32(header)];
        await stream.ReadExactlyAsync(body);
        return body;
    }
}

// [Good CWE-789] a message says how long it is, and is believed up to a limit
public static class LimitedFraming
{
    const int Most = 64 * 1024;

    public static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        var header = new byte[4];
        await stream.ReadExactlyAsync(header);
        var length = BitConverter.ToInt32(header);
        if (length is < 0 or > Most)
            throw new InvalidDataException();
        var body = new byte[length];
        await stream.ReadExactlyAsync(body);
        return body;
    }
}

// [Bad CWE-409] a gzip body, read as text
public class GzipController : ControllerBase
{
    [HttpPost("/gzip")]
    public async Task<IActionResult> Post()
    {
        using var reader = new StreamReader(new GZipStream(Request.Body, CompressionMode.Decompress));
        var text = await reader.ReadToEndAsync();
        return Ok(text.Length);
    }
}

// [Bad CWE-400] as often as the client likes
public class RepeatController : ControllerBase
{
    [HttpGet("/repeat")]
    public IActionResult Repeat(string text, int times)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < times; i++)
            builder.Append(text);
        return Ok(builder.ToString());
    }
}

// [Good CWE-400] ten times at most
public class SomeRepeatController : ControllerBase
{
    [HttpGet("/some-repeat")]
    public IActionResult Repeat(string text, int times)
    {
        if (times > 10)
            return BadRequest();
        var builder = new StringBuilder();
        for (var i = 0; i < times; i++)
            builder.Append(text);
        return Ok(builder.ToString());
    }
}
