using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Serialization;

/// <summary>Prohibits the DTD or takes the resolver away, whichever was reported.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB3003XmlExternalEntitiesCodeFix)), Shared]
public sealed class SB3003XmlExternalEntitiesCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB3003XmlExternalEntitiesCodeFix() : base("SB3003")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) => reported switch
    {
        AssignmentExpressionSyntax { Right: var value } assignment when Safe(Name(assignment.Left), value) is { } safe => new(value, safe.WithTriviaFrom(value)),
        _ => null,
    };

    static ExpressionSyntax? Safe(string? property, ExpressionSyntax value) => property switch
    {
        "DtdProcessing" => value is MemberAccessExpressionSyntax member ? member.WithName(SyntaxFactory.IdentifierName("Prohibit")) : null,
        "ProhibitDtd" => SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression),
        "XmlResolver" => SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression),
        _ => null,
    };

    static string? Name(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
