using System.DirectoryServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

public abstract class Lookup
{
    protected abstract string FilterFor(string name);
    public SearchResult Find(string name)
    {
        using var searcher = new DirectorySearcher(FilterFor(name));
        return searcher.FindOne();
    }
}

// [Bad CWE-90] a template method: the derived class makes the filter
public sealed class PhoneLookup : Lookup
{
    protected override string FilterFor(string name) => new StringBuilder("(telephoneNumber=").Append(name).Append(')').ToString();
}

// [same case]
public sealed class PhoneController : ControllerBase
{
    [HttpGet]
    public IActionResult Get(string phone)
    {
        using var searcher = new DirectorySearcher { Filter = $"(&(objectCategory=person)(telephoneNumber={phone}))" };
        return Ok(searcher.FindAll().Count);
    }
}

// [Good CWE-90] the filter has only the date
public sealed class DateController : ControllerBase
{
    [HttpGet]
    public IActionResult Get(DateTime since)
    {
        using var searcher = new DirectorySearcher { Filter = $"(&(objectCategory=person)(whenCreated>={since:yyyyMMddHHmmss}.0Z))" };
        return Ok(searcher.FindAll().Count);
    }
}

// [Bad CWE-643] an expression from a concatenated dictionary of attributes
public sealed class AttributeQuery(XPathDocument document)
{
    public XPathNodeIterator Find(HttpRequest request)
    {
        var predicates = request.Query.Where(pair => pair.Key.StartsWith("a_", StringComparison.Ordinal)).Select(pair => "@" + pair.Key[2..] + "='" + pair.Value + "'");
        return document.CreateNavigator().Select("//node[" + string.Join(" and ", predicates) + "]");
    }
}

// [Good CWE-643] the quotes are taken out
public sealed class UnquotedQuery(XPathDocument document)
{
    public XPathNodeIterator Find(IQueryCollection query)
    {
        var name = query["name"].ToString().Replace("'", "").Replace("\"", "");
        return document.CreateNavigator().Select("//node[@name='" + name + "']");
    }
}

// [Bad CWE-91] a writer's raw text by a helper with an indexer
public sealed class Fields { readonly Dictionary<string, string?> _values = []; public string? this[string name] { get => _values.GetValueOrDefault(name); set => _values[name] = value; } }

// [same case]
public sealed class Exporter
{
    public string Export(HttpRequest request)
    {
        var fields = new Fields { ["note"] = request.Form["note"], ["kind"] = "memo" };
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text))
        {
            writer.WriteStartElement("memo");
            writer.WriteRaw("<note>" + fields["note"] + "</note>");
            writer.WriteEndElement();
        }
        return text.ToString();
    }
}

// [Good CWE-91] the indexer's other entry
public sealed class PlainFields { readonly Dictionary<string, string?> _values = []; public string? this[string name] { get => _values.GetValueOrDefault(name); set => _values[name] = value; } }

// [same case]
public sealed class PlainExporter
{
    public string Export(HttpRequest request)
    {
        var fields = new PlainFields { ["kind"] = "memo" };
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text))
        {
            writer.WriteStartElement("memo");
            writer.WriteElementString("note", request.Form["note"]);
            writer.WriteRaw("<kind>" + fields["kind"] + "</kind>");
            writer.WriteEndElement();
        }
        return text.ToString();
    }
}
