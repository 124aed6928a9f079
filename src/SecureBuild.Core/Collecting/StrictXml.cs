using System.Xml;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>Goes through an XML report from one element to the next: no document type, no entities, nothing fetched, nesting bounded.</summary>
sealed class StrictXml : IDisposable
{
    const int Deepest = 200;

    static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = BoundedFile.Limit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    readonly ReportFile _file;
    readonly XmlReader _reader;

    public StrictXml(ReportFile file)
    {
        _file = file;
        _reader = XmlReader.Create(new MemoryStream(file.Bytes.ToArray(), writable: false), s_settings);
    }

    /// <summary>Name of the element, without a prefix.</summary>
    public string Name => _reader.LocalName;

    /// <summary>Whether the element begins here; otherwise it ends.</summary>
    public bool IsStart => _reader.NodeType == XmlNodeType.Element;

    /// <summary>Whether it begins and ends here.</summary>
    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>How deep it lies.</summary>
    public int Depth => _reader.Depth;

    /// <summary>Line in the file, from 1.</summary>
    public int Line => ((IXmlLineInfo)_reader).LineNumber;

    /// <summary>An attribute of the element, or null.</summary>
    public string? this[string attribute] => _reader.GetAttribute(attribute);

    /// <summary>A whole number that is no less than 0; where there is none, 0.</summary>
    /// <exception cref="ProblemException">SB9776: something else is there.</exception>
    public int Count(string attribute) => this[attribute] is not { Length: > 0 } text ? 0
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : throw _file.Refusal("SB9776", Line, attribute, text);

    /// <summary>Goes to the next begin or end of an element; false at the end.</summary>
    /// <exception cref="ProblemException">SB9773: from here on it is no XML, or none that is taken.</exception>
    public bool Read()
    {
        try
        {
            while (_reader.Read())
            {
                if (_reader.Depth > Deepest)
                    throw _file.Refusal("SB9773", Line);
                if (_reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                    return true;
            }
            return false;
        }
        catch (XmlException e)
        {
            // Of a document type the reader does not say where it is.
            throw new ProblemException(Messages.Error("SB9773", _file.Path, e.LineNumber > 0 ? e.LineNumber : LineOfType(), e.LinePosition), e);
        }
    }

    int LineOfType() => _file.Bytes.Span.IndexOf("<!DOCTYPE"u8) is >= 0 and var place ? _file.Bytes.Span[..place].Count((byte)'\n') + 1 : 0;

    public void Dispose() => _reader.Dispose();
}
