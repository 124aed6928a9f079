using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Web;

/// <summary>Security headers whose value takes their protection away.</summary>
public sealed class SB4013WeakSecurityHeader : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4013", Category.Web, DiagnosticSeverity.Warning, cwe: [1021, 693], "PW.9.1");

    static readonly string[] s_headers = ["X-Frame-Options", "Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Set, ResponseHeader.Calls);
        on.Write(Set, ResponseHeader.Indexer, "ContentSecurityPolicy", "XFrameOptions", "StrictTransportSecurity", "XContentTypeOptions");
        on.Call(Removed, "Remove");
        on.Write(Suppressed, "SuppressXFrameOptionsHeader");
        on.Write(MaxAge, "MaxAge");
    }

    static void Set(OperationAnalysisContext context)
    {
        foreach (var header in s_headers)
            if (ResponseHeader.Value(context.Operation, header) is { } value)
            {
                if (ResponseHeader.Text(value) is { } text && IsWeak(header, text))
                    Report(context, header + ": " + text.Trim());
                return;
            }
    }

    // headers.Remove("X-Frame-Options"), unless another value is set in its place
    static void Removed(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Arguments.Length is not (1 or 2) || call.Arguments[call.Arguments.Length - 1].Value.ConstantValue is not { HasValue: true, Value: string name } || !Array.Exists(s_headers, header => Is(header, name)) || call.Instance?.Type?.Name is not ("IHeaderDictionary" or "HeaderDictionary" or "NameValueCollection" or "ResponseHeaders"))
            return;
        foreach (var operation in Operations.Body.Of(call).Where(static operation => operation is ISimpleAssignmentOperation or IInvocationOperation))
            if (ResponseHeader.Value(operation, name) is not null)
                return;
        Report(context, "Remove: " + name);
    }

    static void Suppressed(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } && Setting.Is(value, true)
            && (property.ContainingType.Name is "AntiforgeryOptions" or "AntiForgeryConfig") && !SetsAnother(context.Operation.Syntax.SyntaxTree))
            Report(context, property.Name);
    }

    // HSTS that is forgotten within a day protects nobody's second visit.
    static void MaxAge(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { ContainingType.Name: "HstsOptions" } }, Value: var value } && Setting.Hours(value) < 24)
            Report(context, "HstsOptions.MaxAge");
    }

    static bool IsWeak(string header, string text) => header switch
    {
        "X-Frame-Options" => !Is(text, "DENY") && !Is(text, "SAMEORIGIN"),
        "X-Content-Type-Options" => !Is(text, "nosniff"),
        "Strict-Transport-Security" => text.IndexOf("max-age=0", StringComparison.OrdinalIgnoreCase) >= 0,
        _ => ContentSecurityPolicy.IsWeak(text),
    };

    static bool Is(string text, string value) => text.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    static bool SetsAnother(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        return text.IndexOf("frame-ancestors", StringComparison.Ordinal) >= 0 || text.IndexOf("X-Frame-Options", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    static void Report(OperationAnalysisContext context, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), what));
    }
}
