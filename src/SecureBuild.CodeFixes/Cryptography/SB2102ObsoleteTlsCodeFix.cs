using System.Collections.Generic;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Cryptography;

/// <summary>Takes the obsolete versions out of a combination; when none is left, the operating system chooses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB2102ObsoleteTlsCodeFix)), Shared]
public sealed class SB2102ObsoleteTlsCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB2102ObsoleteTlsCodeFix() : base("SB2102")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        // "|= None" would say nothing.
        if (reported is not ExpressionSyntax choice || !Versions(choice, out var versions) || choice.Parent is AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression })
            return null;
        var kept = versions.Where(static version => !IsObsolete(Name(version)!)).ToList();
        if (kept.Count > 0)
            return new(choice, kept.Select(static version => version.WithoutTrivia()).Aggregate(Or).WithTriviaFrom(choice));
        var system = place.Model.GetTypeInfo(choice, place.Cancellation).Type?.Name == "SecurityProtocolType" ? "SystemDefault" : "None";
        return new(choice, Renamed(versions[0], system).WithTriviaFrom(choice));
    }

    static bool Versions(ExpressionSyntax choice, out List<ExpressionSyntax> versions)
    {
        versions = [];
        return Collect(choice, versions);
    }

    static bool Collect(ExpressionSyntax choice, List<ExpressionSyntax> versions)
    {
        switch (choice)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Collect(parenthesized.Expression, versions);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } either:
                return Collect(either.Left, versions) && Collect(either.Right, versions);
            default:
                versions.Add(choice);
                return Name(choice) is not null;
        }
    }

    static string? Name(ExpressionSyntax version) => version switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    static ExpressionSyntax Renamed(ExpressionSyntax version, string name) =>
        version is MemberAccessExpressionSyntax member ? member.WithName(SyntaxFactory.IdentifierName(name)) : SyntaxFactory.IdentifierName(name);

    static ExpressionSyntax Or(ExpressionSyntax left, ExpressionSyntax right) =>
        SyntaxFactory.BinaryExpression(SyntaxKind.BitwiseOrExpression, left.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.BarToken).WithTrailingTrivia(SyntaxFactory.Space), right);

    static bool IsObsolete(string name) => name is "Ssl2" or "Ssl3" or "Tls" or "Tls11" or "Default";
}
