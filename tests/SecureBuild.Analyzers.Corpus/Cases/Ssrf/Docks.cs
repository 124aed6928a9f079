// Less common doors to other servers.
using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Ssrf.Docks;

[Route("docks")]
public class DockCalls(HttpClient client, IHttpClientFactory factory) : Controller
{
    // [Bad CWE-918] a TCP connection
    [HttpGet("a")]
    public async Task<IActionResult> Tcp(string host, int port)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(host, port);
        return Ok(tcp.Connected);
    }

    // [Bad CWE-918] a web socket
    [HttpGet("b")]
    public async Task<IActionResult> Socket(string url, CancellationToken token)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), token);
        return Ok(socket.State);
    }

    // [Bad CWE-918] a document is loaded from an address
    [HttpGet("c")]
    public IActionResult Document(string url) => Ok(XDocument.Load(url).Root!.Name.LocalName);

    // [Bad CWE-918] the client's base address
    [HttpGet("d")]
    public async Task<IActionResult> Base(string tenant)
    {
        var http = factory.CreateClient();
        http.BaseAddress = new Uri($"https://{tenant}/api/");
        return Ok(await http.GetStringAsync("status"));
    }

    // [Good CWE-918] the tenant is a label of our domain: letters and digits only
    [HttpGet("e")]
    public async Task<IActionResult> Label(string tenant)
    {
        if (tenant.Length > 30 || !tenant.All(char.IsAsciiLetterOrDigit))
            return BadRequest();
        return Ok(await client.GetStringAsync($"https://{tenant}.docks.example/api/status"));
    }

    // [Bad CWE-918] a request message whose address is set later
    [HttpPost("f")]
    public async Task<IActionResult> Later([FromBody] Dictionary<string, string> body)
    {
        var message = new HttpRequestMessage { Method = HttpMethod.Post };
        message.RequestUri = new UriBuilder { Scheme = "http", Host = body["host"], Port = 8080, Path = "/hook" }.Uri;
        using var response = await client.SendAsync(message);
        return StatusCode((int)response.StatusCode);
    }

    // [Bad CWE-918] a mail server
    [HttpPost("g")]
    public IActionResult Mail(string server)
    {
        using var smtp = new SmtpClient(server, 25);
        smtp.Send("a@docks.example", "b@docks.example", "Test", "Test");
        return Ok();
    }

    // [Bad CWE-918] a ping
    [HttpGet("h")]
    public async Task<IActionResult> Reach(string host)
    {
        using var ping = new Ping();
        var reply = await ping.SendPingAsync(host);
        return Ok(reply.Status);
    }

    // [Good CWE-918] the path of a fixed server, with the client's base address
    [HttpGet("i")]
    public async Task<IActionResult> Fixed(int id)
    {
        var http = factory.CreateClient();
        http.BaseAddress = new Uri("https://api.docks.example/");
        return Ok(await http.GetStringAsync($"docks/{id}"));
    }

    static readonly string[] s_hosts = ["a.docks.example", "b.docks.example"];

    // [Good CWE-918] the host's position in a list of hosts
    [HttpGet("j")]
    public async Task<IActionResult> Chosen(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || Array.IndexOf(s_hosts, uri.Host) < 0)
            return BadRequest();
        return Ok(await client.GetStringAsync(uri));
    }

    // [Bad CWE-918] an address that only begins like ours
    [HttpGet("k")]
    public async Task<IActionResult> Begins(string url)
    {
        if (!url.StartsWith("https://docks.example", StringComparison.OrdinalIgnoreCase))
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Good CWE-918] an address that begins like ours, with the slash
    [HttpGet("l")]
    public async Task<IActionResult> BeginsWhole(string url)
    {
        if (!url.StartsWith("https://docks.example/", StringComparison.OrdinalIgnoreCase))
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Bad CWE-918] private addresses are refused by name only
    [HttpGet("m")]
    public async Task<IActionResult> NotLocal(string url)
    {
        var uri = new Uri(url);
        if (uri.Host == "localhost" || uri.Host == "127.0.0.1")
            return BadRequest();
        return Ok(await client.GetByteArrayAsync(uri));
    }

    // [Bad CWE-918] JSON of another server
    [HttpPost("n")]
    public async Task<IActionResult> Json([FromForm] string callback)
    {
        using var response = await client.PostAsJsonAsync(callback, new { State = "done" });
        return Ok(response.IsSuccessStatusCode);
    }
}
