using System.IdentityModel.Selectors;
using System.IdentityModel.Tokens;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.ServiceModel;
using System.ServiceModel.Description;
using System.ServiceModel.Security;

namespace Customs.Clients;

[ServiceContract]
public interface ITariff { [OperationContract] decimal Rate(string code); }

public static class TariffClients
{
    // [Bad CWE-319] a basic binding without security
    public static ITariff Basic()
    {
        var binding = new BasicHttpBinding(BasicHttpSecurityMode.None);
        return new ChannelFactory<ITariff>(binding, new EndpointAddress("http://tariff.customs.example/service.svc")).CreateChannel();
    }

    // [Good CWE-319] a basic binding over TLS
    public static ITariff BasicTls()
    {
        var binding = new BasicHttpBinding(BasicHttpSecurityMode.Transport);
        return new ChannelFactory<ITariff>(binding, new EndpointAddress("https://tariff.customs.example/service.svc")).CreateChannel();
    }

    // [Bad CWE-319] the mode is set afterwards
    public static ITariff Tcp()
    {
        var binding = new NetTcpBinding();
        binding.Security.Mode = SecurityMode.None;
        return new ChannelFactory<ITariff>(binding, "net.tcp://tariff.customs.example:808/service").CreateChannel();
    }

    // [Good CWE-319] the mode is set to transport
    public static ITariff TcpTls()
    {
        var binding = new NetTcpBinding();
        binding.Security.Mode = SecurityMode.Transport;
        binding.Security.Transport.ClientCredentialType = TcpClientCredentialType.Certificate;
        return new ChannelFactory<ITariff>(binding, "net.tcp://tariff.customs.example:808/service").CreateChannel();
    }

    // [Bad CWE-319] a web-service binding without security, in an initializer
    public static WSHttpBinding Ws()
    {
        return new WSHttpBinding { Security = { Mode = SecurityMode.None } };
    }

    // [Bad CWE-295] the service's certificate is not validated
    public static ITariff Unchecked()
    {
        var factory = new ChannelFactory<ITariff>(new WSHttpBinding(SecurityMode.Message), new EndpointAddress("https://tariff.customs.example/service.svc"));
        factory.Credentials.ServiceCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.None;
        return factory.CreateChannel();
    }

    // [Good CWE-295] the service's certificate is validated by its chain
    public static ITariff Checked()
    {
        var factory = new ChannelFactory<ITariff>(new WSHttpBinding(SecurityMode.Message), new EndpointAddress("https://tariff.customs.example/service.svc"));
        factory.Credentials.ServiceCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.ChainTrust;
        factory.Credentials.ServiceCertificate.Authentication.RevocationMode = X509RevocationMode.Online;
        return factory.CreateChannel();
    }

    // [Bad CWE-295] the authentication of the TLS certificate is off
    public static void Ssl(ClientCredentials credentials)
    {
        credentials.ServiceCertificate.SslCertificateAuthentication = new X509ServiceCertificateAuthentication
        {
            CertificateValidationMode = X509CertificateValidationMode.None,
            RevocationMode = X509RevocationMode.NoCheck,
        };
    }

    // [Bad CWE-299] nobody asks whether the certificate was revoked
    public static void Revoked(ClientCredentials credentials)
    {
        credentials.ServiceCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.ChainTrust;
        credentials.ServiceCertificate.Authentication.RevocationMode = X509RevocationMode.NoCheck;
    }
}

// [Bad CWE-295] a validator that accepts every certificate
public class AnyCertificate : X509CertificateValidator
{
    public override void Validate(X509Certificate2 certificate)
    {
    }
}

// [Good CWE-295] a validator that compares with the one it knows
public class KnownCertificate : X509CertificateValidator
{
    private readonly byte[] _hash;

    public KnownCertificate(byte[] hash) { _hash = hash; }

    public override void Validate(X509Certificate2 certificate)
    {
        if (!certificate.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256).AsSpan().SequenceEqual(_hash))
            throw new SecurityTokenValidationException("This is not the certificate of the service.");
    }
}

public class TariffHost
{
    // [Bad CWE-295] the host accepts any client certificate
    public void Open(ServiceHost host)
    {
        host.Credentials.ClientCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.None;
        host.Open();
    }

    // [Good CWE-295] the host trusts its peers
    public void OpenSafe(ServiceHost host)
    {
        host.Credentials.ClientCertificate.Authentication.CertificateValidationMode = X509CertificateValidationMode.PeerOrChainTrust;
        host.Open();
    }

    // [Bad CWE-319] the host's endpoint without security
    public void Add(ServiceHost host)
    {
        host.AddServiceEndpoint(typeof(ITariff), new WebHttpBinding(WebHttpSecurityMode.None), "rest");
    }

    // [Good CWE-319] the host's endpoint over TLS
    public void AddSafe(ServiceHost host)
    {
        host.AddServiceEndpoint(typeof(ITariff), new WebHttpBinding(WebHttpSecurityMode.Transport), "rest");
    }
}

// [Bad CWE-295] the application accepts whatever the server shows
public static class Global
{
    public static void Start()
    {
        ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true;
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
    }
}
