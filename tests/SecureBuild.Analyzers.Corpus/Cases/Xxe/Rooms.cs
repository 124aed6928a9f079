// Readers of XML whose settings are made elsewhere.
using System.Xml;
using System.Xml.Linq;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Rooms;

// [Bad CWE-611] shared settings with a resolver
public static class XmlDefaults
{
    public static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
}
// [same case]
public class FeedController : ControllerBase
{
    [HttpPost("/feed")]
    public string? Post()
    {
        using var reader = XmlReader.Create(Request.Body, XmlDefaults.Settings);
        return XDocument.Load(reader).Root?.Value;
    }
}

// [Good CWE-611] shared settings without DTDs
public static class XmlDefaultsGood
{
    public static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 };
}
// [same case]
public class FeedGoodController : ControllerBase
{
    [HttpPost("/feed-good")]
    public string? Post()
    {
        using var reader = XmlReader.Create(Request.Body, XmlDefaultsGood.Settings);
        return XDocument.Load(reader).Root?.Value;
    }
}

// [Bad CWE-611] a document with a resolver from a helper
public class InvoiceReader
{
    public string? Read(Stream stream)
    {
        var document = NewDocument(new XmlUrlResolver());
        document.Load(stream);
        return document.DocumentElement?.InnerText;
    }

    static XmlDocument NewDocument(XmlResolver resolver) => new() { XmlResolver = resolver, PreserveWhitespace = true };
}

// [Good CWE-611] the resolver is taken away again
public class InvoiceReaderGood
{
    public string? Read(Stream stream)
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.XmlResolver = null;
        document.Load(stream);
        return document.DocumentElement?.InnerText;
    }
}

// [Bad CWE-776] entities without a limit
public class BomReader
{
    public int Count(TextReader text)
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.MaxCharactersFromEntities = 0;
        using var reader = XmlReader.Create(text, settings);
        var count = 0;
        while (reader.Read())
            count++;
        return count;
    }
}

// [Bad CWE-611] a style sheet with scripts and documents
public class Sheets
{
    public XslCompiledTransform Load(string path)
    {
        var transform = new XslCompiledTransform();
        transform.Load(path, XsltSettings.TrustedXslt, new XmlUrlResolver());
        return transform;
    }
}

// [Good CWE-611] a style sheet without them
public class SheetsGood
{
    public XslCompiledTransform Load(string path)
    {
        var transform = new XslCompiledTransform();
        using var reader = XmlReader.Create(path);
        transform.Load(reader, XsltSettings.Default, XmlResolver.ThrowingResolver);
        return transform;
    }
}
