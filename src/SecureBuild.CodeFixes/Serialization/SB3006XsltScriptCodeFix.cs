using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Serialization;

/// <summary>Writes <c>XsltSettings.Default</c> or switches off what was switched on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB3006XsltScriptCodeFix)), Shared]
public sealed class SB3006XsltScriptCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB3006XsltScriptCodeFix() : base("SB3006")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) => reported switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TrustedXslt" } trusted => new(trusted, trusted.WithName(SyntaxFactory.IdentifierName("Default"))),
        AssignmentExpressionSyntax { Right: LiteralExpressionSyntax value } => Off(value),
        LiteralExpressionSyntax value => Off(value),
        ArgumentSyntax { Expression: LiteralExpressionSyntax value } => Off(value),
        _ => null,
    };

    static Change? Off(LiteralExpressionSyntax value) =>
        value.IsKind(SyntaxKind.TrueLiteralExpression) ? new(value, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(value)) : null;
}
