using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Addresses in the source that lead to another machine without encryption.</summary>
static class Cleartext
{
    static readonly string[] s_schemes = ["http://", "ws://", "ftp://", "ldap://", "telnet://"];

    /// <summary>Scheme and host of the address that the value holds, when it is unencrypted and of another machine; null otherwise.</summary>
    public static string? AddressIn(IOperation value) =>
        PossibleValues.First(value, false, static (candidate, _) => Text(candidate) is { } text && Foreign(text) is not null && !DevelopmentCheck.Guards(candidate)) is { } found ? Foreign(Text(found)!)
        : Beginning(value) is { } beginning ? AddressIn(beginning) : null;

    // address + "/orders", $"{address}/orders"
    static IOperation? Beginning(IOperation value) => value switch
    {
        IConversionOperation conversion => Beginning(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false, LeftOperand: var left } => left,
        IInterpolatedStringOperation { Parts: [IInterpolationOperation { Expression: var first }, ..] } => first,
        IObjectCreationOperation { Type.Name: "Uri", Arguments.Length: 1 } uri => Beginning(uri.Arguments[0].Value),
        _ => null,
    };

    /// <summary>The value is a name or number of this machine.</summary>
    public static bool IsLocalHost(IOperation? host) => PossibleValues.First(host, false, static (candidate, _) => candidate.ConstantValue is { HasValue: true, Value: string name } && IsLocal(name)) is not null;

    // new Uri("…"), "http://" + host, $"http://{host}/"
    static string? Text(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => WrittenText.Of(value),
        IObjectCreationOperation { Type.Name: "Uri", Arguments.Length: > 0 } uri when uri.Arguments.At(0) is { } argument =>
            PossibleValues.First(argument, false, static (candidate, _) => candidate is not IObjectCreationOperation && Text(candidate) is not null) is { } inner ? Text(inner) : null,
        IPropertyReferenceOperation { Property: { Name: "Uri", ContainingType.Name: "UriBuilder" }, Instance: { } builder } => Built(builder),
        IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType.Name: "UriBuilder" }, Instance: { } builder } => Built(builder),
        _ => null,
    };

    // new UriBuilder { Scheme = Uri.UriSchemeHttp, Host = "…" }
    static string? Built(IOperation builder)
    {
        var creation = builder as IObjectCreationOperation ?? (builder is ILocalReferenceOperation local ? PossibleValues.OnlyValueOf(local) as IObjectCreationOperation : null);
        var (scheme, host) = (Part(builder, creation, "Scheme", "schemeName"), Part(builder, creation, "Host", "hostName"));
        return scheme is null ? null : SchemeOf(scheme) + "://" + (host?.ConstantValue.Value as string ?? "{}");
    }

    static IOperation? Part(IOperation builder, IObjectCreationOperation? creation, string property, string parameter)
    {
        if (SameObject.Owner(builder) is { } owner && Body.Of(builder).LastValueOf(owner, property) is { } last)
            return last;
        foreach (var member in creation?.Initializer?.Initializers ?? System.Collections.Immutable.ImmutableArray<IOperation>.Empty)
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment && name == property)
                return assignment.Value;
        return creation?.Arguments.For(parameter);
    }

    static string SchemeOf(IOperation scheme) =>
        scheme is IFieldReferenceOperation { Field: { Name: "UriSchemeHttp", ContainingType.Name: "Uri" } } ? "http" : scheme.ConstantValue.Value as string ?? "";

    static string? Foreign(string address)
    {
        foreach (var scheme in s_schemes)
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                var end = address.IndexOfAny(['/', ':', '?', '#'], scheme.Length);
                if (address.Length > scheme.Length && address[scheme.Length] == '[')
                    end = address.IndexOf(']') + 1;
                var host = end > 0 ? address.Substring(scheme.Length, end - scheme.Length) : address.Substring(scheme.Length);
                var at = address.IndexOf('@', scheme.Length);
                if (at > 0 && address.IndexOf('/', scheme.Length) is var slash && (slash < 0 || at < slash))
                    host = address.Substring(at + 1, (slash < 0 ? address.Length : slash) - at - 1);
                return host.Length > 0 && host != "{}" && !IsLocal(host) ? scheme + host : null;
            }
        return null;
    }

    // A name without a dot is a service of the same cluster; the metadata service of clouds has no other door.
    static bool IsLocal(string host) =>
        host.IndexOf('.') < 0 && !host.StartsWith("{}", StringComparison.Ordinal) || host.StartsWith("127.", StringComparison.Ordinal) || host.StartsWith("10.", StringComparison.Ordinal) || host.StartsWith("192.168.", StringComparison.Ordinal)
        || host.StartsWith("169.254.", StringComparison.Ordinal) || host is "0.0.0.0" or "[::1]" || Ends(host, ".local") || Ends(host, ".localhost") || Ends(host, ".internal") || Ends(host, ".test") || Ends(host, ".cluster") || Ends(host, ".svc");

    static bool Ends(string host, string ending) => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
