using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>Makes a template with arguments of the interpolated message of a method of <c>ILogger</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1014LogInjectionCodeFix)), Shared]
public sealed class SB1014LogInjectionCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB1014LogInjectionCodeFix() : base("SB1014")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        if (reported is not InterpolatedStringExpressionSyntax { Parent: ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax list } message } text
            || list.Arguments.Last() != message
            || place.Model.GetSymbolInfo(list.Parent!, place.Cancellation).Symbol is not IMethodSymbol { ContainingType: { Name: "LoggerExtensions", ContainingNamespace.Name: "Logging" } })
            return null;
        var isVerbatim = text.StringStartToken.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken);
        if (!isVerbatim && !text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken))
            return null;
        var template = new StringBuilder(isVerbatim ? "@\"" : "\"");
        var values = new List<ArgumentSyntax>();
        var names = new HashSet<string>();
        foreach (var part in text.Contents)
        {
            if (part is not InterpolationSyntax hole)
            {
                template.Append(part.ToString());
                continue;
            }
            var name = Name(hole.Expression);
            for (var number = 2; !names.Add(name); number++)
                name = Name(hole.Expression) + number;
            template.Append('{').Append(name).Append(hole.AlignmentClause?.ToString()).Append(hole.FormatClause?.ToString()).Append('}');
            values.Add(SyntaxFactory.Argument(hole.Expression.WithoutTrivia()));
        }
        template.Append('"');
        var literal = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(template.ToString()));
        // Nodes and commas as they stand, so that line breaks between arguments stay.
        var arguments = list.Arguments.GetWithSeparators().Take(list.Arguments.GetWithSeparators().Count - 1).ToList();
        arguments.Add(literal.WithLeadingTrivia(message.GetLeadingTrivia()));
        foreach (var value in values)
        {
            arguments.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
            arguments.Add(value);
        }
        return new(list, list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(arguments)));
    }

    static string Name(ExpressionSyntax expression)
    {
        var name = expression switch
        {
            IdentifierNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } } => receiver.Identifier.ValueText,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } when keys[0].Expression is LiteralExpressionSyntax { Token.Value: string key } => key,
            _ => "",
        };
        var letters = new string([.. name.Where(static letter => char.IsLetterOrDigit(letter))]);
        return letters.Length == 0 || !char.IsLetter(letters[0]) ? "Value" : char.ToUpperInvariant(letters[0]) + letters.Substring(1);
    }
}
