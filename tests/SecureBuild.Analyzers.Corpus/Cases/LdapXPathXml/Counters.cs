// Directory and XML lookups of a town's permit office.
using System.Collections;
using System.DirectoryServices;
using System.Text;
using System.Web;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Xml;

namespace Corpus.LdapXPathXml.Counters
{
    // [Bad CWE-90] the directory class has a property for the account, its method builds the filter
    public class DirectoryLookup
    {
        private string _account;

        public string Account
        {
            get { return _account; }
            set { _account = value; }
        }

        public bool Exists()
        {
            using (DirectoryEntry root = new DirectoryEntry("LDAP://DC=town,DC=example"))
            using (DirectorySearcher ds = new DirectorySearcher(root))
            {
                ds.Filter = string.Format("(&(objectCategory=user)(sAMAccountName={0}))", Account);
                return ds.FindOne() != null;
            }
        }
    }

    // [same case]
    public class ClerkPage : Page
    {
        protected TextBox txtAccount;
        protected Label lblResult;

        protected void btnCheck_Click(object sender, EventArgs e)
        {
            DirectoryLookup lookup = new DirectoryLookup();
            lookup.Account = txtAccount.Text;
            lblResult.Text = lookup.Exists() ? "known" : "unknown";
        }
    }

    // [Good CWE-90] the special characters of filters are escaped one by one
    public class SafeLookup
    {
        private static string Escape(string value)
        {
            StringBuilder sb = new StringBuilder();
            foreach (char c in value)
            {
                switch (c)
                {
                    case '\\': sb.Append("\\5c"); break;
                    case '*': sb.Append("\\2a"); break;
                    case '(': sb.Append("\\28"); break;
                    case ')': sb.Append("\\29"); break;
                    case '\0': sb.Append("\\00"); break;
                    default: sb.Append(c); break;
                }
            }
            return sb.ToString();
        }

        public bool Exists(string account)
        {
            using (DirectorySearcher ds = new DirectorySearcher(new DirectoryEntry("LDAP://DC=town,DC=example")))
            {
                ds.Filter = "(sAMAccountName=" + Escape(account) + ")";
                return ds.FindOne() != null;
            }
        }
    }

    // [same case]
    public class SafeClerkPage : Page
    {
        protected TextBox txtAccount;
        protected Label lblResult;

        protected void btnCheck_Click(object sender, EventArgs e)
        {
            lblResult.Text = new SafeLookup().Exists(txtAccount.Text) ? "known" : "unknown";
        }
    }

    // [Bad CWE-643] a web service looks a tariff up in an XML file
    public class TariffService : WebService
    {
        [WebMethod]
        public string PriceOf(string tariff)
        {
            XmlDocument doc = new XmlDocument();
            doc.Load(Server.MapPath("~/App_Data/Tariffs.xml"));
            XmlNode node = doc.SelectSingleNode("//tariff[name='" + tariff + "']/price");
            return node == null ? "" : node.InnerText;
        }
    }

    // [Good CWE-643] the nodes are compared in a loop
    public class SafeTariffService : WebService
    {
        [WebMethod]
        public string PriceOf(string tariff)
        {
            XmlDocument doc = new XmlDocument();
            doc.Load(Server.MapPath("~/App_Data/Tariffs.xml"));
            foreach (XmlNode node in doc.SelectNodes("//tariff"))
                if (node["name"].InnerText == tariff)
                    return node["price"].InnerText;
            return "";
        }
    }
}
