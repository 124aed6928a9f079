// Addresses that the server asks, in small samples.
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Corpus.Ssrf.Benchmarks;

// [Bad CWE-918] a picture from anywhere
public class AvatarController(IHttpClientFactory clients) : ControllerBase
{
    [HttpPost("/avatar")]
    public async Task<IActionResult> Load([FromForm] string url)
    {
        var client = clients.CreateClient();
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        return File(await response.Content.ReadAsByteArrayAsync(), "image/png");
    }
}

// [Good CWE-918] a picture from our host
public class SafeAvatarController(IHttpClientFactory clients) : ControllerBase
{
    static readonly HashSet<string> s_hosts = new(StringComparer.OrdinalIgnoreCase) { "images.example.org", "cdn.example.org" };

    [HttpPost("/safe-avatar")]
    public async Task<IActionResult> Load([FromForm] string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || !s_hosts.Contains(address.Host))
            return BadRequest();
        var client = clients.CreateClient();
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        return File(await response.Content.ReadAsByteArrayAsync(), "image/png");
    }
}

// [Bad CWE-918] only the beginning is compared
public class PrefixController(HttpClient client) : ControllerBase
{
    [HttpGet("/prefix")]
    public async Task<IActionResult> Get(string url)
    {
        if (!url.StartsWith("https://api.example.org"))
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }
}

// [Good CWE-918] the beginning ends the host
public class SlashController(HttpClient client) : ControllerBase
{
    [HttpGet("/slash")]
    public async Task<IActionResult> Get(string url)
    {
        if (!url.StartsWith("https://api.example.org/", StringComparison.Ordinal))
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }
}

// [Good CWE-918] only the path is the client's
public class PathController(HttpClient client) : ControllerBase
{
    [HttpGet("/path/{id}")]
    public async Task<IActionResult> Get(string id) => Ok(await client.GetStringAsync($"https://api.example.org/items/{Uri.EscapeDataString(id)}"));
}

// [Bad CWE-918] the host is the client's
public class HostController(HttpClient client) : ControllerBase
{
    [HttpGet("/host")]
    public async Task<IActionResult> Get(string region) => Ok(await client.GetStringAsync($"https://{region}.api.example.org/status"));
}

// [Good CWE-918] the host is one of three
public class RegionController(HttpClient client) : ControllerBase
{
    [HttpGet("/region")]
    public async Task<IActionResult> Get(string region)
    {
        var host = region switch { "eu" => "eu.example.org", "us" => "us.example.org", _ => null };
        if (host is null)
            return NotFound();
        return Ok(await client.GetStringAsync($"https://{host}/status"));
    }
}

// [Bad CWE-918] a web hook that a worker calls
public sealed class HookSender(HttpClient client)
{
    public Task SendAsync(Subscription subscription, string json) =>
        client.PostAsync(new UriBuilder(subscription.Address) { Path = "/hooks" }.Uri, new StringContent(json));

    public sealed record Subscription(string Address);
}

// [same case]
public class HookController(HookSender sender) : ControllerBase
{
    [HttpPost("/hooks/test")]
    public async Task<IActionResult> Test(HookSender.Subscription subscription)
    {
        await sender.SendAsync(subscription, "{}");
        return Ok();
    }
}

// [Bad CWE-918] a connection to any port
public class PortController : ControllerBase
{
    [HttpGet("/port")]
    public async Task<IActionResult> Check(string host, int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port);
        return Ok(client.Connected);
    }
}

// [Bad CWE-918] the address that is looked up must not be ours, but then it is looked up again
public class LocalCheckController(HttpClient client) : ControllerBase
{
    [HttpGet("/local-check")]
    public async Task<IActionResult> Get(string url)
    {
        var uri = new Uri(url);
        if (uri.Host == "localhost" || uri.Host == "127.0.0.1")
            return BadRequest();
        return Ok(await client.GetStringAsync(uri));
    }
}

// [Good CWE-918] the address is one of those that the configuration has
public class ConfiguredController(HttpClient client, IConfiguration configuration) : ControllerBase
{
    [HttpGet("/configured/{name}")]
    public async Task<IActionResult> Get(string name)
    {
        var address = configuration.GetSection("Partners").GetChildren().FirstOrDefault(each => each.Key == name)?.Value;
        return address is null ? NotFound() : Ok(await client.GetStringAsync(address));
    }
}

// [Bad CWE-918] old classes
public class OldController : ControllerBase
{
    [HttpGet("/old")]
    public IActionResult Get()
    {
        var target = Request.Query["target"].ToString();
        var request = (HttpWebRequest)WebRequest.Create("http://" + target + "/feed.xml");
        request.Method = "GET";
        using var response = request.GetResponse();
        using var reader = new StreamReader(response.GetResponseStream());
        return Content(reader.ReadToEnd());
    }
}

// [Bad CWE-918] a message that is made elsewhere
public class ProxyModel(HttpClient client) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery] string to)
    {
        using var message = Make(to);
        using var response = await client.SendAsync(message);
        return Content(await response.Content.ReadAsStringAsync());
    }

    static HttpRequestMessage Make(string to)
    {
        var message = new HttpRequestMessage { Method = HttpMethod.Get };
        message.RequestUri = new Uri(to);
        message.Headers.Add("X-Proxy", "1");
        return message;
    }
}

// [Good CWE-918] a message that is made elsewhere, for a relative address
public class SafeProxyModel(HttpClient client) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery] string to)
    {
        using var message = Make(to);
        using var response = await client.SendAsync(message);
        return Content(await response.Content.ReadAsStringAsync());
    }

    static HttpRequestMessage Make(string to) => new(HttpMethod.Get, "https://backend.example.org/search?q=" + Uri.EscapeDataString(to));
}
