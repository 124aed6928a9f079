// Stand-ins for WCF: the public names, no behaviour.
using System.Security.Cryptography.X509Certificates;

namespace System.ServiceModel
{
    public enum SecurityMode { None, Transport, Message, TransportWithMessageCredential }
    public enum BasicHttpSecurityMode { None, Transport, Message, TransportWithMessageCredential, TransportCredentialOnly }
    public enum BasicHttpsSecurityMode { Transport, TransportWithMessageCredential }
    public enum WebHttpSecurityMode { None, Transport, TransportCredentialOnly }
    public enum HttpClientCredentialType { None, Basic, Digest, Ntlm, Windows, Certificate }
    public enum TcpClientCredentialType { None, Windows, Certificate }
    public enum MessageCredentialType { None, Windows, UserName, Certificate, IssuedToken }
    public enum InstanceContextMode { PerSession, PerCall, Single }
    public enum ConcurrencyMode { Single, Reentrant, Multiple }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)] public sealed class ServiceContractAttribute : Attribute { public string Namespace { get; set; } public string Name { get; set; } public Net.Security.ProtectionLevel ProtectionLevel { get; set; } }
    [AttributeUsage(AttributeTargets.Method)] public sealed class OperationContractAttribute : Attribute { public bool IsOneWay { get; set; } public string Action { get; set; } }
    [AttributeUsage(AttributeTargets.Method)] public sealed class FaultContractAttribute : Attribute { public FaultContractAttribute(Type detailType) => throw null; }
    [AttributeUsage(AttributeTargets.Class)] public sealed class ServiceBehaviorAttribute : Attribute { public bool IncludeExceptionDetailInFaults { get; set; } public InstanceContextMode InstanceContextMode { get; set; } public ConcurrencyMode ConcurrencyMode { get; set; } }

    public class HttpTransportSecurity { public HttpClientCredentialType ClientCredentialType { get; set; } }
    public sealed class BasicHttpMessageSecurity { }
    public class TcpTransportSecurity { public TcpClientCredentialType ClientCredentialType { get; set; } }
    public class MessageSecurityOverHttp { public MessageCredentialType ClientCredentialType { get; set; } }
    public sealed class BasicHttpSecurity { public BasicHttpSecurityMode Mode { get; set; } public HttpTransportSecurity Transport { get; set; } public BasicHttpMessageSecurity Message { get; set; } }
    public sealed class BasicHttpsSecurity { public BasicHttpsSecurityMode Mode { get; set; } public HttpTransportSecurity Transport { get; set; } }
    public sealed class WSHttpSecurity { public SecurityMode Mode { get; set; } public HttpTransportSecurity Transport { get; set; } public MessageSecurityOverHttp Message { get; set; } }
    public sealed class NetTcpSecurity { public SecurityMode Mode { get; set; } public TcpTransportSecurity Transport { get; set; } }
    public sealed class WebHttpSecurity { public WebHttpSecurityMode Mode { get; set; } }

    public abstract class HttpBindingBase : Channels.Binding
    {
        public long MaxReceivedMessageSize { get; set; }
        public Xml.XmlDictionaryReaderQuotas ReaderQuotas { get; set; }
    }

    public class BasicHttpBinding : HttpBindingBase
    {
        public BasicHttpBinding() => throw null;
        public BasicHttpBinding(BasicHttpSecurityMode securityMode) => throw null;
        public BasicHttpSecurity Security { get; set; }
    }

    public class BasicHttpsBinding : HttpBindingBase
    {
        public BasicHttpsBinding() => throw null;
        public BasicHttpsBinding(BasicHttpsSecurityMode securityMode) => throw null;
        public BasicHttpsSecurity Security { get; set; }
    }

    public class WSHttpBinding : Channels.Binding
    {
        public WSHttpBinding() => throw null;
        public WSHttpBinding(SecurityMode securityMode) => throw null;
        public WSHttpSecurity Security { get; set; }
    }

    public class WebHttpBinding : Channels.Binding
    {
        public WebHttpBinding() => throw null;
        public WebHttpBinding(WebHttpSecurityMode securityMode) => throw null;
        public WebHttpSecurity Security { get; set; }
    }

    public class NetTcpBinding : Channels.Binding
    {
        public NetTcpBinding() => throw null;
        public NetTcpBinding(SecurityMode securityMode) => throw null;
        public NetTcpSecurity Security { get; set; }
        public long MaxReceivedMessageSize { get; set; }
    }

    public class EndpointAddress
    {
        public EndpointAddress(string uri) => throw null;
        public EndpointAddress(Uri uri, params object[] addressHeaders) => throw null;
    }

    public abstract class ServiceHostBase
    {
        public Description.ServiceDescription Description => throw null;
        public Description.ServiceCredentials Credentials => throw null;
        public void Open() => throw null;
    }

    public class ServiceHost : ServiceHostBase
    {
        public ServiceHost(Type serviceType, params Uri[] baseAddresses) => throw null;
        public Description.ServiceEndpoint AddServiceEndpoint(Type implementedContract, Channels.Binding binding, string address) => throw null;
    }

    public abstract class ChannelFactory
    {
        public Description.ClientCredentials Credentials => throw null;
        public Description.ServiceEndpoint Endpoint => throw null;
    }

    public class ChannelFactory<TChannel> : ChannelFactory
    {
        public ChannelFactory(Channels.Binding binding) => throw null;
        public ChannelFactory(Channels.Binding binding, string remoteAddress) => throw null;
        public ChannelFactory(Channels.Binding binding, EndpointAddress remoteAddress) => throw null;
        public TChannel CreateChannel() => throw null;
        public virtual TChannel CreateChannel(EndpointAddress address) => throw null;
    }

    public abstract class ClientBase<TChannel> where TChannel : class
    {
        protected ClientBase(Channels.Binding binding, EndpointAddress remoteAddress) => throw null;
        public Description.ClientCredentials ClientCredentials => throw null;
        protected TChannel Channel => throw null;
    }

    public class FaultException : Exception
    {
        public FaultException(string reason) => throw null;
    }

    public class FaultException<TDetail> : FaultException
    {
        public FaultException(TDetail detail, string reason) : base(reason) => throw null;
    }

    public class ExceptionDetail { public ExceptionDetail(Exception exception) => throw null; }

    public sealed class OperationContext
    {
        public static OperationContext Current { get; set; }
        public Channels.MessageHeaders IncomingMessageHeaders => throw null;
    }
}

namespace System.ServiceModel.Channels
{
    public abstract class Binding
    {
        public string Name { get; set; }
        public TimeSpan SendTimeout { get; set; }
    }

    public sealed class MessageHeaders
    {
        public T GetHeader<T>(string name, string ns) => throw null;
    }
}

namespace System.ServiceModel.Description
{
    using System.ServiceModel.Security;

    public interface IServiceBehavior { }

    public class ServiceDebugBehavior : IServiceBehavior
    {
        public bool IncludeExceptionDetailInFaults { get; set; }
        public bool HttpHelpPageEnabled { get; set; }
    }

    public class ServiceMetadataBehavior : IServiceBehavior { public bool HttpGetEnabled { get; set; } }
    public class KeyedBehaviors { public void Add(IServiceBehavior behavior) => throw null; public T Find<T>() => throw null; }
    public class ServiceDescription { public KeyedBehaviors Behaviors => throw null; }
    public class ServiceEndpoint { public Channels.Binding Binding { get; set; } }

    public class ClientCredentials
    {
        public X509CertificateRecipientClientCredential ServiceCertificate => throw null;
        public X509CertificateInitiatorClientCredential ClientCertificate => throw null;
        public UserNamePasswordClientCredential UserName => throw null;
    }

    public class ServiceCredentials
    {
        public X509CertificateInitiatorServiceCredential ClientCertificate => throw null;
    }
}

namespace System.ServiceModel.Security
{
    public enum X509CertificateValidationMode { None, PeerTrust, ChainTrust, PeerOrChainTrust, Custom }

    public class X509ServiceCertificateAuthentication
    {
        public X509CertificateValidationMode CertificateValidationMode { get; set; }
        public X509RevocationMode RevocationMode { get; set; }
        public StoreLocation TrustedStoreLocation { get; set; }
        public IdentityModel.Selectors.X509CertificateValidator CustomCertificateValidator { get; set; }
    }

    public class X509ClientCertificateAuthentication
    {
        public X509CertificateValidationMode CertificateValidationMode { get; set; }
        public X509RevocationMode RevocationMode { get; set; }
        public IdentityModel.Selectors.X509CertificateValidator CustomCertificateValidator { get; set; }
    }

    public sealed class X509CertificateRecipientClientCredential
    {
        public X509ServiceCertificateAuthentication Authentication => throw null;
        public X509ServiceCertificateAuthentication SslCertificateAuthentication { get; set; }
    }

    public sealed class X509CertificateInitiatorClientCredential { public X509Certificate2 Certificate { get; set; } }
    public sealed class X509CertificateInitiatorServiceCredential { public X509ClientCertificateAuthentication Authentication => throw null; }
    public sealed class UserNamePasswordClientCredential { public string UserName { get; set; } public string Password { get; set; } }
}

namespace System.ServiceModel.Web
{
    public enum WebMessageFormat { Xml, Json }
    [AttributeUsage(AttributeTargets.Method)] public sealed class WebGetAttribute : Attribute { public string UriTemplate { get; set; } public WebMessageFormat ResponseFormat { get; set; } }
    [AttributeUsage(AttributeTargets.Method)] public sealed class WebInvokeAttribute : Attribute { public string Method { get; set; } public string UriTemplate { get; set; } }

    public class WebOperationContext
    {
        public static WebOperationContext Current => throw null;
        public IncomingWebRequestContext IncomingRequest => throw null;
        public OutgoingWebResponseContext OutgoingResponse => throw null;
    }

    public class IncomingWebRequestContext
    {
        public Net.WebHeaderCollection Headers => throw null;
        public string UserAgent => throw null;
        public UriTemplateMatch UriTemplateMatch { get; set; }
    }

    public class OutgoingWebResponseContext
    {
        public Net.WebHeaderCollection Headers => throw null;
        public string ContentType { get; set; }
        public string Location { get; set; }
    }
}

namespace System
{
    public class UriTemplateMatch { public Collections.Specialized.NameValueCollection QueryParameters => throw null; }
}

namespace System.IdentityModel.Selectors
{
    public abstract class X509CertificateValidator
    {
        public abstract void Validate(X509Certificate2 certificate);
        public static X509CertificateValidator None => throw null;
        public static X509CertificateValidator ChainTrust => throw null;
    }

    public abstract class UserNamePasswordValidator
    {
        public abstract void Validate(string userName, string password);
    }
}

namespace System.IdentityModel.Tokens
{
    public class SecurityTokenValidationException : Exception { public SecurityTokenValidationException(string message) => throw null; }
}
