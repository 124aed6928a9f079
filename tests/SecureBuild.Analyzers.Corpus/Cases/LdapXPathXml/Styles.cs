using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Directory.App;

public class PeopleController : ControllerBase
{
    // [Bad CWE-90] a filter of the client's name
    [HttpGet]
    public IActionResult Find(string name)
    {
        using var searcher = new DirectorySearcher { Filter = "(&(objectClass=user)(cn=" + name + "))" };
        return Ok(searcher.FindAll().Count);
    }

    // [Good CWE-90] a filter of the escaped name
    [HttpGet]
    public IActionResult FindEscaped(string name)
    {
        using var searcher = new DirectorySearcher { Filter = "(cn=" + Escape(name) + ")" };
        return Ok(searcher.FindAll().Count);
    }

    static string Escape(string value)
    {
        var text = new StringBuilder();
        foreach (var c in value)
            switch (c)
            {
                case '*': text.Append("\\2a"); break;
                case '(': text.Append("\\28"); break;
                case ')': text.Append("\\29"); break;
                case '\\': text.Append("\\5c"); break;
                case '\0': text.Append("\\00"); break;
                default: text.Append(c); break;
            }
        return text.ToString();
    }

    // [Good CWE-90] escaped by replacing
    [HttpGet]
    public IActionResult FindReplaced(string name)
    {
        var safe = name.Replace("\\", "\\5c").Replace("*", "\\2a").Replace("(", "\\28").Replace(")", "\\29").Replace("\0", "\\00");
        var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=example"), $"(uid={safe})");
        return Ok(searcher.FindOne());
    }

    // [Bad CWE-90] only the star is escaped
    [HttpGet]
    public IActionResult FindStar(string name)
    {
        var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=example"), $"(uid={name.Replace("*", "")})");
        return Ok(searcher.FindOne());
    }

    // [Bad CWE-90] the name is part of the path in the directory
    [HttpGet]
    public IActionResult Entry(string ou) => Ok(new DirectoryEntry("LDAP://ou=" + ou + ",dc=example,dc=com"));

    // [Bad CWE-90] protocols: a search request
    [HttpGet]
    public IActionResult Request1(string uid, [FromServices] LdapConnection connection)
    {
        var request = new SearchRequest("dc=example", $"(uid={uid})", System.DirectoryServices.Protocols.SearchScope.Subtree);
        return Ok(connection.SendRequest(request));
    }

    // [Good CWE-90] a number in the filter
    [HttpGet]
    public IActionResult Number(int employee)
    {
        using var searcher = new DirectorySearcher($"(employeeNumber={employee})");
        return Ok(searcher.FindOne());
    }

    // [Good CWE-90] letters and digits only
    [HttpGet]
    public IActionResult Letters(string uid)
    {
        foreach (var c in uid)
            if (!char.IsLetterOrDigit(c))
                return BadRequest();
        using var searcher = new DirectorySearcher($"(uid={uid})");
        return Ok(searcher.FindOne());
    }

    // [Bad CWE-643] log-in by XPath
    [HttpPost]
    public IActionResult Login(string user, string password)
    {
        var doc = new XmlDocument();
        doc.Load("users.xml");
        var node = doc.SelectSingleNode("//user[name='" + user + "' and password='" + password + "']");
        return node is null ? Unauthorized() : Ok();
    }

    // [Good CWE-643] LINQ compares, nothing is compiled
    [HttpPost]
    public IActionResult Linq(string user)
    {
        var doc = XDocument.Load("users.xml");
        return Ok(doc.Descendants("user").Any(u => (string?)u.Element("name") == user));
    }

    // [Bad CWE-643] an expression compiled by a navigator
    [HttpPost]
    public IActionResult Navigator(string id)
    {
        var navigator = new XPathDocument("users.xml").CreateNavigator();
        var expression = navigator.Compile($"/users/user[@id='{id}']");
        return Ok(navigator.Select(expression).Count);
    }

    // [Bad CWE-643] extension methods of LINQ to XML
    [HttpPost]
    public IActionResult Extension(string id) => Ok(XDocument.Load("a.xml").XPathSelectElement("//a[@b='" + id + "']")?.Value);

    // [Good CWE-643] apostrophes are refused
    [HttpPost]
    public IActionResult Refused(string id)
    {
        if (id.Contains('\'')) return BadRequest();
        return Ok(XDocument.Load("a.xml").XPathSelectElement("//a[@b='" + id + "']")?.Value);
    }

    // [Good CWE-643] a number
    [HttpPost]
    public IActionResult ByNumber(int id) => Ok(XDocument.Load("a.xml").XPathSelectElement("//a[" + id + "]")?.Value);

    // [Bad CWE-91] XML put together as text
    [HttpPost]
    public IActionResult Order(string item)
    {
        var doc = new XmlDocument { XmlResolver = null };
        doc.LoadXml("<order><item>" + item + "</item><price>10</price></order>");
        doc.Save("order.xml");
        return Ok();
    }

    // [Good CWE-91] XML put together as a tree
    [HttpPost]
    public IActionResult OrderTree(string item)
    {
        new XElement("order", new XElement("item", item), new XElement("price", 10)).Save("order.xml");
        return Ok();
    }

    // [Good CWE-91] escaped
    [HttpPost]
    public IActionResult OrderEscaped(string item)
    {
        var doc = new XmlDocument { XmlResolver = null };
        doc.LoadXml("<order><item>" + SecurityElement.Escape(item) + "</item></order>");
        return Ok();
    }

    // [Bad CWE-91] a writer's raw text
    [HttpPost]
    public IActionResult Raw(string item)
    {
        using var writer = XmlWriter.Create("order.xml");
        writer.WriteStartElement("order");
        writer.WriteRaw("<item>" + item + "</item>");
        writer.WriteEndElement();
        return Ok();
    }

    // [Good CWE-91] a writer's text
    [HttpPost]
    public IActionResult Text(string item)
    {
        using var writer = XmlWriter.Create("order.xml");
        writer.WriteElementString("item", item);
        return Ok();
    }

    // [Bad CWE-91] inner markup of an element
    [HttpPost]
    public IActionResult Inner(string item)
    {
        var doc = new XmlDocument();
        var element = doc.CreateElement("item");
        element.InnerXml = item;
        return Ok(doc.OuterXml.Length);
    }

    // [Good CWE-91] inner text of an element
    [HttpPost]
    public IActionResult InnerText(string item)
    {
        var doc = new XmlDocument();
        var element = doc.CreateElement("item");
        element.InnerText = item;
        element.SetAttribute("a", item);
        return Ok(doc.OuterXml.Length);
    }
}
