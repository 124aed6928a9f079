using System.IO.Compression;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Bookclub.Uploads;

[ApiController, Route("covers")]
public sealed class CoversController : ControllerBase
{
    // [Bad CWE-770] covers of any size
    [HttpPost, DisableRequestSizeLimit, RequestFormLimits(MultipartBodyLengthLimit = long.MaxValue)]
    public IActionResult Upload(IFormFile file) => Ok(file.Length);

    // [Good CWE-770] covers of five megabytes
    [HttpPost("small"), RequestSizeLimit(5_000_000), RequestFormLimits(MultipartBodyLengthLimit = 5_000_000)]
    public IActionResult UploadSmall(IFormFile file) => Ok(file.Length);

    // [Bad CWE-400] as many rounds as the reader asks for
    [HttpGet("stars")]
    public IActionResult Stars(int count) => Ok(string.Concat(Enumerable.Repeat("*", count)));

    // [Good CWE-400] five rounds at most
    [HttpGet("stars/five")]
    public IActionResult FiveStars(int count) => Ok(string.Concat(Enumerable.Repeat("*", Math.Clamp(count, 0, 5))));
}

public static class UploadModule
{
    // [Bad CWE-770] messages of the chat without an end
    public static void AddChat(this IServiceCollection services) => services.AddSignalR(o => o.MaximumReceiveMessageSize = null);

    // [Good CWE-770] messages of the chat of a hundred kilobytes
    public static void AddSmallChat(this IServiceCollection services) => services.AddSignalR(o => o.MaximumReceiveMessageSize = 100 * 1024);

    // [Bad CWE-409] the archive of the covers is unpacked into memory, whatever it holds
    public static async Task<List<byte[]>> UnpackAsync(IFormFile file)
    {
        var covers = new List<byte[]>();
        using var archive = new ZipArchive(file.OpenReadStream());
        foreach (var entry in archive.Entries)
        {
            await using var stream = entry.Open();
            using var cover = new MemoryStream();
            await stream.CopyToAsync(cover);
            covers.Add(cover.ToArray());
        }
        return covers;
    }

    // [Good CWE-409] the archive says how much it holds, and holds no more than that
    public static async Task<List<byte[]>> UnpackLimitedAsync(IFormFile file)
    {
        var covers = new List<byte[]>();
        using var archive = new ZipArchive(file.OpenReadStream());
        if (archive.Entries.Count > 50 || archive.Entries.Sum(each => each.Length) > 20_000_000)
            throw new InvalidDataException("The archive is too large.");
        foreach (var entry in archive.Entries)
        {
            await using var stream = entry.Open();
            var cover = new byte[entry.Length];
            await stream.ReadExactlyAsync(cover);
            covers.Add(cover);
        }
        return covers;
    }
}
