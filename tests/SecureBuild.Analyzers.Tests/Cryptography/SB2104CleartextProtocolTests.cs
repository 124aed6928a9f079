using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Cryptography.SB2104CleartextProtocol>;

namespace SecureBuild.Analyzers.Tests.Cryptography;

public sealed class SB2104CleartextProtocolTests
{
    const string Usings = """
        #pragma warning disable SYSLIB0014, CS0618
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Net.Mail;
        using System.Net.Sockets;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task Addresses_without_tls_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const string Address = "http://api.contoso.com/v1";
            static readonly Uri s_address = new("http://api.contoso.com/");
            readonly HttpClient _client = new() { BaseAddress = [|new Uri("http://api.contoso.com/")|] };
            async Task M(HttpClient client, string id, string configured)
            {
                await client.GetStringAsync([|"http://api.contoso.com/orders"|]);
                await client.GetAsync([|Address|]);
                await client.GetAsync([|s_address|]);
                await client.PostAsync([|$"http://api.contoso.com/orders/{id}"|], null);
                await client.PostAsJsonAsync([|"http://api.contoso.com/orders/" + id|], id);
                await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, [|"http://api.contoso.com/"|]));
                await client.GetAsync([|configured ?? "http://api.contoso.com/"|]);
                WebRequest.Create([|"ftp://files.contoso.com/a.txt"|]);
                new WebClient().DownloadString([|Address|]);
            }
        }
        """);

    [Fact]
    public Task Mail_and_old_ports_are_reported() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void M(NetworkCredential credential)
            {
                var smtp = [|new SmtpClient("smtp.contoso.com", 25) { Credentials = credential }|];
                new TcpClient("router.contoso.com", [|23|]);
            }
            void N() { var smtp = new SmtpClient("smtp.contoso.com", 587) { [|EnableSsl = false|] }; }
        }
        """);

    [Fact]
    public Task Tls_this_machine_clusters_and_names_of_schemas_are_not() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            const string Namespace = "http://schemas.contoso.com/2024";
            async Task M(HttpClient client, NetworkCredential credential, Uri address)
            {
                await client.GetStringAsync("https://api.contoso.com/orders");
                await client.GetStringAsync("http://localhost:5000/health");
                await client.GetStringAsync("http://127.0.0.1/health");
                await client.GetStringAsync("http://orders-service/health");
                await client.GetStringAsync("/relative");
                await client.GetAsync(address);
                await client.PostAsync("https://api.contoso.com/", new StringContent("http://www.contoso.com/"));
                System.Xml.Linq.XNamespace name = Namespace;
                if (address.AbsoluteUri.StartsWith("http://www.contoso.com/")) throw new Exception(Namespace);
                var smtp = new SmtpClient("smtp.contoso.com", 587) { Credentials = credential, EnableSsl = true };
            }
            void Local() { var smtp = new SmtpClient("localhost", 25) { EnableSsl = false }; }
        }
        """);

    [Fact]
    public Task Ftp_is_not_reported_where_tls_is_switched_on() => Verify.AnalyzerAsync(Usings + """
        class C
        {
            void On(string name)
            {
                var request = (FtpWebRequest)WebRequest.Create("ftp://files.contoso.com/" + name);
                request.EnableSsl = true;
            }
            WebRequest Off(string name) => WebRequest.Create([|"ftp://files.contoso.com/" + name|]);
        }
        """);
}
