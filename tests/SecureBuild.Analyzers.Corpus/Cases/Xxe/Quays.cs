// XML of clients.
using System.Xml;
using System.Xml.Linq;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Quays;

// [Bad CWE-611] an extension method makes a reader with a resolver, a service uses it
public static class XmlExtensions
{
    public static XmlReader AsXml(this Stream stream) => XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });

    public static XmlReader AsSafeXml(this Stream stream) => XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
}

// [same case]
public sealed class CatalogController : ControllerBase
{
    [HttpPost("catalog")]
    public int Post(IFormFile file)
    {
        using var reader = file.OpenReadStream().AsXml();
        return XDocument.Load(reader).Descendants("item").Count();
    }
}

// [Good CWE-611] a reader without document types
public sealed class SafeCatalogController : ControllerBase
{
    [HttpPost("safe-catalog")]
    public int Post(IFormFile file)
    {
        using var reader = XmlReader.Create(file.OpenReadStream(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader).Descendants("item").Count();
    }
}

// [Bad CWE-776] entities may grow without limit
public sealed class FeedReader
{
    public async Task<string> TitleAsync(HttpRequest request)
    {
        using var text = new StreamReader(request.Body);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 0, Async = true };
        using var reader = XmlReader.Create(text, settings);
        await reader.MoveToContentAsync();
        return reader.GetAttribute("title") ?? "";
    }
}

// [Good CWE-776] the defaults of the factory
public sealed class SafeFeedReader
{
    public async Task<string> TitleAsync(HttpRequest request)
    {
        using var text = new StreamReader(request.Body);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { Async = true });
        await reader.MoveToContentAsync();
        return reader.GetAttribute("title") ?? "";
    }
}

// [Bad CWE-91] a style sheet of the client with scripts
public sealed class TransformController : ControllerBase
{
    [HttpPost("transform")]
    public IActionResult Post(IFormFile style)
    {
        var transform = new XslCompiledTransform();
        using var reader = XmlReader.Create(style.OpenReadStream());
        transform.Load(reader, XsltSettings.TrustedXslt, new XmlUrlResolver());
        using var output = new StringWriter();
        transform.Transform("data.xml", null, output);
        return Content(output.ToString());
    }
}

// [Good CWE-91] a style sheet of the program for the client's document
public sealed class SafeTransformController : ControllerBase
{
    [HttpPost("safe-transform")]
    public IActionResult Post(IFormFile document)
    {
        var transform = new XslCompiledTransform();
        transform.Load("style.xsl", XsltSettings.Default, null);
        using var reader = XmlReader.Create(document.OpenReadStream());
        using var output = new StringWriter();
        transform.Transform(reader, null, output);
        return Content(output.ToString(), "text/plain");
    }
}
