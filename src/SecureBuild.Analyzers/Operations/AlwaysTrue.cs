using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Operations;

/// <summary>Recognises a callback that says yes whatever it is asked: every return gives true and nothing throws.</summary>
static class AlwaysTrue
{
    const int MaxDepth = 6;

    /// <summary>Whether the value is a lambda, an anonymous method or a method of this compilation that always answers true.</summary>
    public static bool Is(IOperation? value) => value switch
    {
        IConversionOperation conversion => Is(conversion.Operand),
        IDelegateCreationOperation creation => Is(creation.Target),
        IAnonymousFunctionOperation function => Body(function.Body, 0),
        IMethodReferenceOperation reference => Declaration(reference.Method, reference, 0),
        _ => Callback.HeldIn(value) is { } held && Is(held),
    };

    /// <summary>Whether a method's body always answers true.</summary>
    public static bool Body(IOperation body) => Body(body, 0);

    static bool Body(IOperation body, int depth)
    {
        var answers = 0;
        return Says(body, ref answers, depth) && answers > 0;
    }

    static bool Says(IOperation operation, ref int answers, int depth)
    {
        switch (operation)
        {
            case IThrowOperation or IInvalidOperation:
            case IInvocationOperation call when Throws(call.TargetMethod):
                return false;
            case IReturnOperation { ReturnedValue: { } value, Kind: OperationKind.Return }:
                answers++;
                return Yes(value, depth);
        }
        foreach (var child in operation.ChildOperations)
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && !Says(child, ref answers, depth))
                return false;
        return true;
    }

    static bool Yes(IOperation value, int depth) => depth < MaxDepth && (value.ConstantValue is { HasValue: true, Value: true } || value switch
    {
        IConversionOperation conversion => Yes(conversion.Operand, depth + 1),
        IParenthesizedOperation parenthesized => Yes(parenthesized.Operand, depth + 1),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Yes(choice.WhenTrue, depth + 1) && Yes(otherwise, depth + 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either => Yes(either.LeftOperand, depth + 1) || Yes(either.RightOperand, depth + 1),
        ISwitchExpressionOperation choice => choice.Arms.All(arm => Yes(arm.Value, depth + 1)),
        ILocalReferenceOperation local => PossibleValues.OnlyValueOf(local) is { } only && Yes(only, depth + 1),
        IFieldReferenceOperation or IPropertyReferenceOperation => PossibleValues.Include(value, true) && !PossibleValues.Include(value, false),
        IInvocationOperation { TargetMethod: { IsVirtual: false, IsOverride: false, IsAbstract: false } method } call => Declaration(method, call, depth + 1),
        _ => false,
    });

    static bool Declaration(IMethodSymbol method, IOperation reference, int depth)
    {
        if (method.DeclaringSyntaxReferences.Length != 1 || method.ReturnType.SpecialType != SpecialType.System_Boolean)
            return false;
        var declaration = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (reference.SemanticModel is { } model && declaration.SyntaxTree == model.SyntaxTree)
            return model.GetOperation(declaration) is { } body && Body(body, depth);
        // Another file: by syntax, because a second semantic model is too dear for one word.
        var (block, expression) = declaration switch
        {
            BaseMethodDeclarationSyntax declared => (declared.Body, declared.ExpressionBody),
            LocalFunctionStatementSyntax local => (local.Body, local.ExpressionBody),
            _ => default,
        };
        if (expression is not null)
            return IsTrue(expression.Expression);
        if (block is null)
            return false;
        var answers = 0;
        foreach (var node in block.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (IsThrow(node) || node is ReturnStatementSyntax answer && !IsTrue(answer.Expression))
                return false;
            if (node is ReturnStatementSyntax)
                answers++;
        }
        return answers > 0;
    }

    // A guard: Check(errors); return true;
    static bool Throws(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length == 1 && TextAnswers.To(s_throws, method.DeclaringSyntaxReferences[0].GetSyntax());

    static readonly Func<SyntaxNode, bool> s_throws = static declaration => declaration.DescendantNodes().Any(IsThrow);

    static bool IsThrow(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax;

    static bool IsTrue(ExpressionSyntax? expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsTrue(parenthesized.Expression),
        _ => expression.IsKind(SyntaxKind.TrueLiteralExpression),
    };
}
