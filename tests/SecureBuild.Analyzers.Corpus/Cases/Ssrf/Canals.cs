// Outgoing requests of a modern team's product.
using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.Ssrf.Canals;

// [Bad CWE-918] a typed client behind an interface fetches the preview that the body names
public sealed record PreviewRequest(Uri Target, int Width = 320);

// [same case]
public interface IPreviewClient { Task<byte[]> FetchAsync(PreviewRequest request, CancellationToken token); }

// [same case]
public sealed class PreviewClient(HttpClient http) : IPreviewClient
{
    public async Task<byte[]> FetchAsync(PreviewRequest request, CancellationToken token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, request.Target) { Headers = { { "Accept", "image/*" } } };
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token);
        return await response.Content.ReadAsByteArrayAsync(token);
    }
}

// [same case]
public static class PreviewEndpoints
{
    public static void MapPreview(this WebApplication app) =>
        app.MapPost("/preview", async (PreviewRequest request, IPreviewClient client, CancellationToken token) => Results.Bytes(await client.FetchAsync(request, token), "image/png"));
}

// [Good CWE-918] the host must be in the list of the options
public sealed class HookOptions { public HashSet<string> Hosts { get; init; } = ["hooks.canals.example"]; }

// [same case]
public sealed class HookClient(HttpClient http, IOptions<HookOptions> options)
{
    public async Task<HttpStatusCode?> PingAsync(string address, CancellationToken token)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri is not { Scheme: "https" } || !options.Value.Hosts.Contains(uri.Host))
            return null;
        using var response = await http.GetAsync(uri, token);
        return response.StatusCode;
    }
}

// [same case]
public static class HookEndpoints
{
    public static void MapHooks(this WebApplication app) =>
        app.MapPost("/hooks/ping", async ([FromBody] string address, HookClient client, CancellationToken token) =>
            await client.PingAsync(address, token) is { } status ? Results.Ok(status) : Results.BadRequest());
}

// [Bad CWE-918] the check only looks at the scheme
public sealed class FeedReader(IHttpClientFactory factory)
{
    static bool IsAcceptable(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    public async Task<string> ReadAsync(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsAcceptable(uri)
            ? await factory.CreateClient("feeds").GetStringAsync(uri)
            : "";
}

// [same case]
public static class FeedEndpoints
{
    public static void MapFeeds(this WebApplication app) => app.MapGet("/feed", (string url, FeedReader reader) => reader.ReadAsync(url));
}

// [Good CWE-918] the region is one of an enum, the address is made of its name
public enum Region { North, South }

// [same case]
public static class RegionEndpoints
{
    public static void MapRegions(this WebApplication app) => app.MapGet("/weather/{region}", async (Region region, HttpClient http) =>
    {
        var host = region switch { Region.North => "north.canals.example", Region.South => "south.canals.example", _ => throw new ArgumentOutOfRangeException(nameof(region)) };
        return await http.GetStringAsync($"https://{host}/today");
    });
}
