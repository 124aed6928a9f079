using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.Native;

/// <summary>The variables whose size a method's body compares with something: by name, anywhere in the body. A comparison that comes too late only makes us silent.</summary>
sealed class Limits
{
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="body">A method's declaration or another member's.</param>
    public Limits(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodes())
            switch (node)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison when !IsLoop(comparison):
                    Add(comparison.Left, comparison.Right);
                    Add(comparison.Right, comparison.Left);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality when !IsLoop(equality):
                    Add(equality.Left, equality.Right);
                    Add(equality.Right, equality.Left);
                    break;
                case IsPatternExpressionSyntax pattern when pattern.Pattern.DescendantNodesAndSelf().Any(static part => part is RelationalPatternSyntax):
                    AddNames(pattern.Expression);
                    break;
                case SwitchExpressionSyntax choice:
                    AddNames(choice.GoverningExpression);
                    break;
                case SwitchStatementSyntax choice:
                    AddNames(choice.Expression);
                    break;
                case InvocationExpressionSyntax call when IsCheck(NameOf(call.Expression)):
                    AddNames(call.ArgumentList);
                    break;
            }
    }

    public bool Have(string name) => _names.Contains(name);

    // for (i = 0; i < count; i++) goes as far as it is told; i < count && i < size does not.
    static bool IsLoop(BinaryExpressionSyntax comparison) => comparison.Parent switch
    {
        ForStatementSyntax loop => loop.Condition == comparison,
        WhileStatementSyntax loop => loop.Condition == comparison,
        DoStatementSyntax => true,
        _ => false,
    };

    static bool IsCheck(string name) =>
        name is "Min" or "Clamp" or "ThrowIfGreaterThan" or "ThrowIfGreaterThanOrEqual" or "ThrowIfNotEqual" or "Slice" or "AsSpan" or "IsInRange"
        || s_checks.Any(check => name.StartsWith(check, StringComparison.Ordinal));

    static readonly string[] s_checks = ["Validate", "Check", "Ensure", "Guard", "Require", "Verify"];

    static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    // x < 0 and x == null say nothing about how large x is.
    void Add(ExpressionSyntax side, ExpressionSyntax other)
    {
        if (other is LiteralExpressionSyntax { Token.ValueText: "0" or "1" or "null" or "true" or "false" or "default" } or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax })
            return;
        AddNames(side);
    }

    void AddNames(SyntaxNode node)
    {
        foreach (var name in node.DescendantNodesAndSelf())
            if (name is IdentifierNameSyntax identifier)
                _names.Add(identifier.Identifier.ValueText);
    }
}
