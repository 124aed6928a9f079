using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>A response header that code sets: <c>headers["Name"] = value</c>, <c>headers.Append("Name", value)</c>, <c>response.AddHeader("Name", value)</c>, <c>headers.ContentSecurityPolicy = value</c>.</summary>
static class ResponseHeader
{
    /// <summary>The calls that may set a header.</summary>
    public static readonly string[] Calls = ["Add", "Append", "Set", "Insert", "TryAdd", "TryAddWithoutValidation", "AddHeader", "AppendHeader", "AddOrUpdate"];

    /// <summary>An indexer's name.</summary>
    public const string Indexer = "this[]";

    /// <summary>The value that the operation gives the header of this name; null when it sets another or none.</summary>
    /// <param name="setter">An assignment or a call.</param>
    /// <param name="header"><c>Set-Cookie</c>; the property <c>SetCookie</c> is the same.</param>
    public static IOperation? Value(IOperation setter, string header) => setter switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: > 0 } indexer } assignment => IsKey(indexer.Arguments.At(0), header) ? assignment.Value : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: var name, ContainingType.Name: "IHeaderDictionary" or "ResponseHeaders" } } } assignment when Same(name, header) => assignment.Value,
        IInvocationOperation { Arguments.Length: 2 or 3 } call =>
            IsKey(call.Arguments.At(0), header) ? call.Arguments.At(1) : call.TargetMethod.IsExtensionMethod && IsKey(call.Arguments.At(1), header) ? call.Arguments.At(2) : null,
        _ => null,
    };

    /// <summary>The constant text in a value, with a blank for what is not constant; null when nothing is.</summary>
    public static string? Text(IOperation value)
    {
        var only = PossibleValues.First(value, 0, static (candidate, _) => candidate.ConstantValue is { HasValue: true, Value: string } || candidate is IInterpolatedStringOperation or IBinaryOperation or IArrayCreationOperation or IObjectCreationOperation);
        if (only is null)
            return null;
        if (only.ConstantValue is { HasValue: true, Value: string constant })
            return constant;
        var text = new System.Text.StringBuilder();
        foreach (var each in only.Descendants())
            if (each is ILiteralOperation or IFieldReferenceOperation && each.ConstantValue is { HasValue: true, Value: string part })
                text.Append(part).Append(' ');
        return text.Length == 0 ? null : text.ToString();
    }

    static bool IsKey(IOperation? key, string header) =>
        key switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => text.Equals(header, StringComparison.OrdinalIgnoreCase),
            // HeaderNames.AccessControlAllowOrigin
            IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "HeaderNames" } field } => Same(field.Name, header),
            _ => false,
        };

    // AccessControlAllowOrigin is the name of Access-Control-Allow-Origin.
    static bool Same(string name, string header)
    {
        var i = 0;
        foreach (var letter in header)
            if (letter != '-' && (i == name.Length || char.ToUpperInvariant(name[i++]) != char.ToUpperInvariant(letter)))
                return false;
        return i == name.Length;
    }
}
