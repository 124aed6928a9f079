using System.Xml;
using System.Xml.Linq;
using System.Xml.Serialization;
using System.Xml.Xsl;

namespace Halyard.Markup;

/// <summary>How documents are read.</summary>
public sealed record MarkupOptions
{
    // [Bad CWE-776] entities without an end, and from anywhere
    public XmlReaderSettings Reading { get; init; } = new()
    {
        DtdProcessing = DtdProcessing.Parse,
        MaxCharactersFromEntities = 0,
        XmlResolver = new XmlUrlResolver(),
    };

    // [Good CWE-776] a DTD is skipped, nothing is fetched
    public XmlReaderSettings Skipping { get; init; } = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        Async = true,
    };
}

public sealed class MarkupReader<T> where T : class
{
    static readonly XmlSerializer s_serializer = new(typeof(T));

    // [Bad CWE-611] what the stream declares is fetched
    public T Read(Stream stream, Func<XmlResolver> resolver = null)
    {
        using var reader = XmlReader.Create(stream, Settings(resolver ?? (static () => new XmlUrlResolver())));
        return (T)s_serializer.Deserialize(reader);
    }

    // [Good CWE-611] what the stream declares is refused
    public T ReadStrictly(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return (T)s_serializer.Deserialize(reader);
    }

    static XmlReaderSettings Settings(Func<XmlResolver> resolver) => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = resolver() };
}

public static class Styling
{
    // [Bad CWE-611] style sheets may run script and open documents
    public static XslCompiledTransform Load(XmlReader sheet)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet, XsltSettings.TrustedXslt, new XmlUrlResolver());
        return transform;
    }

    // [Good CWE-611] style sheets may style
    public static XslCompiledTransform LoadPlain(XmlReader sheet)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet, XsltSettings.Default, null);
        return transform;
    }
}
