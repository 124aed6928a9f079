// Certificates and protocols, set in the places where applications set them.
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace Corpus.CertificatesAndTls.Rooms;

// [Bad CWE-295] an extension method accepts every certificate for a named client
public static class PartnerClientExtensions
{
    public static IHttpClientBuilder AddPartnerClient(this IServiceCollection services) =>
        services.AddHttpClient("partner", client => client.BaseAddress = new Uri("https://partner.example"))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
            {
                ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors != SslPolicyErrors.RemoteCertificateNotAvailable,
            });
}

// [Bad CWE-295] the handler is made with a parameter that a caller sets to true
public class HandlerFactory
{
    public HttpClient Internal() => new(Create(trustAll: true));

    static SocketsHttpHandler Create(bool trustAll)
    {
        var handler = new SocketsHttpHandler();
        if (trustAll)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        return handler;
    }
}

// [Good CWE-295] only while developing
public static class DevelopmentClient
{
    public static void Add(IServiceCollection services, IHostEnvironment environment)
    {
        services.AddHttpClient("self").ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new HttpClientHandler();
            if (environment.IsDevelopment())
                handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
            return handler;
        });
    }
}

// [Bad CWE-295] everywhere but in production is too much, and production is said by a string of the configuration
public class FlaggedClient(IConfiguration configuration)
{
    public HttpClient Create()
    {
        var handler = new HttpClientHandler();
        if (configuration.GetValue("Http:IgnoreCertificateErrors", true))
            handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;
        return new HttpClient(handler);
    }
}

// [Bad CWE-295] a method group whose body logs and says yes
public class LoggedAcceptance(ILogger<LoggedAcceptance> logger)
{
    public HttpClient Client() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = Accept });

    bool Accept(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
            logger.LogWarning("Certificate of {Host} has errors: {Errors}", request.RequestUri?.Host, errors);
        return true;
    }
}

// [Good CWE-295] a method group that logs and refuses
public class LoggedRefusal(ILogger<LoggedRefusal> logger)
{
    public HttpClient Client() => new(new HttpClientHandler { ServerCertificateCustomValidationCallback = Check });

    bool Check(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        logger.LogWarning("Certificate of {Host} has errors: {Errors}", request.RequestUri?.Host, errors);
        return false;
    }
}

// [Bad CWE-295] a mistake in the check lets everything pass
public class SwallowedCheck
{
    public SslStream Open(Stream inner) => new(inner, leaveInnerStreamOpen: false, Validate);

    static bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        try
        {
            return errors == SslPolicyErrors.None || chain!.Build(new X509Certificate2(certificate!));
        }
        catch (Exception)
        {
            return true;
        }
    }
}

// [Good CWE-295] a pinned thumbprint
public class PinnedClient
{
    const string Thumbprint = "5F3D1AC2E7B64B8E9D1C0A7F2E3B4C5D6E7F8091A2B3C4D5E6F708192A3B4C5D";

    public HttpClient Client() => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is X509Certificate2 known && known.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == Thumbprint,
        },
    });
}

// [Bad CWE-295] the subject's text decides
public class SubjectClient
{
    public HttpClient Client() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.Subject.Contains("contoso"),
    });
}

// [Bad CWE-327] Kestrel by a class of options
public sealed class KestrelTls : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options) =>
        options.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls | SslProtocols.Tls11 | SslProtocols.Tls12);
}

// [Good CWE-327] Kestrel by a class of options, current protocols
public sealed class KestrelTlsGood : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options) =>
        options.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
}

// [Bad CWE-327] the protocols are a constant of another class
public class SyncClient
{
    static class Defaults
    {
        public const SslProtocols Protocols = SslProtocols.Tls11;
    }

    public HttpClient Create() => new(new HttpClientHandler { SslProtocols = Defaults.Protocols });
}

// [Bad CWE-327] TLS 1.0 for every connection of the process, added
public static class OldServices
{
    public static void Enable()
    {
        ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls;
        ServicePointManager.Expect100Continue = false;
    }
}

// [Good CWE-327] TLS 1.0 is taken away
public static class OldServicesGood
{
    public static void Disable() => ServicePointManager.SecurityProtocol &= ~(SecurityProtocolType.Tls | SecurityProtocolType.Tls11);
}

// [Bad CWE-299] chains are built without revocation
public class ChainCheck
{
    static readonly X509ChainPolicy s_policy = new() { RevocationMode = X509RevocationMode.NoCheck, VerificationTime = DateTime.UtcNow };

    public bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain { ChainPolicy = s_policy };
        return chain.Build(certificate);
    }
}

// [Good CWE-299] with revocation
public class ChainCheckGood
{
    public bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.EntireChain;
        return chain.Build(certificate);
    }
}

// [Bad CWE-295] an unknown authority is all right
public class LaxChain
{
    public bool IsTrusted(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.VerificationFlags |= X509VerificationFlags.AllowUnknownCertificateAuthority | X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }
}

// [Bad CWE-295] the answer of Build is not looked at
public class UnreadChain
{
    public string Issuer(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.Build(certificate);
        return chain.ChainElements[^1].Certificate.Subject;
    }

    public bool Accept(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.Build(certificate);
        return certificate.NotAfter > DateTime.Now;
    }
}

// [Bad CWE-295] client certificates of anybody
public static class MutualTls
{
    public static void Configure(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(8443, listen => listen.UseHttps(new HttpsConnectionAdapterOptions
    {
        ClientCertificateMode = ClientCertificateMode.RequireCertificate,
        ClientCertificateValidation = (certificate, chain, errors) => true,
    })));
}

// [Bad CWE-295] any client certificate, by the method that is made for it
public static class MutualTlsAny
{
    public static void Configure(KestrelServerOptions options) => options.ConfigureHttpsDefaults(https =>
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.AllowAnyClientCertificate();
    });
}

// [Good CWE-295] certificates of the own authority
public static class MutualTlsGood
{
    public static void Configure(KestrelServerOptions options, X509Certificate2 authority) => options.ConfigureHttpsDefaults(https =>
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.ClientCertificateValidation = (certificate, chain, errors) =>
            errors == SslPolicyErrors.None && chain is not null && chain.ChainElements.Any(element => element.Certificate.RawData.SequenceEqual(authority.RawData));
    });
}

// [Bad CWE-319] the fallback of the address is plain http, and the token goes there
public class BillingClient(HttpClient http, IConfiguration configuration)
{
    public async Task<string> InvoicesAsync(string token)
    {
        var address = configuration["Billing:Url"] ?? "http://billing.contoso.com/api";
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return await http.GetStringAsync(address + "/invoices");
    }
}

// [Good CWE-319] plain http only to the own machine
public class SidecarClient(HttpClient http)
{
    public Task<string> HealthAsync() => http.GetStringAsync("http://localhost:3500/v1.0/healthz");
}

// [Bad CWE-319] mail with a password and without TLS
public class ReceiptMail
{
    public void Send(System.Net.Mail.MailMessage message, string password)
    {
        using var client = new System.Net.Mail.SmtpClient("mail.contoso.com", 25);
        client.Credentials = new NetworkCredential("receipts", password);
        client.EnableSsl = false;
        client.Send(message);
    }
}

// [Bad CWE-757] unencrypted HTTP/2 for gRPC outside of the process
public static class GrpcClients
{
    public static void Configure() => AppContext.SetSwitch("System.Net.Http.SocketsHttpHandler.Http2UnencryptedSupport", true);
}
