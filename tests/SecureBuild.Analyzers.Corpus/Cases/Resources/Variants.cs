// How much a client may ask for, in many styles.
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Corpus.Resources.Variants;

// [Bad CWE-789] an array as long as the client says
public class ArrayController : ControllerBase
{
    [HttpGet("/array")]
    public int Get(string count)
    {
        int n = Convert.ToInt32(count);
        var list = new List<byte[]>(n);
        return list.Capacity;
    }
}

// [Good CWE-789] up to a limit
public class ArrayLimitController : ControllerBase
{
    [HttpGet("/array-limit")]
    public IActionResult Get(int count)
    {
        if (count is < 0 or > 1000)
            return BadRequest();
        return Ok(new int[count]);
    }
}

// [Good CWE-789] cut to a limit
public class ArrayClampController : ControllerBase
{
    [HttpGet("/array-clamp")]
    public int[] Get(int count) => new int[Math.Clamp(count, 0, 256)];
}

// [Bad CWE-770] a text repeated as often as the client says
public class RepeatController : ControllerBase
{
    [HttpGet("/repeat")]
    public string Get(int times) => new StringBuilder().Insert(0, "ab", times).ToString();
}

// [Bad CWE-789] a buffer by the header's length
public class LengthController : ControllerBase
{
    [HttpPost("/length")]
    public async Task<int> Post()
    {
        var buffer = new byte[int.Parse(Request.Headers["X-Size"]!)];
        return await Request.Body.ReadAsync(buffer);
    }
}

// [Good CWE-789] a buffer of a fixed size
public class FixedController : ControllerBase
{
    [HttpPost("/fixed")]
    public async Task<int> Post()
    {
        var buffer = new byte[8192];
        var total = 0;
        int read;
        while ((read = await Request.Body.ReadAsync(buffer)) > 0)
            total += read;
        return total;
    }
}

// [Bad CWE-400] sleeps as long as the client says
public class SleepController : ControllerBase
{
    [HttpGet("/sleep")]
    public void Get(int milliseconds) => Thread.Sleep(milliseconds);
}

// [Good CWE-400] sleeps for a second
public class SleepGoodController : ControllerBase
{
    [HttpGet("/sleep-good")]
    public async Task Get() => await Task.Delay(TimeSpan.FromSeconds(1));
}

// [Bad CWE-409] an upload is unpacked into memory
public class GunzipController : ControllerBase
{
    [HttpPost("/gunzip")]
    public async Task<int> Post(IFormFile file)
    {
        using var gzip = new GZipStream(file.OpenReadStream(), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await gzip.CopyToAsync(memory);
        return (int)memory.Length;
    }
}

// [Good CWE-409] an upload is unpacked up to a limit
public class GunzipGoodController : ControllerBase
{
    [HttpPost("/gunzip-good")]
    public async Task<IActionResult> Post(IFormFile file)
    {
        using var gzip = new GZipStream(file.OpenReadStream(), CompressionMode.Decompress);
        var buffer = new byte[81920];
        long total = 0;
        int read;
        while ((read = await gzip.ReadAsync(buffer)) > 0)
        {
            total += read;
            if (total > 10_000_000)
                return StatusCode(413);
        }
        return Ok(total);
    }
}

// [Bad CWE-770] no limit for requests
public class UploadController : ControllerBase
{
    [HttpPost("/upload"), DisableRequestSizeLimit]
    public async Task Post() => await Request.Body.CopyToAsync(Stream.Null);
}

// [Good CWE-770] a limit for requests
public class UploadGoodController : ControllerBase
{
    [HttpPost("/upload-good"), RequestSizeLimit(20_000_000)]
    public async Task Post() => await Request.Body.CopyToAsync(Stream.Null);
}

// [Bad CWE-770] the server's limit is off
public static class Kestrel
{
    public static void Configure(KestrelServerOptions options) => options.Limits.MaxRequestBodySize = null;
}

// [Good CWE-770] the server's limit is larger
public static class KestrelGood
{
    public static void Configure(KestrelServerOptions options) => options.Limits.MaxRequestBodySize = 50 * 1024 * 1024;
}
