// What a client may make the server spend, in small samples.
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Http.Features;

namespace Corpus.Resources.Snippets;

// [Bad CWE-789] as many bytes as asked for
public class BytesController : ControllerBase
{
    [HttpGet("/bytes/{count:int}")]
    public IActionResult Get(int count) => File(new byte[count], "application/octet-stream");
}

// [Good CWE-789] at most a thousand
public class SafeBytesController : ControllerBase
{
    [HttpGet("/safe-bytes/{count:int}")]
    public IActionResult Get(int count) => File(new byte[Math.Clamp(count, 0, 1000)], "application/octet-stream");
}

// [Good CWE-789] the attribute says at most a hundred
public class RangeController : ControllerBase
{
    [HttpGet("/range")]
    [ApiExplorerSettings]
    public IActionResult Get([FromQuery] int count)
    {
        if (count is < 0 or > 100)
            return BadRequest();
        return Ok(new List<int>(count).Capacity);
    }
}

// [Bad CWE-770] a page as large as the client likes
public class PageController : ControllerBase
{
    [HttpGet("/repeat")]
    public IActionResult Repeat(string text, int times) => Ok(string.Concat(Enumerable.Repeat(text, times)));
}

// [Good CWE-770] a page of at most fifty
public class SafePageController : ControllerBase
{
    [HttpGet("/safe-repeat")]
    public IActionResult Repeat(string text, int times)
    {
        times = Math.Min(times, 50);
        return Ok(string.Concat(Enumerable.Repeat(text, times)));
    }
}

// [Bad CWE-770] no limit for Kestrel
public static class NoLimit
{
    public static void Configure(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
}

// [Good CWE-770] ten megabytes for Kestrel
public static class TenMegabytes
{
    public static void Configure(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = 10 * 1024 * 1024);
}

// [Bad CWE-770] forms of any size
public static class AnyForm
{
    public static void Configure(IServiceCollection services) => services.Configure<FormOptions>(options =>
    {
        options.MultipartBodyLengthLimit = long.MaxValue;
        options.ValueLengthLimit = int.MaxValue;
    });
}

// [Bad CWE-770] an upload of any size
public class UploadController : ControllerBase
{
    [HttpPost("/upload"), DisableRequestSizeLimit]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.GetTempFileName());
        await file.CopyToAsync(target);
        return NoContent();
    }
}

// [Good CWE-770] an upload of a megabyte
public class SafeUploadController : ControllerBase
{
    [HttpPost("/safe-upload"), RequestSizeLimit(1_048_576)]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        await file.CopyToAsync(target);
        return NoContent();
    }
}

// [Bad CWE-409] a body that unpacks without end
public class GzipController : ControllerBase
{
    [HttpPost("/gzip")]
    public async Task<IActionResult> Post()
    {
        using var gzip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return Ok((await reader.ReadToEndAsync()).Length);
    }
}

// [Good CWE-409] a body that unpacks to a limit
public class SafeGzipController : ControllerBase
{
    const int Limit = 1 << 20;

    [HttpPost("/safe-gzip")]
    public async Task<IActionResult> Post()
    {
        using var gzip = new GZipStream(Request.Body, CompressionMode.Decompress);
        var buffer = new byte[8192];
        var total = 0;
        int read;
        while ((read = await gzip.ReadAsync(buffer)) > 0)
        {
            total += read;
            if (total > Limit)
                return StatusCode(413);
        }
        return Ok(total);
    }
}

// [Bad CWE-400] the thread sleeps as long as the client says
public class SleepController : ControllerBase
{
    [HttpGet("/sleep")]
    public async Task<IActionResult> Sleep(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return Ok();
    }
}

// [Good CWE-400] at most five seconds
public class SafeSleepController : ControllerBase
{
    [HttpGet("/safe-sleep")]
    public async Task<IActionResult> Sleep(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 5)));
        return Ok();
    }
}

// [Bad CWE-674] nesting without a limit
public static class DeepJson
{
    public static System.Text.Json.JsonDocument Read(Stream body) => System.Text.Json.JsonDocument.Parse(body, new System.Text.Json.JsonDocumentOptions { MaxDepth = int.MaxValue });
}

// [Good CWE-674] nesting as it is by default
public static class ShallowJson
{
    public static System.Text.Json.JsonDocument Read(Stream body) => System.Text.Json.JsonDocument.Parse(body, new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip });
}
