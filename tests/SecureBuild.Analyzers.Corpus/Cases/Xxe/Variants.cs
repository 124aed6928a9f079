// XML readers, in many styles.
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.XPath;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Variants;

// [Bad CWE-611] settings made in a helper
public static class ReaderSettings
{
    public static XmlReaderSettings Create()
    {
        var settings = new XmlReaderSettings();
        settings.IgnoreComments = true;
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = new XmlUrlResolver();
        return settings;
    }
}

// [same case]
public class HelperController : ControllerBase
{
    [HttpPost("/helper")]
    public string Post()
    {
        using var reader = XmlReader.Create(Request.Body, ReaderSettings.Create());
        reader.MoveToContent();
        return reader.ReadInnerXml();
    }
}

// [Good CWE-611] settings made in a helper, prohibiting
public static class SafeReaderSettings
{
    public static XmlReaderSettings Create() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 };
}

// [same case]
public class SafeHelperController : ControllerBase
{
    [HttpPost("/safe-helper")]
    public XDocument Post()
    {
        using var reader = XmlReader.Create(Request.Body, SafeReaderSettings.Create());
        return XDocument.Load(reader);
    }
}

// [Bad CWE-611] a document with a resolver
public class SoapController : ControllerBase
{
    [HttpPost("/soap")]
    public string? Post([FromBody] string envelope)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        document.LoadXml(envelope);
        return document.DocumentElement?.InnerText;
    }
}

// [Good CWE-611] a document without
public class SoapGoodController : ControllerBase
{
    [HttpPost("/soap-good")]
    public string? Post([FromBody] string envelope)
    {
        var document = new XmlDocument { XmlResolver = null, PreserveWhitespace = true };
        document.LoadXml(envelope);
        return document.DocumentElement?.InnerText;
    }
}

// [Bad CWE-611] a text reader that resolves
public class TextReaderController : ControllerBase
{
    [HttpPost("/text-reader")]
    public string Post()
    {
        using var reader = new XmlTextReader(Request.Body) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Text)
                return reader.Value;
        return "";
    }
}

// [Good CWE-611] a text reader that does not
public class TextReaderGoodController : ControllerBase
{
    [HttpPost("/text-reader-good")]
    public string Post()
    {
        using var reader = new XmlTextReader(Request.Body) { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        reader.MoveToContent();
        return reader.Name;
    }
}

// [Bad CWE-776] entities may grow without limit
public class BombController : ControllerBase
{
    [HttpPost("/bomb")]
    public void Post()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 0 };
        using var reader = XmlReader.Create(Request.Body, settings);
        while (reader.Read()) { }
    }
}

// [Bad CWE-611] style sheets with script and documents
public class StyleController : ControllerBase
{
    [HttpPost("/style")]
    public void Post(string sheet)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet, XsltSettings.TrustedXslt, new XmlUrlResolver());
    }
}

// [Good CWE-611] style sheets without
public class StyleGoodController : ControllerBase
{
    [HttpPost("/style-good")]
    public void Post()
    {
        var transform = new XslCompiledTransform();
        transform.Load("/srv/app/order.xslt", XsltSettings.Default, null);
    }
}
