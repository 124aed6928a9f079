using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Cryptography;

/// <summary>OAEP in the place of PKCS #1 v1.5.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2009RsaPaddingWeakCodeFix)), Shared]
public sealed class SB2009RsaPaddingWeakCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB2009RsaPaddingWeakCodeFix() : base("SB2009")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) => reported switch
    {
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Pkcs1" } name } => new(name, SyntaxFactory.IdentifierName("OaepSHA256").WithTriviaFrom(name)),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } flag => new(flag, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(flag)),
        _ => null,
    };
}
