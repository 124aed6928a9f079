using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>A check that turns a well-known password down: <c>if (password == "123456" || password == "letmein") return false;</c> is no way in.</summary>
static class Refusal
{
    /// <param name="comparison">The comparison or pattern; true when it alone, or any of several like it, leads to "no".</param>
    public static bool Is(IOperation comparison)
    {
        if (comparison is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals })
            return false;
        var child = comparison;
        var parent = comparison.Parent;
        while (parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or IParenthesizedOperation or IConversionOperation or IIsPatternOperation or IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or })
            (child, parent) = (parent, parent.Parent);
        return parent is IConditionalOperation { WhenTrue: var then } conditional && conditional.Condition == child && IsNo(then) || parent is IReturnOperation && IsNamedSo(comparison.Syntax);
    }

    // bool IsCommon(string password) => password is "123456" or "letmein";
    static bool IsNamedSo(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax { Identifier.ValueText: var name } && Words.Of(name).Exists(static word =>
            word is "common" or "weak" or "forbidden" or "refused" or "refuse" or "reject" or "rejected" or "banned" or "blocked" or "easy" or "guessable" or "known" or "default" or "disallowed" or "denied" or "trivial" or "simple");

    static bool IsNo(IOperation operation) => operation switch
    {
        IBlockOperation { Operations: { Length: > 0 } statements } => IsNo(statements[statements.Length - 1]),
        IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: false } } => true,
        { ConstantValue: { HasValue: true, Value: false } } => true,
        _ => false,
    };
}
