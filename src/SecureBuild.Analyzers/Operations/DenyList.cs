using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Operations;

/// <summary>Tells a value that is listed in order to be refused, described or searched for from one that is going to be used.</summary>
static class DenyList
{
    // [a, b]: its interface came after the Roslyn we compile against.
    const OperationKind CollectionExpression = (OperationKind)127;

    static readonly HashSet<string> s_refusals = new(StringComparer.Ordinal)
    {
        "weak", "obsolete", "deprecated", "insecure", "unsafe", "forbidden", "disallowed", "denied", "deny", "banned", "blocked", "blocklist", "blacklist", "denylist", "rejected", "refused", "unsupported",
        "disabled", "broken", "outdated", "vulnerable", "withdrawn", "prohibited", "bad",
    };

    /// <summary>The value is the key of a dictionary, is asked for in a collection, or belongs to something whose name says that it is refused.</summary>
    public static bool Has(IOperation value)
    {
        for (var current = value; current.Parent is { } parent; current = parent)
            switch (parent)
            {
                case IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation or IObjectOrCollectionInitializerOperation or IObjectCreationOperation or { Kind: CollectionExpression }:
                    continue;
                case IArgumentOperation { Parent: IPropertyReferenceOperation }:
                    return true;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (IsQuestion(call.TargetMethod) || call.TargetMethod.Name == "Add" && call.Arguments.Length > 1 && argument.Parameter?.Ordinal == 0)
                        return true;
                    if (call.TargetMethod.Name != "Add" || call.Instance is null)
                        return false;
                    parent = call;
                    continue;
                case IArgumentOperation { Parent: IObjectCreationOperation }:
                    continue;
                case IInvocationOperation call:
                    return IsQuestion(call.TargetMethod);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return IsRefused(declarator.Symbol.Name);
                case IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields }:
                    return IsRefused(fields[0].Name);
                case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                    return IsRefused(properties[0].Name);
                // (SslProtocols.Tls, "TLS 1.0"): a label.
                case ITupleOperation tuple:
                    return tuple.Elements.Any(static element => element.ConstantValue is { HasValue: true, Value: string });
                case IAttributeOperation:
                    return true;
                default:
                    return false;
            }
        return false;
    }

    static bool IsQuestion(IMethodSymbol method) =>
        method.Name is "Contains" or "ContainsKey" or "TryGetValue" or "Remove" or "IndexOf" or "Except" or "Equal" or "NotEqual" or "DoesNotContain" or "Be" or "NotBe"
        || method.ContainingType.Name == "Assert"
        || method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) || method.Name.StartsWith("Log", StringComparison.Ordinal) || method.Name.StartsWith("Write", StringComparison.Ordinal)
        || method.ReturnType.SpecialType == SpecialType.System_Boolean && Words.Of(method.Name) is { Count: > 0 } words && words[0] is ("is" or "has" or "can" or "supports" or "allows");

    static bool IsRefused(string name)
    {
        foreach (var word in Words.Of(name))
            if (s_refusals.Contains(word))
                return true;
        return false;
    }
}
