// LDAP filters, XPath and XML made of values, in many styles.
using System.DirectoryServices;
using System.Net.Sockets;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Variants;

// [Bad CWE-90] an environment variable in the filter
public class LdapEnvironment
{
    public void Bad()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        using var entry = new DirectoryEntry("LDAP://localhost/DC=example,DC=org");
        using var search = new DirectorySearcher(entry) { SearchScope = SearchScope.Subtree };
        search.Filter = "(cn=" + data + ")";
        foreach (SearchResult result in search.FindAll())
            Console.WriteLine(result.Path);
    }
}

// [Good CWE-90] a constant in the filter
public class LdapEnvironmentGood
{
    public void GoodG2B()
    {
        string data = "Doe, XXXXX";
        using var search = new DirectorySearcher("(cn=" + data + ")");
        Console.WriteLine(search.FindOne().Path);
    }
}

// [Bad CWE-90] the path of the entry
public class LdapPath : ControllerBase
{
    [HttpGet("/ldap-path")]
    public string Get(string unit)
    {
        using var entry = new DirectoryEntry($"LDAP://dc.example.org/OU={unit},DC=example,DC=org");
        return entry.Path;
    }
}

// [Good CWE-90] the characters that have a meaning are escaped by a loop of our own
public class LdapEscapeLoop : ControllerBase
{
    static string Escape(string value)
    {
        var builder = new StringBuilder();
        foreach (char c in value)
        {
            switch (c)
            {
                case '\\': builder.Append("\\5c"); break;
                case '*': builder.Append("\\2a"); break;
                case '(': builder.Append("\\28"); break;
                case ')': builder.Append("\\29"); break;
                case '\0': builder.Append("\\00"); break;
                default: builder.Append(c); break;
            }
        }
        return builder.ToString();
    }

    [HttpGet("/ldap-loop")]
    public string? Get(string name)
    {
        using var search = new DirectorySearcher { Filter = $"(&(objectClass=user)(sAMAccountName={Escape(name)}))" };
        return search.FindOne()?.Path;
    }
}

// [Good CWE-90] letters and digits only
public class LdapLetters : ControllerBase
{
    [HttpGet("/ldap-letters")]
    public IActionResult Get(string name)
    {
        if (!name.All(char.IsLetterOrDigit))
            return BadRequest();
        using var search = new DirectorySearcher { Filter = "(uid=" + name + ")" };
        return Ok(search.FindOne()?.Path);
    }
}

// [Bad CWE-643] user and password from the console
public class XPathConsole
{
    public void Bad()
    {
        string data = Console.ReadLine();
        string[] tokens = data.Split("||");
        if (tokens.Length < 2)
            return;
        string username = tokens[0];
        string password = tokens[1];
        var document = new XPathDocument("users.xml");
        XPathNavigator navigator = document.CreateNavigator();
        string query = "//users/user[name/text()='" + username + "' and pass/text()='" + password + "']/secret/text()";
        Console.WriteLine((string)navigator.Evaluate(query));
    }
}

// [Good CWE-643] escaped for XML before
public class XPathConsoleGood
{
    public void GoodB2G()
    {
        string data = Console.ReadLine();
        string[] tokens = data.Split("||");
        if (tokens.Length < 2)
            return;
        string username = SecurityElement.Escape(tokens[0]);
        string password = SecurityElement.Escape(tokens[1]);
        XPathNavigator navigator = new XPathDocument("users.xml").CreateNavigator();
        Console.WriteLine((string)navigator.Evaluate("//users/user[name/text()='" + username + "' and pass/text()='" + password + "']/secret/text()"));
    }
}

// [Bad CWE-643] LINQ to XML with XPath
public class XPathElement : ControllerBase
{
    [HttpGet("/xpath")]
    public string? Get(string sku) => XElement.Load("catalog.xml").XPathSelectElement($"item[@sku='{sku}']")?.Attribute("price")?.Value;
}

// [Good CWE-643] LINQ without XPath
public class XPathLinq : ControllerBase
{
    [HttpGet("/linq")]
    public string? Get(string sku) => XElement.Load("catalog.xml").Elements("item").FirstOrDefault(item => (string?)item.Attribute("sku") == sku)?.Attribute("price")?.Value;
}

// [Bad CWE-643] a compiled expression
public class XPathCompiled : ControllerBase
{
    [HttpGet("/compiled")]
    public int Get([FromQuery] string role)
    {
        var navigator = new XPathDocument("users.xml").CreateNavigator();
        XPathExpression expression = navigator.Compile(string.Concat("/users/user[@role=\"", role, "\"]"));
        return navigator.Select(expression).Count;
    }
}

// [Good CWE-643] the quote is refused
public class XPathQuote : ControllerBase
{
    [HttpGet("/quote")]
    public IActionResult Get([FromQuery] int role)
    {
        var document = new XmlDocument();
        document.Load("users.xml");
        return Ok(document.SelectNodes("/users/user[@role='" + role + "']")!.Count);
    }
}

// [Bad CWE-91] XML by hand
public class XmlByHand : ControllerBase
{
    [HttpPost("/by-hand")]
    public IActionResult Post([FromForm] string name, [FromForm] string amount)
    {
        var text = new StringBuilder("<order>");
        text.AppendLine($"<name>{name}</name>");
        text.AppendLine($"<amount>{amount}</amount>");
        text.Append("</order>");
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(text.ToString());
        document.Save("order.xml");
        return Ok();
    }
}

// [Good CWE-91] XML by a writer
public class XmlByWriter : ControllerBase
{
    [HttpPost("/by-writer")]
    public IActionResult Post([FromForm] string name)
    {
        using var writer = XmlWriter.Create("order.xml");
        writer.WriteStartElement("order");
        writer.WriteElementString("name", name);
        writer.WriteEndElement();
        return Ok();
    }
}

// [Bad CWE-91] a writer that is given raw XML
public class XmlRaw : ControllerBase
{
    [HttpPost("/raw")]
    public IActionResult Post([FromForm] string name)
    {
        using var writer = XmlWriter.Create("order.xml");
        writer.WriteStartElement("order");
        writer.WriteRaw("<name>" + name + "</name>");
        writer.WriteEndElement();
        return Ok();
    }
}

// [Bad CWE-91] inner XML
public class XmlInner : ControllerBase
{
    [HttpPost("/inner")]
    public string Post([FromBody] string comment)
    {
        var document = new XmlDocument { XmlResolver = null };
        var element = document.CreateElement("comment");
        element.InnerXml = comment;
        document.AppendChild(element);
        return document.OuterXml;
    }
}

// [Good CWE-91] inner text
public class XmlText : ControllerBase
{
    [HttpPost("/text")]
    public string Post([FromBody] string comment)
    {
        var document = new XmlDocument { XmlResolver = null };
        var element = document.CreateElement("comment");
        element.InnerText = comment;
        document.AppendChild(element);
        return document.OuterXml;
    }
}
