// Directories and documents in intranet applications.
using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Workshops;

// [Bad CWE-90] the mail address is put into the filter by AppendFormat
[ApiController, Route("phonebook")]
public sealed class PhonebookController : ControllerBase
{
    [HttpGet]
    public IActionResult Find([FromQuery] string mail, [FromQuery] string? site)
    {
        var filter = new StringBuilder("(&(objectClass=user)");
        filter.AppendFormat("(mail={0})", mail);
        if (site == "HQ")
            filter.Append("(l=Headquarters)");
        filter.Append(')');
        using var searcher = new DirectorySearcher { Filter = filter.ToString(), SearchScope = System.DirectoryServices.SearchScope.Subtree };
        return Ok(searcher.FindAll().Count);
    }
}

// [Good CWE-90] characters that mean something in a filter are escaped by a method of ours
[ApiController, Route("phonebook2")]
public sealed class EscapedPhonebookController : ControllerBase
{
    [HttpGet]
    public IActionResult Find([FromQuery] string mail)
    {
        using var searcher = new DirectorySearcher($"(&(objectClass=user)(mail={Escape(mail)}))");
        return Ok(searcher.FindAll().Count);
    }

    static string Escape(string value)
    {
        var escaped = new StringBuilder();
        foreach (var character in value)
            switch (character)
            {
                case '\\': escaped.Append(@"\5c"); break;
                case '*': escaped.Append(@"\2a"); break;
                case '(': escaped.Append(@"\28"); break;
                case ')': escaped.Append(@"\29"); break;
                case '\0': escaped.Append(@"\00"); break;
                default: escaped.Append(character); break;
            }
        return escaped.ToString();
    }
}

public interface IDirectoryLookup { SearchResponse Lookup(string account); }

// [Bad CWE-90] the service behind the interface puts the account name into the filter
public sealed class ProtocolLookup(LdapConnection connection) : IDirectoryLookup
{
    public SearchResponse Lookup(string account)
    {
        var request = new SearchRequest("ou=people,dc=city,dc=example", "(sAMAccountName=" + account + ")", System.DirectoryServices.Protocols.SearchScope.Subtree, "cn", "mail");
        return (SearchResponse)connection.SendRequest(request);
    }
}

// [same case]
[ApiController, Route("accounts")]
public sealed class AccountsController(IDirectoryLookup lookup) : ControllerBase
{
    [HttpGet("{account}")]
    public IActionResult Get(string account) => lookup.Lookup(account) is null ? NotFound() : Ok();
}

// [Bad CWE-90] the distinguished name to search below comes from the request
public static class Branches
{
    public static void Map(WebApplication app, LdapConnection connection) => app.MapGet("/branch", (string unit) =>
    {
        var request = new SearchRequest { DistinguishedName = $"ou={unit},dc=city,dc=example", Filter = "(objectClass=person)" };
        connection.SendRequest(request);
        return Results.Ok();
    });
}

// [Good CWE-90] the unit is one of a list
public static class KnownBranches
{
    static readonly string[] s_units = ["works", "finance", "schools"];

    public static void Map(WebApplication app, LdapConnection connection) => app.MapGet("/branch", (string unit) =>
    {
        if (!s_units.Contains(unit, StringComparer.Ordinal))
            return Results.NotFound();
        var request = new SearchRequest { DistinguishedName = $"ou={unit},dc=city,dc=example", Filter = "(objectClass=person)" };
        connection.SendRequest(request);
        return Results.Ok();
    });
}

// [Bad CWE-90] a bind with the path that the request names
[Route("bind")]
public sealed class BindController : Controller
{
    [HttpPost]
    public IActionResult Post([FromForm] string user, [FromForm] string password)
    {
        var path = string.Concat("LDAP://dc.city.example/CN=", user, ",OU=Staff,DC=city,DC=example");
        using var entry = new DirectoryEntry(path, user, password);
        return entry.Path is null ? Unauthorized() : Ok();
    }
}

// [Good CWE-90] the account is a number before it is in the filter
[Route("staff")]
public sealed class StaffController : Controller
{
    [HttpGet("{number}")]
    public IActionResult Get(string number)
    {
        if (!Regex.IsMatch(number, @"^[0-9]{6}\z"))
            return BadRequest();
        using var searcher = new DirectorySearcher("(employeeNumber=" + number + ")");
        return searcher.FindOne() is { } found ? Ok(found.Path) : NotFound();
    }
}

// [Bad CWE-643] login by an XPath over the file of users
public sealed class XmlUsers(string file)
{
    public bool Check(HttpRequest request)
    {
        var document = XDocument.Load(file);
        var name = request.Form["name"].ToString();
        var secret = request.Form["secret"].ToString();
        return document.XPathSelectElement($"/users/user[@name='{name}' and @secret='{secret}']") is not null;
    }
}

// [Good CWE-643] the same by LINQ, the values are compared
public sealed class LinqUsers(string file)
{
    public bool Check(HttpRequest request)
    {
        var document = XDocument.Load(file);
        var name = request.Form["name"].ToString();
        return document.Root!.Elements("user").Any(user => (string?)user.Attribute("name") == name);
    }
}

// [Bad CWE-643] the expression is compiled before it is used
[Route("catalogue")]
public sealed class CatalogueController : Controller
{
    readonly XPathDocument _catalogue = new("catalogue.xml");

    [HttpGet]
    public IActionResult Price(string article)
    {
        var navigator = _catalogue.CreateNavigator();
        XPathExpression expression = XPathExpression.Compile("//article[@id='" + article + "']/price");
        return Content(navigator.Evaluate(expression)?.ToString() ?? "");
    }
}

// [Bad CWE-643] two places, the name is in a field in between
[Route("tree")]
public sealed class TreeController : Controller
{
    string _filter = "*";

    [HttpGet]
    public IActionResult Get(string? node)
    {
        if (!string.IsNullOrWhiteSpace(node))
            _filter = node;
        return Ok(Select().Count);
    }

    XmlNodeList Select()
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load("tree.xml");
        return document.DocumentElement!.SelectNodes("node[name()='" + _filter + "']")!;
    }
}

// [Good CWE-643] the number of the chapter
[Route("chapter")]
public sealed class ChapterController : Controller
{
    [HttpGet]
    public IActionResult Get(int chapter)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load("book.xml");
        return Content(document.SelectSingleNode($"/book/chapter[{chapter}]")?.InnerText ?? "");
    }
}

// [Good CWE-643] quotation marks are refused
[Route("section")]
public sealed class SectionController : Controller
{
    [HttpGet]
    public IActionResult Get(string title)
    {
        if (title.IndexOfAny(['\'', '"']) >= 0)
            return BadRequest();
        var document = XDocument.Load("book.xml");
        return Ok(document.XPathSelectElements("/book/section[@title='" + title + "']").Count());
    }
}

// [Bad CWE-91] an order as XML out of strings
[Route("orders")]
public sealed class OrdersController(IHttpClientFactory clients) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Post(string article, int amount, string remark)
    {
        string body = "<order><article>" + article + "</article><amount>" + amount + "</amount><remark>" + remark + "</remark></order>";
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(body);
        document.Save("orders.xml");
        await clients.CreateClient("erp").PostAsync("orders", new StringContent("sent"));
        return Accepted();
    }
}

// [Good CWE-91] the same by elements
[Route("orders2")]
public sealed class ElementOrdersController : Controller
{
    [HttpPost]
    public IActionResult Post(string article, int amount, string remark)
    {
        new XElement("order", new XElement("article", article), new XElement("amount", amount), new XElement("remark", remark)).Save("orders.xml");
        return Accepted();
    }
}

// [Good CWE-91] the values are escaped
[Route("orders3")]
public sealed class EscapedOrdersController : Controller
{
    [HttpPost]
    public IActionResult Post(string article, string remark)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml($"<order><article>{SecurityElement.Escape(article)}</article><remark>{SecurityElement.Escape(remark)}</remark></order>");
        document.Save("orders.xml");
        return Accepted();
    }
}
