using System.Buffers;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("images")]
public sealed class ImagesController : ControllerBase
{
    public sealed record Size(int Width, int Height);

    // [Bad CWE-789] the body's numbers are the array's size
    [HttpPost("blank")]
    public IActionResult Blank(Size size)
    {
        var pixels = new byte[size.Width * size.Height * 4];
        return File(pixels, "application/octet-stream");
    }

    // [Good CWE-789] the numbers are bounded
    [HttpPost("blank2")]
    public IActionResult BlankBounded(Size size)
    {
        if (size.Width is < 1 or > 1024 || size.Height is < 1 or > 1024)
            return BadRequest();
        var pixels = new byte[size.Width * size.Height * 4];
        return File(pixels, "application/octet-stream");
    }

    // [Bad CWE-789] a header's number is the capacity
    [HttpPost("list")]
    public IActionResult Reserve()
    {
        if (!int.TryParse(Request.Headers["X-Count"], out var count))
            return BadRequest();
        var list = new List<long>(count);
        return Ok(list.Capacity);
    }

    // [Good CWE-789] the smaller one of the number and a bound
    [HttpPost("list2")]
    public IActionResult ReserveBounded()
    {
        if (!int.TryParse(Request.Headers["X-Count"], out var count))
            return BadRequest();
        var list = new List<long>(Math.Clamp(count, 0, 1000));
        return Ok(list.Capacity);
    }

    // [Bad CWE-770] so many blanks as the client says
    [HttpGet("pad")]
    public IActionResult Pad(string text, int width) => Ok(text.PadLeft(width));

    // [Good CWE-770] the padding is a constant
    [HttpGet("pad2")]
    public IActionResult PadConstant(string text) => Ok(text.PadLeft(20));

    // [Bad CWE-409] an upload is inflated without a limit
    [HttpPost("inflate")]
    public async Task<IActionResult> Inflate(IFormFile file)
    {
        await using var gzip = new GZipStream(file.OpenReadStream(), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await gzip.CopyToAsync(memory);
        return Ok(memory.Length);
    }

    // [Good CWE-409] an upload is inflated up to a limit
    [HttpPost("inflate2")]
    public async Task<IActionResult> InflateBounded(IFormFile file)
    {
        await using var gzip = new GZipStream(file.OpenReadStream(), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await gzip.ReadAsync(buffer)) > 0)
        {
            if (memory.Length + read > 10_000_000)
                return StatusCode(413);
            memory.Write(buffer, 0, read);
        }
        return Ok(memory.Length);
    }
}
