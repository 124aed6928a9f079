using System.DirectoryServices;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

public interface IDirectory { string? Find(string user); }

// [Bad CWE-90] a filter in a service
public sealed class ActiveDirectory : IDirectory
{
    readonly DirectorySearcher _searcher = new(new DirectoryEntry("LDAP://dc=example,dc=com"));

    public string? Find(string user)
    {
        _searcher.Filter = string.Concat("(&(objectClass=user)(sAMAccountName=", user, "))");
        return _searcher.FindOne()?.Path;
    }
}

// [same case]
[ApiController]
public sealed class StaffController(IDirectory directory) : ControllerBase
{
    [HttpGet("staff/{user}")]
    public ActionResult<string> Find(string user) => directory.Find(user) is { } path ? path : NotFound();
}

static class Ldap
{
    public static string Escape(string value) => value.Replace("\\", "\\5c").Replace("*", "\\2a").Replace("(", "\\28").Replace(")", "\\29").Replace("\0", "\\00");
}

// [Good CWE-90] the value is escaped
[ApiController]
public sealed class SafeStaffController(DirectorySearcher searcher) : ControllerBase
{
    [HttpGet("staff/{user}")]
    public ActionResult<string> Find(string user)
    {
        searcher.Filter = $"(&(objectClass=user)(sAMAccountName={Ldap.Escape(user)}))";
        return searcher.FindOne()?.Path ?? "";
    }
}

// [Bad CWE-643] an expression in a minimal API
public static class BookEndpoint
{
    public static Results<Ok<string>, NotFound> Find(string title)
    {
        var document = XDocument.Load("books.xml");
        var book = document.XPathSelectElement("//book[title='" + title + "']");
        return book is null ? TypedResults.NotFound() : TypedResults.Ok(book.Value);
    }

    public static void Map(WebApplication app) => app.MapGet("/books", Find);
}

// [Good CWE-643] LINQ compares values
public static class SafeBookEndpoint
{
    public static Results<Ok<string>, NotFound> Find(string title)
    {
        var document = XDocument.Load("books.xml");
        var book = document.Descendants("book").FirstOrDefault(each => (string?)each.Element("title") == title);
        return book is null ? TypedResults.NotFound() : TypedResults.Ok(book.Value);
    }

    public static void Map(WebApplication app) => app.MapGet("/safe-books", Find);
}

// [Bad CWE-643] credentials compared by an expression
[ApiController]
public sealed class XmlLoginController : ControllerBase
{
    [HttpPost("xml-login")]
    public IActionResult Login([FromForm] string user, [FromForm] string password)
    {
        var users = new XmlDocument { XmlResolver = null };
        users.Load("users.xml");
        var node = users.SelectSingleNode($"/users/user[@name='{user}' and @password='{password}']/id");
        return node is null ? Unauthorized() : Ok(node.InnerText);
    }
}

// [Good CWE-643] only letters and digits
[ApiController]
public sealed class SafeXmlController : ControllerBase
{
    [HttpGet("xml")]
    public IActionResult Find(string user)
    {
        if (!user.All(char.IsLetterOrDigit))
            return BadRequest();
        var users = new XPathDocument("users.xml").CreateNavigator();
        return Ok(users.SelectSingleNode($"/users/user[@name='{user}']")?.Value);
    }
}

// [Bad CWE-91] markup by hand
[ApiController]
public sealed class FeedController : ControllerBase
{
    [HttpPost("feed")]
    public IActionResult Add([FromForm] string title)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load("feed.xml");
        document.DocumentElement!.InnerXml += "<item><title>" + title + "</title></item>";
        document.Save("feed.xml");
        return Ok();
    }
}

// [Good CWE-91] elements escape their text
[ApiController]
public sealed class SafeFeedController : ControllerBase
{
    [HttpPost("feed")]
    public IActionResult Add([FromForm] string title)
    {
        var document = XDocument.Load("feed.xml");
        document.Root!.Add(new XElement("item", new XElement("title", title)));
        document.Save("feed.xml");
        return Ok();
    }
}

// [Bad CWE-91] WriteRaw
[ApiController]
public sealed class ExportController : ControllerBase
{
    [HttpGet("export")]
    public void Export(string name)
    {
        using var writer = XmlWriter.Create("export.xml");
        writer.WriteStartElement("person");
        writer.WriteRaw($"<name>{name}</name>");
        writer.WriteEndElement();
    }
}
