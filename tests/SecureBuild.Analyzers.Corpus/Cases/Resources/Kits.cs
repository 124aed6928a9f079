using System.Buffers;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Capstan.Limits;

public static class LimitExtensions
{
    // [Bad CWE-770] the feature of one request is opened by an extension method
    public static void AllowLargeBody(this HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = null;
    }

    // [Good CWE-770] the feature of one request is set by an extension method
    public static void AllowBody(this HttpContext context, long most = 2_000_000)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = most;
    }

    // [Bad CWE-789] a page's size goes straight into the pool
    public static IResult Page(HttpRequest request)
    {
        var size = int.Parse(request.Query["size"]);
        var rows = ArrayPool<long>.Shared.Rent(size);
        try
        {
            return Results.Ok(rows.Length);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rows);
        }
    }

    // [Good CWE-789] a page's size is one of three
    public static IResult PageOfThree(HttpRequest request)
    {
        var size = request.Query["size"].ToString() switch { "l" => 500, "m" => 100, _ => 20 };
        var rows = ArrayPool<long>.Shared.Rent(size);
        try
        {
            return Results.Ok(rows.Length);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rows);
        }
    }
}

public sealed class RequestCache
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte[]> s_entries = new();

    // [Bad CWE-770] every address that anybody asks for stays for ever
    public static IResult Remember(HttpContext context)
    {
        s_entries[context.Request.Path + context.Request.QueryString] = new byte[256];
        return Results.Ok(s_entries.Count);
    }

    // [Good CWE-770] only the addresses that we have
    public static IResult Known(HttpContext context) =>
        s_entries.TryGetValue(context.Request.Path, out var entry) ? Results.Bytes(entry) : Results.NotFound();
}
