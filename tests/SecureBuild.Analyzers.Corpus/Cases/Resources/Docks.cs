// Less common doors to memory, time and disk.
using System.IO.Compression;
using System.Numerics;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Docks;

[Route("docks")]
public class DockSizes : Controller
{
    // [Bad CWE-789] the capacity of a list
    [HttpGet("a")]
    public IActionResult Capacity(int count)
    {
        var list = new List<long>(count);
        list.Add(1);
        return Ok(list.Capacity);
    }

    // [Bad CWE-400] a loop with the client's bound
    [HttpGet("b")]
    public IActionResult Loop(long count)
    {
        double sum = 0;
        for (long i = 0; i < count; i++)
            sum += Math.Sqrt(i);
        return Ok(sum);
    }

    // [Good CWE-400] a loop with a bound that is checked
    [HttpGet("c")]
    public IActionResult Checked(long count)
    {
        if (count is < 0 or > 1000)
            return BadRequest();
        double sum = 0;
        for (long i = 0; i < count; i++)
            sum += Math.Sqrt(i);
        return Ok(sum);
    }

    // [Bad CWE-409] what is unpacked is copied whole
    [HttpPost("d")]
    public async Task<IActionResult> Unpack()
    {
        await using var zip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await zip.CopyToAsync(memory);
        return Ok(memory.Length);
    }

    // [Good CWE-409] what is unpacked is counted
    [HttpPost("e")]
    public async Task<IActionResult> Counted()
    {
        await using var zip = new GZipStream(Request.Body, CompressionMode.Decompress);
        var buffer = new byte[8192];
        long total = 0;
        int read;
        while ((read = await zip.ReadAsync(buffer)) > 0)
        {
            total += read;
            if (total > 1_000_000)
                return StatusCode(413);
        }
        return Ok(total);
    }

    // [Bad CWE-789] a text of the client's length
    [HttpGet("f")]
    public IActionResult Pad(string text, int width) => Content(text.PadLeft(width, '.'));

    // [Bad CWE-789] an array in two dimensions
    [HttpGet("g")]
    public IActionResult Matrix(int rows, int columns)
    {
        var matrix = new double[rows, columns];
        return Ok(matrix.LongLength);
    }

    // [Good CWE-789] a number of eight bits
    [HttpGet("h")]
    public IActionResult Small(byte rows)
    {
        var cells = new double[rows];
        return Ok(cells.Length);
    }

    // [Bad CWE-400] a delay of the client's
    [HttpGet("i")]
    public async Task<IActionResult> Delay(int ms)
    {
        await Task.Delay(ms);
        return Ok();
    }

    // [Good CWE-400] a delay of the client's with a bound
    [HttpGet("j")]
    public async Task<IActionResult> Bounded(int ms)
    {
        await Task.Delay(Math.Min(Math.Max(ms, 0), 500));
        return Ok();
    }

    // [Bad CWE-789] a header says how much to read
    [HttpPost("k")]
    public async Task<IActionResult> Declared()
    {
        var length = int.Parse(Request.Headers["X-Length"]!);
        var buffer = GC.AllocateUninitializedArray<byte>(length);
        await Request.Body.ReadExactlyAsync(buffer);
        return Ok();
    }
}
