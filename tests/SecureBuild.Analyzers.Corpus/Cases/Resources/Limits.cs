using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Limits;

[ApiController, Route("files")]
public class FilesController : ControllerBase
{
    // [Bad CWE-789] the client says how much memory
    [HttpGet("blank")]
    public IActionResult Blank(int size)
    {
        var buffer = new byte[size];
        return File(buffer, "application/octet-stream");
    }

    // [Good CWE-789] the client says it within limits
    [HttpGet("blank/limited")]
    public IActionResult LimitedBlank(int size)
    {
        if (size is < 0 or > 65536)
            return BadRequest();
        var buffer = new byte[size];
        return File(buffer, "application/octet-stream");
    }

    // [Bad CWE-770] any size of the body
    [HttpPost("upload"), DisableRequestSizeLimit]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.GetTempFileName());
        await file.CopyToAsync(target);
        return NoContent();
    }

    // [Good CWE-770] a limit of the body
    [HttpPost("upload/limited"), RequestSizeLimit(10_000_000)]
    public async Task<IActionResult> LimitedUpload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.GetTempFileName());
        await file.CopyToAsync(target);
        return NoContent();
    }

    // [Bad CWE-409] unpacked into memory without looking
    [HttpPost("unpack")]
    public async Task<IActionResult> Unpack()
    {
        await using var zip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await zip.CopyToAsync(memory);
        return Ok(memory.Length);
    }

    // [Good CWE-409] unpacked until it is too much
    [HttpPost("unpack/limited")]
    public async Task<IActionResult> LimitedUnpack()
    {
        await using var zip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await zip.ReadAsync(buffer)) > 0)
        {
            if (memory.Length + read > 1_000_000)
                return StatusCode(StatusCodes.Status413PayloadTooLarge);
            memory.Write(buffer, 0, read);
        }
        return Ok(memory.Length);
    }

    // [Bad CWE-789] a list as long as the client wants
    [HttpGet("list")]
    public List<string> Rows(int count)
    {
        var rows = new List<string>(capacity: count);
        rows.Add("first");
        return rows;
    }

    // [Good CWE-789] a page is never longer than a hundred
    [HttpGet("list/limited")]
    public List<string> LimitedRows(int count) => new(Math.Clamp(count, 1, 100));

    // [Bad CWE-400] waiting as long as the client wants
    [HttpGet("wait")]
    public async Task<IActionResult> Wait(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return Ok();
    }

    // [Good CWE-400] waiting a short time
    [HttpGet("wait/limited")]
    public async Task<IActionResult> LimitedWait(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(Math.Min(seconds, 5)));
        return Ok();
    }

    // [Bad CWE-770] a padding as wide as the client wants
    [HttpGet("pad")]
    public string Pad(string text, int width) => text.PadLeft(width);

    // [Good CWE-770] a padding of a fixed width
    [HttpGet("pad/fixed")]
    public string FixedPad(string text) => text.PadLeft(20);

    // [Good CWE-789] the size is that of what was received
    [HttpPost("copy")]
    public byte[] Copy([FromBody] byte[] received)
    {
        var copy = new byte[received.Length];
        received.CopyTo(copy, 0);
        return copy;
    }
}

public static class Startup
{
    // [Bad CWE-770] Kestrel takes any body
    public static void Listen(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);

    // [Good CWE-770] Kestrel takes ten megabytes
    public static void ListenLimited(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 10 * 1024 * 1024);

    // [Bad CWE-770] forms of any size
    public static void Forms(IServiceCollection services) => services.Configure<FormOptions>(form =>
    {
        form.MultipartBodyLengthLimit = long.MaxValue;
        form.ValueLengthLimit = int.MaxValue;
    });

    // [Good CWE-770] forms of a megabyte
    public static void LimitedForms(IServiceCollection services) => services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = 1_048_576);

    // [Good CWE-409] a file of the program itself
    public static void Seed(string folder)
    {
        using var stream = typeof(Startup).Assembly.GetManifestResourceStream("seed.gz")!;
        using var zip = new GZipStream(stream, CompressionMode.Decompress);
        using var file = File.Create(Path.Combine(folder, "seed.db"));
        zip.CopyTo(file);
    }
}
