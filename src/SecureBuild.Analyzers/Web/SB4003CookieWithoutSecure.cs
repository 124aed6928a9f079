using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>A cookie that the browser also sends over HTTP.</summary>
public sealed class SB4003CookieWithoutSecure : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4003", Category.Web, DiagnosticSeverity.Warning, cwe: [614], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var flag = new CookieFlag("Secure", s_rule, on);
        on.Creation(flag.Created, NewCookie.Types);
        on.Set(flag.Written, "Secure");
        on.Call(flag.Sent, "Append");
        on.Call(flag.Header, ResponseHeader.Calls);
        on.Write(flag.Header, ResponseHeader.Indexer, "SetCookie");
        on.Set((context, assigned) => Policy(context, assigned, flag), "SecurePolicy", "CookieSecure", "Secure");
        on.Call(context => Session(context, flag), "AddSession", "Configure");
    }

    // options.Cookie.SecurePolicy = CookieSecurePolicy.None
    static void Policy(OperationAnalysisContext context, Assigned assigned, CookieFlag flag)
    {
        if (assigned is { Target: var target, Value: var value }
            && (CookieSettings.Has(target) ? Setting.IsMember(value, "None") || Setting.IsMember(value, "Never") || Setting.IsMember(value, "SameAsRequest")
                : target.Property.ContainingType.Is("Microsoft.AspNetCore.Builder.CookiePolicyOptions") && Setting.IsMember(value, "None")))
            flag.Report(context, assigned.Place, CookieSettings.Describe(target));
    }

    // A session's cookie is the one whose SecurePolicy is None unless it is set.
    static void Session(OperationAnalysisContext context, CookieFlag flag)
    {
        var call = (IInvocationOperation)context.Operation;
        var configured = false;
        foreach (var argument in call.Arguments)
            foreach (var each in argument.Descendants())
                if (each is IPropertyReferenceOperation { Property: { Name: "Cookie", ContainingType.Name: "SessionOptions" } } cookie)
                    if (cookie.Parent is IPropertyReferenceOperation { Property.Name: "SecurePolicy" or "Expiration" } or ISimpleAssignmentOperation)
                        return;
                    else
                        configured = true;
        if (configured)
            flag.Report(context, call, "SessionOptions.Cookie");
    }
}
