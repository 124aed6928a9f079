using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Recognises by names that a secret that a client sends is compared with the right one: <c>providedToken == expectedToken</c>, <c>key == options.ApiKey</c>.</summary>
static class SecretComparison
{
    /// <summary>The secret's name, when both sides speak of one and are not two fields of one form or two versions of one value.</summary>
    public static string? NameIn(IOperation left, IOperation right)
    {
        var (one, other) = (Name(left), Name(right));
        if (one is null || other is null)
            return null;
        var (first, second) = (Words.Of(one), Words.Of(other));
        if (first.Concat(second).Any(static word => word is "confirm" or "confirmation" or "repeat" or "old" or "new" or "previous" or "current" or "last" or "next" or "name" or "type" or "file" or "content" or "etag" or "checksum" or "document" or "method" or "cached" or "commit" or "git" or "page" or "cancellation" or "syntax"))
            return null;
        // A parser's token == _token.
        if (Kind(first) == "token" && Kind(second) == "token" && !IsTelling(first) && !IsTelling(second))
            return null;
        return Kind(first) is { } kind && (Kind(second) == kind || IsTelling(first) || IsTelling(second)) && (Kind(second) is not null || IsGiven(second)) ? one
            : Kind(second) is not null && IsGiven(first) && IsTelling(second) ? other
            : null;
    }

    static string? Name(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value switch
        {
            IInvocationOperation { TargetMethod.Name: "ToString" or "Trim" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "AsSpan" } call => Name(call.Instance ?? call.Arguments.At(0)!),
            IInvocationOperation { TargetMethod.Name: "GetString" or "GetValue" or "Get" or "FirstOrDefault" } read => NameOfEntry(read),
            // headers["X-Api-Key"], config["Auth:ApiKey"]
            IPropertyReferenceOperation { Arguments.Length: 1 } item => item.Arguments[0].Value.ConstantValue switch { { HasValue: true, Value: string key } => key, { HasValue: true, Value: int } when item.Instance is { } all => Name(all), _ => null },
            // Of a type of one's own for secrets the type says what it is.
            IPropertyReferenceOperation { Property.Name: "Value" or "Bytes" or "Text" or "Raw", Instance: { } inner } => Name(inner) is { } own && Kind(Words.Of(own)) is null && inner.Type is { DeclaringSyntaxReferences.Length: > 0, Name: var type } && Kind(Words.Of(type)) is not null ? own + type : Name(inner),
            IArrayElementReferenceOperation element => Name(element.ArrayReference),
            ILocalReferenceOperation local when Kind(Words.Of(local.Local.Name)) is null => NameBehind(local) ?? local.Local.Name,
            _ => ValueOrigin.NameOf(value),
        };
    }

    // var expected = configuration["ApiKey"]; headers.TryGetValue("X-Api-Key", out var given): what names the value is what it is read by.
    static string? NameBehind(ILocalReferenceOperation local) => Body.Of(local).Answer(s_entry, local.Local);

    static readonly Func<Body, ISymbol, string?> s_entry = static (body, local) =>
    {
        var entry = body.Declarator(local)?.Initializer?.Value is { } value ? Entry(value) : null;
        foreach (var use in body.Mentions(local))
            switch (use.Parent)
            {
                case IDeclarationExpressionOperation { Parent: IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation { TargetMethod.Name: "TryGetValue" } read } }:
                    entry = NameOfEntry(read);
                    break;
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Target, use):
                    return null;
            }
        return entry is not null && Kind(Words.Of(entry)) is not null ? entry : null;
    };

    static string? Entry(IOperation value) => value switch
    {
        IConversionOperation conversion => Entry(conversion.Operand),
        IPropertyReferenceOperation { Arguments.Length: 1 } or IPropertyReferenceOperation { Property.Name: "Value" } or IInvocationOperation { TargetMethod.Name: "ToString" or "Trim" or "GetString" or "GetValue" or "FirstOrDefault" or "GetRequiredValue" } => Name(value),
        IPropertyReferenceOperation property => property.Property.Name,
        _ => null,
    };

    // session.GetString("csrfToken"), headers["X-Api-Key"].FirstOrDefault()
    static string? NameOfEntry(IInvocationOperation read)
    {
        foreach (var argument in read.Arguments)
            if (argument.Value.ConstantValue is { HasValue: true, Value: string name })
                return name;
        return read.TargetMethod.Name == "FirstOrDefault" && (read.Instance ?? read.Arguments.At(0)) is { } all ? Name(all) : null;
    }

    static string? Kind(List<string> words)
    {
        var last = words.Count - 1;
        while (last > 0 && words[last] is "bytes" or "string" or "hex" or "text" or "value" or "base" or "header" or "data" or "buffer" or "actual" or "raw")
            last--;
        if (last < 0)
            return null;
        var modifier = last > 0 ? words[last - 1] : "";
        return words[last] switch
        {
            "signature" or "hmac" or "mac" => "mac",
            "apikey" => "key",
            "key" when modifier is "api" or "secret" or "access" or "auth" or "admin" => "key",
            "token" => "token",
            "secret" => "secret",
            "hash" when words.Contains("password") => "hash",
            "otp" or "totp" => "otp",
            _ => null,
        };
    }

    static bool IsTelling(List<string> words) => words.Any(static word => word is "expected" or "computed" or "calculated" or "configured" or "stored" or "valid" or "api" or "hmac" or "secret" or "csrf" or "xsrf" or "webhook" or "reset" or "provided" or "received" or "access" or "refresh" or "session" or "auth" or "bearer" or "verification" or "activation" or "invitation" or "admin");

    static bool IsGiven(List<string> words) => words.Any(static word => word is "provided" or "received" or "given" or "supplied" or "presented" or "header" or "input" or "actual" or "expected" or "computed" or "key" or "token" or "extracted" or "submitted" or "incoming" or "stored" or "request" or "value" or "candidate");
}
