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

    // Its interface came after the Roslyn we compile against.
    const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>Whether one of the parts, or of what they are made of, passes the test.</summary>
    public static bool Has(IOperation? value, Func<IOperation, bool> test) => new Search(test).Has(value, 0);

    sealed class Search(Func<IOperation, bool> test)
    {
        // Each local once: what is assigned to it may be made of it.
        readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

        public bool Has(IOperation? value, int depth)
        {
            if (value is null || depth > MaxDepth)
                return false;
            if (test(value))
                return true;
            depth++;
            switch (value)
            {
                case IConversionOperation conversion:
                    return Has(conversion.Operand, depth);
                case IParenthesizedOperation parenthesized:
                    return Has(parenthesized.Operand, depth);
                case IAwaitOperation awaited:
                    return Has(awaited.Operation, depth);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    return Has(sum.LeftOperand, depth) || Has(sum.RightOperand, depth);
                case ICoalesceOperation coalesce:
                    return Has(coalesce.Value, depth) || Has(coalesce.WhenNull, depth);
                case IConditionalOperation choice:
                    return Has(choice.WhenTrue, depth) || Has(choice.WhenFalse, depth);
                case IInterpolatedStringOperation text:
                    foreach (var part in text.Parts)
                        if (part is IInterpolationOperation hole && Has(hole.Expression, depth))
                            return true;
                    return false;
                case IInvocationOperation call when call.TargetMethod.DeclaringSyntaxReferences.Length == 0:
                    if (Has(call.Instance, depth))
                        return true;
                    foreach (var argument in call.Arguments)
                        if (Has(argument.Value, depth))
                            return true;
                    return false;
                case IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false } own } call:
                    return Has(PossibleValues.OnlyAnswerOf(own, call), depth);
                case IArrayCreationOperation { Initializer: { } initializer }:
                    return initializer.ElementValues.Any(element => Has(element, depth));
                // key[..16], computed[i]
                case IArrayElementReferenceOperation element:
                    return Has(element.ArrayReference, depth);
                case IConditionalAccessOperation access:
                    return Has(access.Operation, depth) || Has(access.WhenNotNull, depth);
                case ILocalReferenceOperation local:
                    return HasLocal(local, depth);
                // [.. salt, .. password], and the list that "params ReadOnlySpan<string>" gets
                default:
                    return (value.Kind == CollectionExpression || value.Syntax is CollectionExpressionSyntax or CollectionElementSyntax) && value.ChildOperations.Any(element => Has(element, depth));
            }
        }

        // The initialiser, later assignments, what is copied into an array and the hash that is written there.
        bool HasLocal(ILocalReferenceOperation local, int depth)
        {
            if (!_seen.Add(local.Local))
                return false;
            foreach (var source in Body.Of(local).Answer(s_sourcesOf, local.Local))
                if (Has(source, depth))
                    return true;
            return false;
        }

        static readonly Func<Body, ISymbol, List<IOperation>> s_sourcesOf = static (body, local) =>
        {
            var sources = new List<IOperation>();
            if (body.Declarator(local)?.Initializer is { } initializer)
                sources.Add(initializer.Value);
            foreach (var use in body.Mentions(local))
                if (use.Parent is ISimpleAssignmentOperation assignment && ReferenceEquals(assignment.Target, use))
                    sources.Add(assignment.Value);
                else if (CopyInto(use) is { } copy && (copy.Instance ?? copy.Arguments.At(0)) is { } source)
                    sources.Add(source);
                else if (WrittenTo(use) is { } hash)
                    sources.Add(hash);
            return sources;
        };

        // Buffer.BlockCopy(source, 0, whole, 0, n), salt.CopyTo(whole.AsSpan())
        static IInvocationOperation? CopyInto(IOperation use) =>
            GivenTo(use) is ({ Parameter.Name: "dst" or "destinationArray" or "array" or "destination" }, { TargetMethod.Name: "BlockCopy" or "Copy" or "CopyTo" } copy) ? copy : null;

        // HMACSHA256.HashData(key, body, mac), hash.TryGetHashAndReset(mac.AsSpan(), out _)
        static IInvocationOperation? WrittenTo(IOperation use) =>
            GivenTo(use) is ({ Parameter.Name: "destination" }, { TargetMethod.Name: "HashData" or "TryHashData" or "TryComputeHash" or "GetHashAndReset" or "TryGetHashAndReset" or "GetCurrentHash" or "TryGetCurrentHash" } hash) ? hash : null;

        // The nearest call whose argument it is and that goes on to no other: what only makes a span of it is passed over.
        static (IArgumentOperation?, IInvocationOperation?) GivenTo(IOperation use)
        {
            for (var current = use; current.Parent is { } parent and not IBlockOperation; current = parent)
                if (current is IArgumentOperation argument && parent is IInvocationOperation call && call.TargetMethod.Name is not ("AsSpan" or "AsMemory"))
                    return (argument, call);
            return (null, null);
        }
    }

    /// <summary>The name of a variable or member; null for anything else.</summary>
    public static string? NameOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation { Member: not IMethodSymbol } member => member.Member.Name,
        _ => null,
    };
}
