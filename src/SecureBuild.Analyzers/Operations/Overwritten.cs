using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Operations;

/// <summary>
/// Settings that get another value before anybody sees the first: <c>aes.Mode = CipherMode.ECB; aes.Mode = CipherMode.CBC;</c>, also where the first stands in the initialiser of the
/// variable. Only settings may stand between the two, and what does not mention the variable. Asked by the text of the next statements, so that it costs little where a method sets much.
/// </summary>
static class Overwritten
{
    const int MaxStatements = 24;

    /// <summary>Whether the value is chosen by an assignment that is overwritten.</summary>
    public static bool IsChosenIn(IOperation value)
    {
        var child = value;
        while (child.Parent is IConversionOperation or IParenthesizedOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Or })
            child = child.Parent;
        return child.Parent is ISimpleAssignmentOperation assignment && assignment.Value == child && Is(assignment);
    }

    /// <summary>Whether the assignment to a property of a local or a parameter is overwritten.</summary>
    public static bool Is(IAssignmentOperation assignment)
    {
        if (assignment is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: false } target, Syntax: AssignmentExpressionSyntax { Left: var left } written })
            return false;
        switch (written.Parent)
        {
            case ExpressionStatementSyntax statement when Root(left) is { } root && IsVariable(target):
                return IsSetAgain(statement, root, left);
            case InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } variable } } } when left is IdentifierNameSyntax member:
                return IsSetAgain(declaration, variable.Identifier.ValueText, member);
            default:
                return false;
        }
    }

    static bool IsSetAgain(StatementSyntax statement, string root, ExpressionSyntax target)
    {
        if (statement.Parent is not BlockSyntax { Statements: var statements })
            return false;
        var first = statements.IndexOf(statement) + 1;
        var last = Math.Min(statements.Count, first + MaxStatements);
        for (var i = first; i < last; i++)
            if (Setting(statements[i]) is { } setting && IsSame(setting.Left, root, target))
                return !Mentions(setting.Right, root) && AreSettings(statements, first, i, root);
        return false;
    }

    static bool AreSettings(SyntaxList<StatementSyntax> statements, int first, int end, string root)
    {
        for (var i = first; i < end; i++)
            if (Setting(statements[i]) is { } setting && Root(setting.Left) == root ? Mentions(setting.Right, root) : Mentions(statements[i], root))
                return false;
        return true;
    }

    static AssignmentExpressionSyntax? Setting(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } ? assignment : null;

    static bool IsSame(ExpressionSyntax again, string root, ExpressionSyntax target) => target is IdentifierNameSyntax member
        ? again is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner, Name: IdentifierNameSyntax name } && owner.Identifier.ValueText == root && name.Identifier.ValueText == member.Identifier.ValueText
        : SyntaxFactory.AreEquivalent(again, target);

    // The variable that a chain of members begins with; null where a call or an index stands between.
    static string? Root(ExpressionSyntax target)
    {
        while (target is MemberAccessExpressionSyntax member)
            if (member.Expression is IdentifierNameSyntax name)
                return name.Identifier.ValueText;
            else
                target = member.Expression;
        return null;
    }

    // A field may be seen by whatever is called in between.
    static bool IsVariable(IPropertyReferenceOperation target)
    {
        var instance = target.Instance;
        while (instance is IPropertyReferenceOperation property)
            instance = property.Instance;
        return instance is ILocalReferenceOperation or IParameterReferenceOperation;
    }

    static bool Mentions(SyntaxNode node, string name)
    {
        foreach (var token in node.DescendantTokens())
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
                return true;
        return false;
    }
}
