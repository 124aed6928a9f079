// A second walk: addresses by messages, records and builders.
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using RestSharp;

namespace Corpus.Ssrf.Piers;

public sealed record Avatar(string User, string Source);

// [Bad CWE-918] a loader with its own retry, given a delegate
public sealed class AvatarLoader(HttpClient http)
{
    public Task<byte[]> LoadAsync(Avatar avatar) => RetryAsync(() => http.GetByteArrayAsync(avatar.Source), 3);

    static async Task<T> RetryAsync<T>(Func<Task<T>> work, int times)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await work();
            }
            catch (HttpRequestException) when (attempt < times)
            {
                await Task.Delay(100 * attempt);
            }
    }
}

// [same case]
[ApiController]
public sealed class AvatarController(AvatarLoader loader) : ControllerBase
{
    [HttpPost("avatars")]
    public async Task<IActionResult> Post(Avatar avatar) => File(await loader.LoadAsync(avatar), "image/png");
}

// [Good CWE-918] the loader takes the user's number
public sealed class NumberedAvatarLoader(HttpClient http)
{
    public Task<byte[]> LoadAsync(Guid user) => http.GetByteArrayAsync($"https://avatars.example.org/{user:D}.png");
}

// [same case]
[ApiController]
public sealed class NumberedAvatarController(NumberedAvatarLoader loader) : ControllerBase
{
    [HttpGet("avatars/{user:guid}")]
    public async Task<IActionResult> Get(Guid user) => File(await loader.LoadAsync(user), "image/png");
}

// [Bad CWE-918] a list of addresses is fetched together
public static class BatchEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/batch", async (string[] addresses, IHttpClientFactory factory) =>
    {
        using var client = factory.CreateClient();
        var pages = await Task.WhenAll(addresses.Distinct().Take(10).Select(address => client.GetStringAsync(address)));
        return Results.Ok(pages.Sum(page => page.Length));
    });
}

// [Good CWE-918] a list of names is looked up in the configuration
public static class NamedBatchEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/named-batch", async (string[] names, IConfiguration configuration, IHttpClientFactory factory) =>
    {
        using var client = factory.CreateClient();
        var known = configuration.GetSection("Partners").GetChildren().ToDictionary(child => child.Key, child => child.Value!);
        var addresses = names.Where(known.ContainsKey).Select(name => known[name]);
        var pages = await Task.WhenAll(addresses.Select(address => client.GetStringAsync(address)));
        return Results.Ok(pages.Sum(page => page.Length));
    });
}

// [Bad CWE-918] the base address of a client of another library
public sealed class ShopSync
{
    RestClient? _client;

    public void Use(string shop) => _client = new RestClient(new RestClientOptions($"https://{shop}/api/"));

    public Task<RestResponse> OrdersAsync() => _client!.ExecuteAsync(new RestRequest("orders"));
}

// [same case]
public sealed class ShopController(ShopSync sync) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Sync(string shop)
    {
        sync.Use(shop);
        return Json((await sync.OrdersAsync()).Content);
    }
}

// [Good CWE-918] the client's text is a segment that the library encodes
public sealed class SegmentController : Controller
{
    readonly RestClient _client = new("https://shop.example.org/api/");

    [HttpPost]
    public async Task<IActionResult> Sync(string order) => Json((await _client.ExecuteAsync(new RestRequest("orders/{id}").AddUrlSegment("id", order))).Content);
}

// [Bad CWE-918] the host is looked for anywhere in the address
public sealed class ContainsController(HttpClient http) : ControllerBase
{
    [HttpGet("contains")]
    public async Task<ActionResult<JsonElement>> Get(string feed)
    {
        if (!feed.Contains("feeds.example.org"))
            return Forbid();
        return await http.GetFromJsonAsync<JsonElement>(feed);
    }
}

// [Good CWE-918] host and scheme are compared, in a pattern
public sealed class PatternController(HttpClient http) : ControllerBase
{
    [HttpGet("pattern")]
    public async Task<ActionResult<JsonElement>> Get(Uri feed)
    {
        if (feed is not { IsAbsoluteUri: true, Scheme: "https", Host: "feeds.example.org" or "news.example.org" })
            return Forbid();
        return await http.GetFromJsonAsync<JsonElement>(feed);
    }
}
