// Limits that are taken away.
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Corpus.Resources.Rooms;

// [Bad CWE-770] no limit for bodies, by a class of options
public sealed class NoBodyLimit : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options) => options.Limits.MaxRequestBodySize = null;
}

// [Good CWE-770] a limit for bodies
public sealed class BodyLimit : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options) => options.Limits.MaxRequestBodySize = 20 * 1024 * 1024;
}

// [Bad CWE-770] forms of any length
public static class Forms
{
    const long Unlimited = long.MaxValue;

    public static IServiceCollection AddForms(this IServiceCollection services) => services.Configure<FormOptions>(options =>
    {
        options.MultipartBodyLengthLimit = Unlimited;
        options.ValueLengthLimit = int.MaxValue;
    });
}

// [Good CWE-770] forms of a known length
public static class FormsGood
{
    const long Limit = 50L << 20;

    public static IServiceCollection AddForms(this IServiceCollection services) => services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = Limit);
}

// [Bad CWE-770] messages of any size in a hub
public static class Hubs
{
    public static void Add(IServiceCollection services) => services.AddSignalR().AddHubOptions<ChatHub>(options => options.MaximumReceiveMessageSize = null);
    public sealed class ChatHub : Hub;
}

// [Bad CWE-770] an upload without limit
public class UploadController : ControllerBase
{
    [HttpPost("/upload"), DisableRequestSizeLimit]
    public async Task Upload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.GetRandomFileName());
        await file.CopyToAsync(target);
    }
}

// [Good CWE-770] an upload with a limit
public class UploadGoodController : ControllerBase
{
    [HttpPost("/upload-good"), RequestSizeLimit(5_000_000)]
    public async Task Upload(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.GetRandomFileName());
        await file.CopyToAsync(target);
    }
}

// [Bad CWE-409] a compressed body is read to its end
public class GzipController : ControllerBase
{
    [HttpPost("/gzip")]
    public async Task<int> Post()
    {
        await using var gzip = new GZipStream(Request.Body, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await gzip.CopyToAsync(memory);
        return (int)memory.Length;
    }
}
