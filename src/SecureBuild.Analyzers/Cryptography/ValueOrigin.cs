using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// What a value is made of: through conversions, concatenation, framework calls (<c>Encoding.GetBytes</c>, <c>Convert.ToHexString</c>), arrays and locals down to variables, members and calls.
/// Only after an API has matched.
/// </summary>
static class ValueOrigin
{
    const int MaxDepth = 10;

    /// <summary>Whether one of the parts, or of what they are made of, passes the test.</summary>
    public static bool Has(IOperation? value, Func<IOperation, bool> test) => Has(value, test, 0);

    static bool Has(IOperation? value, Func<IOperation, bool> test, int depth)
    {
        if (value is null || depth > MaxDepth)
            return false;
        if (test(value))
            return true;
        depth++;
        switch (value)
        {
            case IConversionOperation conversion:
                return Has(conversion.Operand, test, depth);
            case IParenthesizedOperation parenthesized:
                return Has(parenthesized.Operand, test, depth);
            case IAwaitOperation awaited:
                return Has(awaited.Operation, test, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Has(sum.LeftOperand, test, depth) || Has(sum.RightOperand, test, depth);
            case ICoalesceOperation coalesce:
                return Has(coalesce.Value, test, depth) || Has(coalesce.WhenNull, test, depth);
            case IConditionalOperation choice:
                return Has(choice.WhenTrue, test, depth) || Has(choice.WhenFalse, test, depth);
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts)
                    if (part is IInterpolationOperation hole && Has(hole.Expression, test, depth))
                        return true;
                return false;
            case IInvocationOperation call when call.TargetMethod.DeclaringSyntaxReferences.Length == 0:
                if (Has(call.Instance, test, depth))
                    return true;
                foreach (var argument in call.Arguments)
                    if (Has(argument.Value, test, depth))
                        return true;
                return false;
            case IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } own } call:
                return Has(PossibleValues.OnlyAnswerOf(own, call), test, depth);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues.Any(element => Has(element, test, depth));
            // key[..16], computed[i]
            case IArrayElementReferenceOperation element:
                return Has(element.ArrayReference, test, depth);
            case IConditionalAccessOperation access:
                return Has(access.Operation, test, depth) || Has(access.WhenNotNull, test, depth);
            case ILocalReferenceOperation local:
                return HasLocal(local, test, depth);
            // [.. salt, .. password]
            default:
                return value.Syntax is CollectionExpressionSyntax or CollectionElementSyntax && value.ChildOperations.Any(element => Has(element, test, depth));
        }
    }

    // The initialiser, later assignments, and what is copied into an array.
    static bool HasLocal(ILocalReferenceOperation local, Func<IOperation, bool> test, int depth)
    {
        foreach (var operation in SameObject.Root(local).Descendants())
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: var value } declarator when Is(declarator.Symbol, local) && Has(value, test, depth):
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local, local) && !ReferenceEquals(target, local) && Has(assignment.Value, test, depth):
                case IInvocationOperation { TargetMethod.Name: "BlockCopy" or "Copy" or "CopyTo", Arguments: { Length: > 0 } arguments } copy
                    when arguments.Any(argument => argument.Parameter?.Name is "dst" or "destinationArray" or "array" or "destination" && argument.Value.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation target && Is(target.Local, local)))
                        && Has(copy.Instance ?? arguments.At(0), test, depth):
                    return true;
            }
        return false;
    }

    static bool Is(ILocalSymbol one, ILocalReferenceOperation other) => SymbolEqualityComparer.Default.Equals(one, other.Local);

    /// <summary>The name of a variable or member; null for anything else.</summary>
    public static string? NameOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation { Member: not IMethodSymbol } member => member.Member.Name,
        _ => null,
    };
}
