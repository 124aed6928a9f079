using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>X-Forwarded-For and its like are believed whoever sends them.</summary>
public sealed class SB4018ForwardedHeadersFromAnybody : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4018", Category.Web, DiagnosticSeverity.Warning, cwe: [348, 290], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Cleared, "Clear");
        on.Write(Limit, "ForwardLimit");
    }

    static void Cleared(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is not IPropertyReferenceOperation list || !IsKnownList(list))
            return;
        foreach (var operation in Body.Of(call).Where(s_isOnKnownList))
            if (operation is IInvocationOperation { Instance: IPropertyReferenceOperation other } next
                // One finding for both lists; none where the right addresses are filled in.
                && (next.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal) || next.TargetMethod.Name == "Clear" && next.Syntax.SpanStart < call.Syntax.SpanStart && SameObject.Owner(other.Instance) is { } owner && SymbolEqualityComparer.Default.Equals(owner, SameObject.Owner(list.Instance))))
                return;
        Report(context, list.Property.Name);
    }

    static void Limit(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } target, Value: var value } && IsOptions(property) && Setting.IsNull(value))
        {
            if (!Body.Of(target).Any(s_isOnKnownList))
                Report(context, "ForwardLimit");
        }
    }

    static readonly Func<IOperation, bool> s_isOnKnownList = static operation => operation is IInvocationOperation { Instance: IPropertyReferenceOperation list } && IsKnownList(list);

    static bool IsKnownList(IPropertyReferenceOperation list) => list.Property.Name is "KnownProxies" or "KnownNetworks" or "KnownIPNetworks" && IsOptions(list.Property);

    static bool IsOptions(ISymbol member) => member.ContainingType.Is("Microsoft.AspNetCore.Builder.ForwardedHeadersOptions");

    static void Report(OperationAnalysisContext context, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), what));
    }
}
