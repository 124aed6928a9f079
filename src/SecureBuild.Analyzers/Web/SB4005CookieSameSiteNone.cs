using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Web;

/// <summary>A cookie that other sites' requests carry.</summary>
public sealed class SB4005CookieSameSiteNone : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4005", Category.Web, DiagnosticSeverity.Warning, cwe: [1275], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Set(Written, "SameSite", "CookieSameSite");
        on.Call(Header, ResponseHeader.Calls);
        on.Write(Header, ResponseHeader.Indexer, "SetCookie");
    }

    static void Written(OperationAnalysisContext context, Assigned assigned)
    {
        var target = assigned.Target;
        if (!Setting.IsMember(assigned.Value, "None"))
            return;
        if (NewCookie.IsCookie(target.Property.ContainingType) || CookieSettings.Has(target) && !CookieSettings.IsForRemoteSignIn(target))
            if (!CookieName.IsHarmless(CookieName.Constant(SameObject.Value(target, "Name"))))
                Report(context);
    }

    static void Header(OperationAnalysisContext context)
    {
        if (ResponseHeader.Value(context.Operation, "Set-Cookie") is { } value && ResponseHeader.Text(value) is { } text && text.IndexOf("samesite=none", StringComparison.OrdinalIgnoreCase) >= 0)
            Report(context);
    }

    static void Report(OperationAnalysisContext context)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation()));
    }
}
