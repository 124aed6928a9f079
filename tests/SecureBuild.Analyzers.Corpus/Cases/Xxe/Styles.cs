using System.Xml;
using System.Xml.Linq;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Import.App;

public class ImportController : ControllerBase
{
    // [Bad CWE-611] a document with a resolver
    [HttpPost]
    public IActionResult A()
    {
        var doc = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        doc.Load(Request.Body);
        return Ok(doc.DocumentElement?.InnerText);
    }

    // [Good CWE-611] a document with the defaults of modern .NET
    [HttpPost]
    public IActionResult B()
    {
        var doc = new XmlDocument();
        doc.Load(Request.Body);
        return Ok(doc.DocumentElement?.InnerText);
    }

    // [Bad CWE-611] a reader that parses DTDs with a resolver
    [HttpPost]
    public IActionResult C([FromBody] string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        return Ok(XDocument.Load(reader).Root?.Value);
    }

    // [Good CWE-611] a reader that refuses DTDs
    [HttpPost]
    public IActionResult D([FromBody] string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        return Ok(XDocument.Load(reader).Root?.Value);
    }

    // [Bad CWE-611] a text reader with a resolver
    [HttpPost]
    public IActionResult E([FromBody] string xml)
    {
        var reader = new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        while (reader.Read()) { }
        return Ok();
    }

    // [Good CWE-611] a text reader without
    [HttpPost]
    public IActionResult F([FromBody] string xml)
    {
        var reader = new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Prohibit };
        while (reader.Read()) { }
        return Ok();
    }
}
