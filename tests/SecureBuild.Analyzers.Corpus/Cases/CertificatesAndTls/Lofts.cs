// Certificates and TLS: tuples, options objects, factories.
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Corpus.CertificatesAndTls.Lofts;

// [Bad CWE-295] every certificate, by a tuple of settings
public sealed class PartnerClientFactory
{
    public HttpClient Create(Uri partner)
    {
        var handler = new HttpClientHandler();
        (handler.CheckCertificateRevocationList, handler.ServerCertificateCustomValidationCallback) = (true, (_, _, _, _) => true);
        return new HttpClient(handler) { BaseAddress = partner };
    }
}

// [Good CWE-295] the system's own validation, settings by a tuple
public sealed class SafePartnerClientFactory
{
    public HttpClient Create(Uri partner)
    {
        var handler = new HttpClientHandler();
        (handler.CheckCertificateRevocationList, handler.AllowAutoRedirect) = (true, false);
        return new HttpClient(handler) { BaseAddress = partner };
    }
}

public sealed class ChannelOptions
{
    public RemoteCertificateValidationCallback? Validate { get; set; }
    public SslProtocols Protocols { get; set; }
}

// [Bad CWE-295] an options object whose callback is set elsewhere in the class
public sealed class Channel
{
    static readonly ChannelOptions s_options = new();

    static Channel() => s_options.Validate = (_, _, _, errors) => true;

    public async Task<SslStream> OpenAsync(Stream inner, string host)
    {
        var stream = new SslStream(inner, false, s_options.Validate);
        await stream.AuthenticateAsClientAsync(host);
        return stream;
    }
}

// [Bad CWE-327] old protocols, by a tuple
public static class LegacyListener
{
    public static SslServerAuthenticationOptions Options(X509Certificate2 certificate)
    {
        var options = new SslServerAuthenticationOptions();
        (options.ServerCertificate, options.EnabledSslProtocols) = (certificate, SslProtocols.Tls11);
        return options;
    }
}

// [Good CWE-327] new protocols, by a tuple
public static class Listener
{
    public static SslServerAuthenticationOptions Options(X509Certificate2 certificate)
    {
        var options = new SslServerAuthenticationOptions();
        (options.ServerCertificate, options.EnabledSslProtocols) = (certificate, SslProtocols.Tls13);
        return options;
    }
}

// [Bad CWE-295] any certificate of a client
public static class ClientCertificates
{
    public static void Configure(WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
    {
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.AllowAnyClientCertificate();
    }));
}

// [Bad CWE-295] errors are written down and accepted
public sealed class TalkativeHandler : SocketsHttpHandlerFactory
{
    protected override bool Check(X509Certificate2? certificate, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
            Console.Error.WriteLine($"certificate of {certificate?.Subject}: {errors}");
        return true;
    }
}

public abstract class SocketsHttpHandlerFactory
{
    public SocketsHttpHandler Create() => new()
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, errors) => Check(certificate as X509Certificate2, errors) },
    };

    protected abstract bool Check(X509Certificate2? certificate, SslPolicyErrors errors);
}

// [Good CWE-295] errors are never accepted
public sealed class StrictHandler : SocketsHttpHandlerFactory
{
    protected override bool Check(X509Certificate2? certificate, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None)
            Console.Error.WriteLine($"certificate of {certificate?.Subject}: {errors}");
        return errors == SslPolicyErrors.None;
    }
}
