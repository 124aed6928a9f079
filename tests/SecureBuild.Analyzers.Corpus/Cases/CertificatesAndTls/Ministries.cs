using System;
using System.Configuration;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.ServiceModel;
using System.ServiceModel.Security;
using System.Web;

namespace Ministry.Gateway.Infrastructure
{
    [ServiceContract]
    public interface IRegistry
    {
        [OperationContract]
        string Lookup(string number);
    }

    // [Bad CWE-295] test systems have self-made certificates, and production reads the same setting
    public class Global : HttpApplication
    {
        protected void Application_Start(object sender, EventArgs e)
        {
            bool ignore = true;
            bool.TryParse(ConfigurationManager.AppSettings["IgnoreSslErrors"], out ignore);
            ServicePointManager.ServerCertificateValidationCallback = OnValidate;
        }

        private static bool OnValidate(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors)
        {
            if (errors != SslPolicyErrors.None)
                System.Diagnostics.Trace.TraceWarning("Certificate of {0}: {1}", certificate.Subject, errors);
            return true;
        }
    }

    // [Good CWE-295] errors are logged and the connection is refused
    public class StrictApplication : HttpApplication
    {
        protected void Application_Start(object sender, EventArgs e)
        {
            ServicePointManager.ServerCertificateValidationCallback = OnValidate;
        }

        private static bool OnValidate(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors)
        {
            if (errors == SslPolicyErrors.None)
                return true;
            System.Diagnostics.Trace.TraceWarning("Certificate of {0}: {1}", certificate.Subject, errors);
            return false;
        }
    }

    // [Bad CWE-327] SSL 3 and TLS 1.0 are added to what the system offers
    public static class ProtocolBootstrap
    {
        public static void Apply()
        {
            ServicePointManager.Expect100Continue = false;
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls | SecurityProtocolType.Ssl3;
        }
    }

    // [Good CWE-327] old servers get TLS 1.2 added
    public static class ModernProtocolBootstrap
    {
        public static void Apply()
        {
            ServicePointManager.Expect100Continue = false;
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }

    // [Bad CWE-295] the proxy trusts any certificate of the registry
    public class RegistryProxy : ClientBase<IRegistry>
    {
        public RegistryProxy(string url)
            : base(new BasicHttpsBinding(), new EndpointAddress(url))
        {
            ConfigureCredentials(ClientCredentials.ServiceCertificate);
        }

        private static void ConfigureCredentials(X509CertificateRecipientClientCredential credential)
        {
            credential.SslCertificateAuthentication = new X509ServiceCertificateAuthentication
            {
                CertificateValidationMode = X509CertificateValidationMode.None,
                RevocationMode = X509RevocationMode.NoCheck,
            };
        }
    }

    // [Good CWE-295] the chain is checked
    public class RegistryChainProxy : ClientBase<IRegistry>
    {
        public RegistryChainProxy(string url)
            : base(new BasicHttpsBinding(), new EndpointAddress(url))
        {
            ClientCredentials.ServiceCertificate.SslCertificateAuthentication = new X509ServiceCertificateAuthentication
            {
                CertificateValidationMode = X509CertificateValidationMode.ChainTrust,
                RevocationMode = X509RevocationMode.Online,
            };
        }
    }

    // [Bad CWE-319] user and password go over HTTP without message security
    public static class BindingManager
    {
        public static BasicHttpBinding CreateBasic()
        {
            var binding = new BasicHttpBinding(BasicHttpSecurityMode.TransportCredentialOnly);
            binding.Security.Transport.ClientCredentialType = HttpClientCredentialType.Basic;
            binding.MaxReceivedMessageSize = 65536;
            return binding;
        }
    }
}
