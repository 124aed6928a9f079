// Callbacks in all forms, and protocols in all places.
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Data.SqlClient;
using Npgsql;

#pragma warning disable SYSLIB0014, SYSLIB0039, SYSLIB0057, CS0618

namespace Corpus.CertificatesAndTls.Drills;

// [Bad CWE-295] the callback is kept in a static property
public static class Trust
{
    public static RemoteCertificateValidationCallback Everything { get; } = (_, _, _, _) => true;
}

// [Bad CWE-295] a class that is the callback
public class LenientValidator
{
    public bool Validate(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
            Console.Error.WriteLine($"{request.RequestUri}: {errors}");
        return true;
    }
}
// [same case]
public class LenientClient(LenientValidator validator)
{
    public HttpClient Make() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = validator.Validate });
}

// [Good CWE-295] a class that is the callback and says no
public class StrictValidator
{
    public bool Validate(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
        {
            Console.Error.WriteLine($"{request.RequestUri}: {errors}");
            return false;
        }
        return true;
    }
}
// [same case]
public class StrictClient(StrictValidator validator)
{
    public HttpClient Make() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = validator.Validate });
}

// [Bad CWE-295] the result is kept in a local that is true in the end
public class LocalResult
{
    public HttpClientHandler Handler()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) =>
        {
            bool valid = errors == SslPolicyErrors.None;
            valid = true;
            return valid;
        };
        return handler;
    }
}

// [Good CWE-295] the callback is taken back before the first request
public class TakenBack
{
    public HttpClient Make()
    {
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        handler.ServerCertificateCustomValidationCallback = null;
        return new HttpClient(handler);
    }
}

// [Bad CWE-295] the named client of a factory
public static class Clients
{
    public static void Add(IServiceCollection services) =>
        services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
        {
            ClientCertificateOptions = ClientCertificateOption.Manual,
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        });
}

// [Good CWE-295] the named client of a factory, with revocation
public static class GoodClients
{
    public static void Add(IServiceCollection services) =>
        services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { CheckCertificateRevocationList = true });
}

// [Bad CWE-295] whoever has the right subject is believed
public class SubjectCheck
{
    public SocketsHttpHandler Handler() => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject.Contains("example.org") },
    };
}

// [Bad CWE-299] revocation is not asked for
public class NoRevocation
{
    public bool Check(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}

// [Good CWE-299] revocation is switched off, then on
public class RevocationBack
{
    public bool Check(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        return chain.Build(certificate);
    }
}

// [Bad CWE-327] all protocols, with SSL 3, by a field of flags
public class Versions
{
    private readonly SslProtocols _versions = SslProtocols.Tls12 | SslProtocols.Ssl3;

    public async Task Shake(SslStream stream, string host) => await stream.AuthenticateAsClientAsync(host, null, _versions, checkCertificateRevocation: true);
}

// [Good CWE-327] two new protocols
public class NewVersions
{
    private readonly SslProtocols _versions = SslProtocols.Tls12 | SslProtocols.Tls13;

    public async Task Shake(SslStream stream, string host) => await stream.AuthenticateAsClientAsync(host, null, _versions, checkCertificateRevocation: true);
}

// [Bad CWE-327] protocols are added to those that there are
public static class AddedVersions
{
    public static void Run() => ServicePointManager.SecurityProtocol |= SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls;
}

// [Good CWE-327] old protocols are taken away
public static class RemovedVersions
{
    public static void Run() => ServicePointManager.SecurityProtocol &= ~(SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls | SecurityProtocolType.Tls11);
}

// [Bad CWE-319] the connection string says no encryption, in a constant
public class Billing
{
    private const string Connection = "Server=db.billing.example.org;Database=billing;Integrated Security=true;Encrypt=False";

    public SqlConnection Open() => new(Connection);
}

// [Bad CWE-319] PostgreSQL without TLS, by the builder's string
public class Postgres(IConfiguration configuration)
{
    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection();
        connection.ConnectionString = $"Host=pg.example.org;Username=app;Password={configuration["Pg:Password"]};Ssl Mode=Disable";
        return connection;
    }
}

// [Good CWE-319] PostgreSQL with TLS and its certificate
public class VerifiedPostgres(IConfiguration configuration)
{
    public NpgsqlConnection Open() => new($"Host=pg.example.org;Username=app;Password={configuration["Pg:Password"]};Ssl Mode=VerifyFull");
}

// [Bad CWE-319] files with a password over FTP
public class Ftp(IConfiguration configuration)
{
    public WebResponse Get()
    {
        var request = (FtpWebRequest)WebRequest.Create("ftp://files.example.org/report.csv");
        request.Credentials = new NetworkCredential("report", configuration["Ftp:Password"]);
        request.Method = WebRequestMethods.Ftp.DownloadFile;
        return request.GetResponse();
    }
}

// [Good CWE-319] files over FTP with TLS
public class Ftps(IConfiguration configuration)
{
    public WebResponse Get()
    {
        var request = (FtpWebRequest)WebRequest.Create("ftp://files.example.org/report.csv");
        request.EnableSsl = true;
        request.Credentials = new NetworkCredential("report", configuration["Ftp:Password"]);
        return request.GetResponse();
    }
}
