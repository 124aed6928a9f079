// XML, as teams read it.
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Teams;

// [Bad CWE-611] settings by a method with options
public static class Settings
{
    static XmlReaderSettings Create(bool trusted) => new() { DtdProcessing = trusted ? DtdProcessing.Parse : DtdProcessing.Prohibit, XmlResolver = new XmlUrlResolver() };

    public static XDocument Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Create(trusted: true));
        return XDocument.Load(reader);
    }
}

// [Good CWE-611] settings by a method without options
public static class StrictSettings
{
    static XmlReaderSettings Create() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1024 };

    public static XDocument Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Create());
        return XDocument.Load(reader);
    }
}

// [Bad CWE-611] a document with a resolver of the network
public class InvoiceController : ControllerBase
{
    [HttpPost("/invoice")]
    public IActionResult Post()
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver { Credentials = System.Net.CredentialCache.DefaultCredentials };
        document.Load(Request.Body);
        return Ok(document.DocumentElement?.Name);
    }
}

// [Good CWE-611] a document without a resolver
public class SafeInvoiceController : ControllerBase
{
    [HttpPost("/safe-invoice")]
    public IActionResult Post()
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load(Request.Body);
        return Ok(document.DocumentElement?.Name);
    }
}

// [Bad CWE-611] a text reader that parses declarations
public static class OldReader
{
    public static string? Root(TextReader text)
    {
        using var reader = new XmlTextReader(text) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver(), WhitespaceHandling = WhitespaceHandling.None };
        return reader.MoveToContent() == XmlNodeType.Element ? reader.Name : null;
    }
}

// [Bad CWE-776] entities without a limit
public static class Unlimited
{
    public static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 0 };
}

// [Good CWE-776] entities within a limit
public static class Limited
{
    public static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 1000 };
}
