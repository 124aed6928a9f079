using System;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Cryptography;

/// <summary>Turns <c>Encrypt</c> and <c>TrustServerCertificate</c> around, where they are written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2103UnencryptedDatabaseConnectionCodeFix)), Shared]
public sealed class SB2103UnencryptedDatabaseConnectionCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB2103UnencryptedDatabaseConnectionCodeFix() : base("SB2103")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) => reported switch
    {
        AssignmentExpressionSyntax { Left: var left, Right: LiteralExpressionSyntax flag } => Flag(left, flag),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token: { Text: var text } } literal when Repaired(text, place.Replacement) is { } repaired =>
            new(literal, SyntaxFactory.ParseExpression(repaired).WithTriviaFrom(literal)),
        _ => null,
    };

    static Change? Flag(ExpressionSyntax left, LiteralExpressionSyntax flag)
    {
        var name = left is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : (left as IdentifierNameSyntax)?.Identifier.ValueText;
        return (name, flag.Kind()) switch
        {
            ("Encrypt", SyntaxKind.FalseLiteralExpression) => new(flag, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(flag)),
            ("TrustServerCertificate", SyntaxKind.TrueLiteralExpression) => new(flag, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(flag)),
            _ => null,
        };
    }

    // "Encrypt=False" in the literal as it is written.
    static string? Repaired(string text, string? setting)
    {
        if (setting is null || text.IndexOf(setting, StringComparison.Ordinal) < 0 || setting.IndexOf('=') is not (> 0 and var equals))
            return null;
        var key = setting.Substring(0, equals);
        var value = key.Replace(" ", "").ToUpperInvariant() switch { "ENCRYPT" => "True", "TRUSTSERVERCERTIFICATE" => "False", _ => null };
        return value is null ? null : text.Replace(setting, key + "=" + value);
    }
}
