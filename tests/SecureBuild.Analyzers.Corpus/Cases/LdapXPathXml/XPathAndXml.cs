using System.Net;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Catalogue;

public class XmlController(XmlDocument users, XDocument books) : ControllerBase
{
    // [Bad CWE-643] the name in the expression
    public IActionResult Find(string name) => Ok(users.SelectSingleNode("//user[@name='" + name + "']")?.InnerText);

    // [Good CWE-643] a constant expression, the name is compared in code
    public IActionResult FindCompared(string name)
    {
        foreach (XmlNode node in users.SelectNodes("//user")!)
            if (node.Attributes!["name"]!.Value == name)
                return Ok(node.InnerText);
        return NotFound();
    }

    // [Bad CWE-643] XPathNavigator.Select
    public IActionResult Select(string group)
    {
        var navigator = users.CreateNavigator()!;
        return Ok(navigator.Select($"/users/user[group='{group}']").Count);
    }

    // [Good CWE-643] XPathNavigator.Select by number
    public IActionResult SelectNumber(int number) => Ok(users.CreateNavigator()!.Select($"/users/user[{number}]").Count);

    // [Bad CWE-643] a compiled expression
    public IActionResult Compiled(string path)
    {
        var expression = XPathExpression.Compile("count(//" + path + ")");
        return Ok(users.CreateNavigator()!.Evaluate(expression));
    }

    // [Bad CWE-643] XPathSelectElement on LINQ to XML
    public IActionResult Element(string isbn) => Ok(books.XPathSelectElement("//book[isbn='" + isbn + "']")?.Value);

    // [Good CWE-643] LINQ to XML compares
    public IActionResult ElementLinq(string isbn) => Ok(books.Descendants("book").FirstOrDefault(book => (string?)book.Element("isbn") == isbn)?.Value);

    // [Good CWE-643] digits and dashes only
    public IActionResult ElementChecked(string isbn)
    {
        if (isbn.Any(character => !char.IsAsciiDigit(character) && character != '-'))
            return BadRequest();
        return Ok(books.XPathSelectElement("//book[isbn='" + isbn + "']")?.Value);
    }

    // [Good CWE-643] one of the known groups
    public IActionResult KnownGroup(string group)
    {
        var known = new HashSet<string> { "admin", "guest" };
        return known.Contains(group) ? Ok(users.SelectNodes("//user[group='" + group + "']")!.Count) : NotFound();
    }

    // [Bad CWE-643] password and name, the classic
    public IActionResult Login([FromForm] string name, [FromForm] string password)
    {
        var query = "//user[name/text()='" + name + "' and password/text()='" + password + "']";
        return users.SelectSingleNode(query) is null ? Unauthorized() : Ok();
    }

    // [Bad CWE-643] quotes are doubled, which XPath 1.0 does not know
    public IActionResult Doubled(string name) => Ok(users.SelectSingleNode("//user[@name='" + name.Replace("'", "''") + "']")?.InnerText);

    // [Bad CWE-91] XML made by concatenation
    public void Append(string comment)
    {
        var document = new XmlDocument();
        document.LoadXml("<comment>" + comment + "</comment>");
        users.DocumentElement!.AppendChild(users.ImportNode(document.DocumentElement!, true));
    }

    // [Good CWE-91] the text of an element
    public void AppendText(string comment)
    {
        var element = users.CreateElement("comment");
        element.InnerText = comment;
        users.DocumentElement!.AppendChild(element);
    }

    // [Bad CWE-91] InnerXml
    public void AppendInner(string comment)
    {
        var element = users.CreateElement("comment");
        element.InnerXml = comment;
        users.DocumentElement!.AppendChild(element);
    }

    // [Good CWE-91] XElement encodes its content
    public IActionResult Order(string customer, int amount)
    {
        var order = new XElement("order", new XElement("customer", customer), new XAttribute("amount", amount));
        return Content(order.ToString(), "application/xml");
    }

    // [Bad CWE-91] XElement.Parse of a concatenation
    public IActionResult OrderParsed(string customer)
    {
        var order = XElement.Parse($"<order role=\"user\"><customer>{customer}</customer></order>");
        books.Root!.Add(order);
        return Ok();
    }

    // [Good CWE-91] XElement.Parse of an escaped text
    public IActionResult OrderEscaped(string customer)
    {
        var order = XElement.Parse($"<order role=\"user\"><customer>{SecurityElement.Escape(customer)}</customer></order>");
        books.Root!.Add(order);
        return Ok();
    }

    // [Bad CWE-91] WriteRaw
    public IActionResult Raw(string note)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text))
        {
            writer.WriteStartElement("note");
            writer.WriteRaw(note);
            writer.WriteEndElement();
        }
        return Content(text.ToString(), "application/xml");
    }

    // [Good CWE-91] WriteString
    public IActionResult Written(string note)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text))
        {
            writer.WriteStartElement("note");
            writer.WriteString(note);
            writer.WriteElementString("length", note.Length.ToString());
            writer.WriteEndElement();
        }
        return Content(text.ToString(), "application/xml");
    }

    // [Good CWE-91] HTML-encoded text is fit for the text of an XML element
    public void AppendEncoded(string comment)
    {
        var document = new XmlDocument();
        document.LoadXml("<comment>" + WebUtility.HtmlEncode(comment) + "</comment>");
    }

    // [Good CWE-91] a number
    public void AppendNumber(int stars)
    {
        var document = new XmlDocument();
        document.LoadXml("<stars>" + stars + "</stars>");
    }
}

// [Bad CWE-643] through an interface and a field
public class PricesController(PricesController.IPrices prices) : ControllerBase
{
    readonly IPrices _prices = prices;

    public IActionResult Get([FromRoute] string product) => Ok(_prices.Of(product));

    public interface IPrices { string? Of(string product); }

    public class XmlPrices(XPathDocument document) : IPrices
    {
        public string? Of(string product)
        {
            var path = "/prices/price[@product=\"" + product + "\"]";
            return document.CreateNavigator().SelectSingleNode(path)?.Value;
        }
    }
}

// [Good CWE-643] the interface's implementation looks the product up in a dictionary
public class PricesControllerSafe(PricesControllerSafe.IPrices prices) : ControllerBase
{
    readonly IPrices _prices = prices;

    public IActionResult Get([FromRoute] string product) => Ok(_prices.Of(product));

    public interface IPrices { string? Of(string product); }

    public class XmlPrices(XPathDocument document) : IPrices
    {
        public string? Of(string product)
        {
            var prices = new Dictionary<string, string>();
            foreach (XPathNavigator price in document.CreateNavigator().Select("/prices/price"))
                prices[price.GetAttribute("product", "")] = price.Value;
            return prices.GetValueOrDefault(product);
        }
    }
}

// [Bad CWE-643] a minimal API
public static class Endpoints
{
    public static void Map(WebApplication app, XmlDocument document) =>
        app.MapGet("/xml", (string id) => document.SelectSingleNode($"//item[@id='{id}']")?.InnerText);
}

// [Good CWE-643] a minimal API with a number
public static class EndpointsSafe
{
    public static void Map(WebApplication app, XmlDocument document) =>
        app.MapGet("/xml", (int id) => document.SelectSingleNode($"//item[@id='{id}']")?.InnerText);
}
