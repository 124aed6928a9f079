// Certificates again.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Corpus.CertificatesAndTls.Halls;

// [Bad CWE-295] the callback is handed to a helper that builds the client
public class ReportingClient
{
    public HttpClient Create() => Build((_, _, _, _) => true);

    static HttpClient Build(Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> check) => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = check });
}

// [Good CWE-295] the callback is handed to a helper and looks at the errors
public class ReportingClientGood
{
    public HttpClient Create() => Build((_, _, _, errors) => errors == SslPolicyErrors.None);

    static HttpClient Build(Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> check) => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = check });
}

// [Bad CWE-295] certificates count except on the developer's machine, the wrong way round
public class SwappedClient(IHostEnvironment environment)
{
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, errors) => !environment.IsDevelopment() || errors == SslPolicyErrors.None },
    };
}

// [Good CWE-295] only the development machine takes its own certificate
public class RightClient(IHostEnvironment environment)
{
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, errors) => environment.IsDevelopment() || errors == SslPolicyErrors.None },
    };
}

// [Bad CWE-319] the base of all addresses is a constant of the class
public class StockClient(HttpClient http)
{
    const string Base = "http://stock.contoso.com/api/v2";

    public Task<string> QuoteAsync(string symbol) => http.GetStringAsync($"{Base}/quotes/{Uri.EscapeDataString(symbol)}");
}

// [Bad CWE-319] the base is a field with a default, joined by Uri
public class OrderClient
{
    readonly HttpClient _http = new();
    readonly string _root;

    public OrderClient(string? root = null) => _root = root ?? "http://orders.contoso.com";

    public Task<HttpResponseMessage> SendAsync(string order) => _http.PostAsync(new Uri(_root + "/orders"), new StringContent(order));
}

// [Good CWE-319] a namespace of XML is no address
public class Invoices
{
    const string Namespace = "http://schemas.contoso.com/invoice/2020";

    public System.Xml.Linq.XElement Create(decimal total) => new(System.Xml.Linq.XName.Get("invoice", Namespace), total);
}

// [Bad CWE-327] the enumeration comes from a number
public class CashRegister
{
    public async Task<SslStream> OpenAsync(Stream stream)
    {
        var ssl = new SslStream(stream);
        await ssl.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "pos.contoso.com", EnabledSslProtocols = (SslProtocols)192 });
        return ssl;
    }
}

// [Bad CWE-299] the flag of an overload
public class Handshake
{
    public Task RunAsync(SslStream stream, X509Certificate2Collection certificates) =>
        stream.AuthenticateAsClientAsync("pos.contoso.com", certificates, SslProtocols.None, checkCertificateRevocation: false);
}
