using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Injection;

/// <summary>What becomes of a <c>TokenValidationResult</c>: ValidateTokenAsync does not throw, so somebody has to look at IsValid.</summary>
static class ValidationResult
{
    /// <summary>Where the result is used as if the token were valid; null where somebody looks, or may look elsewhere.</summary>
    public static IOperation? Believed(IInvocationOperation call)
    {
        if (!IsResult(call.Type) && !(call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } awaited } && IsResult(awaited[0])))
            return null;
        var value = Outermost(call);
        switch (value.Parent)
        {
            case IPropertyReferenceOperation property:
                return Looks(property) ? null : property;
            case IExpressionStatementOperation:
                return call;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when IsResult(local.Type):
                return BelievedIn(local, call);
            default:
                return null;
        }
    }

    static IOperation? BelievedIn(ILocalSymbol local, IInvocationOperation call)
    {
        IOperation? use = null;
        foreach (var reference in Body.Of(call).Mentions(local))
            if (reference.Parent is not IPropertyReferenceOperation property || Looks(property))
                return IsInVain(call) ? call : null;
            else
                use ??= property;
        return use ?? call;
    }

    // if (!result.IsValid) Log(…); return true;
    static bool IsInVain(IOperation call) => SameObject.Root(call) is IMethodBodyOperation method && AlwaysTrue.Body(method);

    static bool IsResult(ITypeSymbol? type) => type.Is("Microsoft.IdentityModel.Tokens.TokenValidationResult");

    static bool Looks(IPropertyReferenceOperation property) => property.Property.Name is "IsValid" or "Exception";

    // await handler.ValidateTokenAsync(…).ConfigureAwait(false), handler.ValidateTokenAsync(…).Result
    static IOperation Outermost(IOperation value)
    {
        while (value.Parent is { } parent && parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" }
            or IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } })
            value = parent;
        return value;
    }
}
