using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>Passwords, keys and tokens are written to logs, files or answers.</summary>
public sealed class SB7002SecretExposure : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB7002", Category.Privacy, DiagnosticSeverity.Warning, cwe: [532, 312, 201], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Flow(TaintKind.Secret, s_rule);
        on.Action(Action);
        on.Call(Endpoint, "MapPost", "MapPut", "MapPatch");
    }

    static void Action(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is IMethodSymbol method)
            foreach (var parameter in method.Parameters)
                if (LoggedRequest.SecretMember(parameter.Type) is { } member)
                    foreach (var block in context.OperationBlocks)
                        if (LoggedRequest.In(block, parameter) is { } log)
                            context.ReportDiagnostic(Diagnostic.Create(s_rule, log.Syntax.GetLocation(), member, "Log"));
    }

    static void Endpoint(OperationAnalysisContext context)
    {
        if (RouteMapping.From((IInvocationOperation)context.Operation) is { Handler.Parent: IAnonymousFunctionOperation lambda })
            foreach (var parameter in lambda.Symbol.Parameters)
                if (LoggedRequest.SecretMember(parameter.Type) is { } member && LoggedRequest.In(lambda, parameter) is { } log)
                    context.ReportDiagnostic(Diagnostic.Create(s_rule, log.Syntax.GetLocation(), member, "Log"));
    }
}
