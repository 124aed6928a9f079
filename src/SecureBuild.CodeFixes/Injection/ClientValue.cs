using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.CodeFixes.Injection;

/// <summary>What is plainly one value from outside: a parameter, a property, an element of the query. A local may hold text that the program built.</summary>
static class ClientValue
{
    public static bool Is(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) => expression switch
    {
        IdentifierNameSyntax => model.GetSymbolInfo(expression, cancellation).Symbol is IParameterSymbol,
        MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => model.GetSymbolInfo(expression, cancellation).Symbol is IPropertySymbol { IsStatic: false },
        _ => false,
    };
}
