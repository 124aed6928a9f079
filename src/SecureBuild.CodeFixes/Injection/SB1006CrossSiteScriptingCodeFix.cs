using System.Collections.Generic;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>Wraps the value in <c>HtmlEncoder.Default.Encode</c>: the whole when it is one value, or the only value in a text that is put together here.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SB1006CrossSiteScriptingCodeFix)), Shared]
public sealed class SB1006CrossSiteScriptingCodeFix : RuleCodeFix
{
    /// <summary>For MEF.</summary>
    public SB1006CrossSiteScriptingCodeFix() : base("SB1006")
    {
    }

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place)
    {
        var values = new List<ExpressionSyntax>();
        if (reported is not ExpressionSyntax expression
            || place.Model.Compilation.GetTypeByMetadataName("System.Text.Encodings.Web.HtmlEncoder") is not { } encoder)
            return null;
        Collect(expression, place, values);
        if (values.Count != 1 || !ClientValue.Is(values[0], place.Model, place.Cancellation))
            return null;
        var value = values[0];
        var encoded = SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression("HtmlEncoder.Default.Encode"),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value.WithoutTrivia()))));
        return new(value, encoded.WithTriviaFrom(value), place.UsingFor(encoder, value));
    }

    /// <summary>The parts that are not constant.</summary>
    static void Collect(ExpressionSyntax expression, Place place, List<ExpressionSyntax> values)
    {
        switch (expression)
        {
            case InterpolatedStringExpressionSyntax text:
                foreach (var part in text.Contents)
                    if (part is InterpolationSyntax hole)
                        Collect(hole.Expression, place, values);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                Collect(sum.Left, place, values);
                Collect(sum.Right, place, values);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Collect(parenthesized.Expression, place, values);
                break;
            default:
                if (!place.Model.GetConstantValue(expression, place.Cancellation).HasValue)
                    values.Add(expression);
                break;
        }
    }
}
