// What requests cost, in rarer shapes.
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Rarities;

// [Bad CWE-409] an archive that is unpacked whatever it becomes
public class ZipController : ControllerBase
{
    [HttpPost("/unzip")]
    public IActionResult Unzip(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream());
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            total += memory.Length;
        }
        return Ok(total);
    }
}

// [Good CWE-409] an archive whose sizes are looked at
public class SafeZipController : ControllerBase
{
    [HttpPost("/safe-unzip")]
    public IActionResult Unzip(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream());
        if (archive.Entries.Count > 100 || archive.Entries.Sum(entry => entry.Length) > 10_000_000)
            return StatusCode(413);
        var buffer = new byte[8192];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
                if ((total += read) > 10_000_000)
                    return StatusCode(413);
        }
        return Ok(total);
    }
}

// [Bad CWE-409] Brotli in one go
public class BrotliController : ControllerBase
{
    [HttpPost("/brotli")]
    public async Task<IActionResult> Post()
    {
        await using var brotli = new BrotliStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await brotli.CopyToAsync(memory);
        return Ok(memory.Length);
    }
}

// [Bad CWE-400] a line as long as the client likes
public static class LineServer
{
    public static async Task ServeAsync(TcpListener listener)
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            var text = await reader.ReadToEndAsync();
            Console.WriteLine(text.Length);
        }
    }
}

// [Bad CWE-770] pages as large as the client likes
public class RentController : ControllerBase
{
    [HttpGet("/rent")]
    public IActionResult Rent(int size)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(size);
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return Ok(buffer.Length);
    }
}

// [Good CWE-770] pages of at most sixty-four kilobytes
public class SafeRentController : ControllerBase
{
    [HttpGet("/safe-rent")]
    public IActionResult Rent(ushort size)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(size);
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return Ok(buffer.Length);
    }
}

// [Bad CWE-400] clients that wait for ever
public static class Patient
{
    public static HttpClient Make() => new() { Timeout = Timeout.InfiniteTimeSpan };
}

// [Good CWE-400] clients that wait ten seconds
public static class Impatient
{
    public static HttpClient Make() => new() { Timeout = TimeSpan.FromSeconds(10) };
}
