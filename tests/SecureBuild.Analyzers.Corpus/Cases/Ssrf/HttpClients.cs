using System.Net;
using Flurl.Http;
using Microsoft.AspNetCore.Mvc;
using RestSharp;

namespace Gateway;

public class ProxyController(HttpClient client, IHttpClientFactory factory, IConfiguration configuration) : ControllerBase
{
    static readonly HashSet<string> s_hosts = new(StringComparer.OrdinalIgnoreCase) { "api.example.com", "cdn.example.com" };

    // [Bad CWE-918] the whole address is the client's
    [HttpGet("fetch")]
    public Task<string> Fetch(string url) => client.GetStringAsync(url);

    // [Good CWE-918] the host is fixed, the client's text is an encoded query value
    [HttpGet("weather")]
    public Task<string> Weather(string city) => client.GetStringAsync("https://weather.example.com/v1?city=" + Uri.EscapeDataString(city));

    // [Bad CWE-918] the host's name is the client's
    [HttpGet("host")]
    public Task<string> Host(string host) => client.GetStringAsync($"https://{host}/status");

    // [Good CWE-918] the host must be one of two
    [HttpGet("checked")]
    public async Task<IActionResult> Checked(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !s_hosts.Contains(uri.Host))
            return BadRequest();
        return Ok(await client.GetStringAsync(uri));
    }

    // [Bad CWE-918] the scheme is checked, the host is not
    [HttpGet("scheme")]
    public async Task<IActionResult> SchemeOnly(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            return BadRequest();
        return Ok(await client.GetStringAsync(uri));
    }

    // [Bad CWE-918] a prefix without a slash: https://api.example.com.evil.test passes
    [HttpGet("prefix")]
    public async Task<IActionResult> Prefix(string url)
    {
        if (!url.StartsWith("https://api.example.com", StringComparison.Ordinal))
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Good CWE-918] a prefix that ends after the host
    [HttpGet("prefix2")]
    public async Task<IActionResult> PrefixWithSlash(string url)
    {
        if (!url.StartsWith("https://api.example.com/", StringComparison.Ordinal))
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Bad CWE-918] the host's name anywhere in the address
    [HttpGet("contains")]
    public async Task<IActionResult> Contains(string url)
    {
        if (!url.Contains("example.com"))
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Bad CWE-918] a request message
    [HttpPost("send")]
    public async Task<IActionResult> Send([FromBody] Hook hook)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Address) { Content = new StringContent(hook.Text) };
        using var response = await client.SendAsync(request);
        return StatusCode((int)response.StatusCode);
    }

    // [Good CWE-918] the body is the client's, the address is configured
    [HttpPost("send2")]
    public async Task<IActionResult> SendConfigured([FromBody] Hook hook)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration["Hooks:Address"]) { Content = new StringContent(hook.Text) };
        using var response = await client.SendAsync(request);
        return StatusCode((int)response.StatusCode);
    }

    // [Bad CWE-918] the base address is the client's
    [HttpGet("base")]
    public async Task<string> Base(string server)
    {
        var own = factory.CreateClient();
        own.BaseAddress = new Uri(server);
        return await own.GetStringAsync("health");
    }

    // [Good CWE-918] the base address is a constant, the path is a number
    [HttpGet("base2/{id:int}")]
    public async Task<string> BaseConstant(int id)
    {
        var own = factory.CreateClient();
        own.BaseAddress = new Uri("https://api.example.com/");
        return await own.GetStringAsync("items/" + id);
    }

    // [Bad CWE-918] UriBuilder with the client's host
    [HttpGet("builder")]
    public async Task<string> Builder(string host, int port)
    {
        var builder = new UriBuilder("https", host, port, "info");
        return await client.GetStringAsync(builder.Uri);
    }

    // [Good CWE-918] UriBuilder with the client's query
    [HttpGet("builder2")]
    public async Task<string> BuilderQuery(string term)
    {
        var builder = new UriBuilder("https", "api.example.com", 443, "search") { Query = "q=" + Uri.EscapeDataString(term) };
        return await client.GetStringAsync(builder.Uri);
    }

    // [Bad CWE-918] WebRequest
    [HttpGet("old")]
    public string Old(string url)
    {
#pragma warning disable SYSLIB0014
        var request = (HttpWebRequest)WebRequest.Create(url);
#pragma warning restore SYSLIB0014
        using var response = request.GetResponse();
        using var reader = new StreamReader(response.GetResponseStream());
        return reader.ReadToEnd();
    }

    // [Bad CWE-918] WebClient
    [HttpGet("older")]
    public byte[] Older(string url)
    {
#pragma warning disable SYSLIB0014
        using var web = new WebClient();
#pragma warning restore SYSLIB0014
        return web.DownloadData(url);
    }

    // [Good CWE-918] WebClient with a constant address
    [HttpGet("older2")]
    public byte[] OlderConstant(string name)
    {
#pragma warning disable SYSLIB0014
        using var web = new WebClient();
#pragma warning restore SYSLIB0014
        web.Headers.Add("X-Name-Length", name.Length.ToString());
        return web.DownloadData("https://cdn.example.com/logo.png");
    }

    // [Bad CWE-918] RestSharp's client for the client's address
    [HttpGet("rest")]
    public async Task<string> Rest(string url)
    {
        using var rest = new RestClient(url);
        var response = await rest.ExecuteAsync(new RestRequest("status"));
        return response.Content;
    }

    // [Good CWE-918] RestSharp's query parameter
    [HttpGet("rest2")]
    public async Task<string> RestParameter(string term)
    {
        using var rest = new RestClient("https://api.example.com");
        var response = await rest.ExecuteAsync(new RestRequest("search").AddQueryParameter("q", term));
        return response.Content;
    }

    // [Bad CWE-918] RestSharp's options
    [HttpGet("rest3")]
    public async Task<string> RestOptions(string host)
    {
        var options = new RestClientOptions("https://" + host);
        using var rest = new RestClient(options);
        return (await rest.GetAsync(new RestRequest("status"))).Content;
    }

    // [Bad CWE-918] Flurl
    [HttpGet("flurl")]
    public Task<string> Flurl(string url) => url.GetStringAsync();

    // [Good CWE-918] Flurl with a constant
    [HttpGet("flurl2")]
    public Task<string> FlurlConstant(string url) => (url == "" ? "https://api.example.com/a" : "https://api.example.com/b").GetStringAsync();

    // [Good CWE-918] the host is compared with a constant
    [HttpGet("same")]
    public async Task<IActionResult> SameHost(string url)
    {
        var uri = new Uri(url);
        if (uri.Host == "api.example.com")
            return Ok(await client.GetByteArrayAsync(uri));
        return Forbid();
    }

    // [Bad CWE-918] only one host is forbidden
    [HttpGet("not-local")]
    public async Task<IActionResult> NotLocal(string url)
    {
        var uri = new Uri(url);
        if (uri.Host == "localhost")
            return Forbid();
        return Ok(await client.GetByteArrayAsync(uri));
    }

    // [Good CWE-918] the address is looked up by the client's key
    [HttpGet("service")]
    public async Task<IActionResult> Service(string name)
    {
        var services = new Dictionary<string, string> { ["users"] = "http://users:8080/", ["mail"] = "http://mail:8080/" };
        if (!services.TryGetValue(name, out var address))
            return NotFound();
        return Ok(await client.GetStringAsync(address + "status"));
    }

    // [Bad CWE-918] the port and what follows are the client's: @ makes the host a user name
    [HttpGet("port")]
    public Task<string> Port(string port) => client.GetStringAsync("http://internal:" + port + "/status");

    // [Good CWE-918] the port is a number
    [HttpGet("port2")]
    public Task<string> NumericPort(ushort port) => client.GetStringAsync("http://internal:" + port + "/status");

    // [Bad CWE-918] a TCP connection to the client's host
    [HttpGet("tcp")]
    public async Task<bool> Tcp(string host)
    {
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(host, 25);
        return tcp.Connected;
    }
}

public record Hook(string Address, string Text);
