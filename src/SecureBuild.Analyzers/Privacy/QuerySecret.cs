using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>A password in the query of an address: logs of servers and proxies, histories and the Referer header keep it.</summary>
static class QuerySecret
{
    /// <summary><c>$"https://…?user={user}&amp;password={password}"</c>: the name, when the literal is what stands before a value that comes at run time.</summary>
    public static string? Before(ILiteralOperation literal)
    {
        if (literal.ConstantValue.Value is not string { Length: > 4 } text || text[text.Length - 1] != '=' || text.LastIndexOfAny(['?', '&']) is not (>= 0 and var start) || text.Substring(start + 1, text.Length - start - 2) is not { } name || !IsSecret(name) && !IsToken(name))
            return null;
        var value = literal.Parent switch
        {
            IInterpolatedStringTextOperation { Parent: IInterpolatedStringOperation whole } piece => whole.Parts.IndexOf(piece) is var at && at + 1 < whole.Parts.Length ? (whole.Parts[at + 1] as IInterpolationOperation)?.Expression : null,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left, RightOperand: var right } sum => ReferenceEquals(left, literal) ? right : (sum.Parent as IBinaryOperation)?.RightOperand,
            _ => null,
        };
        // The body of a form has no question mark.
        return value is { ConstantValue.HasValue: false } && WrittenText.Of(WrittenText.Whole(literal)).IndexOf('?') >= 0 ? name : null;
    }

    /// <summary><c>QueryHelpers.AddQueryString(address, "password", password)</c></summary>
    public static string? Added(IInvocationOperation call)
    {
        if (!call.TargetMethod.ContainingType.Name.StartsWith("Query", System.StringComparison.Ordinal) && !call.TargetMethod.ContainingType.Name.StartsWith("Rest", System.StringComparison.Ordinal))
            return null;
        return call.Arguments.For("name")?.ConstantValue.Value is string name && (IsSecret(name) || IsToken(name)) && call.Arguments.For("value") is { ConstantValue.HasValue: false } ? name : null;
    }

    /// <summary>The password that an action takes from the address: <c>[HttpGet] Login(string user, string password)</c>.</summary>
    public static IParameterSymbol? TakenBy(IMethodSymbol method, bool isGet)
    {
        if (!isGet && !WebEndpoint.Has(method, "HttpGetAttribute"))
            return null;
        foreach (var parameter in method.Parameters)
            if (parameter.Type.SpecialType == SpecialType.System_String && IsSecret(parameter.Name)
                && !WebEndpoint.Any(parameter, 0, static (attribute, _) => attribute.Name is "FromHeaderAttribute" or "FromBodyAttribute" or "FromFormAttribute" or "FromServicesAttribute" or "FromKeyedServicesAttribute"))
                return parameter;
        return null;
    }

    // What is sent with every request. A token that is meant for one link, such as one that confirms an address, has no such word.
    static bool IsToken(string name)
    {
        var words = Words.Of(name);
        return words.Count > 1 && words[words.Count - 1] == "token" && words[words.Count - 2] is "access" or "refresh" or "auth" or "bearer" || name is "jwt" or "sessionid" or "session_id" or "sessionId";
    }

    static bool IsSecret(string name)
    {
        var words = Words.Of(name);
        return words.Count > 0 && words[words.Count - 1] is "password" or "passwd" or "pwd" or "passphrase" || name.Equals("client_secret", System.StringComparison.OrdinalIgnoreCase) || name.Equals("clientSecret", System.StringComparison.OrdinalIgnoreCase);
    }
}
