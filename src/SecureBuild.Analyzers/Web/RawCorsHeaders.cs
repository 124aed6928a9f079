using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>CORS headers written by hand: <c>Access-Control-Allow-Origin</c> that repeats the request's origin, or <c>*</c>, together with <c>Access-Control-Allow-Credentials: true</c>.</summary>
static class RawCorsHeaders
{
    /// <summary>The calls that may set a header.</summary>
    public static readonly string[] Calls = ["Add", "Append", "Set", "Insert", "TryAdd", "TryAddWithoutValidation", "AddHeader", "AppendHeader", "AddOrUpdate"];

    /// <summary>The members that may be a header; an indexer's name is "this[]".</summary>
    public static readonly string[] Members = ["this[]", "AccessControlAllowOrigin"];

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

    static IOperation? OriginSetBy(IOperation setter) => Set(setter, "Access-Control-Allow-Origin", "AccessControlAllowOrigin");

    static bool SendsCredentials(IOperation function)
    {
        foreach (var operation in function.Descendants())
            if (operation is IInvocationOperation or ISimpleAssignmentOperation
                && Set(operation, "Access-Control-Allow-Credentials", "AccessControlAllowCredentials") is { } credentials && IsTrue(credentials))
                return true;
        return false;
    }

    // headers["name"] = value, headers.Append("name", value), headers.AccessControlAllowOrigin = value.
    static IOperation? Set(IOperation operation, string header, string property) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer } assignment => IsKey(indexer.Arguments.At(0), header) ? assignment.Value : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment when name == property => assignment.Value,
        IInvocationOperation { Arguments.Length: 2 or 3 } call =>
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

    // AccessControlAllowOrigin is the name of Access-Control-Allow-Origin.
    static bool Same(string name, string header)
    {
        var i = 0;
        foreach (var letter in header)
            if (letter != '-' && (i == name.Length || name[i++] != letter))
                return false;
        return i == name.Length;
    }

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
