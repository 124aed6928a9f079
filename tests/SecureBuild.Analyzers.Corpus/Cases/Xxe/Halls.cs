// XML, again.
using System.Xml;

namespace Corpus.Xxe.Halls;

// [Bad CWE-611] the resolver is handed over to what makes the settings
public class Loader
{
    public XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings(new XmlUrlResolver()));

    static XmlReaderSettings Settings(XmlResolver? resolver)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
        settings.XmlResolver = resolver;
        return settings;
    }
}

// [Good CWE-611] no resolver is handed over
public class LoaderGood
{
    public XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings(null));

    static XmlReaderSettings Settings(XmlResolver? resolver)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
        settings.XmlResolver = resolver;
        return settings;
    }
}
