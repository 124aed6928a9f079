// Documents and what they may bring along.
using System.Data;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Resolvers;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.XPath;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Exercises;

public class Invoices : ControllerBase
{
    // [Bad CWE-611] the reader's settings come from a helper that wants DTDs
    [HttpPost("a")]
    public IActionResult Settings()
    {
        using var reader = XmlReader.Create(Request.Body, WithDtd());
        return Ok(XDocument.Load(reader).Root?.Name.LocalName);
    }

    // [same case]
    static XmlReaderSettings WithDtd()
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = new XmlUrlResolver();
        return settings;
    }

    // [Bad CWE-611] a document with a resolver that it was given after it was made
    [HttpPost("b")]
    public IActionResult Document([FromForm] string xml)
    {
        XmlDocument document = new();
        document.XmlResolver = new XmlUrlResolver { Credentials = CredentialCache.DefaultCredentials };
        document.LoadXml(xml);
        return Ok(document.InnerText);
    }

    // [Good CWE-611] a document whose resolver is taken away before it loads
    [HttpPost("c")]
    public IActionResult Cleared([FromForm] string xml)
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.XmlResolver = null;
        document.LoadXml(xml);
        return Ok(document.InnerText);
    }

    // [Bad CWE-611] the old reader, told to resolve
    [HttpPost("d")]
    public IActionResult Text()
    {
        using var reader = new XmlTextReader(Request.Body) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        while (reader.Read())
        {
        }
        return Ok();
    }

    // [Good CWE-611] the old reader, told not to
    [HttpPost("e")]
    public IActionResult Refused()
    {
        using var reader = new XmlTextReader(Request.Body) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        while (reader.Read())
        {
        }
        return Ok();
    }

    // [Bad CWE-776] entities may grow without end
    [HttpPost("f")]
    public IActionResult Expanding()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 0 };
        using var reader = XmlReader.Create(Request.Body, settings);
        var document = new XPathDocument(reader);
        return Ok(document.CreateNavigator().Value.Length);
    }

    // [Good CWE-776] entities are counted
    [HttpPost("g")]
    public IActionResult Counted()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1024, MaxCharactersInDocument = 1_000_000 };
        using var reader = XmlReader.Create(Request.Body, settings);
        var document = new XPathDocument(reader);
        return Ok(document.CreateNavigator().Value.Length);
    }

    // [Bad CWE-611] a serialiser that reads by a reader which resolves
    [HttpPost("h")]
    public IActionResult Serialized()
    {
        var serializer = new XmlSerializer(typeof(List<string>));
        var settings = new XmlReaderSettings { DtdProcessing = (DtdProcessing)2, XmlResolver = new XmlPreloadedResolver(new XmlUrlResolver()) };
        using var reader = XmlReader.Create(Request.Body, settings);
        return Ok(serializer.Deserialize(reader));
    }

    // [Good CWE-611] a serialiser over the stream itself
    [HttpPost("i")]
    public IActionResult Plain()
    {
        var serializer = new XmlSerializer(typeof(List<string>));
        return Ok(serializer.Deserialize(Request.Body));
    }

    // [Bad CWE-611] a stylesheet of the client with script and documents
    [HttpPost("j")]
    public IActionResult Transform(IFormFile style, IFormFile data)
    {
        var transform = new XslCompiledTransform();
        using var sheet = XmlReader.Create(style.OpenReadStream());
        transform.Load(sheet, XsltSettings.TrustedXslt, new XmlUrlResolver());
        using var input = XmlReader.Create(data.OpenReadStream());
        using var output = new StringWriter();
        transform.Transform(input, null, output);
        return Content(output.ToString(), "text/plain");
    }

    // [Good CWE-611] our stylesheet, as it comes
    [HttpPost("k")]
    public IActionResult OurTransform(IFormFile data)
    {
        var transform = new XslCompiledTransform();
        transform.Load("styles/invoice.xsl", XsltSettings.Default, null);
        using var input = XmlReader.Create(data.OpenReadStream());
        using var output = new StringWriter();
        transform.Transform(input, null, output);
        return Content(output.ToString(), "text/plain");
    }

    // [Bad CWE-827] the document says where its schema lies
    [HttpPost("l")]
    public IActionResult Validated()
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, XmlResolver = new XmlUrlResolver() };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ProcessSchemaLocation | XmlSchemaValidationFlags.ProcessInlineSchema;
        using var reader = XmlReader.Create(Request.Body, settings);
        while (reader.Read())
        {
        }
        return Ok();
    }
}
