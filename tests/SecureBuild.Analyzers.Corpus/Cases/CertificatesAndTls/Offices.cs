// Connections by factories, options and subclasses.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.SqlClient;

namespace Corpus.CertificatesAndTls.Offices;

// [Bad CWE-295] a handler class of one's own
public sealed class TrustingHandler : HttpClientHandler
{
    public TrustingHandler()
    {
        AllowAutoRedirect = false;
        ServerCertificateCustomValidationCallback = DangerousAcceptAnyServerCertificateValidator;
    }
}

// [Good CWE-295] a handler class of one's own that only adds a header
public sealed class HeaderHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("offices", "1.0"));
        return base.SendAsync(request, cancellationToken);
    }
}

// [Bad CWE-295] a switch of the settings, on by default
public sealed class GatewayOptions { public bool SkipCertificateCheck { get; set; } = true; }

// [same case]
public static class Gateway
{
    public static HttpClient Create(GatewayOptions options)
    {
        var handler = new HttpClientHandler();
        if (options.SkipCertificateCheck)
            handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        return new HttpClient(handler);
    }
}

// [Bad CWE-295] a field holds the callback
public sealed class Feed
{
    static readonly RemoteCertificateValidationCallback s_accept = delegate { return true; };

    public async Task<SslStream> OpenAsync(Stream inner, string host)
    {
        var stream = new SslStream(inner, leaveInnerStreamOpen: false, s_accept);
        await stream.AuthenticateAsClientAsync(host);
        return stream;
    }
}

// [Good CWE-295] a field holds a callback that looks
public sealed class CheckedFeed
{
    static readonly RemoteCertificateValidationCallback s_accept = static (_, _, _, errors) => errors is SslPolicyErrors.None;

    public async Task<SslStream> OpenAsync(Stream inner, string host)
    {
        var stream = new SslStream(inner, leaveInnerStreamOpen: false, s_accept);
        await stream.AuthenticateAsClientAsync(host);
        return stream;
    }
}

// [Bad CWE-295] errors of the chain are taken away one by one
public static class Forgiving
{
    public static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        errors &= ~SslPolicyErrors.RemoteCertificateChainErrors;
        errors &= ~SslPolicyErrors.RemoteCertificateNameMismatch;
        return errors == SslPolicyErrors.None;
    }

    public static void Use(SslClientAuthenticationOptions options) => options.RemoteCertificateValidationCallback = Check;
}

// [Bad CWE-297] the name need not fit
public static class AnyName
{
    public static HttpClient Create() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, _, _, errors) => (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == 0,
    });
}

// [Bad CWE-319] a database whose certificate nobody looks at, by its builder
public static class Database
{
    public static SqlConnection Open(string server, string password)
    {
        var builder = new SqlConnectionStringBuilder("Database=crm;User ID=crm_app");
        builder["Data Source"] = server;
        builder["Password"] = password;
        builder["TrustServerCertificate"] = true;
        return new SqlConnection(builder.ConnectionString);
    }
}

// [Good CWE-319] a database whose certificate is looked at, by its builder
public static class SafeDatabase
{
    public static SqlConnection Open(string server, string password)
    {
        var builder = new SqlConnectionStringBuilder("Database=crm;User ID=crm_app");
        builder["Data Source"] = server;
        builder["Password"] = password;
        builder["Encrypt"] = true;
        return new SqlConnection(builder.ConnectionString);
    }
}

// [Bad CWE-319] mail with a password and without encryption
public sealed class MailOptions { public string Host { get; set; } = "mail.example.org"; public int Port { get; set; } = 25; public bool UseSsl { get; set; } }

// [same case]
public sealed class MailSender(MailOptions options)
{
    public Task SendAsync(MailMessage message, string user, string password)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = false, Credentials = new NetworkCredential(user, password) };
        return client.SendMailAsync(message);
    }
}

// [Bad CWE-327] the server takes what is long gone
public static class Server
{
    public static Task AcceptAsync(SslStream stream, X509Certificate2 own) =>
        stream.AuthenticateAsServerAsync(own, clientCertificateRequired: false, enabledSslProtocols: SslProtocols.Tls | SslProtocols.Tls12, checkCertificateRevocation: true);
}

// [Good CWE-327] the server takes what the system takes
public static class SystemServer
{
    public static Task AcceptAsync(SslStream stream, X509Certificate2 own) =>
        stream.AuthenticateAsServerAsync(own, clientCertificateRequired: false, enabledSslProtocols: SslProtocols.None, checkCertificateRevocation: true);
}
