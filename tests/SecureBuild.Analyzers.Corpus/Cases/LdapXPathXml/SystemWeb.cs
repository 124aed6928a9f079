using System.DirectoryServices;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Xml;

namespace Legacy
{
    // [Bad CWE-90] a Web Forms text box
    public class PhoneBookPage : Page
    {
        protected TextBox NameBox;
        protected GridView Grid;

        protected void Find_Click(object sender, EventArgs e)
        {
            var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://example.com"), "(displayName=" + NameBox.Text + "*)");
            Grid.DataSource = searcher.FindAll();
        }
    }

    // [Good CWE-90] a Web Forms text box with a number
    public class PhoneBookPageSafe : Page
    {
        protected TextBox NumberBox;
        protected GridView Grid;

        protected void Find_Click(object sender, EventArgs e)
        {
            var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://example.com"), "(telephone=" + int.Parse(NumberBox.Text) + ")");
            Grid.DataSource = searcher.FindAll();
        }
    }

    public class ConfigController : Controller
    {
        // [Bad CWE-643] MVC 5
        public ActionResult Value(string key)
        {
            var document = new XmlDocument();
            document.Load(Server.MapPath("~/App_Data/config.xml"));
            return Content(document.SelectSingleNode("/config/" + key).InnerText);
        }

        // [Good CWE-643] MVC 5, one of two
        public ActionResult KnownValue(string key)
        {
            var document = new XmlDocument();
            document.Load(Server.MapPath("~/App_Data/config.xml"));
            return Content(document.SelectSingleNode(key == "title" ? "/config/title" : "/config/owner").InnerText);
        }
    }
}
