// Parts of applications that call other servers.
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using RestSharp;

namespace Corpus.Ssrf.Applications;

// [Bad CWE-918] an import service
public interface IImporter { Task<int> ImportAsync(ImportRequest request, CancellationToken cancellation); }

// [same case]
public record ImportRequest(Uri Source, string Format);

// [same case]
public class Importer(IHttpClientFactory factory) : IImporter
{
    public async Task<int> ImportAsync(ImportRequest request, CancellationToken cancellation)
    {
        using var client = factory.CreateClient();
        await using var stream = await client.GetStreamAsync(request.Source, cancellation);
        return (await JsonSerializer.DeserializeAsync<int[]>(stream, cancellationToken: cancellation))!.Length;
    }
}

// [same case]
[ApiController, Route("api/import")]
public class ImportController(IImporter importer) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Post(ImportRequest request, CancellationToken cancellation) => Ok(await importer.ImportAsync(request, cancellation));
}

// [Good CWE-918] the source is one of ours, chosen by an enumeration
public enum Source { Primary, Secondary }

// [same case]
[ApiController, Route("api/import-good")]
public class ImportGoodController(HttpClient client, IConfiguration configuration) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Post(Source source)
    {
        var address = configuration[$"Sources:{source}"]!;
        return Content(await client.GetStringAsync(address));
    }
}

// [Bad CWE-918] RestSharp
public class RestController : ControllerBase
{
    [HttpGet("/rest")]
    public async Task<string?> Get([FromQuery] string api)
    {
        using var client = new RestClient(new RestClientOptions { BaseUrl = new Uri(api) });
        var response = await client.ExecuteAsync(new RestRequest("status"));
        return response.Content;
    }
}

// [Good CWE-918] RestSharp with a segment
public class RestGoodController : ControllerBase
{
    [HttpGet("/rest-good")]
    public async Task<string?> Get([FromQuery] string id)
    {
        using var client = new RestClient("https://api.example.org");
        var response = await client.ExecuteAsync(new RestRequest("items/{id}").AddUrlSegment("id", id));
        return response.Content;
    }
}

// [Bad CWE-918] a deny list of one name
public class DenyController(HttpClient client) : ControllerBase
{
    [HttpGet("/deny")]
    public async Task<IActionResult> Get(string url)
    {
        if (url.Contains("localhost") || url.Contains("127.0.0.1"))
            return BadRequest();
        return Content(await client.GetStringAsync(url));
    }
}

// [Bad CWE-918] the host's end is compared without its dot
public class SuffixController(HttpClient client) : ControllerBase
{
    [HttpGet("/suffix")]
    public async Task<IActionResult> Get(string url)
    {
        if (!new Uri(url).Host.EndsWith("example.org"))
            return BadRequest();
        return Content(await client.GetStringAsync(url));
    }
}

// [Good CWE-918] a helper that says which addresses are allowed
public static class AllowedAddresses
{
    static readonly HashSet<string> s_hosts = new(StringComparer.OrdinalIgnoreCase) { "api.partner.example", "cdn.partner.example" };

    public static bool IsAllowed(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && s_hosts.Contains(uri.Host);
}

// [same case]
public class AllowedController(HttpClient client) : ControllerBase
{
    [HttpGet("/allowed")]
    public async Task<IActionResult> Get(string url)
    {
        if (!AllowedAddresses.IsAllowed(url))
            return BadRequest();
        return Content(await client.GetStringAsync(url));
    }
}

// [Bad CWE-918] a header decides where the call goes on
public class GatewayMiddleware(RequestDelegate next, IHttpClientFactory factory)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue("X-Upstream", out var upstream))
        {
            await next(context);
            return;
        }
        var builder = new UriBuilder { Scheme = "http", Host = upstream, Path = context.Request.Path };
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), builder.Uri);
        using var response = await factory.CreateClient().SendAsync(request);
        context.Response.StatusCode = (int)response.StatusCode;
        await response.Content.CopyToAsync(context.Response.Body);
    }
}

// [Good CWE-918] the path of the request at a fixed host
public class GatewayGoodMiddleware(RequestDelegate next, IHttpClientFactory factory)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }
        var builder = new UriBuilder { Scheme = "https", Host = "backend.internal.example", Path = context.Request.Path };
        using var response = await factory.CreateClient().GetAsync(builder.Uri);
        context.Response.StatusCode = (int)response.StatusCode;
    }
}

// [Bad CWE-918] a URL in the user's profile, sent with the form
public class AvatarService
{
    static readonly HttpClient s_client = new();

    public async Task<byte[]> FetchAsync(Profile profile)
    {
        var uri = Normalize(profile.AvatarUrl);
        return await s_client.GetByteArrayAsync(uri);
    }

    static string Normalize(string url) => url.StartsWith("http") ? url : "https://" + url;

    public class Profile { public string Name { get; set; } = ""; public string AvatarUrl { get; set; } = ""; }
}

// [same case]
public class ProfileController(AvatarService avatars) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Save(AvatarService.Profile profile) => File(await avatars.FetchAsync(profile), "image/png");
}

// [Good CWE-918] the form's text is the body of the call
public class FeedbackController(HttpClient client) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Send(string text)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { text }), Encoding.UTF8, "application/json");
        var response = await client.PostAsync("https://hooks.example.org/feedback", content);
        return StatusCode((int)response.StatusCode);
    }
}

// [Bad CWE-918] many addresses at once
public class BulkController(HttpClient client) : ControllerBase
{
    [HttpPost("/bulk")]
    public async Task<int[]> Post([FromBody] string[] urls)
    {
        var tasks = urls.Select(async url =>
        {
            using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url));
            return (int)response.StatusCode;
        });
        return await Task.WhenAll(tasks);
    }
}

// [Good CWE-918] many ids at once
public class BulkGoodController(HttpClient client) : ControllerBase
{
    [HttpPost("/bulk-good")]
    public async Task<int[]> Post([FromBody] Guid[] ids)
    {
        var tasks = ids.Select(async id =>
        {
            using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"https://items.example.org/{id}"));
            return (int)response.StatusCode;
        });
        return await Task.WhenAll(tasks);
    }
}

// [Bad CWE-918] DNS and FTP
public class LegacyFetch : ControllerBase
{
    [HttpGet("/ftp")]
    public IActionResult Get(string server, string file)
    {
        var request = (FtpWebRequest)WebRequest.Create($"ftp://{server}/{Uri.EscapeDataString(file)}");
        request.Method = WebRequestMethods.Ftp.DownloadFile;
        using var response = request.GetResponse();
        using var reader = new StreamReader(response.GetResponseStream());
        return Content(reader.ReadToEnd());
    }
}
