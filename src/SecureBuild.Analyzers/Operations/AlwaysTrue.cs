using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Operations;

/// <summary>Recognises a callback that says yes whatever it is asked: every return gives true and nothing throws.</summary>
static class AlwaysTrue
{
    /// <summary>Whether the value is a lambda, an anonymous method or a method of this compilation that always answers true.</summary>
    public static bool Is(IOperation? value) => value switch
    {
        IConversionOperation conversion => Is(conversion.Operand),
        IDelegateCreationOperation creation => Is(creation.Target),
        IAnonymousFunctionOperation function => Body(function.Body),
        IMethodReferenceOperation reference => Declaration(reference.Method),
        _ => false,
    };

    static bool Body(IOperation body)
    {
        var answers = 0;
        return Says(body, ref answers) && answers > 0;
    }

    static bool Says(IOperation operation, ref int answers)
    {
        switch (operation)
        {
            case IThrowOperation or IInvalidOperation:
                return false;
            case IReturnOperation { ReturnedValue: { } value, Kind: OperationKind.Return }:
                answers++;
                return value.ConstantValue is { HasValue: true, Value: true };
        }
        foreach (var child in operation.ChildOperations)
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && !Says(child, ref answers))
                return false;
        return true;
    }

    // By syntax: the method may be in another file, and a second semantic model is too dear for one word.
    static bool Declaration(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length != 1)
            return false;
        var (body, expression) = method.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            BaseMethodDeclarationSyntax declared => (declared.Body, declared.ExpressionBody),
            LocalFunctionStatementSyntax local => (local.Body, local.ExpressionBody),
            _ => default,
        };
        if (expression is not null)
            return IsTrue(expression.Expression);
        if (body is null)
            return false;
        var answers = 0;
        foreach (var node in body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is ThrowStatementSyntax or ThrowExpressionSyntax || node is ReturnStatementSyntax answer && !IsTrue(answer.Expression))
                return false;
            if (node is ReturnStatementSyntax)
                answers++;
        }
        return answers > 0;
    }

    static bool IsTrue(ExpressionSyntax? expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsTrue(parenthesized.Expression),
        _ => expression.IsKind(SyntaxKind.TrueLiteralExpression),
    };
}
