// Directories, paths into documents, markup made by hand.
using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LdapXPathXml.Quays;

public sealed record Person(string Name, string? Department = null);

// [Bad CWE-90] criteria as tuples, joined by an iterator
public sealed class PhoneBook(LdapConnection connection)
{
    public int Find(Person person)
    {
        var filter = $"(&{string.Concat(Criteria(person))})";
        var request = new SearchRequest("ou=people,dc=example,dc=org", filter, System.DirectoryServices.Protocols.SearchScope.Subtree);
        return connection.SendRequest(request) is SearchResponse ? 1 : 0;
    }

    static IEnumerable<string> Criteria(Person person)
    {
        yield return "(objectClass=person)";
        yield return $"(cn={person.Name})";
        if (person.Department is { } department)
            yield return $"(ou={department})";
    }
}

// [same case]
[ApiController]
public sealed class PhoneBookController(PhoneBook book) : ControllerBase
{
    [HttpGet("people")]
    public int Get([FromQuery] Person person) => book.Find(person);
}

// [Good CWE-90] each value is escaped by an own method, character by character
public sealed class SafePhoneBook(LdapConnection connection)
{
    public int Find(Person person)
    {
        var request = new SearchRequest("ou=people,dc=example,dc=org", $"(&(objectClass=person)(cn={Escape(person.Name)}))", System.DirectoryServices.Protocols.SearchScope.Subtree);
        return connection.SendRequest(request) is SearchResponse ? 1 : 0;
    }

    static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in value)
            escaped.Append(character switch
            {
                '*' => "\\2a",
                '(' => "\\28",
                ')' => "\\29",
                '\\' => "\\5c",
                '\0' => "\\00",
                _ => character.ToString(),
            });
        return escaped.ToString();
    }
}

// [same case]
[ApiController]
public sealed class SafePhoneBookController(SafePhoneBook book) : ControllerBase
{
    [HttpGet("safe-people")]
    public int Get([FromQuery] Person person) => book.Find(person);
}

// [Bad CWE-90] the path of an entry is made of the user's name
public sealed class GroupService
{
    public bool IsMember(string user, string group)
    {
        using var entry = new DirectoryEntry($"LDAP://cn={group},ou=groups,dc=example,dc=org");
        using var searcher = new DirectorySearcher(entry) { Filter = "(member=uid=" + user + ",ou=people,dc=example,dc=org)" };
        return searcher.FindOne() is not null;
    }
}

// [same case]
public sealed class GroupFilter(GroupService groups) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var group = context.HttpContext.Request.RouteValues["group"] as string ?? "everybody";
        return groups.IsMember(context.HttpContext.User.Identity!.Name!, group) ? await next(context) : Results.Forbid();
    }
}

// [Good CWE-90] only letters are left of the group
public sealed class SafeGroupFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var group = context.HttpContext.Request.RouteValues["group"] as string ?? "everybody";
        group = new string(group.Where(char.IsAsciiLetter).ToArray());
        using var searcher = new DirectorySearcher($"(&(objectClass=group)(cn={group}))");
        return searcher.FindOne() is not null ? await next(context) : Results.Forbid();
    }
}

// [Bad CWE-643] a query into a settings file, evaluated by an extension method
public static class SettingsQueries
{
    public static string? Value(this XDocument document, string path) => (document.XPathEvaluate(path) as IEnumerable<object>)?.OfType<XElement>().FirstOrDefault()?.Value;
}

// [same case]
public sealed class SettingsController(IWebHostEnvironment environment) : ControllerBase
{
    [HttpGet("settings/{section}/{key}")]
    public ActionResult<string> Get(string section, string key)
    {
        var document = XDocument.Load(environment.ContentRootPath + "/settings.xml");
        var path = new[] { "", "settings", $"section[@name='{section}']", $"add[@key='{key}']" };
        return document.Value(string.Join('/', path)) is { } value ? value : NotFound();
    }
}

// [Good CWE-643] elements are compared in LINQ
public sealed class SafeSettingsController(IWebHostEnvironment environment) : ControllerBase
{
    [HttpGet("safe-settings/{section}/{key}")]
    public ActionResult<string> Get(string section, string key)
    {
        var document = XDocument.Load(environment.ContentRootPath + "/settings.xml");
        var value = document.XPathSelectElements("/settings/section")
            .Where(element => (string?)element.Attribute("name") == section)
            .SelectMany(element => element.Elements("add"))
            .FirstOrDefault(element => (string?)element.Attribute("key") == key)?.Value;
        return value is null ? NotFound() : value;
    }
}

// [Bad CWE-643] a login against a file of users
public sealed class XmlLogin
{
    readonly XPathNavigator _users = new XPathDocument("users.xml").CreateNavigator();

    public bool Check(string user, string password)
    {
        var expression = _users.Compile("count(//user[name='" + user + "' and password='" + password + "'])");
        return (double)_users.Evaluate(expression) > 0;
    }
}

// [same case]
public sealed class XmlLoginController(XmlLogin login) : Controller
{
    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Index(string user, string password) => login.Check(user, password) ? Redirect("/") : View();
}

// [Good CWE-643] the key is a number, found by TryParse in a pattern
public sealed class OrderXmlController : Controller
{
    readonly XmlDocument _orders = new() { XmlResolver = null };

    [HttpGet]
    public IActionResult Index(string id) =>
        int.TryParse(id, out var number) && _orders.SelectSingleNode($"//order[@id='{number}']") is { } node ? Content(node.InnerText) : NotFound();
}

// [Bad CWE-91] an element of a feed is written raw
public static class FeedEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/feed", async (Entry entry, HttpContext context) =>
        {
            await using var writer = XmlWriter.Create("feed.xml", new XmlWriterSettings { Async = true });
            await writer.WriteStartElementAsync(null, "entry", null);
            await writer.WriteRawAsync($"<title>{entry.Title}</title>");
            await writer.WriteEndElementAsync();
        });

    public sealed record Entry(string Title, string Text);
}

// [Good CWE-91] an element of a feed is written as text
public static class SafeFeedEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/safe-feed", async (FeedEndpoints.Entry entry, HttpContext context) =>
        {
            await using var writer = XmlWriter.Create("feed.xml", new XmlWriterSettings { Async = true });
            await writer.WriteStartElementAsync(null, "entry", null);
            await writer.WriteElementStringAsync(null, "title", null, entry.Title);
            await writer.WriteEndElementAsync();
        });
}

// [Bad CWE-91] a message for a payment service from a template
public sealed class PaymentMessage
{
    const string Template = "<payment><amount>{0}</amount><reference>{1}</reference></payment>";

    public static XDocument Create(decimal amount, string reference) => XDocument.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, Template, amount, reference));
}

// [same case]
public sealed class PaymentController : ControllerBase
{
    [HttpPost("payments")]
    public IActionResult Post(decimal amount, string reference)
    {
        PaymentMessage.Create(amount, reference).Save("outbox/payment.xml");
        return Accepted();
    }
}

// [Good CWE-91] the reference is escaped before it gets into the template
public sealed class SafePaymentController : ControllerBase
{
    [HttpPost("safe-payments")]
    public IActionResult Post(decimal amount, string reference)
    {
        XDocument.Parse($"<payment><amount>{amount}</amount><reference>{SecurityElement.Escape(reference)}</reference></payment>").Save("outbox/payment.xml");
        return Accepted();
    }
}
