using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Identity;

/// <summary>The check that was switched off is switched on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2201JwtValidationDisabledCodeFix)), Shared]
public sealed class SB2201JwtValidationDisabledCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB2201JwtValidationDisabledCodeFix() : base("SB2201")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) =>
        reported is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } flag }
            ? new(flag, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(flag))
            : null;
}
