using System;
using System.Configuration;
using System.Data.SqlClient;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.ServiceModel;
using System.Text;
using System.Web;

namespace Agency.Common.Access
{
    [ServiceContract]
    public interface IPlateService
    {
        [OperationContract]
        string Find(string plate);
    }

    public sealed class PlateProxy : ClientBase<IPlateService>
    {
        // [Bad CWE-798] name and password of the service account
        public PlateProxy(BasicHttpsBinding binding, EndpointAddress address)
            : base(binding, address)
        {
            ClientCredentials.UserName.UserName = "svc-vehicles";
            ClientCredentials.UserName.Password = "Plat3s&Cars!";
        }

        // [Good CWE-798] name and password of the caller
        public PlateProxy(BasicHttpsBinding binding, EndpointAddress address, string user, string password)
            : base(binding, address)
        {
            ClientCredentials.UserName.UserName = user;
            ClientCredentials.UserName.Password = password;
        }
    }

    public static class CertificateHelper
    {
        // [Bad CWE-259] the password of the file with the private key
        public static X509Certificate2 Load(string path)
        {
            return new X509Certificate2(path, "Agency#2020", X509KeyStorageFlags.MachineKeySet);
        }

        // [Good CWE-259] the certificate of the store has no password
        public static X509Certificate2 Find(string thumbprint)
        {
            var store = new X509Store(StoreName.My, StoreLocation.LocalMachine);
            store.Open(OpenFlags.ReadOnly);
            return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, true)[0];
        }
    }

    public static class ConnectionHelper
    {
        // [Bad CWE-798] the builder gets the password of the owner
        public static string Archive()
        {
            var builder = new System.Data.Common.DbConnectionStringBuilder();
            builder["Data Source"] = "archive01";
            builder["User ID"] = "archive";
            builder["Password"] = "Arch!ve_77";
            return builder.ConnectionString;
        }

        // [Good CWE-798] the builder gets the password of the configuration
        public static string Current()
        {
            var builder = new System.Data.Common.DbConnectionStringBuilder();
            builder["Data Source"] = "current01";
            builder["User ID"] = "current";
            builder["Password"] = ConfigurationManager.AppSettings["CurrentPassword"];
            return builder.ConnectionString;
        }
    }

    public class TollClient
    {
        private static readonly HttpClient Client = new HttpClient();

        // [Bad CWE-798] the authorization of the toll's interface
        static TollClient()
        {
            Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("agency:" + "T0ll-Br1dge-55")));
        }

        // [Good CWE-798] the language of the toll's interface
        public TollClient()
        {
            Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de-CH");
        }
    }
}
