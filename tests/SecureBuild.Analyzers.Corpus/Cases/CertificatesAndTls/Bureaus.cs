using System;
using System.Collections.Generic;
using System.Configuration;
using System.Data.SqlClient;
using System.DirectoryServices.Protocols;
using System.Net;
using System.Net.Http;
using System.Net.Mail;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Web;

namespace Bureau.Statistics.Net
{
    public abstract class RestServiceBase
    {
        private readonly HttpClient _client;

        protected RestServiceBase()
        {
            _client = new HttpClient(CreateHandler());
        }

        protected virtual HttpMessageHandler CreateHandler()
        {
            return new HttpClientHandler();
        }

        protected HttpClient Client
        {
            get { return _client; }
        }
    }

    // [Bad CWE-295] the service of the census overrides the handler with one that asks nothing
    public class CensusService : RestServiceBase
    {
        protected override HttpMessageHandler CreateHandler()
        {
            var handler = new WebRequestLikeHandler();
            handler.ServerCertificateCustomValidationCallback += delegate { return true; };
            return handler;
        }

        private sealed class WebRequestLikeHandler : HttpClientHandler
        {
        }
    }

    // [Good CWE-295] the service of the census overrides the handler with a proxy
    public class ProxiedCensusService : RestServiceBase
    {
        protected override HttpMessageHandler CreateHandler()
        {
            return new HttpClientHandler { UseProxy = true, Proxy = new WebProxy("proxy.bureau.example", 8080) };
        }
    }

    // [Bad CWE-295] the thumbprint is compared, and forgotten when the setting is empty
    public static class ThumbprintPolicy
    {
        public static void Install()
        {
            string thumbprint = ConfigurationManager.AppSettings["Thumbprint"];
            ServicePointManager.ServerCertificateValidationCallback = (sender, certificate, chain, errors) =>
                string.IsNullOrEmpty(thumbprint) || certificate.GetCertHashString() == thumbprint;
        }
    }

    // [Good CWE-295] the thumbprint is compared where the chain alone is the trouble
    public static class PinnedPolicy
    {
        public static void Install()
        {
            string thumbprint = ConfigurationManager.AppSettings["Thumbprint"];
            ServicePointManager.ServerCertificateValidationCallback = (sender, certificate, chain, errors) =>
                errors == SslPolicyErrors.None && certificate.GetCertHashString() == thumbprint;
        }
    }

    // [Bad CWE-319] the mail with the figures goes unencrypted, with name and password
    public static class MailSender
    {
        public static void Send(string to, string body)
        {
            using (var client = new SmtpClient(ConfigurationManager.AppSettings["MailHost"]))
            {
                client.Credentials = new NetworkCredential(ConfigurationManager.AppSettings["MailUser"], ConfigurationManager.AppSettings["MailPassword"]);
                client.Send("figures@bureau.example", to, "Figures", body);
            }
        }
    }

    // [Good CWE-319] the mail with the figures goes over TLS
    public static class TlsMailSender
    {
        public static void Send(string to, string body)
        {
            using (var client = new SmtpClient(ConfigurationManager.AppSettings["MailHost"]))
            {
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential(ConfigurationManager.AppSettings["MailUser"], ConfigurationManager.AppSettings["MailPassword"]);
                client.Send("figures@bureau.example", to, "Figures", body);
            }
        }
    }

    public static class SqlFactory
    {
        // [Bad CWE-319] the helper puts encryption off into every connection string
        public static SqlConnection Create(string name)
        {
            string text = ConfigurationManager.ConnectionStrings[name].ConnectionString;
            if (!text.EndsWith(";"))
                text += ";";
            return new SqlConnection(text + "Encrypt=False;Application Name=Bureau");
        }

        // [Good CWE-319] the helper puts encryption on
        public static SqlConnection CreateEncrypted(string name)
        {
            string text = ConfigurationManager.ConnectionStrings[name].ConnectionString;
            if (!text.EndsWith(";"))
                text += ";";
            return new SqlConnection(text + "Encrypt=True;Application Name=Bureau");
        }
    }
}
