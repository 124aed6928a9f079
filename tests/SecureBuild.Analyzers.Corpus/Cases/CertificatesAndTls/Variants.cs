// Certificates and transports, in many styles.
using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.SqlClient;

#pragma warning disable SYSLIB0014, SYSLIB0039, CS0618

namespace Corpus.CertificatesAndTls.Variants;

// [Bad CWE-295] a handler in the registration of a client
public static class Registration
{
    public static void Add(IServiceCollection services) => services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true,
    });
}

// [Good CWE-295] a handler that asks for a thumbprint
public static class Pinned
{
    public static void Add(IServiceCollection services, string thumbprint) => services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => errors == SslPolicyErrors.None && certificate!.GetCertHashString() == thumbprint,
    });
}

// [Bad CWE-295] for the whole process
public static class Process
{
    public static void Trust() => ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };
}

// [Bad CWE-295] a method that always agrees
public class SocketClient
{
    static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Console.WriteLine("certificate " + errors);
        return true;
    }

    public SslStream Open(TcpClient client) => new(client.GetStream(), false, new RemoteCertificateValidationCallback(Accept), null);
}

// [Good CWE-295] a method that agrees when there are no errors
public class SocketGoodClient
{
    static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        Console.WriteLine("certificate " + errors);
        return false;
    }

    public SslStream Open(TcpClient client) => new(client.GetStream(), false, Accept);
}

// [Bad CWE-295] only the name is wrong, which is the point
public class NameClient
{
    public HttpClient Create() => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) => (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == 0,
        },
    });
}

// [Bad CWE-327] TLS 1.0
public class OldProtocol
{
    public void Use() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Tls12;
}

// [Good CWE-327] the system's choice
public class SystemProtocol
{
    public void Use() => ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;
}

// [Bad CWE-327] SSL 3 for a server's stream
public class OldServer
{
    public Task AuthenticateAsync(SslStream stream, X509Certificate2 certificate) => stream.AuthenticateAsServerAsync(certificate, false, SslProtocols.Ssl3 | SslProtocols.Tls11, false);
}

// [Good CWE-327] TLS 1.3 for a server's stream
public class NewServer
{
    public Task AuthenticateAsync(SslStream stream, X509Certificate2 certificate) => stream.AuthenticateAsServerAsync(certificate, false, SslProtocols.Tls13, true);
}

// [Bad CWE-319] mail without TLS
public class PlainMail(NetworkCredential credential)
{
    public void Send(MailMessage message)
    {
        using var client = new SmtpClient("mail.example.org", 25);
        client.EnableSsl = false;
        client.Credentials = credential;
        client.Send(message);
    }
}

// [Good CWE-319] mail with TLS
public class TlsMail(NetworkCredential credential)
{
    public void Send(MailMessage message)
    {
        using var client = new SmtpClient("mail.example.org", 587) { EnableSsl = true, Credentials = credential };
        client.Send(message);
    }
}

// [Bad CWE-319] a login over HTTP
public class PlainLogin(HttpClient http)
{
    public Task<HttpResponseMessage> LoginAsync(string user, string password) =>
        http.PostAsync("http://accounts.example.org/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = password }));
}

// [Good CWE-319] an XML namespace is no address, a loopback no network
public class Addresses(HttpClient http)
{
    const string Namespace = "http://schemas.example.org/2020/order";

    public Task<string> HealthAsync() => http.GetStringAsync("http://localhost:5000/health");

    public string Name => Namespace;
}

// [Bad CWE-295] a database that trusts any certificate
public class TrustingDatabase
{
    public SqlConnection Open(string server) => new($"Server={server};Database=shop;Integrated Security=true;Encrypt=true;TrustServerCertificate=true");
}

// [Good CWE-295] a database that does not
public class StrictDatabase
{
    public SqlConnection Open(string server) => new($"Server={server};Database=shop;Integrated Security=true;Encrypt=Strict");
}
