using System.DirectoryServices;
using System.ServiceModel;
using System.Text;
using System.Web;
using System.Web.Http;
using System.Web.Mvc;
using System.Web.Services;
using System.Web.UI;
using System.Web.UI.WebControls;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Staff.Directory;

public class StaffPage : Page
{
    protected TextBox txtName;
    protected XmlDocument staff = new XmlDocument();

    // [Bad CWE-90] the name of a text box in a directory filter
    protected void Find_Click(object sender, EventArgs e)
    {
        using (var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=staff,dc=example")))
        {
            searcher.Filter = string.Format("(&(objectClass=person)(cn={0}*))", txtName.Text);
            searcher.FindAll();
        }
    }

    // [Good CWE-90] the name is encoded for a filter
    protected void FindSafe_Click(object sender, EventArgs e)
    {
        using (var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=staff,dc=example")))
        {
            searcher.Filter = string.Format("(&(objectClass=person)(cn={0}*))", Microsoft.Security.Application.Encoder.LdapFilterEncode(txtName.Text));
            searcher.FindAll();
        }
    }

    // [Bad CWE-643] the name of a text box in an XPath expression
    protected void Look_Click(object sender, EventArgs e)
    {
        var node = staff.SelectSingleNode("/staff/person[@login='" + txtName.Text + "' and @pin='" + Request.Form["pin"] + "']");
        Session["found"] = node != null;
    }

    // [Good CWE-643] the nodes are compared by the program
    protected void LookSafe_Click(object sender, EventArgs e)
    {
        foreach (XmlElement person in staff.SelectNodes("/staff/person"))
            if (person.GetAttribute("login") == txtName.Text)
                Session["found"] = true;
    }
}

// [Bad CWE-90] a web service binds with a name of its caller
public class DirectoryService : WebService
{
    [WebMethod]
    public bool Exists(string user)
    {
        using (var entry = new DirectoryEntry("LDAP://cn=" + user + ",ou=people,dc=staff,dc=example"))
        using (var searcher = new DirectorySearcher(entry))
            return searcher.FindOne() != null;
    }
}

// [Good CWE-90] a web service escapes the characters of a filter itself
public class EscapingService : WebService
{
    [WebMethod]
    public bool Exists(string user)
    {
        using (var searcher = new DirectorySearcher("(uid=" + Escape(user) + ")"))
            return searcher.FindOne() != null;
    }

    static string Escape(string value)
    {
        var result = new StringBuilder();
        foreach (char c in value)
        {
            switch (c)
            {
                case '\\': result.Append("\\5c"); break;
                case '*': result.Append("\\2a"); break;
                case '(': result.Append("\\28"); break;
                case ')': result.Append("\\29"); break;
                case '\0': result.Append("\\00"); break;
                default: result.Append(c); break;
            }
        }
        return result.ToString();
    }
}

[ServiceContract]
public interface IRooms
{
    [OperationContract] string Owner(string room);
    [OperationContract] string OwnerOf(int room);
}

public class Rooms : IRooms
{
    static readonly XPathDocument Document = new XPathDocument("rooms.xml");

    // [Bad CWE-643] a WCF operation evaluates an expression with its parameter
    public string Owner(string room)
    {
        var navigator = Document.CreateNavigator();
        var expression = navigator.Compile("string(//room[name='" + room + "']/owner)");
        return navigator.Evaluate(expression).ToString();
    }

    // [Good CWE-643] a WCF operation evaluates an expression with a number
    public string OwnerOf(int room)
    {
        var navigator = Document.CreateNavigator();
        return navigator.Evaluate("string(//room[@no=" + room + "]/owner)").ToString();
    }
}

public class StaffController : Controller
{
    // [Bad CWE-643] LINQ to XML with an XPath expression of the request
    public ActionResult Find(string office)
    {
        var document = XDocument.Load("staff.xml");
        return View(document.XPathSelectElements($"//person[office='{office}']").Count());
    }

    // [Good CWE-643] LINQ to XML without expressions
    public ActionResult FindSafe(string office)
    {
        var document = XDocument.Load("staff.xml");
        return View(document.Descendants("person").Count(person => (string)person.Element("office") == office));
    }

    // [Bad CWE-91] XML put together of the request's values
    [System.Web.Mvc.HttpPost]
    public ActionResult Add(string name, string office)
    {
        var document = new XmlDocument();
        document.LoadXml("<person><name>" + name + "</name><office>" + office + "</office></person>");
        document.Save("new.xml");
        return RedirectToAction("Index");
    }

    // [Good CWE-91] XML made of nodes
    [System.Web.Mvc.HttpPost]
    public ActionResult AddSafe(string name, string office)
    {
        new XElement("person", new XElement("name", name), new XElement("office", office)).Save("new.xml");
        return RedirectToAction("Index");
    }
}

// [Bad CWE-90] an API's query in the filter of a search
public class PeopleController : ApiController
{
    public IHttpActionResult Get(string mail)
    {
        var searcher = new DirectorySearcher { Filter = "(mail=" + mail + ")" };
        var found = searcher.FindOne();
        return found == null ? (IHttpActionResult)NotFound() : Ok(found.Path);
    }
}
