// Less common doors to directories and XML.
using System.DirectoryServices;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Docks;

[Route("docks")]
public class DockDirectory : Controller
{
    // [Bad CWE-90] the path of an entry
    [HttpGet("a")]
    public IActionResult Entry(string user)
    {
        using var entry = new DirectoryEntry("LDAP://cn=" + user + ",ou=docks,dc=example");
        return Ok(entry.Path);
    }

    // [Good CWE-90] the name is encoded for a distinguished name
    [HttpGet("b")]
    public IActionResult EncodedEntry(string user)
    {
        using var entry = new DirectoryEntry("LDAP://cn=" + Microsoft.Security.Application.Encoder.LdapDistinguishedNameEncode(user) + ",ou=docks,dc=example");
        return Ok(entry.Path);
    }

    // [Bad CWE-90] only the star is replaced
    [HttpGet("c")]
    public IActionResult Star(string user)
    {
        using var searcher = new DirectorySearcher { Filter = "(&(cn=" + user.Replace("*", "") + ")(active=1))" };
        return Ok(searcher.FindAll().Count);
    }

    // [Bad CWE-643] an expression is compiled
    [HttpGet("d")]
    public IActionResult Compiled(string id)
    {
        var expression = XPathExpression.Compile("//dock[@id='" + id + "']");
        var navigator = new XPathDocument("docks.xml").CreateNavigator();
        return Ok(navigator.Evaluate(expression));
    }

    // [Good CWE-643] quotes are refused
    [HttpGet("e")]
    public IActionResult NoQuotes(string id)
    {
        if (id.IndexOf('\'') >= 0)
            return BadRequest();
        var navigator = new XPathDocument("docks.xml").CreateNavigator();
        return Ok(navigator.SelectSingleNode("//dock[@id='" + id + "']") != null);
    }

    // [Bad CWE-91] a document is put together as text
    [HttpPost("f")]
    public IActionResult Text(string name)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml("<dock><name>" + name + "</name><admin>false</admin></dock>");
        document.Save("/srv/docks/dock.xml");
        return Ok();
    }

    // [Good CWE-91] the text is escaped
    [HttpPost("g")]
    public IActionResult Escaped(string name)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml("<dock><name>" + SecurityElement.Escape(name) + "</name><admin>false</admin></dock>");
        document.Save("/srv/docks/dock.xml");
        return Ok();
    }

    // [Good CWE-91] elements are made
    [HttpPost("h")]
    public IActionResult Made(string name)
    {
        new XElement("dock", new XElement("name", name), new XElement("admin", false)).Save("/srv/docks/dock.xml");
        return Ok();
    }

    // [Bad CWE-91] InnerXml
    [HttpPost("i")]
    public IActionResult Inner(string name)
    {
        var document = new XmlDocument { XmlResolver = null };
        var root = document.CreateElement("dock");
        root.InnerXml = "<name>" + name + "</name>";
        document.AppendChild(root);
        document.Save("/srv/docks/dock.xml");
        return Ok();
    }

    // [Good CWE-91] InnerText
    [HttpPost("j")]
    public IActionResult InnerText(string name)
    {
        var document = new XmlDocument { XmlResolver = null };
        var root = document.CreateElement("dock");
        root.InnerText = name;
        document.AppendChild(root);
        document.Save("/srv/docks/dock.xml");
        return Ok();
    }
}
