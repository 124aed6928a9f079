// Certificates and connections, as teams write them.
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Corpus.CertificatesAndTls.Teams;

public sealed class PartnerOptions { public bool AcceptAnyCertificate { get; set; } public string Thumbprint { get; set; } = ""; }

// [Bad CWE-295] a local function that only writes down what is wrong
public static class LoggingOnly
{
    public static HttpClient Create(ILogger logger)
    {
        return new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = Check });

        bool Check(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            if (errors != SslPolicyErrors.None)
                logger.LogWarning("The certificate of {Host} has {Errors}", request.RequestUri?.Host, errors);
            return true;
        }
    }
}

// [Good CWE-295] a local function that writes down what is wrong and refuses
public static class LoggingAndRefusing
{
    public static HttpClient Create(ILogger logger)
    {
        return new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = Check });

        bool Check(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            if (errors != SslPolicyErrors.None)
                logger.LogWarning("The certificate of {Host} has {Errors}", request.RequestUri?.Host, errors);
            return errors == SslPolicyErrors.None;
        }
    }
}

// [Bad CWE-295] the subject's text is all that is compared
public static class SubjectOnly
{
    public static SocketsHttpHandler Handler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject.Contains("CN=partner.example.org"),
        },
    };
}

// [Good CWE-295] the certificate itself is compared, by its digest
public static class Pinned
{
    public static SocketsHttpHandler Handler(byte[] expected) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == SslPolicyErrors.None && certificate!.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256).AsSpan().SequenceEqual(expected),
        },
    };
}

// [Bad CWE-295] a named client of the factory
public static class NamedClient
{
    public static IHttpClientBuilder AddPartner(this IServiceCollection services) =>
        services.AddHttpClient("partner", client => client.BaseAddress = new Uri("https://partner.example.org"))
            .ConfigurePrimaryHttpMessageHandler(_ =>
            {
                var handler = new SocketsHttpHandler();
                handler.SslOptions.RemoteCertificateValidationCallback += (_, _, _, _) => true;
                return handler;
            });
}

// [Good CWE-295] a named client that shows its own certificate
public static class NamedClientWithCertificate
{
    public static IHttpClientBuilder AddPartner(this IServiceCollection services, X509Certificate2 own) =>
        services.AddHttpClient("partner", client => client.BaseAddress = new Uri("https://partner.example.org"))
            .ConfigurePrimaryHttpMessageHandler(_ =>
            {
                var handler = new SocketsHttpHandler();
                handler.SslOptions.ClientCertificates = [own];
                return handler;
            });
}

// [Bad CWE-295] any certificate of a client is let in by the server
public static class AnyClientCertificate
{
    public static void Configure(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https =>
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.AllowAnyClientCertificate();
    }));
}

// [Good CWE-295] certificates of clients have to be valid
public static class ValidClientCertificate
{
    public static void Configure(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https =>
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.CheckCertificateRevocation = true;
    }));
}

// [Bad CWE-295] a chain that takes every root
public static class AnyRoot
{
    public static bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority | X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }
}

// [Good CWE-295] a chain that takes our root
public static class OurRoot
{
    public static bool IsTrusted(X509Certificate2 certificate, X509Certificate2 root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        return chain.Build(certificate);
    }
}

// [Bad CWE-295] the answer of the chain is thrown away
public static class BuiltForNothing
{
    public static bool Accept(X509Certificate2 certificate, string name)
    {
        using var chain = new X509Chain();
        chain.Build(certificate);
        return certificate.GetNameInfo(X509NameType.DnsName, false) == name;
    }
}

// [Bad CWE-327] protocols put together, the old one among them
public static class MixedProtocols
{
    const SslProtocols Supported = SslProtocols.Tls12 | SslProtocols.Tls11;

    public static async Task<SslStream> OpenAsync(TcpClient client, string host)
    {
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = Supported });
        return stream;
    }
}

// [Good CWE-327] protocols put together, new ones
public static class NewProtocols
{
    const SslProtocols Supported = SslProtocols.Tls12 | SslProtocols.Tls13;

    public static async Task<SslStream> OpenAsync(TcpClient client, string host)
    {
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = Supported });
        return stream;
    }
}

// [Bad CWE-327] an old protocol by its number
public static class ProtocolByNumber
{
    public static void Apply() => ServicePointManager.SecurityProtocol = (SecurityProtocolType)192;
}

// [Bad CWE-319] the token endpoint without TLS, by a builder of URIs
public static class PlainToken
{
    public static Task<HttpResponseMessage> TokenAsync(HttpClient client, string secret)
    {
        var address = new UriBuilder { Scheme = Uri.UriSchemeHttp, Host = "login.example.org", Path = "token" }.Uri;
        return client.PostAsync(address, new FormUrlEncodedContent([new("client_secret", secret)]));
    }
}

// [Good CWE-319] the token endpoint with TLS, by a builder of URIs
public static class TlsToken
{
    public static Task<HttpResponseMessage> TokenAsync(HttpClient client, string secret)
    {
        var address = new UriBuilder { Scheme = Uri.UriSchemeHttps, Host = "login.example.org", Path = "token" }.Uri;
        return client.PostAsync(address, new FormUrlEncodedContent([new("client_secret", secret)]));
    }
}

// [Good CWE-295] the chain is built and what was found is looked at
public static class BuiltForStatus
{
    public static bool Accept(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.Build(certificate);
        return chain.ChainStatus.All(status => status.Status is X509ChainStatusFlags.NoError or X509ChainStatusFlags.OfflineRevocation);
    }
}

// [Good CWE-295] an unknown authority, and then the root is compared
public static class ComparedRoot
{
    public static bool Accept(X509Certificate2 certificate, byte[] root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        return chain.Build(certificate) && chain.ChainElements[^1].Certificate.RawData.AsSpan().SequenceEqual(root);
    }
}
