using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1005ServerSideRequestForgery>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1005ServerSideRequestForgeryTests
{
    [Fact]
    public Task Servers_chosen_by_a_client_are_reported() => Verify.AnalyzerAsync("""
        public class PreviewController(HttpClient client) : Controller
        {
            public async Task<string> Direct(string url) => await client.GetStringAsync([|url|]);
            public async Task<string> Message(string url)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, [|url|]);
                return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
            }
            public async Task<string> Host(string host) => await client.GetStringAsync([|$"https://{host}/status"|]);
            public async Task<string> Parsed(string url)
            {
                if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
                    return "";
                return await client.GetStringAsync([|address|]);
            }
            public async Task Post(string callback) => await client.PostAsync([|new Uri(callback)|], null);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Fixed_and_listed_servers_are_not_reported() => Verify.AnalyzerAsync("""
        public class PreviewController(HttpClient client) : Controller
        {
            static readonly HashSet<string> s_hosts = ["api.example.org"];
            public async Task<string> Path(string id) => await client.GetStringAsync($"https://api.example.org/items/{Uri.EscapeDataString(id)}");
            public async Task<string> Listed(string url)
            {
                var address = new Uri(url);
                if (!s_hosts.Contains(address.Host))
                    return "";
                return await client.GetStringAsync(address);
            }
            public async Task<string> Compared(string url)
            {
                var address = new Uri(url);
                return address.Host == "api.example.org" ? await client.GetStringAsync(address) : "";
            }
            public async Task<string> Number(int id) => await client.GetStringAsync("https://api.example.org/items/" + id);
            public async Task Content(string text) => await client.PostAsync("https://api.example.org/notes", new StringContent(text));
        }
        """, FlowSetup.Web);
}
