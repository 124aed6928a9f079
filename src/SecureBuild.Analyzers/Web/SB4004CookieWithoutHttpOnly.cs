using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Web;

/// <summary>A cookie that script can read.</summary>
public sealed class SB4004CookieWithoutHttpOnly : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4004", Category.Web, DiagnosticSeverity.Warning, cwe: [1004], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var flag = new CookieFlag("HttpOnly", s_rule, on);
        on.Creation(flag.Created, NewCookie.Types);
        on.Set(flag.Written, "HttpOnly");
        on.Call(flag.Sent, "Append");
        on.Call(flag.Header, ResponseHeader.Calls);
        on.Write(flag.Header, ResponseHeader.Indexer, "SetCookie");
        on.Set((context, assigned) => Settings(context, assigned, flag), "HttpOnly", "CookieHttpOnly");
    }

    // options.Cookie.HttpOnly = false
    static void Settings(OperationAnalysisContext context, Assigned assigned, CookieFlag flag)
    {
        if (assigned is { Target: var target, Value: var value } && CookieSettings.Has(target) && Setting.Is(value, false)
            && !CookieName.IsForScript(CookieName.Constant(SameObject.Value(target, "Name"))))
            flag.Report(context, assigned.Place, CookieSettings.Describe(target));
    }
}
