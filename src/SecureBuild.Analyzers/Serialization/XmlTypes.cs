using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>The XML types of a compilation, looked up once.</summary>
sealed class XmlTypes
{
    readonly INamedTypeSymbol? _settings;
    readonly INamedTypeSymbol? _document;
    readonly INamedTypeSymbol? _textReader;
    readonly INamedTypeSymbol? _validatingReader;
    readonly INamedTypeSymbol? _urlResolver;

    public INamedTypeSymbol? XsltSettings { get; }

    XmlTypes(Compilation compilation)
    {
        _settings = compilation.GetTypeByMetadataName("System.Xml.XmlReaderSettings");
        _document = compilation.GetTypeByMetadataName("System.Xml.XmlDocument");
        _textReader = compilation.GetTypeByMetadataName("System.Xml.XmlTextReader");
        _validatingReader = compilation.GetTypeByMetadataName("System.Xml.XmlValidatingReader");
        _urlResolver = compilation.GetTypeByMetadataName("System.Xml.XmlUrlResolver");
        XsltSettings = compilation.GetTypeByMetadataName("System.Xml.Xsl.XsltSettings");
    }

    /// <summary>Null when the compilation does not know XML.</summary>
    public static XmlTypes? In(Compilation compilation) =>
        new XmlTypes(compilation) is { _settings: not null } types ? types : null;

    public bool IsSettings(IPropertyReferenceOperation property) => Is(property, _settings);

    public bool IsDocument(IPropertyReferenceOperation property) => Is(property, _document);

    public bool IsTextReader(IPropertyReferenceOperation property) => Is(property, _textReader) || Is(property, _validatingReader);

    public bool IsXslt(IPropertyReferenceOperation property) => Is(property, XsltSettings);

    /// <summary>Whether the resolver opens what a document names. A class of one's own, a preloaded or a refusing one is taken as a limit.</summary>
    public bool Follows(IOperation? resolver) =>
        PossibleValues.First(resolver, this, static (candidate, types) =>
            SymbolEqualityComparer.Default.Equals(candidate.Type, types._urlResolver)
            || candidate is IPropertyReferenceOperation { Property: { Name: "FileSystemResolver", IsStatic: true } }) is not null;

    static bool Is(IPropertyReferenceOperation property, INamedTypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(property.Property.ContainingType, type);
}
