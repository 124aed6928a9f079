// Addresses that the client has a say in.
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;

namespace Corpus.Ssrf.Quays;

public sealed record WebhookRegistration(string Event, string Callback);

// [Bad CWE-918] callbacks are registered in a list and called when something happens
public sealed class Webhooks(IHttpClientFactory factory)
{
    readonly Dictionary<string, List<Uri>> _callbacks = [];

    public void Register(WebhookRegistration registration)
    {
        if (!_callbacks.TryGetValue(registration.Event, out var list))
            _callbacks[registration.Event] = list = [];
        list.Add(new Uri(registration.Callback));
    }

    public async Task RaiseAsync(string name, object payload)
    {
        var client = factory.CreateClient("webhooks");
        foreach (var callback in _callbacks.GetValueOrDefault(name) ?? [])
            await client.PostAsJsonAsync(callback, payload);
    }
}

// [same case]
[ApiController, Route("webhooks")]
public sealed class WebhooksController(Webhooks webhooks) : ControllerBase
{
    [HttpPost]
    public IActionResult Post(WebhookRegistration registration)
    {
        webhooks.Register(registration);
        return Created();
    }
}

// [Good CWE-918] callbacks are registered if their host is one of the configured ones
public sealed class KnownWebhooks(IHttpClientFactory factory, IConfiguration configuration)
{
    readonly List<Uri> _callbacks = [];

    public bool Register(string callback)
    {
        var hosts = configuration.GetSection("Webhooks:Hosts").Get<string[]>() ?? [];
        if (!Uri.TryCreate(callback, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !hosts.Contains(uri.Host))
            return false;
        _callbacks.Add(uri);
        return true;
    }

    public async Task RaiseAsync(object payload)
    {
        foreach (var callback in _callbacks)
            await factory.CreateClient().PostAsJsonAsync(callback, payload);
    }
}

// [same case]
[ApiController, Route("known-webhooks")]
public sealed class KnownWebhooksController(KnownWebhooks webhooks) : ControllerBase
{
    [HttpPost]
    public IActionResult Post(WebhookRegistration registration) => webhooks.Register(registration.Callback) ? Created() : BadRequest();
}

// [Bad CWE-918] a typed client appends what the query says to an address without a slash
public sealed class TenantClient(HttpClient client)
{
    public async Task<string> StatusAsync(string tenant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder { Scheme = "https", Host = tenant + ".example.org", Path = "/status" }.Uri);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}

// [same case]
public static class TenantEndpoints
{
    public static IEndpointConventionBuilder MapTenants(this IEndpointRouteBuilder app) =>
        app.MapGet("/tenants/status", ([FromQuery(Name = "t")] string tenant, TenantClient client) => client.StatusAsync(tenant));
}

// [Good CWE-918] a typed client puts the query's text, encoded, into the path
public sealed class SafeTenantClient(HttpClient client)
{
    public Task<string> StatusAsync(string tenant) => client.GetStringAsync($"https://status.example.org/tenants/{Uri.EscapeDataString(tenant)}/status");
}

// [same case]
public static class SafeTenantEndpoints
{
    public static IEndpointConventionBuilder MapSafeTenants(this IEndpointRouteBuilder app) =>
        app.MapGet("/safe-tenants/status", ([FromQuery(Name = "t")] string tenant, SafeTenantClient client) => client.StatusAsync(tenant));
}

// [Bad CWE-918] the cache's factory loads what is not there yet
public sealed class PreviewController(IMemoryCache cache, HttpClient http) : ControllerBase
{
    [HttpGet("preview")]
    public async Task<IActionResult> Get(Uri page)
    {
        var bytes = await cache.GetOrCreateAsync(page, async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5);
            return await http.GetByteArrayAsync(page);
        });
        return File(bytes!, "image/png");
    }
}

// [Good CWE-918] the path only, on a fixed host
public sealed class SafePreviewController(IMemoryCache cache, HttpClient http) : ControllerBase
{
    static readonly Uri s_base = new("https://previews.example.org/");

    [HttpGet("safe-preview/{id:int}")]
    public async Task<IActionResult> Get(int id)
    {
        var bytes = await cache.GetOrCreateAsync(id, _ => http.GetByteArrayAsync(new Uri(s_base, $"pages/{id}.png")));
        return File(bytes!, "image/png");
    }
}

// [Bad CWE-918] host and port for a socket
public sealed class ProbeService
{
    public async Task<bool> IsOpenAsync(DnsEndPoint endPoint)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint);
        return socket.Connected;
    }
}

// [same case]
public sealed class ProbeController(ProbeService probe) : ControllerBase
{
    [HttpGet("probe/{host}/{port:int}")]
    public Task<bool> Get(string host, int port) => probe.IsOpenAsync(new DnsEndPoint(host, port));
}

// [Good CWE-918] the address that was looked up must not be private, and it is this address that is connected to
public sealed class PublicProbeController : ControllerBase
{
    [HttpGet("public-probe/{name}")]
    public async Task<ActionResult<bool>> Get(string name)
    {
        string? host = name switch { "shop" => "shop.example.org", "mail" => "mail.example.org", _ => null };
        if (host is null)
            return NotFound();
        using var client = new TcpClient();
        await client.ConnectAsync(host, 443);
        return client.Connected;
    }
}

// [Bad CWE-918] the check for the start of the address lets other hosts follow
public sealed class PartnerController(HttpClient http) : ControllerBase
{
    [HttpPost("partner")]
    public async Task<string> Post([FromForm] string url)
    {
        if (!IsPartner(url))
            return "";
        await using var stream = await http.GetStreamAsync(url);
        return await new StreamReader(stream).ReadToEndAsync();
    }

    static bool IsPartner(string url) => url.StartsWith("https://partner.example.org", StringComparison.OrdinalIgnoreCase);
}

// [Good CWE-918] the check compares the whole origin
public sealed class OriginController(HttpClient http) : ControllerBase
{
    [HttpPost("origin")]
    public async Task<string> Post([FromForm] string url)
    {
        if (!IsPartner(url))
            return "";
        await using var stream = await http.GetStreamAsync(url);
        return await new StreamReader(stream).ReadToEndAsync();
    }

    static bool IsPartner(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == "https://partner.example.org";
}

// [Bad CWE-918] a web socket to where the header points
public static class RelayEndpoints
{
    public static void Map(WebApplication app) => app.Map("/relay", async context =>
    {
        if (context.Request.Headers.TryGetValue("X-Upstream", out var upstream))
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri(upstream.ToString()), context.RequestAborted);
        }
    });
}

// [Good CWE-918] a web socket to a configured place, the header is passed on
public static class SafeRelayEndpoints
{
    public static void Map(WebApplication app) => app.Map("/safe-relay", async context =>
    {
        if (context.Request.Headers.TryGetValue("X-Room", out var room) && int.TryParse(room, out var number))
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri($"wss://relay.example.org/rooms/{number}"), context.RequestAborted);
        }
    });
}
