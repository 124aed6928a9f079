using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

public interface IXmlImport { XmlDocument Load(Stream stream); }

// [Bad CWE-611] a resolver for any address
public sealed class OpenImport : IXmlImport
{
    public XmlDocument Load(Stream stream)
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.Load(stream);
        return document;
    }
}

// [Good CWE-611] the default of this framework
public sealed class DefaultImport : IXmlImport
{
    public XmlDocument Load(Stream stream)
    {
        var document = new XmlDocument();
        document.Load(stream);
        return document;
    }
}

// [Bad CWE-611] entities are parsed and resolved
[ApiController]
public class FeedController : ControllerBase
{
    [HttpPost("feed")]
    public async Task<IActionResult> Read()
    {
        var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(Request.Body, settings);
        while (await reader.ReadAsync()) { }
        return Ok();
    }
}

// [Good CWE-611] no document type
[ApiController]
public class SafeFeedController : ControllerBase
{
    [HttpPost("feed")]
    public async Task<IActionResult> Read()
    {
        var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(Request.Body, settings);
        await XDocument.LoadAsync(reader, LoadOptions.None, HttpContext.RequestAborted);
        return Ok();
    }
}

// [Bad CWE-776] entities without limit
public static class Expansion
{
    public static XDocument Parse(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 0 });
        return XDocument.Load(reader);
    }
}

// [Bad CWE-827] schemas from where the document says
public static class Locations
{
    public static void Validate(Stream stream)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ProcessSchemaLocation;
        settings.XmlResolver = new XmlUrlResolver();
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read()) { }
    }
}

// [Good CWE-827] our own schemas
public static class OwnSchemas
{
    public static void Validate(Stream stream)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, "order.xsd");
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read()) { }
    }
}

// [Bad CWE-611] the old text reader
public static class OldReader
{
    public static object? Read(string xml)
    {
        var reader = new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        return new XmlSerializer(typeof(string)).Deserialize(reader);
    }
}

// [Good CWE-611] a string reader is harmless
public static class PlainReader
{
    public static object? Read(string xml)
    {
        using var text = new StringReader(xml);
        return new XmlSerializer(typeof(string)).Deserialize(text);
    }
}

// [Bad CWE-611] a style sheet that may run script and read documents
public static class Style
{
    public static void Transform(string path, XmlReader input, XmlWriter output)
    {
        var transform = new XslCompiledTransform();
        transform.Load(path, XsltSettings.TrustedXslt, new XmlUrlResolver());
        transform.Transform(input, output);
    }
}

// [Good CWE-611] a style sheet without
public static class SafeStyle
{
    public static void Transform(XmlReader input, XmlWriter output)
    {
        var transform = new XslCompiledTransform();
        transform.Load("style.xslt", XsltSettings.Default, null);
        transform.Transform(input, output);
    }
}
