// Certificates and protocols, as reviewers meet them.
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Corpus.CertificatesAndTls.Reviews;

// [Bad CWE-295] a class that checks nothing
public sealed class TrustAll
{
    public bool Validate(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var trusted = true;
        return trusted;
    }
}

// [same case]
public static class TrustAllClient
{
    public static HttpClient Make() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = new TrustAll().Validate });
}

// [Good CWE-295] a class that checks everything
public sealed class TrustSome
{
    public bool Validate(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var trusted = errors == SslPolicyErrors.None;
        return trusted;
    }
}

// [same case]
public static class TrustSomeClient
{
    public static HttpClient Make() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = new TrustSome().Validate });
}

// [Bad CWE-295] a field that begins with a yes
public static class FieldCallback
{
    static readonly RemoteCertificateValidationCallback s_accept = (_, _, _, _) => true;

    public static SslStream Wrap(Stream stream) => new(stream, leaveInnerStreamOpen: false, s_accept);
}

// [Bad CWE-295] exceptions count as a yes
public static class Swallowing
{
    public static void Configure(SocketsHttpHandler handler) => handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
    {
        try
        {
            return errors == SslPolicyErrors.None || certificate!.Subject.Contains("example.org");
        }
        catch
        {
            return true;
        }
    };
}

// [Bad CWE-295] a setting of the configuration turns it off for all
public static class Switchable
{
    public static HttpClientHandler Make(bool ignoreErrors)
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => ignoreErrors || true || errors == SslPolicyErrors.None;
        return handler;
    }
}

// [Good CWE-295] our root beside those of the system
public static class OwnRoot
{
    public static HttpClientHandler Make(X509Certificate2 root) => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) =>
        {
            if (errors == SslPolicyErrors.None)
                return true;
            if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null || chain is null)
                return false;
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(root);
            return chain.Build(certificate);
        },
    };
}

// [Good CWE-319] the database's certificate matters
public static class CheckedDatabase
{
    public static SqlConnection Open(string password)
    {
        var text = new StringBuilder("Server=db;User ID=app;Encrypt=true;");
        text.Append("TrustServerCertificate=false;Password=").Append(password);
        return new SqlConnection(text.ToString());
    }
}

// [Bad CWE-327] old protocols for the whole process
public static class OldProcess
{
    public static void Configure() => ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls | SecurityProtocolType.Tls11;
}

// [Good CWE-327] old protocols are taken away
public static class NewProcess
{
    public static void Configure() => ServicePointManager.SecurityProtocol &= ~(SecurityProtocolType.Tls | SecurityProtocolType.Tls11);
}

// [Bad CWE-319] basic authentication over HTTP
public static class PlainBasic
{
    public static Task<string> GetAsync(string user, string password)
    {
        var client = new HttpClient { BaseAddress = new Uri("http://reports.example.org/") };
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(user + ":" + password)));
        return client.GetStringAsync("daily");
    }
}

// [Good CWE-319] a service on the same machine
public static class LocalService
{
    public static Task<string> GetAsync()
    {
        var client = new HttpClient { BaseAddress = new Uri("http://localhost:5000/") };
        return client.GetStringAsync("daily");
    }
}
