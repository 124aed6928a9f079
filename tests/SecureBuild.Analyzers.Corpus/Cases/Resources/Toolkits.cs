using System.Buffers;
using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Halyard.Uploads;

// [Bad CWE-770] bodies without an end for every application that uses the library
internal sealed class ConfigureKestrel : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = null;
    }
}

// [Good CWE-770] bodies up to what the library needs
internal sealed class ConfigureLimitedKestrel : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = 20L << 20;
    }
}

// [Bad CWE-770] forms as large as a number can say
internal sealed class PostConfigureForms : IPostConfigureOptions<FormOptions>
{
    public void PostConfigure(string name, FormOptions options) =>
        (options.MultipartBodyLengthLimit, options.ValueLengthLimit) = (long.MaxValue, int.MaxValue);
}

// [Good CWE-770] forms of ten megabytes
internal sealed class PostConfigureSmallForms : IPostConfigureOptions<FormOptions>
{
    public void PostConfigure(string name, FormOptions options) =>
        (options.MultipartBodyLengthLimit, options.ValueLengthLimit) = (10_000_000, 64 * 1024);
}

/// <summary>Unpacks what clients send.</summary>
public static class Unpacking
{
    // [Bad CWE-409] a small body becomes as large as it likes
    public static async Task<byte[]> InflateAsync(HttpRequest request, CancellationToken cancellation)
    {
        await using var brotli = new BrotliStream(request.Body, CompressionMode.Decompress);
        using var content = new MemoryStream();
        await brotli.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    // [Good CWE-409] at most as large as the caller allows
    public static async Task<byte[]> InflateAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        await using var brotli = new BrotliStream(request.Body, CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            int read;
            while ((read = await brotli.ReadAsync(buffer, cancellation)) > 0)
            {
                if (content.Length + read > limit)
                    throw new InvalidDataException("The content is too large.");
                content.Write(buffer, 0, read);
            }
            return content.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
