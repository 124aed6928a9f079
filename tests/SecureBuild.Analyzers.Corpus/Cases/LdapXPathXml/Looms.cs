// Cases made from a template: one source, one chain of propagators, one directory or XML query.
using System.DirectoryServices;
using System.Text;
using System.Xml;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Looms;

// [Bad CWE-90] T301: the parts of a tuple change places
[Route("looms/ldap/301")]
public class LoomLdap301 : Controller
{
    [HttpGet]
    public IActionResult Run([FromHeader(Name = "X-Uid")] string param)
    {
        string left = param, right = "guest";
        (left, right) = (right, left);
        string filter = "(&(objectClass=person)(uid=" + right + "))";
        using var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=looms"), filter);
        return Content(searcher.FindAll().Count.ToString());
    }
}

// [Good CWE-90] T302: the parts of a tuple change places, the constant is used
[Route("looms/ldap/302")]
public class LoomLdap302 : Controller
{
    [HttpGet]
    public IActionResult Run([FromHeader(Name = "X-Uid")] string param)
    {
        string left = param, right = "guest";
        (left, right) = (right, left);
        string filter = "(&(objectClass=person)(uid=" + left + "))";
        using var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc=looms"), filter);
        return Content(searcher.FindAll().Count.ToString() + right.Length);
    }
}

// [Bad CWE-643] T303: property of an anonymous type
[Route("looms/xpath/303")]
public class LoomXPath303 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string user, [FromQuery] string zone)
    {
        var holder = new { Fixed = "east", Given = zone.Remove(0, 1), user.Length };
        var document = new XPathDocument("looms.xml");
        XPathNodeIterator nodes = document.CreateNavigator().Select("/zones/zone[@name='" + holder.Given + "']");
        return Content(nodes.Count.ToString());
    }
}

// [Good CWE-643] T304: the other property of an anonymous type
[Route("looms/xpath/304")]
public class LoomXPath304 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string user, [FromQuery] string zone)
    {
        var holder = new { Fixed = "east", Given = zone.Remove(0, 1), user.Length };
        var document = new XPathDocument("looms.xml");
        XPathNodeIterator nodes = document.CreateNavigator().Select("/zones/zone[@name='" + holder.Fixed + "']");
        return Content(nodes.Count.ToString() + holder.Given.Length);
    }
}

// [Bad CWE-91] T305: PadRight, then written as it is
[Route("looms/xml/305")]
public class LoomXml305 : Controller
{
    [HttpPost]
    public IActionResult Run([FromForm] string param)
    {
        string bar = param.PadRight(10);
        var text = new StringBuilder();
        using (XmlWriter writer = XmlWriter.Create(text))
        {
            writer.WriteStartElement("order");
            writer.WriteRaw("<note>" + bar + "</note>");
            writer.WriteEndElement();
        }
        System.IO.File.WriteAllText("/srv/looms/order.xml", text.ToString());
        return Ok();
    }
}

// [Good CWE-91] T306: PadRight, then written as text
[Route("looms/xml/306")]
public class LoomXml306 : Controller
{
    [HttpPost]
    public IActionResult Run([FromForm] string param)
    {
        string bar = param.PadRight(10);
        var text = new StringBuilder();
        using (XmlWriter writer = XmlWriter.Create(text))
        {
            writer.WriteStartElement("order");
            writer.WriteElementString("note", bar);
            writer.WriteEndElement();
        }
        System.IO.File.WriteAllText("/srv/looms/order.xml", text.ToString());
        return Ok();
    }
}
