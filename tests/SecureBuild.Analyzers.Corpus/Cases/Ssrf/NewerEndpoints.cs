using System.Net.WebSockets;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Harvest;

public class FetchRequest { public string Url { get; set; } = ""; public string Name { get; set; } = ""; }
public class FetchReply { public string Body { get; set; } = ""; }

public static class Fetcher
{
    [BindServiceMethod(typeof(Fetcher), "BindService")]
    public abstract class FetcherBase
    {
        public virtual Task<FetchReply> Fetch(FetchRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-918] gRPC: the address of a request message
public class FetcherService(HttpClient client) : Fetcher.FetcherBase
{
    public override async Task<FetchReply> Fetch(FetchRequest request, ServerCallContext context)
    {
        using var answer = await client.GetAsync(request.Url, context.CancellationToken);
        return new FetchReply { Body = await answer.Content.ReadAsStringAsync(context.CancellationToken) };
    }
}

// [Good CWE-918] gRPC: a name that is escaped behind a fixed address
public class NamedFetcherService(HttpClient client) : Fetcher.FetcherBase
{
    public override async Task<FetchReply> Fetch(FetchRequest request, ServerCallContext context) =>
        new() { Body = await client.GetStringAsync("https://feeds.harvest.example/v1/" + Uri.EscapeDataString(request.Name), context.CancellationToken) };
}

// [Bad CWE-918] SignalR: a hub looks whether a page is there
public class ProbeHub(IHttpClientFactory factory) : Hub
{
    public async Task<bool> Exists(Uri address)
    {
        var client = factory.CreateClient();
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        return answer.IsSuccessStatusCode;
    }
}

// [Good CWE-918] SignalR: a hub that knows its hosts
public class KnownProbeHub(IHttpClientFactory factory) : Hub
{
    static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase) { "a.harvest.example", "b.harvest.example" };

    public async Task<bool> Exists(Uri address)
    {
        if (!Hosts.Contains(address.Host))
            return false;
        var client = factory.CreateClient();
        using var answer = await client.GetAsync(address);
        return answer.IsSuccessStatusCode;
    }
}

// [Bad CWE-918] Blazor: a server-side page loads what the query names
public class ReaderPage(HttpClient http) : ComponentBase
{
    [SupplyParameterFromQuery] public string? Feed { get; set; }
    string _text = "";

    protected override async Task OnInitializedAsync() => _text = await http.GetStringAsync(Feed);
}

public class ImportModel(HttpClient http) : PageModel
{
    [BindProperty] public string Source { get; set; } = "";

    // [Bad CWE-918] Razor Pages: a bound address after a look at its scheme
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Uri.TryCreate(Source, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            return BadRequest();
        var bytes = await http.GetByteArrayAsync(address);
        return File(bytes, "application/octet-stream");
    }

    // [Good CWE-918] Razor Pages: a bound address after a look at its host
    public async Task<IActionResult> OnPostKnownAsync()
    {
        if (!Uri.TryCreate(Source, UriKind.Absolute, out var address) || address.Host != "images.harvest.example")
            return BadRequest();
        var bytes = await http.GetByteArrayAsync(address);
        return File(bytes, "application/octet-stream");
    }
}

public static class HarvestEndpoints
{
    // [Bad CWE-918] a minimal API: a web socket to a host of the query
    public static void MapTunnel(this WebApplication app) => app.MapGet("/tunnel", async (string host, CancellationToken cancellation) =>
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"wss://{host}/stream"), cancellation);
        return Results.NoContent();
    });

    // [Good CWE-918] a minimal API: a path below a fixed host, by number
    public static void MapItem(this WebApplication app) => app.MapGet("/item/{id:int}", async (int id, HttpClient client) => await client.GetStringAsync($"https://items.harvest.example/{id}"));
}
