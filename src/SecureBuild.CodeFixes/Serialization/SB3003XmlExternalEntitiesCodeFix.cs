using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Serialization;

/// <summary>Prohibits the DTD, takes the resolver away or switches script off, whichever was reported.</summary>
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
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrustedXslt" } trusted => new(trusted, trusted.WithName(SyntaxFactory.IdentifierName("Default"))),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } script => new(script, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(script)),
        ArgumentSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } script } => new(script, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(script)),
        _ => null,
    };

    static ExpressionSyntax? Safe(string? property, ExpressionSyntax value) => property switch
    {
        "DtdProcessing" => value is MemberAccessExpressionSyntax member ? member.WithName(SyntaxFactory.IdentifierName("Prohibit")) : null,
        "ProhibitDtd" => SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression),
        "XmlResolver" => SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression),
        "EnableScript" => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression),
        _ => null,
    };

    static string? Name(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
