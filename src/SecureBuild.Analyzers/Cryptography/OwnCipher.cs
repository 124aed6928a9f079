using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// A method that says it encrypts, and whose text shows that it only hides: bytes combined with a key that repeats, letters moved along the alphabet, Base64.
/// </summary>
static class OwnCipher
{
    /// <summary>What the method does instead of encrypting, and where; null when it does neither.</summary>
    public static (string Name, SyntaxNode Place)? In(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences.Length != 1)
            return null;
        var declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        foreach (var node in declaration.DescendantNodes())
            if (IsRepeatedKey(node))
                return ("XOR", node);
            else if (IsMovedLetter(node))
                return ("a shift of letters", node);
        return declaration is MethodDeclarationSyntax whole && Answer(whole) is InvocationExpressionSyntax answer && IsBase64(answer) ? ("Base64", answer) : null;
    }

    /// <summary>A method of this name says that it encrypts.</summary>
    public static bool IsPromisedBy(string name) =>
        name.IndexOf("crypt", StringComparison.OrdinalIgnoreCase) > 0 || name.StartsWith("Cipher", StringComparison.Ordinal) || name.StartsWith("Encipher", StringComparison.Ordinal) || name.StartsWith("Xor", StringComparison.Ordinal)
        || name.StartsWith("Obfuscate", StringComparison.Ordinal) || name.StartsWith("Scramble", StringComparison.Ordinal);

    // data[i] ^ key[i % key.Length], data[i] ^= key
    static bool IsRepeatedKey(SyntaxNode node)
    {
        var (left, right) = node switch
        {
            BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.ExclusiveOrExpression) => (binary.Left, binary.Right),
            AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.ExclusiveOrAssignmentExpression) => (assignment.Left, assignment.Right),
            _ => default,
        };
        return left is not null && right is not null && (IsRoundAndRound(left) || IsRoundAndRound(right) || IsKey(right) && left is ElementAccessExpressionSyntax or IdentifierNameSyntax && IsInLoop(node));
    }

    static bool IsRoundAndRound(ExpressionSyntax operand) =>
        operand is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index } && index[0].Expression is BinaryExpressionSyntax { Right: var count } rest && rest.IsKind(SyntaxKind.ModuloExpression)
        && (count is LiteralExpressionSyntax || count is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" });

    static bool IsKey(ExpressionSyntax operand) => operand is IdentifierNameSyntax { Identifier.ValueText: var name } && name.EndsWith("key", StringComparison.OrdinalIgnoreCase);

    static bool IsInLoop(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static outer => outer is ForStatementSyntax or ForEachStatementSyntax or LambdaExpressionSyntax) is not null;

    // (char)(letter + 13)
    static bool IsMovedLetter(SyntaxNode node) =>
        node is CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.CharKeyword }, Expression: ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax sum } }
        && (sum.IsKind(SyntaxKind.AddExpression) || sum.IsKind(SyntaxKind.SubtractExpression)) && IsInLoop(node);

    static ExpressionSyntax? Answer(MethodDeclarationSyntax method) =>
        method.ExpressionBody?.Expression ?? (method.Body is { Statements: { Count: > 0 } statements } ? (statements[statements.Count - 1] as ReturnStatementSyntax)?.Expression : null);

    // Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), and no other call that could encrypt.
    static bool IsBase64(InvocationExpressionSyntax answer)
    {
        if (answer.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToBase64String" } || answer.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            return false;
        foreach (var node in method.DescendantNodes())
            if (node is InvocationExpressionSyntax { Expression: var called } && called is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToBase64String" or "GetBytes" or "ThrowIfNull" or "ThrowIfNullOrEmpty" or "IsNullOrEmpty" }
                || node is BaseObjectCreationExpressionSyntax && node.Parent is not (ThrowStatementSyntax or ThrowExpressionSyntax))
                return false;
        return method.Identifier.ValueText.StartsWith("Encrypt", StringComparison.Ordinal);
    }
}
