using Microsoft.AspNetCore.Mvc;

namespace Links;

public class LinksController(HttpClient client, IConfiguration configuration) : ControllerBase
{
    // [Good CWE-918] the address is taken apart and put together with our host
    public Task<string> Rebuilt(string url)
    {
        var asked = new Uri(url);
        var own = new UriBuilder("https", "mirror.example.com") { Path = asked.AbsolutePath, Query = asked.Query };
        return client.GetStringAsync(own.Uri);
    }

    // [Bad CWE-918] the address is taken apart and put together with its own host
    public Task<string> RebuiltHost(string url)
    {
        var asked = new Uri(url);
        return client.GetStringAsync($"https://{asked.Host}/favicon.ico");
    }

    // [Good CWE-918] a known host by GetLeftPart
    public async Task<IActionResult> LeftPart(string url)
    {
        if (new Uri(url).GetLeftPart(UriPartial.Authority) != "https://mirror.example.com")
            return Forbid();
        return Ok(await client.GetStringAsync(url));
    }

    // [Bad CWE-918] a host that begins with our name
    public async Task<IActionResult> HostPrefix(string url)
    {
        var uri = new Uri(url);
        if (!uri.Host.StartsWith("mirror.example"))
            return Forbid();
        return Ok(await client.GetStringAsync(uri));
    }

    // [Good CWE-918] the configured base, the client's number
    public Task<string> Configured(int page) => client.GetStringAsync(configuration["Feed:Base"] + "/pages/" + page);

    // [Good CWE-918] the body only
    public async Task<int> Posted([FromBody] string text)
    {
        using var response = await client.PostAsync("https://sink.example.com/in", new StringContent(text));
        return (int)response.StatusCode;
    }

    // [Good CWE-918] the default request header
    public Task<string> Header(string token)
    {
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client.GetStringAsync("https://api.example.com/me");
    }
}
