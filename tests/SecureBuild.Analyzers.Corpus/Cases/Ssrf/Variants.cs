// Requests to where the client says, in many styles.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.Ssrf.Variants;

// [Bad CWE-918] a typed client with a method that takes the address
public class PreviewClient(HttpClient http)
{
    public async Task<string> TitleAsync(string address, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellation);
    }
}

// [same case]
public class PreviewHub(PreviewClient client) : Hub
{
    public async Task Preview(string link) => await Clients.Caller.SendAsync("title", await client.TitleAsync(link, Context.ConnectionAborted));
}

// [Good CWE-918] the client adds an id to its own address
public class ProductClient(HttpClient http)
{
    public Task<string> ReadAsync(string id) => http.GetStringAsync($"https://products.internal.example/api/products/{Uri.EscapeDataString(id)}");
}

// [same case]
public class ProductHub(ProductClient client) : Hub
{
    public Task<string> Read(string id) => client.ReadAsync(id);
}

// [Bad CWE-918] WebClient, from a form
public class AvatarController : Controller
{
    [HttpPost]
    public IActionResult FromUrl(string url)
    {
        using var client = new WebClient();
        byte[] image = client.DownloadData(url);
        return File(image, "image/png");
    }
}

// [Bad CWE-918] an old request object
public class ProxyController : ControllerBase
{
    [HttpGet("/proxy")]
    public async Task Get()
    {
        var request = (HttpWebRequest)WebRequest.Create("http://" + Request.Query["host"] + "/status");
        request.Timeout = 5000;
        using var response = await request.GetResponseAsync();
        await response.GetResponseStream().CopyToAsync(Response.Body);
    }
}

// [Good CWE-918] the host is on the list
public class ProxyGoodController(HttpClient http) : ControllerBase
{
    static readonly HashSet<string> s_hosts = new(StringComparer.OrdinalIgnoreCase) { "a.example.org", "b.example.org" };

    [HttpGet("/proxy-good")]
    public async Task<IActionResult> Get(string host)
    {
        if (!s_hosts.Contains(host))
            return BadRequest();
        return Content(await http.GetStringAsync($"https://{host}/status"));
    }
}

// [Bad CWE-918] the host of a request message
public class MessageController(IHttpClientFactory factory) : ControllerBase
{
    [HttpPost("/webhook")]
    public async Task<IActionResult> Test([FromBody] WebhookDto hook)
    {
        var message = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri(hook.Url), Content = new StringContent("{}") };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", hook.Token);
        var answer = await factory.CreateClient("hooks").SendAsync(message);
        return StatusCode((int)answer.StatusCode);
    }

    public record WebhookDto(string Url, string Token);
}

// [Good CWE-918] the base address is the configuration's, the path is a number
public class MessageGoodController(IHttpClientFactory factory, IConfiguration configuration) : ControllerBase
{
    [HttpPost("/webhook-good/{id:int}")]
    public async Task<IActionResult> Test(int id)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(configuration["Hooks:Base"]!), $"hooks/{id}"));
        var answer = await factory.CreateClient("hooks").SendAsync(message);
        return StatusCode((int)answer.StatusCode);
    }
}

// [Bad CWE-918] an XML document is loaded from the client's address
public class FeedController : ControllerBase
{
    [HttpGet("/feed")]
    public string? Get(string feed) => XDocument.Load(feed).Root?.Element("channel")?.Element("title")?.Value;
}

// [Bad CWE-918] a TCP connection to the client's host
public class PortController : ControllerBase
{
    [HttpGet("/port")]
    public async Task<bool> Get(string host, int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port);
        return client.Connected;
    }
}

// [Bad CWE-918] a web socket
public class SocketController : ControllerBase
{
    [HttpGet("/socket")]
    public async Task Get(string endpoint, CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(endpoint), cancellation);
    }
}

// [Good CWE-918] host and scheme compared after parsing
public class ImageController(HttpClient http) : ControllerBase
{
    [HttpGet("/image")]
    public async Task<IActionResult> Get(string source)
    {
        var uri = new Uri(source, UriKind.Absolute);
        if (uri.Host != "cdn.example.org" || uri.Scheme != "https")
            return BadRequest();
        return File(await http.GetByteArrayAsync(uri), "image/jpeg");
    }
}

// [Bad CWE-918] only the scheme is compared
public class ImageBadController(HttpClient http) : ControllerBase
{
    [HttpGet("/image-bad")]
    public async Task<IActionResult> Get(string source)
    {
        var uri = new Uri(source, UriKind.Absolute);
        if (uri.Scheme != "https")
            return BadRequest();
        return File(await http.GetByteArrayAsync(uri), "image/jpeg");
    }
}

// [Bad CWE-918] a tenant's name is the host
public class TenantController(HttpClient http) : ControllerBase
{
    [HttpGet("/tenant/{tenant}/health")]
    public Task<string> Get(string tenant)
    {
        http.BaseAddress = new Uri("https://" + tenant);
        return http.GetStringAsync("/health");
    }
}

// [Good CWE-918] the query's value stays in the query
public class WeatherController(HttpClient http) : ControllerBase
{
    [HttpGet("/weather")]
    public Task<string> Get(string city)
    {
        var builder = new UriBuilder("https://api.weather.example/v1/now") { Query = "q=" + WebUtility.UrlEncode(city) };
        return http.GetStringAsync(builder.Uri);
    }
}

// [Good CWE-918] an id chooses among addresses of the configuration
public class MirrorController(HttpClient http, IConfiguration configuration) : ControllerBase
{
    [HttpGet("/mirror")]
    public async Task<IActionResult> Get(string region)
    {
        var address = region switch
        {
            "eu" => configuration["Mirrors:Eu"],
            "us" => configuration["Mirrors:Us"],
            _ => null,
        };
        return address is null ? NotFound() : Content(await http.GetStringAsync(address));
    }
}
