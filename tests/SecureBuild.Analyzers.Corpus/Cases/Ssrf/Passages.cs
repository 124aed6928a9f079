using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

// [Bad CWE-918] a delegating handler rewrites the address by a header
public sealed class RoutingHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var region = accessor.HttpContext?.Request.Headers["X-Region-Host"].ToString();
        if (!string.IsNullOrEmpty(region))
            request.RequestUri = new UriBuilder(request.RequestUri!) { Host = region }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}

// [Good CWE-918] a delegating handler adds a header only
public sealed class TaggingHandler(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var region = accessor.HttpContext?.Request.Headers["X-Region"].ToString();
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(region == "jp" ? "ja" : "en"));
        return base.SendAsync(request, cancellationToken);
    }
}

// [Bad CWE-918] an address in a token of the body, found by a pattern
public sealed class LinkPreview(HttpClient client)
{
    static readonly Regex s_link = new(@"https?://[^\s]+");

    public async Task<string> First(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        var match = s_link.Match(text);
        return match.Success ? await client.GetStringAsync(match.Value) : "";
    }
}

// [Good CWE-918] a pattern takes a number from the body
public sealed class TicketPreview(HttpClient client)
{
    static readonly Regex s_ticket = new(@"#(\d{1,8})\b");

    public async Task<string> First(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        var match = s_ticket.Match(text);
        return match.Success ? await client.GetStringAsync("https://tickets.example.com/" + int.Parse(match.Groups[1].Value)) : "";
    }
}

// [Bad CWE-918] host and port of a settings object that an action takes
public sealed class Endpoint { public string Host { get; set; } = ""; public int Port { get; set; } = 443; public bool Secure { get; set; } public Uri ToUri() => new($"{(Secure ? "https" : "http")}://{Host}:{Port}/health"); }

// [same case]
[ApiController]
[Route("endpoints")]
public sealed class EndpointsController(IHttpClientFactory factory) : ControllerBase
{
    [HttpPost("check")]
    public async Task<IActionResult> Check(Endpoint endpoint)
    {
        using var client = factory.CreateClient();
        client.Timeout = TimeSpan.FromSeconds(2);
        var response = await client.GetAsync(endpoint.ToUri());
        return Ok(response.IsSuccessStatusCode);
    }
}

// [Good CWE-918] only the port and the scheme are taken
public sealed class FixedEndpoint { public string Host { get; set; } = ""; public int Port { get; set; } = 443; public bool Secure { get; set; } public Uri ToUri() => new($"{(Secure ? "https" : "http")}://health.internal:{Port}/health"); }

// [same case]
[ApiController]
[Route("endpoints2")]
public sealed class FixedEndpointsController(IHttpClientFactory factory) : ControllerBase
{
    [HttpPost("check")]
    public async Task<IActionResult> Check(FixedEndpoint endpoint)
    {
        using var client = factory.CreateClient();
        var response = await client.GetAsync(endpoint.ToUri());
        return Ok(response.IsSuccessStatusCode);
    }
}

// [Bad CWE-918] many addresses at once
public sealed class Crawler(HttpClient client)
{
    public async Task<int> Crawl(HttpRequest request)
    {
        var addresses = await JsonSerializer.DeserializeAsync<string[]>(request.Body) ?? [];
        var pages = await Task.WhenAll(addresses.Distinct().Take(10).Select(address => client.GetStringAsync(address)));
        return pages.Sum(page => page.Length);
    }
}

// [Good CWE-918] many addresses of ours
public sealed class OwnCrawler(HttpClient client)
{
    static readonly string[] s_pages = ["/a", "/b", "/c"];

    public async Task<int> Crawl(HttpRequest request)
    {
        var wanted = await JsonSerializer.DeserializeAsync<string[]>(request.Body) ?? [];
        var pages = await Task.WhenAll(s_pages.Where(page => wanted.Contains(page)).Select(page => client.GetStringAsync("https://www.example.com" + page)));
        return pages.Sum(page => page.Length);
    }
}

// [Bad CWE-918] relative to a base that is ours, but an absolute address replaces it
public sealed class Joined(HttpClient client)
{
    public Task<string> Get(HttpRequest request)
    {
        var target = new Uri(new Uri("https://api.example.com/v1/"), request.Query["path"].ToString());
        return client.GetStringAsync(target);
    }
}

// [Good CWE-918] the joined address' host is compared
public sealed class JoinedAndCompared(HttpClient client)
{
    static readonly Uri s_base = new("https://api.example.com/v1/");

    public Task<string> Get(HttpRequest request)
    {
        var target = new Uri(s_base, request.Query["path"].ToString());
        if (!s_base.IsBaseOf(target))
            throw new InvalidOperationException("elsewhere");
        return client.GetStringAsync(target);
    }
}
