// Requests on somebody's behalf, in teams' services.
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.Ssrf.Teams;

public sealed record HookRegistration(string Name, Uri Callback);

// [Bad CWE-918] a typed client that calls back where the client says
public sealed class HookClient(HttpClient client)
{
    public async Task<int> NotifyAsync(HookRegistration registration)
    {
        using var message = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = registration.Callback };
        using var response = await client.SendAsync(message);
        return (int)response.StatusCode;
    }
}

// [same case]
public class HookController(HookClient hooks) : ControllerBase
{
    [HttpPost("/hooks")]
    public async Task<IActionResult> Post([FromBody] HookRegistration registration) => StatusCode(await hooks.NotifyAsync(registration));
}

// [Good CWE-918] a typed client that calls back where partners are
public sealed class PartnerHookClient(HttpClient client)
{
    static readonly HashSet<string> s_hosts = ["hooks.example.org", "hooks.example.com"];

    public async Task<int> NotifyAsync(HookRegistration registration)
    {
        if (registration.Callback.Scheme != Uri.UriSchemeHttps || !s_hosts.Contains(registration.Callback.Host))
            return 400;
        using var message = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = registration.Callback };
        using var response = await client.SendAsync(message);
        return (int)response.StatusCode;
    }
}

// [same case]
public class PartnerHookController(PartnerHookClient hooks) : ControllerBase
{
    [HttpPost("/partner-hooks")]
    public async Task<IActionResult> Post([FromBody] HookRegistration registration) => StatusCode(await hooks.NotifyAsync(registration));
}

// [Bad CWE-918] a socket to wherever a hub's caller likes
public class ProbeHub : Hub
{
    public async Task<bool> Probe(string host, int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new DnsEndPoint(host, port));
        return socket.Connected;
    }
}

// [Good CWE-918] a socket to one of our machines
public class OwnProbeHub : Hub
{
    public async Task<bool> Probe(int number, int port)
    {
        var host = number switch { 1 => "one.example.org", 2 => "two.example.org", _ => throw new HubException("no such machine") };
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new DnsEndPoint(host, port));
        return socket.Connected;
    }
}

// [Bad CWE-918] an image by a factory's client
public static class Thumbnails
{
    public static void Map(WebApplication app) => app.MapGet("/thumbnail", async (string source, IHttpClientFactory clients, CancellationToken cancellation) =>
    {
        var client = clients.CreateClient("images");
        await using var stream = await client.GetStreamAsync(new UriBuilder(source) { Fragment = "" }.Uri, cancellation);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellation);
        return Results.Bytes(memory.ToArray(), "image/png");
    });
}

// [Good CWE-918] an image of our own host
public static class OwnThumbnails
{
    public static void Map(WebApplication app) => app.MapGet("/own-thumbnail", async (int id, IHttpClientFactory clients, CancellationToken cancellation) =>
    {
        var client = clients.CreateClient("images");
        await using var stream = await client.GetStreamAsync(new UriBuilder("https://images.example.org") { Path = $"/{id}.png" }.Uri, cancellation);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellation);
        return Results.Bytes(memory.ToArray(), "image/png");
    });
}

// [Bad CWE-918] a web socket to an address of the query
public static class Relay
{
    public static void Map(WebApplication app) => app.Map("/relay", async (HttpContext context) =>
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri("wss://" + context.Request.Query["server"] + "/feed"), context.RequestAborted);
    });
}

// [Good CWE-918] a web socket to a feed of the query
public static class OwnRelay
{
    public static void Map(WebApplication app) => app.Map("/own-relay", async (HttpContext context) =>
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri("wss://feeds.example.org/" + Uri.EscapeDataString(context.Request.Query["feed"].ToString())), context.RequestAborted);
    });
}
