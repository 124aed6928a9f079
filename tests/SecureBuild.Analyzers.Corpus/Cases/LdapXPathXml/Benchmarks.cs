// Directories and documents, in small samples.
using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Benchmarks;

// [Bad CWE-90] two values in a filter, by format
public class LoginController : ControllerBase
{
    [HttpPost("/ldap-login")]
    public IActionResult Login([FromForm] string user, [FromForm] string password)
    {
        using var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc.example.org"));
        searcher.Filter = string.Format("(&(uid={0})(userPassword={1}))", user, password);
        return searcher.FindOne() is null ? Unauthorized() : Ok();
    }
}

// [Good CWE-90] escaped by a switch over characters
public class EscapedController : ControllerBase
{
    [HttpPost("/ldap-escaped")]
    public IActionResult Find([FromForm] string user)
    {
        using var searcher = new DirectorySearcher(new DirectoryEntry("LDAP://dc.example.org"), $"(uid={Escape(user)})");
        return searcher.FindOne() is null ? NotFound() : Ok();
    }

    static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
            text.Append(c switch
            {
                '\\' => @"\5c",
                '*' => @"\2a",
                '(' => @"\28",
                ')' => @"\29",
                '\0' => @"\00",
                _ => c.ToString(),
            });
        return text.ToString();
    }
}

// [Bad CWE-90] a path of the directory
public class EntryController : ControllerBase
{
    [HttpGet("/ldap-entry")]
    public IActionResult Show(string department)
    {
        using var entry = new DirectoryEntry($"LDAP://OU={department},DC=example,DC=org");
        return Ok(entry.Path);
    }
}

// [Good CWE-90] letters only
public class LettersController : ControllerBase
{
    [HttpGet("/ldap-letters")]
    public IActionResult Show(string department)
    {
        if (!department.All(char.IsAsciiLetter))
            return BadRequest();
        using var entry = new DirectoryEntry($"LDAP://OU={department},DC=example,DC=org");
        return Ok(entry.Path);
    }
}

// [Bad CWE-90] a search of the protocol's own
public static class Endpoint
{
    public static void Map(WebApplication app) => app.MapGet("/people", (string mail, LdapConnection connection) =>
    {
        var request = new SearchRequest("dc=example,dc=org", "(mail=" + mail.Trim() + ")", System.DirectoryServices.Protocols.SearchScope.Subtree, "cn");
        var response = (SearchResponse)connection.SendRequest(request);
        return response is null ? Results.NotFound() : Results.Ok();
    });
}

// [Bad CWE-643] the password in a path
public class XmlLoginController : ControllerBase
{
    [HttpPost("/xml-login")]
    public IActionResult Login(string user, string password)
    {
        var document = new XPathDocument("users.xml");
        var navigator = document.CreateNavigator();
        var expression = navigator.Compile("//users/user[login/text()='" + user + "' and password/text() = '" + password + "']/home/text()");
        return navigator.Evaluate(expression) is null ? Unauthorized() : Ok();
    }
}

// [Good CWE-643] LINQ compares
public class LinqLoginController : ControllerBase
{
    [HttpPost("/linq-login")]
    public IActionResult Login(string user)
    {
        var document = XDocument.Load("users.xml");
        var found = document.Descendants("user").FirstOrDefault(each => (string?)each.Element("login") == user);
        return found is null ? Unauthorized() : Ok();
    }
}

// [Bad CWE-643] by an extension method
public class SelectController : ControllerBase
{
    [HttpGet("/xml-select/{id}")]
    public IActionResult Select(string id) => Ok(XElement.Load("orders.xml").XPathSelectElement($"/orders/order[@id='{id}']")?.Value);
}

// [Good CWE-643] a GUID
public class GuidController : ControllerBase
{
    [HttpGet("/xml-select-guid/{id:guid}")]
    public IActionResult Select(Guid id) => Ok(XElement.Load("orders.xml").XPathSelectElement($"/orders/order[@id='{id}']")?.Value);
}

// [Bad CWE-91] a document as text
public class SoapController : ControllerBase
{
    [HttpPost("/soap")]
    public async Task<IActionResult> Send(string name, [FromServices] HttpClient client)
    {
        var envelope = "<soap:Envelope><soap:Body><Register><Name>" + name + "</Name><Role>user</Role></Register></soap:Body></soap:Envelope>";
        var document = new XmlDocument();
        document.LoadXml(envelope);
        await client.PostAsync("https://backend.example.org/", new StringContent(document.OuterXml));
        return Ok();
    }
}

// [Good CWE-91] a document as text, escaped
public class EscapedSoapController : ControllerBase
{
    [HttpPost("/safe-soap")]
    public async Task<IActionResult> Send(string name, [FromServices] HttpClient client)
    {
        var envelope = "<soap:Envelope><soap:Body><Register><Name>" + SecurityElement.Escape(name) + "</Name><Role>user</Role></Register></soap:Body></soap:Envelope>";
        var document = new XmlDocument();
        document.LoadXml(envelope);
        await client.PostAsync("https://backend.example.org/", new StringContent(document.OuterXml));
        return Ok();
    }
}

// [Bad CWE-91] raw text in a writer
public class WriterController : ControllerBase
{
    [HttpGet("/feed")]
    public IActionResult Feed(string title)
    {
        var output = new StringBuilder();
        using (var writer = XmlWriter.Create(output))
        {
            writer.WriteStartElement("feed");
            writer.WriteRaw("<title>" + title + "</title>");
            writer.WriteEndElement();
        }
        return Content(output.ToString(), "application/xml");
    }
}

// [Good CWE-91] elements in a writer
public class SafeWriterController : ControllerBase
{
    [HttpGet("/safe-feed")]
    public IActionResult Feed(string title)
    {
        var output = new StringBuilder();
        using (var writer = XmlWriter.Create(output))
        {
            writer.WriteStartElement("feed");
            writer.WriteElementString("title", title);
            writer.WriteEndElement();
        }
        return Content(output.ToString(), "application/xml");
    }
}
