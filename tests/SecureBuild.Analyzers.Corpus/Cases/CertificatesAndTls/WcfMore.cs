using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.ServiceModel;
using System.ServiceModel.Channels;
using System.ServiceModel.Description;
using System.ServiceModel.Security;

namespace Registry.Clients;

[ServiceContract]
public interface ILand { [OperationContract] string Owner(string parcel); }

public class LandClient : ClientBase<ILand>, ILand
{
    public LandClient(Binding binding, EndpointAddress address) : base(binding, address) { }
    public string Owner(string parcel) { return Channel.Owner(parcel); }
}

public class LandClients
{
    private readonly bool _trustAll;

    public LandClients(bool trustAll) { _trustAll = trustAll; }

    // [Bad CWE-295] a client that takes any certificate, as a setting says
    public ILand Create()
    {
        var client = new LandClient(new BasicHttpsBinding(), new EndpointAddress("https://land.registry.example/"));
        if (_trustAll)
            client.ClientCredentials.ServiceCertificate.SslCertificateAuthentication = new X509ServiceCertificateAuthentication { CertificateValidationMode = X509CertificateValidationMode.None };
        return client;
    }

    // [Good CWE-295] a client whose certificates are checked
    public ILand CreateSafe()
    {
        var client = new LandClient(new BasicHttpsBinding(), new EndpointAddress("https://land.registry.example/"));
        client.ClientCredentials.ServiceCertificate.SslCertificateAuthentication = new X509ServiceCertificateAuthentication
        {
            CertificateValidationMode = X509CertificateValidationMode.ChainTrust,
            RevocationMode = X509RevocationMode.Online,
        };
        return client;
    }

    // [Bad CWE-319] the binding of a helper has no security
    public ILand CreatePlain()
    {
        return new LandClient(Plain(), new EndpointAddress("net.tcp://land.registry.example:9000/"));
    }
    // [same case]
    private static Binding Plain()
    {
        var binding = new NetTcpBinding(SecurityMode.None) { MaxReceivedMessageSize = 1 << 20 };
        return binding;
    }

    // [Good CWE-319] the binding of a helper has transport security
    private static Binding Secured()
    {
        return new NetTcpBinding(SecurityMode.Transport) { MaxReceivedMessageSize = 1 << 20 };
    }

    // [Bad CWE-319] credentials in the clear
    public static Binding Basic()
    {
        var binding = new BasicHttpBinding(BasicHttpSecurityMode.TransportCredentialOnly);
        binding.Security.Transport.ClientCredentialType = HttpClientCredentialType.Basic;
        return binding;
    }

    // [Bad CWE-319] the security object's own mode
    public static Binding Initialised()
    {
        return new BasicHttpBinding { Security = new BasicHttpSecurity { Mode = BasicHttpSecurityMode.None } };
    }

    // [Good CWE-319] the security object's own mode, with transport security
    public static Binding InitialisedSafe()
    {
        return new BasicHttpBinding { Security = new BasicHttpSecurity { Mode = BasicHttpSecurityMode.Transport } };
    }

    // [Bad CWE-319] chosen by a condition
    public static Binding Chosen(bool secure)
    {
        return new WSHttpBinding(secure ? SecurityMode.TransportWithMessageCredential : SecurityMode.None);
    }

    // [Bad CWE-319] an address without TLS
    public static ILand Address()
    {
        var factory = new ChannelFactory<ILand>(new BasicHttpBinding());
        return factory.CreateChannel(new EndpointAddress("http://land.registry.example/service.svc"));
    }

    // [Good CWE-319] a local address without TLS
    public static ILand Local()
    {
        var factory = new ChannelFactory<ILand>(new BasicHttpBinding());
        return factory.CreateChannel(new EndpointAddress("http://localhost:8080/service.svc"));
    }
}
