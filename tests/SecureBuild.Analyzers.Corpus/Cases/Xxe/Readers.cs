using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.Serialization;
using System.Xml.XPath;
using System.Xml.Xsl;

namespace Shop.Xml1;

public class Invoice { public string Number { get; set; } = ""; }

public class Readers
{
    // [Bad CWE-611] parsed with a resolver for addresses
    public XDocument Load(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader);
    }

    // [Good CWE-611] document types are forbidden
    public XDocument LoadSafely(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader);
    }

    // [Good CWE-611] the defaults forbid document types
    public XDocument LoadByDefault(Stream stream)
    {
        using var reader = XmlReader.Create(stream);
        return XDocument.Load(reader);
    }

    // [Bad CWE-611] a document with a resolver
    public XmlDocument Document(string xml)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        document.LoadXml(xml);
        return document;
    }

    // [Good CWE-611] a document without a resolver
    public XmlDocument SafeDocument(string xml)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(xml);
        return document;
    }

    // [Bad CWE-611] the old reader with a resolver
    public string Text(TextReader input)
    {
        var reader = new XmlTextReader(input) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        reader.MoveToContent();
        return reader.ReadInnerXml();
    }

    // [Good CWE-611] the old reader without document types
    public string SafeText(TextReader input)
    {
        var reader = new XmlTextReader(input) { DtdProcessing = DtdProcessing.Prohibit };
        reader.MoveToContent();
        return reader.ReadInnerXml();
    }

    // [Good CWE-611] document types are skipped
    public Invoice? Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return (Invoice?)new XmlSerializer(typeof(Invoice)).Deserialize(reader);
    }

    // [Bad CWE-611] the settings are changed afterwards
    public Invoice? ReadChanged(Stream stream)
    {
        var settings = new XmlReaderSettings();
        settings.IgnoreComments = true;
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = new XmlUrlResolver();
        using var reader = XmlReader.Create(stream, settings);
        return (Invoice?)new XmlSerializer(typeof(Invoice)).Deserialize(reader);
    }

    // [Bad CWE-776] entities may grow without limit
    public XmlReader Unlimited(Stream stream) => XmlReader.Create(stream, new()
    {
        DtdProcessing = DtdProcessing.Parse,
        MaxCharactersFromEntities = 0,
        XmlResolver = null,
    });

    // [Good CWE-776] entities may grow a little
    public XmlReader Limited(Stream stream) => XmlReader.Create(stream, new()
    {
        DtdProcessing = DtdProcessing.Parse,
        MaxCharactersFromEntities = 1024,
        XmlResolver = null,
    });

    // [Good CWE-611] a resolver that refuses
    public XmlDocument Refusing(Stream stream)
    {
        var document = new XmlDocument { XmlResolver = XmlResolver.ThrowingResolver };
        document.Load(stream);
        return document;
    }

    // [Bad CWE-611] script and document() in a style sheet
    public void Transform(string sheet, XmlReader input, XmlWriter output)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet, XsltSettings.TrustedXslt, new XmlUrlResolver());
        transform.Transform(input, output);
    }

    // [Good CWE-611] neither script nor document()
    public void TransformSafely(XmlReader sheet, XmlReader input, XmlWriter output)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet, XsltSettings.Default, null);
        transform.Transform(input, output);
    }

    // [Bad CWE-611] script by the constructor
    public XslCompiledTransform WithScript(XmlReader sheet)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet, new XsltSettings(enableDocumentFunction: true, enableScript: true), null);
        return transform;
    }

    // [Good CWE-611] XML of our own
    public XElement Constant() => XElement.Parse("<invoice><number>1</number></invoice>");

    // [Good CWE-611] XPath over a document that forbids document types
    public string? Number(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return new XPathDocument(reader).CreateNavigator().SelectSingleNode("/invoice/number")?.Value;
    }

    // [Bad CWE-827] a schema that is loaded from where the document says
    public XmlReader Validating(Stream stream)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, XmlResolver = new XmlUrlResolver() };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ProcessSchemaLocation;
        return XmlReader.Create(stream, settings);
    }

    // [Good CWE-827] a schema of ours
    public XmlReader ValidatingOurs(Stream stream, XmlSchemaSet schemas)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        return XmlReader.Create(stream, settings);
    }

    // [Good CWE-611] only writing
    public void Write(Stream stream, Invoice invoice)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true });
        new XmlSerializer(typeof(Invoice)).Serialize(writer, invoice);
    }

    // [Bad CWE-611] a helper makes loose settings
    public XDocument Helper(string path)
    {
        using var reader = XmlReader.Create(path, Loose());
        return XDocument.Load(reader);

        static XmlReaderSettings Loose() => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
    }

    // [Good CWE-611] a helper makes strict settings
    public XDocument StrictHelper(string path)
    {
        using var reader = XmlReader.Create(path, Strict());
        return XDocument.Load(reader);

        static XmlReaderSettings Strict() => new() { DtdProcessing = DtdProcessing.Prohibit };
    }
}

// [Bad CWE-611] a field with loose settings
public class Importer
{
    static readonly XmlReaderSettings s_settings = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver(), IgnoreWhitespace = true };

    public async Task<int> CountAsync(Stream stream)
    {
        using var reader = XmlReader.Create(stream, s_settings);
        var count = 0;
        while (reader.Read())
            count++;
        await Task.Yield();
        return count;
    }
}

// [Good CWE-611] a field with strict settings
public class StrictImporter
{
    static readonly XmlReaderSettings s_settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    public async Task<int> CountAsync(Stream stream)
    {
        using var reader = XmlReader.Create(stream, s_settings);
        var count = 0;
        while (reader.Read())
            count++;
        await Task.Yield();
        return count;
    }
}

// [Good CWE-611] a resolver that knows only what the program brings along
public class Catalogue
{
    public XmlReader Open(Stream stream)
    {
        var resolver = new System.Xml.Resolvers.XmlPreloadedResolver(System.Xml.Resolvers.XmlKnownDtds.Xhtml10);
        return XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = resolver, MaxCharactersFromEntities = 10_000 });
    }
}
