// Certificates and protocols, in small samples.
using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Corpus.CertificatesAndTls.Snippets;

// [Bad CWE-295] a class of its own says yes
public sealed class TrustingHandler : HttpClientHandler
{
    public TrustingHandler() => ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate != null;
}

// [Good CWE-295] a class of its own says what the system says
public sealed class CarefulHandler : HttpClientHandler
{
    public CarefulHandler() => ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => certificate != null && errors == SslPolicyErrors.None;
}

// [Bad CWE-295] a local function says yes
public static class LocalTrust
{
    public static HttpClient Make()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = Accept;
        return new HttpClient(handler);

        static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            if (errors != SslPolicyErrors.None)
                Console.Error.WriteLine("certificate problem: " + errors);
            return true;
        }
    }
}

// [Good CWE-295] a local function compares with the pin
public static class LocalPin
{
    public static HttpClient Make(string pin)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = Accept;
        return new HttpClient(handler);

        bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            if (errors == SslPolicyErrors.None)
                return true;
            return certificate is not null && certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == pin;
        }
    }
}

// [Bad CWE-297] the name does not matter
public static class AnyName
{
    public static HttpClientHandler Make() => new()
    {
        ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) =>
            errors == SslPolicyErrors.None || errors == SslPolicyErrors.RemoteCertificateNameMismatch,
    };
}

// [Bad CWE-295] for the named client of the factory
public static class NamedClient
{
    public static void Add(IServiceCollection services) => services.AddHttpClient("partner")
        .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
}

// [Good CWE-295] for the named client, while developing
public static class NamedClientInDevelopment
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddHttpClient("partner")
        .ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new HttpClientHandler();
            if (environment.IsDevelopment())
                handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
            return handler;
        });
}

// [Bad CWE-295] the whole process trusts everybody
public static class ProcessTrust
{
    public static void Install() => ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };
}

// [Good CWE-295] the whole process says what is wrong and refuses
public static class ProcessDistrust
{
    public static void Install() => ServicePointManager.ServerCertificateValidationCallback += delegate (object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Console.Error.WriteLine(errors);
        return errors == SslPolicyErrors.None;
    };
}

// [Bad CWE-295] a web socket to anybody
public static class AnySocket
{
    public static async Task<ClientWebSocket> ConnectAsync(Uri address)
    {
        var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }
}

// [Good CWE-295] a web socket with our client certificate
public static class OurSocket
{
    public static async Task<ClientWebSocket> ConnectAsync(Uri address, X509Certificate2 own)
    {
        var socket = new ClientWebSocket();
        socket.Options.ClientCertificates.Add(own);
        await socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }
}

// [Bad CWE-295] a chain that knows no error
public static class ForgivingChain
{
    public static bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        return chain.Build(certificate);
    }
}

// [Good CWE-295] a chain with our own root
public static class RootedChain
{
    public static bool IsTrusted(X509Certificate2 certificate, X509Certificate2 root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        return chain.Build(certificate);
    }
}

// [Bad CWE-295] the answer of the chain is not asked
public static class UnaskedChain
{
    public static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        chain!.Build(new X509Certificate2(certificate!));
        return true;
    }

    public static SslStream Open(TcpClient client) => new(client.GetStream(), false, Check);
}

// [Bad CWE-327] protocols by a variable
public static class OldProtocols
{
    public static async Task<SslStream> OpenAsync(TcpClient client, string host)
    {
        var protocols = SslProtocols.Tls12;
        protocols |= SslProtocols.Tls11;
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = protocols });
        return stream;
    }
}

// [Good CWE-327] protocols by a variable
public static class NewProtocols
{
    public static async Task<SslStream> OpenAsync(TcpClient client, string host)
    {
        var protocols = SslProtocols.Tls12;
        protocols |= SslProtocols.Tls13;
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = protocols });
        return stream;
    }
}

// [Bad CWE-326] Kestrel takes what is old
public static class OldKestrel
{
    public static void Configure(KestrelServerOptions options) => options.ConfigureHttpsDefaults(https =>
    {
        https.SslProtocols = SslProtocols.Tls | SslProtocols.Tls12;
    });
}

// [Good CWE-326] Kestrel takes what is new
public static class NewKestrel
{
    public static void Configure(KestrelServerOptions options) => options.ConfigureHttpsDefaults(https =>
    {
        https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
    });
}

// [Bad CWE-295] any client certificate will do
public static class AnyClientCertificate
{
    public static void Configure(HttpsConnectionAdapterOptions options)
    {
        options.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        options.AllowAnyClientCertificate();
    }
}

// [Good CWE-295] client certificates of our issuer
public static class OurClientCertificate
{
    public static void Configure(HttpsConnectionAdapterOptions options)
    {
        options.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        options.ClientCertificateValidation = (certificate, chain, errors) => errors == SslPolicyErrors.None && certificate.Issuer == "CN=Ours";
    }
}

// [Bad CWE-319] mail in clear
public static class PlainMail
{
    public static void Send(MailMessage message, NetworkCredential login)
    {
        using var client = new SmtpClient("smtp.example.org", 25);
        client.Credentials = login;
        client.EnableSsl = false;
        client.Send(message);
    }
}

// [Good CWE-319] mail over TLS
public static class TlsMail
{
    public static void Send(MailMessage message, NetworkCredential login)
    {
        using var client = new SmtpClient("smtp.example.org", 587);
        client.Credentials = login;
        client.EnableSsl = true;
        client.Send(message);
    }
}

// [Bad CWE-319] a password over HTTP
public static class PlainLogin
{
    const string Login = "http://accounts.example.org/login";

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, string user, string password) =>
        client.PostAsync(Login, new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = password }));
}

// [Good CWE-319] a password over HTTPS
public static class TlsLogin
{
    const string Login = "https://accounts.example.org/login";

    public static Task<HttpResponseMessage> SendAsync(HttpClient client, string user, string password) =>
        client.PostAsync(Login, new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = password }));
}

// [Good CWE-319] a namespace is no address
public static class Namespaces
{
    public const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    public static System.Xml.Linq.XName Envelope => System.Xml.Linq.XName.Get("Envelope", Soap);
}

// [Bad CWE-319] a database without encryption, by a builder
public static class PlainDatabase
{
    public static string Text(string server, string user, string password)
    {
        var builder = new System.Data.Common.DbConnectionStringBuilder();
        builder["Server"] = server;
        builder["User Id"] = user;
        builder["Password"] = password;
        builder["Encrypt"] = "False";
        return builder.ConnectionString;
    }
}

// [Good CWE-319] a database with encryption, by a builder
public static class EncryptedDatabase
{
    public static string Text(string server, string user, string password)
    {
        var builder = new System.Data.Common.DbConnectionStringBuilder();
        builder["Server"] = server;
        builder["User Id"] = user;
        builder["Password"] = password;
        builder["Encrypt"] = "True";
        return builder.ConnectionString;
    }
}
