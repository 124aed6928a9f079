using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>The XML types that can be told to follow what a document names.</summary>
static class XmlTypes
{
    public const string XsltSettings = "System.Xml.Xsl.XsltSettings";

    public static bool IsSettings(IPropertyReferenceOperation property) => property.Property.ContainingType.Is("System.Xml.XmlReaderSettings");

    public static bool IsDocument(IPropertyReferenceOperation property) => property.Property.ContainingType.Is("System.Xml.XmlDocument");

    public static bool IsTextReader(IPropertyReferenceOperation property) =>
        property.Property.ContainingType is var type && (type.Is("System.Xml.XmlTextReader") || type.Is("System.Xml.XmlValidatingReader"));

    /// <summary>Whether the resolver opens what a document names. A class of one's own, a preloaded one without another behind it, or a refusing one is taken as a limit.</summary>
    public static bool Follows(IOperation? resolver) =>
        PossibleValues.First(resolver, 0, static (candidate, _) =>
            candidate.Type.Is("System.Xml.XmlUrlResolver")
            || candidate is IObjectCreationOperation { Type.Name: "XmlPreloadedResolver" } preloaded && Follows(preloaded.Arguments.For("fallbackResolver"))
            || candidate is IPropertyReferenceOperation { Property: { Name: "FileSystemResolver", IsStatic: true } }) is not null;
}
