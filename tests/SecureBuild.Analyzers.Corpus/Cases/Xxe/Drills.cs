// Readers, once more.
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.XPath;
using System.Xml.Xsl;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Xxe.Drills;

// [Bad CWE-611] settings that a base class keeps for all
public abstract class Feed
{
    protected static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = new XmlUrlResolver(),
        Async = true,
    };
}
// [same case]
public class AtomFeed : Feed
{
    public XDocument Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        return XDocument.Load(reader);
    }
}

// [Good CWE-611] settings that a base class keeps for all, closed
public abstract class ClosedFeed
{
    protected static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, Async = true };
}
// [same case]
public class ClosedAtomFeed : ClosedFeed
{
    public XDocument Load(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        return XDocument.Load(reader);
    }
}

// [Bad CWE-611] a resolver of one's own that opens everything
public class OpenResolver : XmlUrlResolver
{
    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => base.GetEntity(absoluteUri, role, ofObjectToReturn);
}
// [same case]
public class Catalogue
{
    public XmlDocument Load(string xml)
    {
        var document = new XmlDocument { XmlResolver = new OpenResolver() };
        document.LoadXml(xml);
        return document;
    }
}

// [Good CWE-611] a resolver of one's own that opens one folder
public class FolderResolver(string folder) : XmlResolver
{
    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        var name = Path.GetFileName(absoluteUri.LocalPath);
        return name is "order.dtd" ? File.OpenRead(Path.Combine(folder, name)) : throw new XmlException("not allowed: " + absoluteUri);
    }
}
// [same case]
public class FolderCatalogue
{
    public XmlDocument Load(string xml)
    {
        var document = new XmlDocument { XmlResolver = new FolderResolver("/usr/share/dtd") };
        document.LoadXml(xml);
        return document;
    }
}

// [Bad CWE-611] the resolver depends on a switch that is on
public class Importer
{
    private readonly bool _remote = true;

    public void Import(Stream stream)
    {
        var settings = new XmlReaderSettings();
        if (_remote)
        {
            settings.DtdProcessing = DtdProcessing.Parse;
            settings.XmlResolver = new XmlUrlResolver();
        }
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read())
        {
        }
    }
}

// [Bad CWE-611] schemas are fetched from wherever they include others
public class Validator
{
    public XmlSchemaSet Load(Stream schema)
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        set.Add(XmlSchema.Read(schema, null)!);
        set.Compile();
        return set;
    }
}

// [Good CWE-611] schemas without a resolver
public class ClosedValidator
{
    public XmlSchemaSet Load(Stream schema)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        set.Add(XmlSchema.Read(schema, null)!);
        set.Compile();
        return set;
    }
}

// [Bad CWE-611] a style sheet with document(), by a variable of settings
public class Renderer
{
    public XslCompiledTransform Load(string path)
    {
        var settings = new XsltSettings();
        settings.EnableDocumentFunction = true;
        settings.EnableScript = true;
        var transform = new XslCompiledTransform();
        transform.Load(path, settings, new XmlUrlResolver());
        return transform;
    }
}

// [Good CWE-611] a style sheet whose settings are taken back
public class ClosedRenderer
{
    public XslCompiledTransform Load(string path)
    {
        var settings = new XsltSettings(enableDocumentFunction: true, enableScript: true);
        settings.EnableDocumentFunction = false;
        settings.EnableScript = false;
        var transform = new XslCompiledTransform();
        transform.Load(path, settings, null);
        return transform;
    }
}

// [Bad CWE-776] a text reader whose entities are expanded, by its property
public class Expander
{
    public string Read(TextReader text)
    {
        using var reader = new XmlTextReader(text);
        reader.DtdProcessing = DtdProcessing.Parse;
        reader.EntityHandling = EntityHandling.ExpandEntities;
        reader.XmlResolver = new XmlUrlResolver();
        reader.MoveToContent();
        return reader.ReadOuterXml();
    }
}
