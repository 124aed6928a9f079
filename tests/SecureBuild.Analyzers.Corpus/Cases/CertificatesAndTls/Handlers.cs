using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Shop.Handlers;

public class Clients
{
    // [Bad CWE-295] a lambda that says yes
    public HttpClient Careless() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true,
    });

    // [Good CWE-295] a lambda that asks for no errors
    public HttpClient Careful() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => errors == SslPolicyErrors.None,
    });

    // [Bad CWE-295] the framework's own dangerous one
    public HttpMessageHandler Dangerous()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        return handler;
    }

    // [Good CWE-295] a pinned certificate
    public HttpMessageHandler Pinned(string thumbprint)
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None && certificate?.GetCertHashString() == thumbprint;
        return handler;
    }

    // [Bad CWE-295] a block with more words and the same answer
    public SocketsHttpHandler Sockets(ILogger logger) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
            {
                if (errors != SslPolicyErrors.None)
                    logger.LogWarning("certificate errors: {Errors}", errors);
                return true;
            },
        },
    };

    // [Good CWE-295] a block that refuses
    public SocketsHttpHandler RefusingSockets(ILogger logger) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
            {
                if (errors == SslPolicyErrors.None)
                    return true;
                logger.LogWarning("certificate errors: {Errors}", errors);
                return false;
            },
        },
    };

    // [Bad CWE-295] a method group
    public SslStream Wrap(Stream stream)
    {
        return new SslStream(stream, leaveInnerStreamOpen: false, AcceptAll);

        static bool AcceptAll(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
    }

    // [Good CWE-295] a method group that looks
    public SslStream WrapSafely(Stream stream)
    {
        return new SslStream(stream, leaveInnerStreamOpen: false, AcceptValid);

        static bool AcceptValid(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => errors is SslPolicyErrors.None;
    }

    // [Bad CWE-295] for the whole process
    public static void Everywhere() => ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };

    // [Good CWE-295] the process's default is restored
    public static void Restore() => ServicePointManager.ServerCertificateValidationCallback = null;

    // [Bad CWE-297] a wrong name is forgiven
    public HttpClientHandler WrongName() => new()
    {
        ServerCertificateCustomValidationCallback = (_, _, _, errors) =>
            errors == SslPolicyErrors.None || errors == SslPolicyErrors.RemoteCertificateNameMismatch,
    };

    // [Good CWE-295] the chain is built with a root of our own
    public bool OwnRoot(X509Certificate2 certificate, X509Certificate2 root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        return chain.Build(certificate);
    }

    // [Bad CWE-295] the chain's faults are all ignored
    public bool IgnoringChain(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllFlags;
        return chain.Build(certificate);
    }

    // [Bad CWE-299] revocation is not looked at
    public HttpClientHandler NoRevocation() => new() { CheckCertificateRevocationList = false };

    // [Good CWE-299] revocation is looked at
    public HttpClientHandler Revocation() => new() { CheckCertificateRevocationList = true };

    // [Bad CWE-326] TLS 1.0
    public Task Authenticate(SslStream stream, string host) =>
        stream.AuthenticateAsClientAsync(host, null, SslProtocols.Tls, checkCertificateRevocation: true);

    // [Good CWE-326] TLS 1.2 and 1.3
    public Task AuthenticateNew(SslStream stream, string host) =>
        stream.AuthenticateAsClientAsync(host, null, SslProtocols.Tls12 | SslProtocols.Tls13, checkCertificateRevocation: true);

    // [Bad CWE-757] old ones together with new ones
    public HttpClientHandler Mixed() => new() { SslProtocols = SslProtocols.Tls11 | SslProtocols.Tls12 };

    // [Good CWE-757] the operating system chooses
    public HttpClientHandler System() => new() { SslProtocols = SslProtocols.None };

    // [Bad CWE-326] the process's protocol is SSL 3
    public static void Old() => ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls;

    // [Good CWE-326] the old one is taken away
    public static void Remove() => ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Tls;

    // [Good CWE-326] the protocol is only looked at
    public static bool IsOld(SslStream stream) => stream.SslProtocol is SslProtocols.Tls or SslProtocols.Tls11;
}

// [Bad CWE-295] a validator method of a class, connected in the constructor
public class Gateway
{
    readonly HttpClientHandler _handler = new();

    public Gateway() => _handler.ServerCertificateCustomValidationCallback = Validate;

    bool Validate(HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Console.WriteLine(certificate?.Subject);
        return true;
    }
}

// [Good CWE-295] a callback of something else returns true
public class Feed
{
    public Predicate<string> Accept { get; } = line => true;

    public Func<HttpRequestMessage, bool> ShouldRetry { get; } = request => true;
}
