using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace Layers;

// [Bad CWE-295] a named client that trusts everybody
public static class Clients
{
    public static void Add(IServiceCollection services) => services.AddHttpClient("partner")
        .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
}

// [Good CWE-295] a named client with a pinned certificate
public static class PinnedClients
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddHttpClient("partner")
        .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None && certificate?.GetCertHashString() == configuration["Thumbprint"],
        });
}

// [Bad CWE-295] a sockets handler
public sealed class Api
{
    readonly HttpClient _client = new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = delegate { return true; } },
    });

    public Task<string> LoadAsync() => _client.GetStringAsync("https://api.example.com");
}

// [Bad CWE-295] errors are logged and forgotten
public sealed class LoggingValidation(ILogger<LoggingValidation> logger)
{
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
            logger.LogWarning("certificate errors");
        return true;
    }

    public SslStream Open(TcpClient client) => new(client.GetStream(), false, Validate);
}

// [Good CWE-295] errors end the connection
public sealed class StrictValidation(ILogger<StrictValidation> logger)
{
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        logger.LogWarning("certificate errors");
        return false;
    }

    public SslStream Open(TcpClient client) => new(client.GetStream(), false, Validate);
}

// [Bad CWE-326] an old protocol
public sealed class OldProtocol
{
    public Task ConnectAsync(SslStream stream) => stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "example.com", EnabledSslProtocols = SslProtocols.Tls | SslProtocols.Tls11 });
}

// [Good CWE-326] what the system chooses
public sealed class NewProtocol
{
    public Task ConnectAsync(SslStream stream) => stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "example.com", EnabledSslProtocols = SslProtocols.None });
}

// [Bad CWE-319] a password over HTTP
public sealed class Payments(HttpClient client)
{
    public Task<HttpResponseMessage> PayAsync(string card) => client.PostAsync("http://payments.example.com/pay", new StringContent(card));
}

// [Good CWE-319] this machine only
public sealed class LocalAgent(HttpClient client)
{
    public Task<HttpResponseMessage> PingAsync() => client.GetAsync("http://localhost:8126/ping");
}

// [Bad CWE-319] the certificate of the database is not looked at
public static class Database
{
    public static Microsoft.Data.SqlClient.SqlConnection Open(string user) => new("Server=db.example.com;Database=Main;Integrated Security=true;Encrypt=true;TrustServerCertificate=true");
}

// [Good CWE-319] an encrypted connection
public static class SafeDatabase
{
    public static Microsoft.Data.SqlClient.SqlConnection Open() => new("Server=db.example.com;Database=Main;Integrated Security=true;Encrypt=Strict");
}
