using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Names that stand left of an assignment, are counted up or down, or are handed out by reference.</summary>
static class WrittenNames
{
    public static void AddIn(SyntaxNode root, HashSet<string> names)
    {
        foreach (var node in root.DescendantNodes())
        {
            var target = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) => prefix.Operand,
                PostfixUnaryExpressionSyntax postfix when !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) => postfix.Operand,
                ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
                _ => null,
            };
            if (target is MemberAccessExpressionSyntax access)
                names.Add(access.Name.Identifier.ValueText);
            else if (target is not null)
                foreach (var name in target.DescendantNodesAndSelf())
                    if (name is IdentifierNameSyntax identifier)
                        names.Add(identifier.Identifier.ValueText);
        }
    }
}
