// Cases made from a template: one source, one chain of propagators, one outgoing request.
using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Ssrf.Looms;

// [Bad CWE-918] T601: ImmutableArray, last element
[Route("looms/ssrf/601")]
public class LoomSsrf601(HttpClient client) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Run([FromQuery] string param)
    {
        ImmutableArray<string> hosts = ImmutableArray.Create("https://one.looms.example", param);
        string bar = hosts[hosts.Length - 1];
        return Content(await client.GetStringAsync(bar));
    }
}

// [Good CWE-918] T602: ImmutableArray, first element
[Route("looms/ssrf/602")]
public class LoomSsrf602(HttpClient client) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Run([FromQuery] string param)
    {
        ImmutableArray<string> hosts = ImmutableArray.Create("https://one.looms.example", param);
        string bar = hosts[0];
        return Content(await client.GetStringAsync(bar));
    }
}

// [Bad CWE-918] T603: an absolute address replaces the base address
[Route("looms/ssrf/603")]
public class LoomSsrf603(HttpClient client) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Run([FromQuery] string param)
    {
        Uri start = new Uri("https://api.looms.example/v1/");
        Uri bar = new Uri(start, param);
        using HttpResponseMessage response = await client.GetAsync(bar);
        return StatusCode((int)response.StatusCode);
    }
}

// [Good CWE-918] T604: an escaped segment of the path
[Route("looms/ssrf/604")]
public class LoomSsrf604(HttpClient client) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Run([FromQuery] string param)
    {
        Uri start = new Uri("https://api.looms.example/v1/");
        Uri bar = new Uri(start, "items/" + Uri.EscapeDataString(param));
        using HttpResponseMessage response = await client.GetAsync(bar);
        return StatusCode((int)response.StatusCode);
    }
}
