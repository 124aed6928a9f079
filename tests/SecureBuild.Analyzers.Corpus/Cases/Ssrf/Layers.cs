using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Layers;

public sealed class GatewayOptions { public Uri BaseAddress { get; set; } = new("https://gateway.example.com/"); public string[] Hosts { get; set; } = []; }

public interface IFetcher { Task<string> FetchAsync(string url, CancellationToken cancellation = default); }

// [Bad CWE-918] a typed client fetches what a controller is told
public sealed class Fetcher(HttpClient client) : IFetcher
{
    public async Task<string> FetchAsync(string url, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = await client.SendAsync(request, cancellation);
        return await response.Content.ReadAsStringAsync(cancellation);
    }
}

// [same case]
[ApiController]
public sealed class PreviewController(IFetcher fetcher) : ControllerBase
{
    [HttpGet("preview")]
    public async Task<ActionResult<int>> Preview([FromQuery] string url) => (await fetcher.FetchAsync(url)).Length;
}

// [Bad CWE-918] a webhook's address from the body
public static class WebhookEndpoint
{
    public record Subscription(string Callback, string Event);

    public static async Task<Accepted> Subscribe(Subscription subscription, IHttpClientFactory clients)
    {
        var client = clients.CreateClient("hooks");
        await client.PostAsJsonAsync(subscription.Callback, new { subscription.Event });
        return TypedResults.Accepted("/subscriptions");
    }

    public static void Map(WebApplication app) => app.MapPost("/subscriptions", Subscribe);
}

// [Good CWE-918] the host is one of the options' list
public static class SafeWebhookEndpoint
{
    public record Subscription(string Callback, string Event);

    public static async Task<Results<Ok, BadRequest>> Subscribe(Subscription subscription, IHttpClientFactory clients, IOptions<GatewayOptions> options)
    {
        if (!Uri.TryCreate(subscription.Callback, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !options.Value.Hosts.Contains(uri.Host))
            return TypedResults.BadRequest();
        await clients.CreateClient().PostAsJsonAsync(uri, new { subscription.Event });
        return TypedResults.Ok();
    }

    public static void Map(WebApplication app) => app.MapPost("/subscriptions", Subscribe);
}

// [Good CWE-918] the client's text is a query parameter of our own host
[ApiController]
public sealed class GeocodeController(IHttpClientFactory clients) : ControllerBase
{
    [HttpGet("geocode")]
    public async Task<string> Find(string address)
    {
        var client = clients.CreateClient();
        return await client.GetStringAsync("https://maps.example.com/geocode?q=" + Uri.EscapeDataString(address));
    }
}

// [Bad CWE-918] the subdomain comes from the client
[ApiController]
public sealed class TenantController(HttpClient client) : ControllerBase
{
    [HttpGet("tenant")]
    public async Task<string> Status(string tenant) => await client.GetStringAsync($"https://{tenant}.internal.example.com/status");
}

// [Good CWE-918] the subdomain is one of two
[ApiController]
public sealed class RegionController(HttpClient client) : ControllerBase
{
    [HttpGet("region")]
    public async Task<IActionResult> Status(string region)
    {
        if (region is not ("eu" or "us"))
            return BadRequest();
        return Ok(await client.GetStringAsync($"https://{region}.internal.example.com/status"));
    }
}

// [Bad CWE-918] WebClient downloads an avatar
public sealed class AvatarHub : Hub
{
    public byte[] Load(string address)
    {
        using var web = new WebClient();
        return web.DownloadData(new Uri(address));
    }
}

// [Bad CWE-918] the forwarded host becomes the address of the call
public sealed class ProxyMiddleware(RequestDelegate next, HttpClient client)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.TryGetValue("X-Upstream", out var upstream))
        {
            var builder = new UriBuilder("http", upstream.ToString(), 80, context.Request.Path);
            using var answer = await client.GetAsync(builder.Uri, context.RequestAborted);
            await answer.Content.CopyToAsync(context.Response.Body);
            return;
        }
        await next(context);
    }
}

// [Good CWE-918] the upstream is a setting, the path is the client's
public sealed class SafeProxyMiddleware(RequestDelegate next, HttpClient client, IOptions<GatewayOptions> options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var target = new Uri(options.Value.BaseAddress, "api/items?id=" + Uri.EscapeDataString(context.Request.Query["id"].ToString()));
        using var answer = await client.GetAsync(target, context.RequestAborted);
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}

// [Bad CWE-918] only the scheme is checked
[ApiController]
public sealed class ImageController(HttpClient client) : ControllerBase
{
    [HttpGet("image")]
    public async Task<IActionResult> Load(string src)
    {
        if (!src.StartsWith("https://"))
            return BadRequest();
        var stream = await client.GetStreamAsync(src);
        return File(stream, "image/png");
    }
}

// [Bad CWE-918] a socket to where the client says
[ApiController]
public sealed class ProbeController : ControllerBase
{
    [HttpGet("probe")]
    public async Task<IActionResult> Probe(string host, int port)
    {
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(host, port);
        return Ok(tcp.Connected);
    }
}
