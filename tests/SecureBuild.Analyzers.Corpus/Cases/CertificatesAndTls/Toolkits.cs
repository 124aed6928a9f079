using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace Halyard.Transport;

/// <summary>How a connection is made.</summary>
public class TransportOptions
{
    public bool VerifyPeer { get; set; } = true;

    public SslProtocols Protocols { get; set; } = SslProtocols.None;

    public RemoteCertificateValidationCallback Validate { get; set; }
}

public static class TransportExtensions
{
    // [Bad CWE-295] an extension method switches the check of the peer off
    public static IHttpClientBuilder TrustAnyServer(this IHttpClientBuilder builder) =>
        builder.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        });

    // [Good CWE-295] an extension method pins what the system also accepts
    public static IHttpClientBuilder PinServer(this IHttpClientBuilder builder, string thumbprint) =>
        builder.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                    errors == SslPolicyErrors.None && certificate is X509Certificate2 pinned && pinned.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256) == thumbprint,
            },
        });

    // [Bad CWE-295] the names may differ and the chain too, when the option says so, and it says so
    public static TransportOptions Lenient(this TransportOptions options)
    {
        options.VerifyPeer = false;
        options.Validate = static (_, certificate, _, _) => certificate is not null;
        return options;
    }

    // [Good CWE-295] what the system says
    public static TransportOptions Strict(this TransportOptions options)
    {
        options.VerifyPeer = true;
        options.Validate = static (_, certificate, _, errors) => certificate is not null && errors == SslPolicyErrors.None;
        return options;
    }
}

// [Bad CWE-327] TLS 1.0 and 1.1 for compatibility
internal sealed class ConfigureHttps : IConfigureOptions<HttpsConnectionAdapterOptions>
{
    const SslProtocols Compatible = SslProtocols.Tls | SslProtocols.Tls11 | SslProtocols.Tls12;

    public void Configure(HttpsConnectionAdapterOptions options) => options.SslProtocols = Compatible;
}

// [Good CWE-327] TLS 1.2 and 1.3
internal sealed class ConfigureModernHttps : IConfigureOptions<HttpsConnectionAdapterOptions>
{
    const SslProtocols Current = SslProtocols.Tls12 | SslProtocols.Tls13;

    public void Configure(HttpsConnectionAdapterOptions options) => options.SslProtocols = Current;
}

// [Bad CWE-295] client certificates of any origin pass
internal sealed class ConfigureMutual : IPostConfigureOptions<HttpsConnectionAdapterOptions>
{
    public void PostConfigure(string name, HttpsConnectionAdapterOptions options)
    {
        options.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        options.AllowAnyClientCertificate();
    }
}

// [Good CWE-295] client certificates of our authority
internal sealed class ConfigureOwnMutual(X509Certificate2 authority) : IPostConfigureOptions<HttpsConnectionAdapterOptions>
{
    public void PostConfigure(string name, HttpsConnectionAdapterOptions options)
    {
        options.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        options.ClientCertificateValidation = (certificate, chain, errors) =>
        {
            if (errors != SslPolicyErrors.None)
                return false;
            using var own = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust } };
            own.ChainPolicy.CustomTrustStore.Add(authority);
            return own.Build(certificate);
        };
    }
}

/// <summary>Opens streams to a broker.</summary>
public sealed class BrokerConnector(TransportOptions options)
{
    // [Bad CWE-295] with the option off any certificate will do, which the strategy hides in a method
    public async Task<Stream> ConnectAsync(string host, int port, CancellationToken cancellation)
    {
        var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellation);
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = host,
            RemoteCertificateValidationCallback = AcceptAll,
        }, cancellation);
        return stream;

        static bool AcceptAll(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors) => true;
    }

    // [Good CWE-295] the caller's callback or the system's decision
    public async Task<Stream> ConnectStrictlyAsync(string host, int port, CancellationToken cancellation)
    {
        var client = new TcpClient();
        await client.ConnectAsync(host, port, cancellation);
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = options.Protocols,
            RemoteCertificateValidationCallback = options.Validate,
            CertificateRevocationCheckMode = X509RevocationMode.Online,
        }, cancellation);
        return stream;
    }
}

/// <summary>Builds chains for signed documents.</summary>
public static class ChainFactory
{
    // [Bad CWE-295] whatever is wrong with the chain, it is trusted
    public static bool Trusts(X509Certificate2 certificate)
    {
        using var chain = new X509Chain
        {
            ChainPolicy = new()
            {
                RevocationMode = X509RevocationMode.NoCheck,
                VerificationFlags = X509VerificationFlags.AllFlags,
            },
        };
        return chain.Build(certificate);
    }

    // [Good CWE-295] a chain with revocation
    public static bool TrustsWithRevocation(X509Certificate2 certificate)
    {
        using var chain = new X509Chain
        {
            ChainPolicy = new()
            {
                RevocationMode = X509RevocationMode.Online,
                RevocationFlag = X509RevocationFlag.ExcludeRoot,
                VerificationFlags = X509VerificationFlags.NoFlag,
            },
        };
        return chain.Build(certificate);
    }
}
