using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

public sealed class Callback { public string? Url { get; set; } public string? Secret { get; set; } public Dictionary<string, string> Headers { get; set; } = []; }
public sealed class Subscription { public int Id { get; set; } public Callback Callback { get; set; } = new(); }

[ApiController]
[Route("hooks")]
public sealed class HooksController(IHttpClientFactory factory) : ControllerBase
{
    static readonly HashSet<string> s_hosts = new(StringComparer.OrdinalIgnoreCase) { "api.example.com", "files.example.com" };

    // [Bad CWE-918] a nested property of the body is where the request goes
    [HttpPost("test")]
    public async Task<IActionResult> Test(Subscription subscription, CancellationToken token)
    {
        using var client = factory.CreateClient("hooks");
        using var message = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri(subscription.Callback.Url!) };
        message.Headers.Add("X-Secret", "none");
        using var response = await client.SendAsync(message, token);
        return Ok((int)response.StatusCode);
    }

    // [Good CWE-918] the host is one of ours
    [HttpPost("test2")]
    public async Task<IActionResult> TestKnown(Subscription subscription, CancellationToken token)
    {
        if (!Uri.TryCreate(subscription.Callback.Url, UriKind.Absolute, out var target) || target.Scheme != Uri.UriSchemeHttps || !s_hosts.Contains(target.Host))
            return BadRequest();
        using var client = factory.CreateClient("hooks");
        using var message = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = target };
        using var response = await client.SendAsync(message, token);
        return Ok((int)response.StatusCode);
    }

    // [Bad CWE-918] the host is checked by its beginning only
    [HttpGet("fetch")]
    public async Task<IActionResult> Fetch(string url)
    {
        if (!url.StartsWith("https://api.example.com", StringComparison.OrdinalIgnoreCase))
            return BadRequest();
        using var client = factory.CreateClient();
        return Ok(await client.GetStringAsync(url));
    }

    // [Good CWE-918] the beginning ends with a slash
    [HttpGet("fetch2")]
    public async Task<IActionResult> FetchBelow(string url)
    {
        if (!url.StartsWith("https://api.example.com/", StringComparison.Ordinal))
            return BadRequest();
        using var client = factory.CreateClient();
        return Ok(await client.GetStringAsync(url));
    }

    // [Bad CWE-918] only the subdomain is the client's, and it may end the host
    [HttpGet("region")]
    public async Task<IActionResult> Region(string region)
    {
        using var client = factory.CreateClient();
        var builder = new UriBuilder("https", region + ".example.com", 443, "/status");
        return Ok(await client.GetByteArrayAsync(builder.Uri));
    }

    // [Good CWE-918] only the path and the query are the client's
    [HttpGet("status")]
    public async Task<IActionResult> Status(string unit, string? since)
    {
        using var client = factory.CreateClient();
        var builder = new UriBuilder("https://status.example.com") { Path = "/units/" + Uri.EscapeDataString(unit), Query = "since=" + Uri.EscapeDataString(since ?? "") };
        return Ok(await client.GetByteArrayAsync(builder.Uri));
    }

    // [Bad CWE-918] the base address is the client's
    [HttpPost("mirror")]
    public async Task<IActionResult> Mirror([FromForm] string origin)
    {
        var client = new HttpClient { BaseAddress = new Uri(origin) };
        using var response = await client.PostAsync("/sync", content: null);
        return StatusCode((int)response.StatusCode);
    }
}

// [Bad CWE-918] a header's host is connected to
public static class PortProbe
{
    public static async Task<bool> Probe(HttpRequest request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(request.Headers["X-Target"].ToString(), 443);
        return client.Connected;
    }
}

// [Good CWE-918] the port is the client's, the host is not
public static class LocalProbe
{
    public static async Task<bool> Probe(HttpRequest request)
    {
        using var client = new TcpClient();
        if (!ushort.TryParse(request.Headers["X-Port"].ToString(), out var port))
            return false;
        await client.ConnectAsync("gateway.internal", port);
        return client.Connected;
    }
}

// [Bad CWE-918] XmlDocument.Load fetches addresses
public static class FeedImport
{
    public static int Count(HttpRequest request)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load(request.Query["feed"]!);
        return document.GetElementsByTagName("item").Count;
    }
}

// [Bad CWE-918] an old WebClient in a lambda that a field holds
public sealed class PreviewCache
{
    readonly Func<string, byte[]> _load = address =>
    {
#pragma warning disable SYSLIB0014
        using var client = new WebClient();
#pragma warning restore SYSLIB0014
        return client.DownloadData(address);
    };
    readonly Dictionary<string, byte[]> _images = [];

    public byte[] Image(HttpContext context)
    {
        var address = context.Request.Query["image"].ToString();
        if (!_images.TryGetValue(address, out var image))
            _images[address] = image = _load(address);
        return image;
    }
}

// [Good CWE-918] the client's text is the cache's key, the address is configured
public sealed class LogoCache(IOptions<LogoOptions> options)
{
    readonly Func<string, byte[]> _load = address =>
    {
#pragma warning disable SYSLIB0014
        using var client = new WebClient();
#pragma warning restore SYSLIB0014
        return client.DownloadData(address);
    };
    readonly Dictionary<string, byte[]> _images = [];

    public byte[] Image(HttpContext context)
    {
        var key = context.Request.Query["image"].ToString();
        if (!_images.TryGetValue(key, out var image))
            _images[key] = image = _load(options.Value.Address);
        return image;
    }
}

public sealed class LogoOptions { public string Address { get; set; } = "https://cdn.example.com/logo.png"; }

// [Bad CWE-918] the target is deserialised, kept in static state and fetched by a background service
public static class MirrorState { public static string? Current; public static string Fallback = "https://mirror.example.com"; }

// [same case]
public static class MirrorRoutes
{
    public static void Map(WebApplication app) => app.MapPost("/mirror", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        var callback = JsonSerializer.Deserialize<Callback>(await reader.ReadToEndAsync());
        MirrorState.Current = callback?.Url;
        return Results.Accepted();
    });
}

// [same case]
public sealed class MirrorWorker(HttpClient client) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (MirrorState.Current is { Length: > 0 } address)
                await client.GetAsync(address, stoppingToken);
            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }
}

// [Good CWE-918] the other static field is fetched
public static class QuietMirrorState { public static string? Current; public static string Fallback = "https://mirror.example.com"; }

// [same case]
public static class QuietMirrorRoutes
{
    public static void Map(WebApplication app) => app.MapPost("/mirror2", async (HttpRequest request) =>
    {
        using var reader = new StreamReader(request.Body);
        var callback = JsonSerializer.Deserialize<Callback>(await reader.ReadToEndAsync());
        QuietMirrorState.Current = callback?.Url;
        return Results.Accepted();
    });
}

// [same case]
public sealed class QuietMirrorWorker(HttpClient client) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await client.GetAsync(QuietMirrorState.Fallback, stoppingToken);
            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
        }
    }
}

// [Bad CWE-918] a hub asks an address with GetFromJsonAsync, after it was unescaped
public sealed class LookupHub(HttpClient client) : Hub
{
    public async Task<JsonElement> Resolve(string encoded)
    {
        var address = Uri.UnescapeDataString(encoded);
        return await client.GetFromJsonAsync<JsonElement>(address);
    }
}

// [Good CWE-918] a hub's text is a query value of a fixed address
public sealed class GeocodeHub(HttpClient client) : Hub
{
    public async Task<JsonElement> Resolve(string place)
    {
        var address = "https://geo.example.com/search?q=" + WebUtility.UrlEncode(place);
        return await client.GetFromJsonAsync<JsonElement>(address);
    }
}

// [Bad CWE-918] the client may hand an "absolute" path to a client with a base address
public sealed class ProxyService(HttpClient client)
{
    public async Task Forward(HttpContext context)
    {
        client.BaseAddress ??= new Uri("https://backend.internal/");
        var path = context.Request.Query["path"].ToString();
        using var response = await client.GetAsync(path, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}

// [Good CWE-918] dead code: the address is replaced where the constant switch is off
public sealed class StagingFetch(HttpClient client)
{
    const bool UseClientTarget = false;

    public async Task<string> Fetch(HttpRequest request)
    {
        var address = "https://staging.example.com/ping";
        if (UseClientTarget)
            address = request.Query["target"].ToString();
        return await client.GetStringAsync(address);
    }
}
