using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Whether only users with a role or by a policy get to a piece of code at all.</summary>
static class RestrictedTo
{
    /// <summary>The member that the operation belongs to; in top-level code the statement.</summary>
    public static SyntaxNode Member(IOperation operation)
    {
        for (var node = operation.Syntax; node is not null; node = node.Parent)
            if (node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or FieldDeclarationSyntax or GlobalStatementSyntax)
                return node;
        return operation.Syntax;
    }

    /// <summary><c>[Authorize(Roles = "Admin")]</c> on the method or its class.</summary>
    public static bool Some(IOperation operation)
    {
        if (operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is not { } symbol)
            return false;
        for (; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
            if (Has(symbol))
                return true;
        return false;
    }

    /// <summary>The symbol itself, or a base class of it, says so.</summary>
    public static bool Has(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null; current = (current as INamedTypeSymbol)?.BaseType)
            foreach (var attribute in current.GetAttributes())
                if (attribute.AttributeClass is { } type && WebEndpoint.IsGuard(type) && (attribute.ConstructorArguments.Length > 0 || attribute.NamedArguments.Any(static named => named.Key is "Roles" or "Policy") || type.Name is not "AuthorizeAttribute"))
                    return true;
        return false;
    }
}
