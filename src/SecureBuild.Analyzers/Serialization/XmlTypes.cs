using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>The XML types of a compilation, looked up once.</summary>
sealed class XmlTypes
{
    readonly INamedTypeSymbol? _settings;
    readonly INamedTypeSymbol? _document;
    readonly INamedTypeSymbol? _textReader;
    readonly INamedTypeSymbol? _urlResolver;

    public INamedTypeSymbol? XsltSettings { get; }

    XmlTypes(Compilation compilation)
    {
        _settings = compilation.GetTypeByMetadataName("System.Xml.XmlReaderSettings");
        _document = compilation.GetTypeByMetadataName("System.Xml.XmlDocument");
        _textReader = compilation.GetTypeByMetadataName("System.Xml.XmlTextReader");
        _urlResolver = compilation.GetTypeByMetadataName("System.Xml.XmlUrlResolver");
        XsltSettings = compilation.GetTypeByMetadataName("System.Xml.Xsl.XsltSettings");
    }

    /// <summary>Null when the compilation does not know XML.</summary>
    public static XmlTypes? In(Compilation compilation) =>
        new XmlTypes(compilation) is { _settings: not null } types ? types : null;

    public bool IsSettings(IPropertyReferenceOperation property) => Is(property, _settings);

    public bool IsDocument(IPropertyReferenceOperation property) => Is(property, _document);

    public bool IsTextReader(IPropertyReferenceOperation property) => Is(property, _textReader);

    public bool IsXslt(IPropertyReferenceOperation property) => Is(property, XsltSettings);

    /// <summary>Whether the resolver opens what a document names. A class of one's own, a preloaded or a refusing one is taken as a limit.</summary>
    public bool Follows(IOperation? resolver)
    {
        while (resolver is IConversionOperation conversion)
            resolver = conversion.Operand;
        return resolver is not null
            && (SymbolEqualityComparer.Default.Equals(resolver.Type, _urlResolver)
                || resolver is IPropertyReferenceOperation { Property: { Name: "FileSystemResolver", IsStatic: true } });
    }

    static bool Is(IPropertyReferenceOperation property, INamedTypeSymbol? type) =>
        SymbolEqualityComparer.Default.Equals(property.Property.ContainingType, type);
}
