using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Webhooks;

// [Bad CWE-918] the address is kept in the subscription and called later by a service
public class SubscriptionsController(SubscriptionsController.Sender sender) : ControllerBase
{
    public record Subscription(string Callback, string Topic);

    public Task Subscribe([FromBody] Subscription subscription) => sender.PingAsync(subscription);

    public class Sender(HttpClient client)
    {
        public Task PingAsync(Subscription subscription) => client.PostAsync(subscription.Callback, new StringContent("ping"));
    }
}

// [Good CWE-918] the service calls its own address and sends the topic
public class TopicsController(TopicsController.Sender sender) : ControllerBase
{
    public record Subscription(string Callback, string Topic);

    public Task Subscribe([FromBody] Subscription subscription) => sender.PingAsync(subscription);

    public class Sender(HttpClient client)
    {
        public Task PingAsync(Subscription subscription) => client.PostAsync("https://hub.example.com/topics", new StringContent(subscription.Topic));
    }
}

// [Good CWE-918] the service refuses all hosts but its partner's
public class PartnersController(PartnersController.Sender sender) : ControllerBase
{
    public Task Call(string url) => sender.CallAsync(url);

    public class Sender(HttpClient client)
    {
        public Task<string> CallAsync(string url)
        {
            var uri = new Uri(url);
            EnsurePartner(uri);
            return client.GetStringAsync(uri);
        }

        static void EnsurePartner(Uri uri)
        {
            if (uri.Host != "partner.example.com")
                throw new ArgumentException("not a partner", nameof(uri));
        }
    }
}

// [Bad CWE-918] an interface with one implementation
public class PreviewController(PreviewController.ILoader loader) : ControllerBase
{
    readonly ILoader _loader = loader;

    public async Task<IActionResult> Preview(string link) => Content(await _loader.LoadAsync(new Uri(link)));

    public interface ILoader { Task<string> LoadAsync(Uri address); }

    public class Loader(IHttpClientFactory factory) : ILoader
    {
        public async Task<string> LoadAsync(Uri address)
        {
            using var client = factory.CreateClient("preview");
            using var response = await client.GetAsync(address);
            return await response.Content.ReadAsStringAsync();
        }
    }
}

// [Bad CWE-918] a page's bound property
public class ImportModel(HttpClient client) : PageModel
{
    [BindProperty] public string Feed { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var text = await client.GetStringAsync(Feed);
        return Content(text.Length.ToString());
    }
}

// [Good CWE-918] the property is not bound, the page sets it
public class StatusModel(HttpClient client) : PageModel
{
    public string Feed { get; set; } = "https://feeds.example.com/status";

    public async Task<IActionResult> OnPostAsync() => Content((await client.GetStringAsync(Feed)).Length.ToString());
}

public class FeedsController(HttpClient client) : ControllerBase
{
    // [Bad CWE-918] all addresses at once
    public async Task<IActionResult> All([FromBody] string[] urls)
    {
        var texts = await Task.WhenAll(urls.Select(url => client.GetStringAsync(url)));
        return Ok(texts.Sum(text => text.Length));
    }

    // [Good CWE-918] only addresses of the known host remain
    public async Task<IActionResult> AllKnown([FromBody] string[] urls)
    {
        var known = urls.Select(url => new Uri(url)).Where(uri => uri.Host == "feeds.example.com");
        var texts = await Task.WhenAll(known.Select(uri => client.GetStringAsync(uri)));
        return Ok(texts.Sum(text => text.Length));
    }

    // [Bad CWE-918] a list filled in a loop
    public async Task<int> Loop([FromForm] string urls)
    {
        var queue = new List<Uri>();
        foreach (var line in urls.Split('\n'))
            queue.Add(new Uri(line.Trim()));
        var total = 0;
        foreach (var uri in queue)
            total += (await client.GetByteArrayAsync(uri)).Length;
        return total;
    }

    // [Good CWE-918] overwritten by a constant
    public Task<string> Overwritten(string url)
    {
        url = "https://feeds.example.com/all";
        return client.GetStringAsync(url);
    }

    // [Bad CWE-918] the default is a constant, the client may replace it
    public Task<string> WithDefault(string? url) => client.GetStringAsync(url ?? "https://feeds.example.com/all");

    // [Bad CWE-918] the Referer header
    public Task<string> Referer() => client.GetStringAsync(Request.Headers.Referer.ToString());

    // [Bad CWE-918] an out parameter
    public Task<string> Out(string host)
    {
        Build(host, out var address);
        return client.GetStringAsync(address);
    }

    static void Build(string host, out Uri address) => address = new Uri("http://" + host + "/feed");

    // [Good CWE-918] the path's segment is encoded
    public Task<string> Segment(string name) => client.GetStringAsync(new Uri(new Uri("https://feeds.example.com/"), "feed/" + Uri.EscapeDataString(name)));

    // [Bad CWE-918] a relative address given to new Uri(base, text) may be absolute
    public Task<string> Relative(string path) => client.GetStringAsync(new Uri(new Uri("https://feeds.example.com/"), path));

    // [Good CWE-918] a switch over names
    public Task<string> Switch(string region) => client.GetStringAsync(region switch
    {
        "eu" => "https://eu.example.com/feed",
        "jp" => "https://jp.example.com/feed",
        _ => "https://us.example.com/feed",
    });

    // [Bad CWE-918] a switch over names that falls through to the text
    public Task<string> SwitchOpen(string region) => client.GetStringAsync(region switch
    {
        "eu" => "https://eu.example.com/feed",
        _ => "https://" + region + ".internal/feed",
    });

    // [Bad CWE-918] checked after the call
    public async Task<IActionResult> Late(string url)
    {
        var text = await client.GetStringAsync(url);
        if (new Uri(url).Host != "feeds.example.com")
            return BadRequest();
        return Ok(text);
    }

    // [Bad CWE-918] the wrong address is checked
    public async Task<IActionResult> WrongOne(string url, string callback)
    {
        if (new Uri(callback).Host != "feeds.example.com")
            return BadRequest();
        return Ok(await client.GetStringAsync(url));
    }

    // [Good CWE-918] the enumeration's name is the subdomain
    public Task<string> Region(Region region) => client.GetStringAsync($"https://{region}.example.com/feed");
}

public enum Region { Eu, Jp, Us }
