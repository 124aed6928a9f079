using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>CORS headers written by hand: <c>Access-Control-Allow-Origin</c> that repeats the request's origin, or <c>*</c>, together with <c>Access-Control-Allow-Credentials: true</c>.</summary>
static class RawCorsHeaders
{
    /// <summary>Where the operation sets the origin header for everybody while the same function sends the credentials header; null otherwise.</summary>
    public static IOperation? AnyOriginWithCredentials(IOperation setter)
    {
        if (Set(setter, "Access-Control-Allow-Origin", "AccessControlAllowOrigin") is not { } origin)
            return null;
        var function = FunctionOf(setter);
        var source = AnyOrigin.HasStar(origin) ? null : new RequestOrigin(origin, function);
        if (source is { IsFromRequest: false })
            return null;
        foreach (var operation in function.Descendants())
            if (operation is IInvocationOperation or ISimpleAssignmentOperation
                && Set(operation, "Access-Control-Allow-Credentials", "AccessControlAllowCredentials") is { } credentials && IsTrue(credentials))
                return source is { IsChecked: true } ? null : setter;
        return null;
    }

    // headers["name"] = value, headers.Append("name", value), headers.AccessControlAllowOrigin = value.
    static IOperation? Set(IOperation operation, string header, string property) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer } assignment => IsKey(indexer.Arguments.At(0), header) ? assignment.Value : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment when name == property => assignment.Value,
        IInvocationOperation { Arguments.Length: 2 or 3 } call when Secrets.SecretNames.Pairs(call.TargetMethod.Name) =>
            IsKey(call.Arguments.At(0), header) ? call.Arguments.At(1) : call.TargetMethod.IsExtensionMethod && IsKey(call.Arguments.At(1), header) ? call.Arguments.At(2) : null,
        _ => null,
    };

    static bool IsKey(IOperation? key, string header) =>
        key switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text.Equals(header, StringComparison.OrdinalIgnoreCase),
            // HeaderNames.AccessControlAllowOrigin
            IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "HeaderNames" } field } => field.Name == header.Replace("-", ""),
            _ => false,
        };

    static bool IsTrue(IOperation value)
    {
        foreach (var each in value.DescendantsAndSelf())
            if (each.ConstantValue is { HasValue: true, Value: string text } && text.Equals("true", StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    static IOperation FunctionOf(IOperation operation)
    {
        while (operation.Parent is { } parent && operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            operation = parent;
        return operation;
    }
}
