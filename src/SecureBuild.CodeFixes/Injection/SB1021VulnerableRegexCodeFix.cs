using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>Adds a match timeout of one second where the constructor, method or attribute has an overload that takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1021VulnerableRegexCodeFix)), Shared]
public sealed class SB1021VulnerableRegexCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB1021VulnerableRegexCodeFix() : base("SB1021")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        foreach (var node in reported.AncestorsAndSelf())
            switch (node)
            {
                case BaseObjectCreationExpressionSyntax { ArgumentList: { } list } creation:
                    return Repaired(list, creation, place);
                case InvocationExpressionSyntax call:
                    return Repaired(call.ArgumentList, call, place);
                case AttributeSyntax { ArgumentList: { } list } attribute:
                    return Repaired(list, attribute, place);
                case StatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        return null;
    }

    static Change? Repaired(ArgumentListSyntax list, ExpressionSyntax call, Place place)
    {
        if (place.Model.GetSymbolInfo(call, place.Cancellation).Symbol is not IMethodSymbol { ContainingType.Name: "Regex" } method
            || place.Model.Compilation.GetTypeByMetadataName("System.TimeSpan") is not { } span || list.Arguments.Any(static argument => argument.NameColon is not null))
            return null;
        var limit = SyntaxFactory.Argument(SyntaxFactory.ParseExpression("TimeSpan.FromSeconds(1)"));
        var changed = list;
        if (method.Parameters.FirstOrDefault(static parameter => parameter.Name == "matchTimeout") is { } endless)
        {
            changed = list.ReplaceNode(list.Arguments[endless.Ordinal], limit);
        }
        else
        {
            if (!HasOptions(method))
                changed = changed.AddArguments(SyntaxFactory.Argument(Options(method, place, list)));
            changed = changed.AddArguments(limit);
            if (!method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => other.Parameters.Length == changed.Arguments.Count && other.Parameters.Last().Name == "matchTimeout"))
                return null;
        }
        return new(list, changed.WithAdditionalAnnotations(Formatter.Annotation), place.UsingFor(span, list));
    }

    static Change? Repaired(AttributeArgumentListSyntax list, AttributeSyntax attribute, Place place)
    {
        if (place.Model.GetSymbolInfo(attribute, place.Cancellation).Symbol is not IMethodSymbol { ContainingType.Name: "GeneratedRegexAttribute" } method
            || method.Parameters.Length > 2 || list.Arguments.Any(static argument => argument.NameColon is not null) || method.Parameters.Length == 2 && !HasOptions(method))
            return null;
        var changed = HasOptions(method) ? list : list.AddArguments(SyntaxFactory.AttributeArgument(Options(method, place, list)));
        changed = changed.AddArguments(SyntaxFactory.AttributeArgument(null, SyntaxFactory.NameColon("matchTimeoutMilliseconds"), SyntaxFactory.ParseExpression("1000")));
        return new(list, changed.WithAdditionalAnnotations(Formatter.Annotation));
    }

    static bool HasOptions(IMethodSymbol method) => method.Parameters.Any(static parameter => parameter.Name == "options");

    // Regex may be written with its namespace, and then its options have to be too.
    static ExpressionSyntax Options(IMethodSymbol method, Place place, SyntaxNode at) =>
        SyntaxFactory.ParseExpression(place.UsingFor(method.ContainingType, at) is { } space ? space + ".RegexOptions.None" : "RegexOptions.None");
}
