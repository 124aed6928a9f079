// Less common doors to external entities.
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Docks;

public sealed class Dock { public string Name { get; set; } = ""; }

[Route("docks")]
public class DockXml : Controller
{
    // [Bad CWE-611] a text reader with a resolver
    [HttpPost("a")]
    public IActionResult TextReader()
    {
        var reader = new XmlTextReader(Request.Body) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        return Ok(XDocument.Load(reader).Root!.Value);
    }

    // [Good CWE-611] a text reader without declarations
    [HttpPost("b")]
    public IActionResult SafeTextReader()
    {
        var reader = new XmlTextReader(Request.Body) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        return Ok(XDocument.Load(reader).Root!.Value);
    }

    // [Bad CWE-611] a serializer with a reader that resolves
    [HttpPost("c")]
    public IActionResult Serializer([FromForm] string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver(), MaxCharactersFromEntities = 0 };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        var dock = (Dock)new XmlSerializer(typeof(Dock)).Deserialize(reader)!;
        return Ok(dock.Name);
    }

    // [Good CWE-611] a serializer with the default reader
    [HttpPost("d")]
    public IActionResult SafeSerializer([FromForm] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        var dock = (Dock)new XmlSerializer(typeof(Dock)).Deserialize(reader)!;
        return Ok(dock.Name);
    }
}
