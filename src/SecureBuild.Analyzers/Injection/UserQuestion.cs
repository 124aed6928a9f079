using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Whether code asks who the current user is, or compares an owner; judged by names, because every program names its own services.</summary>
static class UserQuestion
{
    public static bool IsIn(SyntaxNode declaration) => TextAnswers.To(s_isIn, declaration);

    static readonly Func<SyntaxNode, bool> s_isIn = static declaration =>
    {
        // [Authorize] lets in everybody who has signed in.
        foreach (var node in declaration.DescendantNodes(static node => node is not AttributeListSyntax))
            if (node is SimpleNameSyntax name && (IsUser(name) || IsService(name.Identifier.ValueText) || IsOwnerCompared(name)) && !IsLogged(name))
                return true;
        return false;
    };

    // User, HttpContext.User, context.User; not order.User, and not only whether anybody is signed in.
    static bool IsUser(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        if (text is "ClaimsPrincipal" or "IPrincipal")
            return true;
        if (text is not "User" || name.Parent is QualifiedNameSyntax or TypeArgumentListSyntax or ParameterSyntax or VariableDeclarationSyntax)
            return false;
        if (name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name && qualified.Expression.ToString() is var left && !left.EndsWith("ontext", StringComparison.Ordinal) && left is not ("this" or "ctx" or "http"))
            return false;
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax own && own.Name == name ? own : name;
        return whole.Parent?.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsAuthenticated" } && whole.Parent?.Parent?.ToString().EndsWith("IsAuthenticated", StringComparison.Ordinal) != true;
    }

    static bool IsService(string name) =>
        WebEndpoint.IsQuestionForUser(name) && name is not ("IsAuthenticated" or "Challenge" or "Unauthorized" or "Forbid")
        || name.IndexOf("CurrentUser", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("LoggedInUser", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("SignedInUser", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("CurrentTenant", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("CurrentCustomer", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("UserContext", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("UserAccessor", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("TenantProvider", StringComparison.OrdinalIgnoreCase) >= 0 || name.StartsWith("CanAccess", StringComparison.Ordinal) || name.StartsWith("HasAccess", StringComparison.Ordinal)
        || name.StartsWith("IsOwne", StringComparison.Ordinal) || name.StartsWith("BelongsTo", StringComparison.Ordinal) || name.StartsWith("EnsureOwner", StringComparison.Ordinal) || name.StartsWith("CheckOwner", StringComparison.Ordinal) || name.StartsWith("VerifyOwner", StringComparison.Ordinal)
        || name.StartsWith("EnsureAccess", StringComparison.Ordinal) || name.EndsWith("ForUserAsync", StringComparison.Ordinal) || name.EndsWith("ForUser", StringComparison.Ordinal) || name is "Session" or "GetUserName" or "GetClaim";

    // invoice.OwnerId != somebody
    static bool IsOwnerCompared(SimpleNameSyntax name)
    {
        if (!Owners.IsOwnerName(name.Identifier.ValueText) || name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
            return false;
        return access.Parent is BinaryExpressionSyntax binary && (binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression)) && Other(binary, access) is var other && other is not LiteralExpressionSyntax && !IsParameter(other)
            || access.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" };
    }

    static ExpressionSyntax Other(BinaryExpressionSyntax binary, ExpressionSyntax one) => binary.Left == one ? binary.Right : binary.Left;

    // What the client says itself.
    static bool IsParameter(ExpressionSyntax value)
    {
        if (value is not IdentifierNameSyntax name)
            return false;
        for (SyntaxNode? node = value; node is not null; node = node.Parent)
            if (node switch { BaseMethodDeclarationSyntax method => method.ParameterList, ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList, LocalFunctionStatementSyntax local => local.ParameterList, _ => null } is { } list
                && list.Parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText))
                return true;
        return false;
    }

    static bool IsLogged(SyntaxNode name)
    {
        for (var node = name.Parent; node is not (null or StatementSyntax); node = node.Parent)
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } && called.StartsWith("Log", StringComparison.Ordinal))
                return true;
        return false;
    }
}
