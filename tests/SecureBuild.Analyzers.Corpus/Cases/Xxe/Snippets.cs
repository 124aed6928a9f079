// XML of others, in small samples.
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.XPath;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Snippets;

// [Bad CWE-611] settings of a helper that resolves everything
public static class LooseSettings
{
    static XmlReaderSettings Settings()
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = new XmlUrlResolver();
        return settings;
    }

    public static XDocument Read(Stream input)
    {
        using var reader = XmlReader.Create(input, Settings());
        return XDocument.Load(reader);
    }
}

// [Good CWE-611] settings of a helper that resolves nothing
public static class StrictSettings
{
    static XmlReaderSettings Settings()
    {
        var settings = new XmlReaderSettings();
        settings.DtdProcessing = DtdProcessing.Prohibit;
        settings.XmlResolver = null;
        return settings;
    }

    public static XDocument Read(Stream input)
    {
        using var reader = XmlReader.Create(input, Settings());
        return XDocument.Load(reader);
    }
}

// [Bad CWE-611] a document with a resolver
public class ImportController : ControllerBase
{
    [HttpPost("/import")]
    public async Task<IActionResult> Import()
    {
        using var reader = new StreamReader(Request.Body);
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml(await reader.ReadToEndAsync());
        return Ok(document.DocumentElement?.InnerText);
    }
}

// [Good CWE-611] a document as .NET makes it
public class SafeImportController : ControllerBase
{
    [HttpPost("/safe-import")]
    public async Task<IActionResult> Import()
    {
        using var reader = new StreamReader(Request.Body);
        var document = new XmlDocument();
        document.LoadXml(await reader.ReadToEndAsync());
        return Ok(document.DocumentElement?.InnerText);
    }
}

// [Bad CWE-611] the old reader
public static class OldReader
{
    public static string? Title(string xml)
    {
        var reader = new XmlTextReader(new StringReader(xml));
        reader.DtdProcessing = DtdProcessing.Parse;
        reader.XmlResolver = new XmlUrlResolver();
        while (reader.Read())
            if (reader.Name == "title")
                return reader.ReadElementContentAsString();
        return null;
    }
}

// [Good CWE-611] the old reader, without declarations
public static class OldReaderWithoutDtd
{
    public static string? Title(string xml)
    {
        var reader = new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        while (reader.Read())
            if (reader.Name == "title")
                return reader.ReadElementContentAsString();
        return null;
    }
}

// [Bad CWE-776] entities without a limit
public static class Laughing
{
    public static XDocument Read(TextReader text)
    {
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 0, XmlResolver = null });
        return XDocument.Load(reader);
    }
}

// [Good CWE-776] entities with a limit
public static class Limited
{
    public static XDocument Read(TextReader text)
    {
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 1024, MaxCharactersInDocument = 1_000_000, XmlResolver = null });
        return XDocument.Load(reader);
    }
}

// [Bad CWE-611] script and document() in a style sheet
public static class Transforms
{
    public static string Apply(string stylesheet, string xml)
    {
        var transform = new XslCompiledTransform();
        transform.Load(XmlReader.Create(new StringReader(stylesheet)), XsltSettings.TrustedXslt, new XmlUrlResolver());
        var output = new StringBuilder();
        using var writer = XmlWriter.Create(output);
        transform.Transform(XmlReader.Create(new StringReader(xml)), writer);
        return output.ToString();
    }
}

// [Good CWE-611] nothing of it
public static class SafeTransforms
{
    public static string Apply(string stylesheet, string xml)
    {
        var transform = new XslCompiledTransform();
        transform.Load(XmlReader.Create(new StringReader(stylesheet)), XsltSettings.Default, null);
        var output = new StringBuilder();
        using var writer = XmlWriter.Create(output);
        transform.Transform(XmlReader.Create(new StringReader(xml)), writer);
        return output.ToString();
    }
}

// [Bad CWE-611] a serialiser over such a reader
public static class Deserializer
{
    public static T? Read<T>(Stream stream) where T : class
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver { Credentials = null } };
        var serializer = new XmlSerializer(typeof(T));
        using var reader = XmlReader.Create(stream, settings);
        return serializer.Deserialize(reader) as T;
    }
}

// [Good CWE-611] a resolver of our own that finds what we ship
public sealed class OwnResolver : XmlResolver
{
    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => throw new XmlException("No external entities.");

    public static XDocument Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = new OwnResolver() });
        return XDocument.Load(reader);
    }
}

// [Good CWE-611] declarations are passed over
public static class Ignoring
{
    public static XPathDocument Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return new XPathDocument(reader);
    }
}

// [Bad CWE-827] schemas from where the document says
public static class Validation
{
    public static void Check(Stream stream)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, XmlResolver = new XmlUrlResolver(), DtdProcessing = DtdProcessing.Parse };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ProcessSchemaLocation;
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read()) { }
    }
}
