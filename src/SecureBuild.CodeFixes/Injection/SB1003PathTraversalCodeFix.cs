using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>Takes <c>Path.GetFileName</c> of the last part of a <c>Path.Combine</c> or <c>Path.Join</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1003PathTraversalCodeFix)), Shared]
public sealed class SB1003PathTraversalCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB1003PathTraversalCodeFix() : base("SB1003")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (reported is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join" } member, ArgumentList.Arguments: { Count: > 1 } parts }
            || place.Model.GetSymbolInfo(member, place.Cancellation).Symbol is not IMethodSymbol { ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } })
            return null;
        var name = parts.Last().Expression;
        // A part in the middle is a folder, a local a path that somebody built: what is right there is for the author to say.
        if (!ClientValue.Is(name, place.Model, place.Cancellation) || parts.Take(parts.Count - 1).Any(part => ClientValue.Is(part.Expression, place.Model, place.Cancellation)))
            return null;
        var fileName = SyntaxFactory.InvocationExpression(
            member.WithName(SyntaxFactory.IdentifierName("GetFileName")).WithoutTrivia(),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(name.WithoutTrivia()))));
        return new(name, fileName.WithTriviaFrom(name));
    }
}
