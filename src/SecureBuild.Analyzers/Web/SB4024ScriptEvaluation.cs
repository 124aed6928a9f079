using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Web;

/// <summary>.NET code that hands text to the browser's eval.</summary>
public sealed class SB4024ScriptEvaluation : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4024", Category.Web, DiagnosticSeverity.Warning, cwe: [95, 79], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Called, "InvokeAsync", "InvokeVoidAsync", "Invoke", "InvokeVoid");
    }

    static void Called(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.ContainingNamespace?.ToDisplayString() != "Microsoft.JSInterop" || Identifier(call) is not { } at)
            return;
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Ordinal > at && !IsConstant(argument.Value))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation()));
                return;
            }
    }

    static int? Identifier(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { Name: "identifier" } parameter)
                return Setting.Is(argument.Value, "eval") || Setting.Is(argument.Value, "window.eval") || Setting.Is(argument.Value, "globalThis.eval") ? parameter.Ordinal : null;
        return null;
    }

    static bool IsConstant(IOperation value)
    {
        foreach (var each in value.DescendantsAndSelf())
            if (!each.ConstantValue.HasValue && each is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation)
                return false;
        return true;
    }
}
