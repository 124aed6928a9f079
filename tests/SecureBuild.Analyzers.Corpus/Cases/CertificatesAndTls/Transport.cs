using System.Net;
using System.Net.Mail;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.Data.SqlClient;

namespace Shop.Transport;

public class Senders(IConfiguration configuration)
{
    // [Bad CWE-319] mail over clear text
    public void Send(MailMessage message, NetworkCredential credential)
    {
        using var client = new SmtpClient("mail.shop.example", 25) { Credentials = credential, EnableSsl = false };
        client.Send(message);
    }

    // [Good CWE-319] mail over TLS
    public void SendEncrypted(MailMessage message, NetworkCredential credential)
    {
        using var client = new SmtpClient("mail.shop.example", 587) { Credentials = credential, EnableSsl = true };
        client.Send(message);
    }

    // [Bad CWE-319] a password over HTTP
    public Task<HttpResponseMessage> Login(HttpClient client, string user, string password) =>
        client.PostAsync("http://accounts.partner.example/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = password }));

    // [Good CWE-319] a password over HTTPS
    public Task<HttpResponseMessage> LoginEncrypted(HttpClient client, string user, string password) =>
        client.PostAsync("https://accounts.partner.example/login", new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = password }));

    // [Good CWE-319] the same machine
    public Task<string> Health(HttpClient client) => client.GetStringAsync("http://localhost:5080/health");

    // [Bad CWE-319] a base address without encryption
    public HttpClient Api() => new() { BaseAddress = new Uri("http://api.partner.example/v1/") };

    // [Good CWE-319] a base address with encryption
    public HttpClient SecureApi() => new() { BaseAddress = new Uri("https://api.partner.example/v1/") };

    // [Good CWE-319] a namespace is a name, nothing is fetched
    public System.Xml.Linq.XName Name() => System.Xml.Linq.XNamespace.Get("http://schemas.xmlsoap.org/soap/envelope/") + "Body";

    // [Bad CWE-319] the database's connection is not encrypted
    public SqlConnection Unencrypted() => new("Server=db.shop.example;Database=shop;Integrated Security=true;Encrypt=False");

    // [Good CWE-319] the database's connection is encrypted
    public SqlConnection Encrypted() => new("Server=db.shop.example;Database=shop;Integrated Security=true;Encrypt=Strict");

    // [Bad CWE-295] the database's certificate is trusted blindly
    public SqlConnection Trusting() => new("Server=db.shop.example;Database=shop;Integrated Security=true;TrustServerCertificate=True");

    // [Good CWE-295] the connection of the configuration
    public SqlConnection Configured() => new(configuration.GetConnectionString("Shop"));

    // [Bad CWE-319] FTP
    public WebRequest Upload(string name)
    {
        var request = (FtpWebRequest)WebRequest.Create("ftp://files.partner.example/in/" + Path.GetFileName(name));
        request.Method = WebRequestMethods.Ftp.UploadFile;
        request.EnableSsl = false;
        return request;
    }

    // [Good CWE-319] FTP with TLS
    public WebRequest UploadEncrypted(string name)
    {
        var request = (FtpWebRequest)WebRequest.Create("ftp://files.partner.example/in/" + Path.GetFileName(name));
        request.Method = WebRequestMethods.Ftp.UploadFile;
        request.EnableSsl = true;
        return request;
    }

    // [Good CWE-319] addresses are compared
    public bool IsPlain(string address) => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}

public static class Startup
{
    // [Bad CWE-295] a named client for every environment
    public static void AddClients(IServiceCollection services) =>
        services.AddHttpClient("erp").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });

    // [Good CWE-295] only where developers work
    public static void AddDevelopmentClients(IServiceCollection services, IHostEnvironment environment)
    {
        var client = services.AddHttpClient("erp");
        if (environment.IsDevelopment())
            client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
    }

    // [Bad CWE-295] everywhere but where developers work
    public static void AddProductionClients(IServiceCollection services, IHostEnvironment environment)
    {
        var client = services.AddHttpClient("erp");
        if (!environment.IsDevelopment())
            client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
    }

    // [Good CWE-295] a handler without a callback
    public static void AddPlainClients(IServiceCollection services) =>
        services.AddHttpClient("erp").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { UseCookies = false });

    // [Bad CWE-295] self-signed client certificates count as well, and revoked ones
    public static void AddCertificates(IServiceCollection services) =>
        services.AddAuthentication().AddCertificate(options =>
        {
            options.AllowedCertificateTypes = CertificateTypes.All;
            options.RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck;
        });

    // [Good CWE-295] chained client certificates that are checked
    public static void AddChained(IServiceCollection services) =>
        services.AddAuthentication().AddCertificate(options =>
        {
            options.AllowedCertificateTypes = CertificateTypes.Chained;
            options.RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.Online;
        });

    // [Bad CWE-326] Kestrel speaks TLS 1.0
    public static void ListenOld(WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = System.Security.Authentication.SslProtocols.Tls | System.Security.Authentication.SslProtocols.Tls12));

    // [Good CWE-326] Kestrel speaks TLS 1.3
    public static void ListenNew(WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = System.Security.Authentication.SslProtocols.Tls13));
}
