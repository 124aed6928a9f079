using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Web;

/// <summary>CORS headers written by hand: <c>Access-Control-Allow-Origin</c> that repeats the request's origin, or <c>*</c>, together with <c>Access-Control-Allow-Credentials: true</c>.</summary>
static class RawCorsHeaders
{
    /// <summary>The members that may be the origin header.</summary>
    public static readonly string[] Members = [ResponseHeader.Indexer, "AccessControlAllowOrigin"];

    /// <summary>Whether the operation sets the origin header for everybody while the same function sends the credentials header.</summary>
    public static bool AnyOriginWithCredentials(IOperation setter)
    {
        if (OriginSetBy(setter) is not { } origin)
            return false;
        var function = FunctionOf(setter);
        if (AnyOrigin.HasStar(origin))
            return SendsCredentials(function);
        var source = new RequestOrigin(origin, function);
        return source.IsFromRequest && SendsCredentials(function) && !source.IsChecked;
    }

    /// <summary>Whether the operation sets the origin header to <c>*</c>, without credentials.</summary>
    public static bool StarWithoutCredentials(IOperation setter) =>
        OriginSetBy(setter) is { } origin && AnyOrigin.HasStar(origin) && !SendsCredentials(FunctionOf(setter));

    static IOperation? OriginSetBy(IOperation setter) => ResponseHeader.Value(setter, "Access-Control-Allow-Origin");

    static bool SendsCredentials(IOperation function)
    {
        foreach (var operation in Body.Of(function).Where(s_sendsCredentials))
            for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
                if (ReferenceEquals(outer, function))
                    return true;
        return false;
    }

    static readonly Func<IOperation, bool> s_sendsCredentials = static operation => operation is IInvocationOperation or ISimpleAssignmentOperation
        && ResponseHeader.Value(operation, "Access-Control-Allow-Credentials") is { } credentials && IsTrue(credentials);

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
