using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Web;

/// <summary>Adds <c>[ValidateAntiForgeryToken]</c> to an action for POST, PUT, PATCH or DELETE. Where a token is ignored on purpose, or none travels, its author decides.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB4006MissingAntiforgeryCodeFix)), Shared]
public sealed class SB4006MissingAntiforgeryCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB4006MissingAntiforgeryCodeFix() : base("SB4006")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (reported is not MethodDeclarationSyntax { AttributeLists: { Count: > 0 } lists } method || Names(method).Any(static name => name.StartsWith("IgnoreAntiforgery", StringComparison.Ordinal)) || !Names(method).Any(static name => name is "HttpPost" or "HttpPut" or "HttpDelete" or "HttpPatch" or "AcceptVerbs"))
            return null;
        if (method.Parent is TypeDeclarationSyntax type && type.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString().StartsWith("IgnoreAntiforgery", StringComparison.Ordinal)))
            return null;
        var last = lists.Last();
        var isLine = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        var added = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("ValidateAntiForgeryToken"))))
            .WithLeadingTrivia(isLine ? last.GetLeadingTrivia().Reverse().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToArray() : [])
            .WithTrailingTrivia(last.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        return new(method, method.WithAttributeLists(lists.Add(added)));
    }

    static System.Collections.Generic.IEnumerable<string> Names(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(static list => list.Attributes).Select(static attribute => attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.ToString() : attribute.Name.ToString());
}
