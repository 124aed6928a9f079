using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Web;

/// <summary>Sets a cookie's flag: in the initialiser where it is missing, in the assignment where it is false. Calls without options and texts of headers are left to their author.</summary>
public abstract class CookieFlagCodeFix : RuleCodeFix
{
    readonly string _flag;

    private protected CookieFlagCodeFix(string id, string flag) : base(id) => _flag = flag;

    /// <inheritdoc/>
    protected override Change? Repair(SyntaxNode reported, Place place) => reported switch
    {
        AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } off } => new(off, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(off)),
        AssignmentExpressionSyntax { Right: MemberAccessExpressionSyntax { Expression: var type, Name: IdentifierNameSyntax policy } } when type.ToString().EndsWith("CookieSecurePolicy", StringComparison.Ordinal) => new(policy, SyntaxFactory.IdentifierName("Always").WithTriviaFrom(policy)),
        ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax => Completed((BaseObjectCreationExpressionSyntax)reported),
        ArgumentSyntax { Expression: BaseObjectCreationExpressionSyntax creation } => Completed(creation),
        _ => null,
    };

    Change? Completed(BaseObjectCreationExpressionSyntax creation)
    {
        var text = creation.ToString();
        if (creation.Initializer is not { } initializer)
            return Parsed(creation, (text.EndsWith("()", StringComparison.Ordinal) && creation is ObjectCreationExpressionSyntax ? text.Substring(0, text.Length - 2) : text) + $" {{ {_flag} = true }}");
        if (initializer.Expressions.Count == 0 || initializer.ToString().Contains("#if"))
            return null;
        var last = initializer.Expressions.Last();
        var lines = initializer.ToString().Contains('\n');
        var between = lines ? (initializer.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n") + last.GetLeadingTrivia().ToFullString().Split('\n').Last() : " ";
        var isClosed = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        var at = (isClosed ? initializer.Expressions.GetSeparator(initializer.Expressions.Count - 1).Span.End : last.Span.End) - creation.SpanStart;
        return Parsed(creation, text.Insert(at, (isClosed ? "" : ",") + between + _flag + " = true" + (isClosed ? "," : "")));
    }

    static Change Parsed(SyntaxNode old, string text) => new(old, SyntaxFactory.ParseExpression(text).WithTriviaFrom(old));
}
