using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc;

namespace Proxy.App;

public interface IFetcher { Task<string> Fetch(string url); }
public class Fetcher(HttpClient client) : IFetcher
{
    public async Task<string> Fetch(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}

// [Bad CWE-918] an injected fetcher asks where the client says
public class PreviewController(IFetcher fetcher) : ControllerBase
{
    [HttpPost] public async Task<IActionResult> Preview([FromBody] PreviewRequest request) => Ok(await fetcher.Fetch(request.Url));
    public record PreviewRequest(string Url, string Title);
}

// [Good CWE-918] the fetcher asks one host
public class FixedController(IFetcher fetcher) : ControllerBase
{
    [HttpGet] public async Task<IActionResult> Preview(string id) => Ok(await fetcher.Fetch("https://api.example.com/items/" + Uri.EscapeDataString(id)));
}

public class FetchController(HttpClient client, IHttpClientFactory factory, IConfiguration config) : ControllerBase
{
    // [Bad CWE-918] the host is the client's
    [HttpGet] public Task<string> Host(string host) => client.GetStringAsync($"https://{host}/status");

    // [Bad CWE-918] the host goes on in the client's text
    [HttpGet] public Task<string> Sub(string path) => client.GetStringAsync("https://api.example.com" + path);

    // [Good CWE-918] only the path behind the host
    [HttpGet] public Task<string> Behind(string path) => client.GetStringAsync("https://api.example.com/" + path);

    // [Good CWE-918] the address is configured
    [HttpGet] public Task<string> Configured(int id) => client.GetStringAsync(config["Upstream"] + "/items/" + id);

    // [Bad CWE-918] StartsWith without the slash lets other hosts in
    [HttpGet]
    public async Task<IActionResult> Prefix(string url)
    {
        if (!url.StartsWith("https://api.example.com")) return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Good CWE-918] StartsWith with the slash
    [HttpGet]
    public async Task<IActionResult> PrefixSlash(string url)
    {
        if (!url.StartsWith("https://api.example.com/", StringComparison.Ordinal)) return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Good CWE-918] the host is one of a list
    [HttpGet]
    public async Task<IActionResult> Listed(string url)
    {
        var allowed = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "a.example.com", "b.example.com" };
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !allowed.Contains(uri.Host)) return BadRequest();
        return Ok(await client.GetStringAsync(uri));
    }

    // [Bad CWE-918] only the scheme is checked
    [HttpGet]
    public async Task<IActionResult> Scheme(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) return BadRequest();
        return Ok(await client.GetStringAsync(uri));
    }

    // [Bad CWE-918] the host ends as it should, and so does evilexample.com
    [HttpGet]
    public async Task<IActionResult> Ends(string url)
    {
        var uri = new Uri(url);
        if (!uri.Host.Contains("example.com")) return BadRequest();
        return Ok(await client.GetStringAsync(uri));
    }

    // [Good CWE-918] the host equals a constant
    [HttpGet]
    public async Task<IActionResult> Equal(string url)
    {
        var uri = new Uri(url);
        if (string.Equals(uri.Host, "api.example.com", StringComparison.OrdinalIgnoreCase))
            return Ok(await client.GetStringAsync(uri));
        return BadRequest();
    }

    // [Bad CWE-918] the base address is the client's
    [HttpGet]
    public async Task<IActionResult> Base(string server)
    {
        var own = factory.CreateClient();
        own.BaseAddress = new Uri(server);
        return Ok(await own.GetStringAsync("/status"));
    }

    // [Bad CWE-918] a builder of addresses gets the host
    [HttpGet]
    public Task<string> Builder(string host)
    {
        var builder = new UriBuilder("https", host) { Path = "/status" };
        return client.GetStringAsync(builder.Uri);
    }

    // [Good CWE-918] a builder of addresses gets the query
    [HttpGet]
    public Task<string> BuilderQuery(string q)
    {
        var builder = new UriBuilder("https://api.example.com/search") { Query = "q=" + q };
        return client.GetStringAsync(builder.Uri);
    }

    // [Bad CWE-918] web requests of the old kind
    [HttpGet]
    public string Old(string url)
    {
#pragma warning disable SYSLIB0014
        var request = (HttpWebRequest)WebRequest.Create(url);
        using var response = request.GetResponse();
        return new StreamReader(response.GetResponseStream()).ReadToEnd();
    }

    // [Bad CWE-918] a connection to a host and port of the client
    [HttpGet]
    public IActionResult Port(string host, int port)
    {
        using var tcp = new TcpClient();
        tcp.Connect(host, port);
        return Ok(tcp.Connected);
    }

    // [Bad CWE-918] a call back address that was posted
    [HttpPost]
    public async Task<IActionResult> Hook([FromForm] string callback)
    {
        await client.PostAsJsonAsync(callback, new { ok = true });
        return Accepted();
    }

    // [Good CWE-918] the client names a key of configured addresses
    [HttpGet]
    public async Task<IActionResult> Key(string region)
    {
        var url = region switch { "eu" => "https://eu.example.com", "us" => "https://us.example.com", _ => throw new ArgumentOutOfRangeException(nameof(region)) };
        return Ok(await client.GetStringAsync(url));
    }
}

public static class Endpoints
{
    // [Bad CWE-918] a minimal endpoint fetches an image
    public static void Map(WebApplication app) =>
        app.MapGet("/image", async (string src, HttpClient http) => Results.Stream(await http.GetStreamAsync(src), "image/png"));

    // [Good CWE-918] a minimal endpoint fetches an image by number
    public static void MapNumber(WebApplication app) =>
        app.MapGet("/image/{id:int}", async (int id, HttpClient http) => Results.Stream(await http.GetStreamAsync($"https://img.example.com/{id}.png"), "image/png"));

    // [Bad CWE-918] a handler method given by its name
    public static void MapGroup(WebApplication app) => app.MapPost("/x", Handle);

    // [same case]
    static async Task<IResult> Handle(HttpRequest request, HttpClient http)
    {
        var form = await request.ReadFormAsync();
        var target = form["target"].ToString();
        return Results.Text(await http.GetStringAsync(target));
    }
}
