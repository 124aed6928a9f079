using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Secrets;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Text from a client that becomes HTML lets the client run script in the browser of others.</summary>
public sealed class SB1006CrossSiteScripting : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB1006", Category.Injection, DiagnosticSeverity.Warning, cwe: [79, 116], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Flow(TaintKind.Xss, s_rule);
        on.Call(Encoded, "HtmlEncode", "Encode");
    }

    // "<script>greet('" + WebUtility.HtmlEncode(name) + "')</script>": what HTML would show as text is code there.
    static void Encoded(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Name is not ("WebUtility" or "HttpUtility" or "HttpServerUtility" or "HttpServerUtilityBase" or "HtmlEncoder" or "TextEncoder" or "AntiXssEncoder" or "Encoder")
            || call.TargetMethod.Name == "Encode" && call.Instance?.Type?.Name != "HtmlEncoder" || call.Arguments.Length == 0 || call.Arguments[0].Value.ConstantValue.HasValue)
            return;
        var before = WrittenText.Before(call);
        if (before.LastIndexOf("<script", StringComparison.OrdinalIgnoreCase) is >= 0 and var start && before.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase) < 0 && before.IndexOf('>', start) > 0)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), call.Arguments[0].Value.Syntax.ToString(), "<script>"));
    }
}
