using System.IO;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>A .config file with the places of its elements and attributes.</summary>
sealed class ConfigXml
{
    readonly SourceText _text;

    ConfigXml(SourceText text, XElement root)
    {
        _text = text;
        Root = root;
    }

    public XElement Root { get; }

    /// <summary>Null when the file is no XML. A document type definition is not followed.</summary>
    public static ConfigXml? In(SourceText text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root is { } root ? new(text, root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The elements of this name below the parent of that name; <c>location</c> elements between do not matter.</summary>
    public IEnumerable<XElement> Elements(string parent, string name)
    {
        foreach (var element in Root.DescendantsAndSelf())
            if (element.Name.LocalName == name && element.Parent?.Name.LocalName == parent)
                yield return element;
    }

    /// <summary>All values as settings: <c>add key value</c>, connection strings, attributes, <c>setting name</c> with its <c>value</c>.</summary>
    public IEnumerable<Setting> Settings()
    {
        foreach (var element in Root.DescendantsAndSelf())
        {
            var key = (string?)element.Attribute("key") ?? (string?)element.Attribute("name");
            foreach (var attribute in element.Attributes())
                if (!attribute.IsNamespaceDeclaration && attribute.Name.LocalName is not ("key" or "name"))
                    yield return new(element.Name.LocalName + ":" + (attribute.Name.LocalName is "value" or "connectionString" && key is not null ? key : attribute.Name.LocalName), attribute.Value, Span(attribute));
            if (element.HasElements || element.Value.Length == 0)
                continue;
            if (element.Name.LocalName == "value" && (string?)element.Parent?.Attribute("name") is { } setting)
                key = setting;
            yield return new((element.Parent?.Name.LocalName ?? "") + ":" + (key ?? element.Name.LocalName), element.Value.Trim(), Span(element));
        }
    }

    /// <summary>The attribute's value between its quotes.</summary>
    public TextSpan Span(XAttribute attribute)
    {
        var start = Position(attribute);
        while (start < _text.Length && _text[start] is not ('"' or '\''))
            start++;
        var end = start + 1;
        while (end < _text.Length && _text[end] != _text[start])
            end++;
        return end < _text.Length ? TextSpan.FromBounds(start + 1, end) : new(Position(attribute), 0);
    }

    /// <summary>The element's name.</summary>
    public TextSpan Span(XElement element)
    {
        var start = Position(element);
        var end = start;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '-' or '.' or ':'))
            end++;
        return TextSpan.FromBounds(start, end);
    }

    int Position(IXmlLineInfo place) =>
        place.HasLineInfo() && place.LineNumber <= _text.Lines.Count ? Math.Min(_text.Lines[place.LineNumber - 1].Start + place.LinePosition - 1, _text.Length) : 0;
}
