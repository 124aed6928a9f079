// How people take care of addresses, in many ways, and how they only think so.
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Ssrf.Wharves;

public static class Addresses
{
    static readonly HashSet<string> s_hosts = new(StringComparer.OrdinalIgnoreCase) { "cdn.wharves.example", "img.wharves.example" };

    public static bool IsAllowed(Uri uri) => uri.Scheme == Uri.UriSchemeHttps && s_hosts.Contains(uri.Host);

    public static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    public static Uri Checked(string text)
    {
        var uri = new Uri(text, UriKind.Absolute);
        if (!s_hosts.Contains(uri.IdnHost))
            throw new ArgumentException("Not allowed", nameof(text));
        return uri;
    }
}

[Route("wharves")]
public class WharfCalls(HttpClient client) : Controller
{
    // [Good CWE-918] asked by an own method
    [HttpGet("a")]
    public async Task<IActionResult> Asked(Uri uri) => Addresses.IsAllowed(uri) ? Ok(await client.GetStringAsync(uri)) : BadRequest();

    // [Bad CWE-918] asked by an own method for the scheme
    [HttpGet("b")]
    public async Task<IActionResult> AskedLittle(Uri uri) => Addresses.IsHttp(uri) ? Ok(await client.GetStringAsync(uri)) : BadRequest();

    // [Good CWE-918] a method that throws
    [HttpGet("c")]
    public async Task<IActionResult> Thrown(string url) => Ok(await client.GetStringAsync(Addresses.Checked(url)));

    // [Good CWE-918] the client's path behind our host, by a UriBuilder
    [HttpGet("d")]
    public async Task<IActionResult> Behind(string path)
    {
        var builder = new UriBuilder("https://cdn.wharves.example") { Path = path };
        return Ok(await client.GetStringAsync(builder.Uri));
    }

    // [Bad CWE-918] the client's text directly behind our host
    [HttpGet("e")]
    public async Task<IActionResult> Directly(string suffix) => Ok(await client.GetStringAsync("https://cdn.wharves.example" + suffix));

    // [Good CWE-918] the host is replaced by ours
    [HttpGet("f")]
    public async Task<IActionResult> Replaced(string url)
    {
        var builder = new UriBuilder(url) { Scheme = "https", Host = "cdn.wharves.example", Port = 443 };
        return Ok(await client.GetStringAsync(builder.Uri));
    }

    // [Bad CWE-918] the path is replaced by ours
    [HttpGet("g")]
    public async Task<IActionResult> OtherPath(string url)
    {
        var builder = new UriBuilder(url) { Path = "/favicon.ico" };
        return Ok(await client.GetByteArrayAsync(builder.Uri));
    }
}
