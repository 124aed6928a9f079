using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Cryptography;

/// <summary><c>RSA.Create(1024)</c> → <c>RSA.Create(3072)</c>; a size that is written elsewhere has other readers too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2004ShortKeyCodeFix)), Shared]
public sealed class SB2004ShortKeyCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB2004ShortKeyCodeFix() : base("SB2004")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) =>
        reported is LiteralExpressionSyntax size && size.IsKind(SyntaxKind.NumericLiteralExpression) && place.Replacement is { } bits
            ? new(size, SyntaxFactory.ParseExpression(bits).WithTriviaFrom(size))
            : null;
}
