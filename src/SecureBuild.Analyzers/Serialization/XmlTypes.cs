using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>The XML types that can be told to follow what a document names.</summary>
static class XmlTypes
{
    public const string XsltSettings = "System.Xml.Xsl.XsltSettings";

    public static bool IsSettings(IPropertyReferenceOperation property) => property.Property.ContainingType.Is("System.Xml.XmlReaderSettings");

    public static bool IsDocument(IPropertyReferenceOperation property) => property.Property.ContainingType is var type && (type.Is("System.Xml.XmlDocument") || type.Is("System.Xml.Schema.XmlSchemaSet"));

    public static bool IsTextReader(IPropertyReferenceOperation property) =>
        property.Property.ContainingType is var type && (type.Is("System.Xml.XmlTextReader") || type.Is("System.Xml.XmlValidatingReader"));

    /// <summary>Whether the resolver opens what a document names. A class of one's own that decides something, a preloaded one without another behind it, or a refusing one is taken as a limit.</summary>
    public static bool Follows(IOperation? resolver) =>
        PossibleValues.First(resolver, 0, static (candidate, _) =>
            candidate.Type.Is("System.Xml.XmlUrlResolver") || candidate.Type is { } own && own.IsOrInherits("System.Xml.XmlUrlResolver") && own.DeclaringSyntaxReferences is { Length: 1 } declarations && !TextAnswers.To(s_decides, declarations[0].GetSyntax())
            || candidate is IObjectCreationOperation { Type.Name: "XmlPreloadedResolver" } preloaded && Follows(preloaded.Arguments.For("fallbackResolver"))
            || candidate is IPropertyReferenceOperation { Property: { Name: "FileSystemResolver", IsStatic: true } }) is not null;

    static readonly Func<SyntaxNode, bool> s_decides = static declaration =>
    {
        foreach (var node in declaration.DescendantNodes())
            if (node is IfStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax)
                return true;
        return false;
    };
}
