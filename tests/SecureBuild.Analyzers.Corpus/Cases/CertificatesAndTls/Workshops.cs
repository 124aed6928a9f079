// Connections to partners.
using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Corpus.CertificatesAndTls.Workshops;

// [Bad CWE-295] any certificate, in the handler of a named client
public static class NamedClients
{
    public static void Add(IServiceCollection services) => services.AddHttpClient("erp", client => client.BaseAddress = new Uri("https://erp.city.example"))
        .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => { return true; },
        });
}

// [Good CWE-295] any certificate is no certificate
public static class StrictClients
{
    public static void Add(IServiceCollection services) => services.AddHttpClient("erp", client => client.BaseAddress = new Uri("https://erp.city.example"))
        .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => errors == SslPolicyErrors.None,
            CheckCertificateRevocationList = true,
        });
}

// [Bad CWE-295] the errors are written down and forgotten
public sealed class Feed(ILogger<Feed> logger)
{
    public async Task<SslStream> ConnectAsync(TcpClient client)
    {
        var stream = new SslStream(client.GetStream(), false, Validate);
        await stream.AuthenticateAsClientAsync("feed.city.example");
        return stream;
    }

    bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
            logger.LogWarning("Certificate {Subject}: {Errors}", certificate?.Subject, errors);
        return true;
    }
}

// [Good CWE-295] the certificate is pinned
public sealed class PinnedFeed(string thumbprint)
{
    public async Task<SslStream> ConnectAsync(TcpClient client)
    {
        var stream = new SslStream(client.GetStream(), false, (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None && certificate!.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == thumbprint);
        await stream.AuthenticateAsClientAsync("feed.city.example");
        return stream;
    }
}

// [Bad CWE-297] a name that does not fit is taken
public sealed class NameMismatch
{
    public HttpClient Create() => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) => errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateNameMismatch,
        },
    });
}

// [Bad CWE-757] the old versions are allowed as well
public sealed class Devices
{
    public Task AuthenticateAsync(SslStream stream, X509Certificate2 certificate) => stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
    {
        ServerCertificate = certificate,
        EnabledSslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12,
        ClientCertificateRequired = false,
    });
}

// [Good CWE-757] the versions of today
public sealed class NewDevices
{
    public Task AuthenticateAsync(SslStream stream, X509Certificate2 certificate) => stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
    {
        ServerCertificate = certificate,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
    });
}

// [Bad CWE-757] for the whole process, by number
public static class Legacy
{
    public static void SetUp()
    {
#pragma warning disable SYSLIB0014
        ServicePointManager.SecurityProtocol = (SecurityProtocolType)192 | SecurityProtocolType.Tls12;
#pragma warning restore SYSLIB0014
    }
}

// [Bad CWE-319] mail without TLS, with a password
public sealed class PlainMail(IConfiguration configuration)
{
    public void Send(MailMessage message)
    {
        var client = new SmtpClient("mail.city.example", 25);
        client.Credentials = new NetworkCredential(configuration["Mail:User"], configuration["Mail:Password"]);
        client.EnableSsl = false;
        client.Send(message);
    }
}

// [Good CWE-319] mail with TLS
public sealed class TlsMail(IConfiguration configuration)
{
    public void Send(MailMessage message)
    {
        using var client = new SmtpClient("mail.city.example", 587) { EnableSsl = true };
        client.Credentials = new NetworkCredential(configuration["Mail:User"], configuration["Mail:Password"]);
        client.Send(message);
    }
}

// [Bad CWE-319] a login over http
public sealed class PartnerLogin(HttpClient client)
{
    const string Address = "http://partner.example/api/login";

    public async Task<string> LoginAsync(string user, string password)
    {
        var answer = await client.PostAsync(Address, new FormUrlEncodedContent([new("user", user), new("password", password)]));
        return await answer.Content.ReadAsStringAsync();
    }
}

// [Good CWE-319] http to this very machine
public sealed class SidecarClient(HttpClient client)
{
    public Task<string> StateAsync() => client.GetStringAsync("http://localhost:3500/v1.0/healthz");
}

// [Bad CWE-295] a web socket that trusts all
public sealed class Ticker
{
    public async Task<ClientWebSocket> OpenAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback += delegate { return true; };
        await socket.ConnectAsync(new Uri("wss://ticker.example"), CancellationToken.None);
        return socket;
    }
}

// [Bad CWE-299] revoked certificates are good
public static class ChainCheck
{
    public static bool Trusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }
}

// [Good CWE-299] revocation is asked for
public static class FullChainCheck
{
    public static bool Trusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.EntireChain;
        return chain.Build(certificate);
    }
}

// [Bad CWE-295] the setting of a class of options is on
public sealed class PartnerOptions
{
    public Uri Address { get; set; } = new("https://partner.example");
    public bool AcceptAnyCertificate { get; set; } = true;
}

// [same case]
public static class PartnerClient
{
    public static HttpClient Create(PartnerOptions options)
    {
        var handler = new HttpClientHandler();
        if (options.AcceptAnyCertificate)
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        return new HttpClient(handler) { BaseAddress = options.Address };
    }
}

// [Good CWE-295] any certificate on the developer's machine only
public static class DevelopmentClient
{
    public static HttpClient Create(IHostEnvironment environment)
    {
        var handler = new HttpClientHandler();
        if (environment.IsDevelopment())
            handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        return new HttpClient(handler);
    }
}

// [Bad CWE-295] the chain is built, its answer is not asked for
public static class Unread
{
    public static HttpClientHandler Create() => new()
    {
        ServerCertificateCustomValidationCallback = (_, certificate, chain, _) =>
        {
            chain!.Build(certificate!);
            return certificate is not null;
        },
    };
}

// [Bad CWE-319] user and password by ftp
public sealed class FtpDelivery
{
    public async Task<string> UploadAsync(string user, string password, byte[] file)
    {
#pragma warning disable SYSLIB0014
        var request = (FtpWebRequest)WebRequest.Create("ftp://delivery.partner.example/in/orders.csv");
#pragma warning restore SYSLIB0014
        request.Method = WebRequestMethods.Ftp.UploadFile;
        request.Credentials = new NetworkCredential(user, password);
        await using (var stream = await request.GetRequestStreamAsync())
            await stream.WriteAsync(file);
        using var response = (FtpWebResponse)await request.GetResponseAsync();
        return response.StatusDescription ?? "";
    }
}

// [Good CWE-319] by ftp with TLS
public sealed class FtpsDelivery
{
    public async Task<string> UploadAsync(string user, string password, byte[] file)
    {
#pragma warning disable SYSLIB0014
        var request = (FtpWebRequest)WebRequest.Create("ftp://delivery.partner.example/in/orders.csv");
#pragma warning restore SYSLIB0014
        request.EnableSsl = true;
        request.Method = WebRequestMethods.Ftp.UploadFile;
        request.Credentials = new NetworkCredential(user, password);
        await using (var stream = await request.GetRequestStreamAsync())
            await stream.WriteAsync(file);
        using var response = (FtpWebResponse)await request.GetResponseAsync();
        return response.StatusDescription ?? "";
    }
}
