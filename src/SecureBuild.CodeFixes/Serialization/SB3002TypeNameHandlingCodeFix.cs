using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Serialization;

/// <summary>Writes <c>TypeNameHandling.None</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB3002TypeNameHandlingCodeFix)), Shared]
public sealed class SB3002TypeNameHandlingCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB3002TypeNameHandlingCodeFix() : base("SB3002")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) =>
        reported is ExpressionSyntax choice && None(choice) is { } none ? new(choice, none.WithTriviaFrom(choice)) : null;

    static ExpressionSyntax? None(ExpressionSyntax choice) => choice switch
    {
        BinaryExpressionSyntax either => None(either.Left),
        ParenthesizedExpressionSyntax parenthesized => None(parenthesized.Expression),
        MemberAccessExpressionSyntax member => member.WithName(SyntaxFactory.IdentifierName("None")),
        CastExpressionSyntax cast => SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseExpression(cast.Type.ToString()), SyntaxFactory.IdentifierName("None")),
        IdentifierNameSyntax => SyntaxFactory.IdentifierName("None"),
        _ => null,
    };
}
