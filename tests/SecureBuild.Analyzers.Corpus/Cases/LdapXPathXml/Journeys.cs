using System.DirectoryServices;
using System.DirectoryServices.Protocols;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("people")]
public sealed class PeopleController : ControllerBase
{
    static string EscapeFilter(string value)
    {
        var builder = new StringBuilder(value.Length);
        foreach (var character in value)
            builder.Append(character switch { '\\' => @"\5c", '*' => @"\2a", '(' => @"\28", ')' => @"\29", '\0' => @"\00", _ => character.ToString() });
        return builder.ToString();
    }

    // [Bad CWE-90] the searcher's filter is formatted with a header
    [HttpGet("mail")]
    public IActionResult Mail([FromHeader(Name = "X-User")] string user)
    {
        using var root = new DirectoryEntry("LDAP://dc=example,dc=com");
        using var searcher = new DirectorySearcher(root) { SearchScope = System.DirectoryServices.SearchScope.Subtree };
        searcher.Filter = string.Format("(&(objectClass=person)(uid={0}))", user);
        return Ok(searcher.FindOne()?.Path);
    }

    // [Good CWE-90] the value is escaped character by character
    [HttpGet("mail2")]
    public IActionResult MailEscaped([FromHeader(Name = "X-User")] string user)
    {
        using var root = new DirectoryEntry("LDAP://dc=example,dc=com");
        using var searcher = new DirectorySearcher(root);
        searcher.Filter = string.Format("(&(objectClass=person)(uid={0}))", EscapeFilter(user));
        return Ok(searcher.FindOne()?.Path);
    }

    // [Bad CWE-90] the distinguished name of a search request
    [HttpGet("unit/{unit}")]
    public IActionResult Unit(string unit)
    {
        using var connection = new LdapConnection("ldap.example.com");
        var request = new SearchRequest { DistinguishedName = "ou=" + unit + ",dc=example,dc=com", Filter = "(objectClass=*)" };
        connection.SendRequest(request);
        return Ok();
    }

    // [Good CWE-90] letters and digits only
    [HttpGet("unit2/{unit}")]
    public IActionResult UnitChecked(string unit)
    {
        if (!unit.All(char.IsAsciiLetterOrDigit))
            return BadRequest();
        using var connection = new LdapConnection("ldap.example.com");
        var request = new SearchRequest { DistinguishedName = "ou=" + unit + ",dc=example,dc=com", Filter = "(objectClass=*)" };
        connection.SendRequest(request);
        return Ok();
    }

    // [Bad CWE-90] the path of an entry
    [HttpGet("entry")]
    public IActionResult Entry(string cn)
    {
        var entry = new DirectoryEntry();
        entry.Path = $"LDAP://ldap.example.com/CN={cn},OU=Staff,DC=example,DC=com";
        using var searcher = new DirectorySearcher(entry, "(objectClass=*)");
        return Ok(searcher.FindAll().Count);
    }
}

// [Bad CWE-643] XPath: extension methods of LINQ to XML
public sealed class CatalogueSearch(XDocument catalogue)
{
    public IEnumerable<string?> Titles(HttpRequest request)
    {
        var author = request.Query["author"].ToString();
        return catalogue.XPathSelectElements("/catalogue/book[author='" + author + "']/title").Select(title => title.Value);
    }
}

// [Good CWE-643] LINQ compares values
public sealed class CatalogueLinq(XDocument catalogue)
{
    public IEnumerable<string?> Titles(HttpRequest request)
    {
        var author = request.Query["author"].ToString();
        return catalogue.Descendants("book").Where(book => (string?)book.Element("author") == author).Select(book => (string?)book.Element("title"));
    }
}

// [Bad CWE-643] XPath: a compiled expression that a helper of another class makes
public static class Expressions
{
    public static XPathExpression ForUser(string name, string password) => XPathExpression.Compile($"//user[@name='{name}' and @password='{password}']");
}

// [same case]
public sealed class XmlUserStore(XPathNavigator navigator)
{
    public bool SignIn(IFormCollection form) => navigator.SelectSingleNode(Expressions.ForUser(form["name"]!, form["password"]!)) != null;
}

// [Good CWE-643] XPath: variables of a context carry the values
public sealed class VariableContext : XsltContext
{
    readonly Dictionary<string, string> _values = [];
    public void Set(string name, string value) => _values[name] = value;
    public override bool Whitespace => true;
    public override int CompareDocument(string baseUri, string nextbaseUri) => 0;
    public override bool PreserveWhitespace(XPathNavigator node) => true;
    public override IXsltContextFunction ResolveFunction(string prefix, string name, XPathResultType[] ArgTypes) => throw new XsltException();
    public override IXsltContextVariable ResolveVariable(string prefix, string name) => new Variable(_values[name]);

    sealed class Variable(string value) : IXsltContextVariable
    {
        public bool IsLocal => false;
        public bool IsParam => false;
        public XPathResultType VariableType => XPathResultType.String;
        public object Evaluate(XsltContext xsltContext) => value;
    }
}

// [same case]
public sealed class XmlUserStoreWithVariables(XPathNavigator navigator)
{
    public bool SignIn(IFormCollection form)
    {
        var context = new VariableContext();
        context.Set("name", form["name"].ToString());
        var expression = XPathExpression.Compile("//user[@name=$name]");
        expression.SetContext(context);
        return navigator.SelectSingleNode(expression) != null;
    }
}

// [Bad CWE-643] XmlNode.SelectNodes with a value out of a stack
public sealed class NodeStack
{
    readonly Stack<string> _terms = new();

    public void Push(HttpContext context) => _terms.Push(context.Request.Query["term"].ToString());

    public XmlNodeList? Find(XmlDocument document) => _terms.TryPop(out var term) ? document.SelectNodes("//entry[contains(., '" + term + "')]") : null;
}

// [Good CWE-643] XmlNode.SelectNodes with the position in a stack
public sealed class PositionStack
{
    readonly Stack<int> _terms = new();

    public void Push(HttpContext context) => _terms.Push(int.TryParse(context.Request.Query["term"], out var position) ? position : 1);

    public XmlNodeList? Find(XmlDocument document) => _terms.TryPop(out var term) ? document.SelectNodes("//entry[" + term + "]") : null;
}

// [Bad CWE-91] XML text is put together and parsed
public static class OrderXml
{
    public static XElement Build(IFormCollection form)
    {
        var text = $"<order><customer>{form["customer"]}</customer><price>10</price></order>";
        return XElement.Parse(text);
    }
}

// [Good CWE-91] elements escape their values
public static class OrderElements
{
    public static XElement Build(IFormCollection form) =>
        new("order", new XElement("customer", form["customer"].ToString()), new XElement("price", 10));
}

// [Bad CWE-91] raw text in a writer
public static class InvoiceWriter
{
    public static void Write(XmlWriter writer, HttpRequest request)
    {
        writer.WriteStartElement("invoice");
        writer.WriteRaw("<note>" + request.Form["note"] + "</note>");
        writer.WriteEndElement();
    }
}

// [Good CWE-91] raw text of what SecurityElement escaped
public static class EscapedInvoiceWriter
{
    public static void Write(XmlWriter writer, HttpRequest request)
    {
        writer.WriteStartElement("invoice");
        writer.WriteRaw("<note>" + SecurityElement.Escape(request.Form["note"]) + "</note>");
        writer.WriteEndElement();
    }
}

// [Bad CWE-91] the inner XML of a node
public static class ProfileXml
{
    public static void Update(XmlDocument document, HttpRequest request)
    {
        var node = document.SelectSingleNode("/profile/about")!;
        node.InnerXml = request.Form["about"]!;
    }
}

// [Good CWE-91] the inner text of a node
public static class ProfileText
{
    public static void Update(XmlDocument document, HttpRequest request)
    {
        var node = document.SelectSingleNode("/profile/about")!;
        node.InnerText = request.Form["about"]!;
    }
}
