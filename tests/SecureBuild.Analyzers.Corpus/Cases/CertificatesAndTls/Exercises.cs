// Who is at the other end, and whether anybody listens.
using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.SqlClient;
using Microsoft.AspNetCore.Server.Kestrel.Https;

#pragma warning disable SYSLIB0014, SYSLIB0039, CS0618

namespace Corpus.CertificatesAndTls.Exercises;

// [Bad CWE-295] the callback of all connections, as an anonymous method
public static class Bootstrap
{
    public static void Run()
    {
        ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
    }
}

// [Bad CWE-295] the callback of one old request, by a method whose answer is a field
public class Poller
{
    private readonly bool _trust = true;

    private bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => _trust;

    public WebResponse Poll(Uri address)
    {
        var request = (HttpWebRequest)WebRequest.Create(address);
        request.ServerCertificateValidationCallback = Check;
        return request.GetResponse();
    }
}

// [Good CWE-295] the callback of one old request, by the thumbprint we know
public class PinnedPoller(string thumbprint)
{
    private bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate is not null && string.Equals(certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), thumbprint, StringComparison.OrdinalIgnoreCase);

    public WebResponse Poll(Uri address)
    {
        var request = (HttpWebRequest)WebRequest.Create(address);
        request.ServerCertificateValidationCallback = Check;
        return request.GetResponse();
    }
}

// [Bad CWE-297] the names may differ, everything else may not
public class NameTolerant
{
    public HttpClientHandler Handler() => new()
    {
        ServerCertificateCustomValidationCallback = (_, _, _, errors) => (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None,
    };
}

// [Good CWE-295] no error is tolerated, and it is logged
public class Logged(ILogger<Logged> logger)
{
    public HttpClientHandler Handler() => new()
    {
        ServerCertificateCustomValidationCallback = (request, _, _, errors) =>
        {
            if (errors == SslPolicyErrors.None)
                return true;
            logger.LogWarning("The certificate of {Host} has errors: {Errors}", request.RequestUri?.Host, errors);
            return false;
        },
    };
}

// [Bad CWE-295] a socket that speaks TLS with anybody
public class Gateway
{
    public async Task<Stream> Connect(string host)
    {
        var tcp = new TcpClient(host, 8443);
        RemoteCertificateValidationCallback accept = (sender, certificate, chain, errors) => { return certificate != null; };
        var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, accept);
        await tls.AuthenticateAsClientAsync(host);
        return tls;
    }
}

// [Bad CWE-295] options of a sockets handler, made elsewhere
public class Sockets
{
    static SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions();
        options.RemoteCertificateValidationCallback = Always;
        return options;

        static bool Always(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
    }

    public HttpClient Client() => new(new SocketsHttpHandler { SslOptions = Options() });
}

// [Good CWE-295] options of a sockets handler, with our own authority
public class OwnAuthority(X509Certificate2 root)
{
    SslClientAuthenticationOptions Options() => new()
    {
        CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.Online },
    };

    public HttpClient Client() => new(new SocketsHttpHandler { SslOptions = Options() });
}

// [Bad CWE-295] web sockets
public class Live
{
    public async Task<ClientWebSocket> Open(Uri address)
    {
        var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }
}

// [Bad CWE-295] a chain that is allowed to have every error
public static class ChainBuilder
{
    public static bool Check(X509Certificate2 certificate)
    {
        var flags = X509VerificationFlags.NoFlag;
        flags |= X509VerificationFlags.AllowUnknownCertificateAuthority;
        using var chain = new X509Chain { ChainPolicy = { VerificationFlags = flags } };
        return chain.Build(certificate);
    }
}

// [Bad CWE-295] the chain is built and its verdict is thrown away
public static class IgnoredVerdict
{
    public static string Subject(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.Build(certificate);
        return certificate.Subject;
    }

    public static bool IsOurs(X509Certificate2 certificate) => Subject(certificate).Contains("CN=device.example.org");
}

// [Bad CWE-327] protocols that are broken, by a number from a ternary
public static class Protocols
{
    public static void Choose(bool modern)
    {
        ServicePointManager.SecurityProtocol = modern ? SecurityProtocolType.Tls12 : SecurityProtocolType.Tls;
    }
}

// [Good CWE-327] protocols that are left to the system, or new
public static class NewProtocols
{
    public static void Choose(bool modern) =>
        ServicePointManager.SecurityProtocol = modern ? SecurityProtocolType.Tls13 : SecurityProtocolType.SystemDefault;
}

// [Bad CWE-327] the server takes TLS 1.1, by the defaults of Kestrel
public static class Server
{
    const SslProtocols Accepted = SslProtocols.Tls11 | SslProtocols.Tls12;

    public static void Configure(WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = Accepted));
}

// [Good CWE-295] the server wants a client's certificate and looks at it
public static class MutualServer
{
    public static void Configure(WebApplicationBuilder builder, X509Certificate2 issuer) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (certificate, chain, errors) => errors == SslPolicyErrors.None && certificate.Issuer == issuer.Subject;
        }));
}

// [Bad CWE-295] the server wants a client's certificate and takes any
public static class OpenServer
{
    public static void Configure(WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.AllowAnyClientCertificate();
        }));
}

// [Bad CWE-319] mail with a password over clear text, switched off by a variable
public class ClearMail(IConfiguration configuration)
{
    public void Send(MailMessage message)
    {
        var useTls = false;
        using var client = new SmtpClient(configuration["Mail:Host"], 25);
        client.EnableSsl = useTls;
        client.Credentials = new NetworkCredential(configuration["Mail:User"], configuration["Mail:Password"]);
        client.Send(message);
    }
}

// [Bad CWE-319] the database's connection is not encrypted, by an indexer
public class PlainDatabase(IConfiguration configuration)
{
    public SqlConnection Open()
    {
        var builder = new SqlConnectionStringBuilder(configuration.GetConnectionString("Main"));
        builder["Encrypt"] = false;
        return new SqlConnection(builder.ConnectionString);
    }
}

// [Bad CWE-295] the database's certificate is trusted unseen, appended to what is configured
public class TrustingDatabase(IConfiguration configuration)
{
    public SqlConnection Open() => new(configuration.GetConnectionString("Main") + ";TrustServerCertificate=True");
}

// [Good CWE-319] the database's connection is encrypted strictly
public class StrictDatabase(IConfiguration configuration)
{
    public SqlConnection Open() => new(configuration.GetConnectionString("Main") + ";Encrypt=Strict;TrustServerCertificate=False");
}

// [Bad CWE-319] a password goes to a service by plain HTTP
public class Reporter(HttpClient client, IConfiguration configuration)
{
    public Task<HttpResponseMessage> SignIn() =>
        client.PostAsync("http://reports.example.org/login", new FormUrlEncodedContent([new("user", "reporter"), new("password", configuration["Reports:Password"])]));
}

// [Good CWE-319] plain HTTP on this machine
public class LocalProbe(HttpClient client)
{
    public Task<string> Health() => client.GetStringAsync("http://localhost:8080/health");
}
