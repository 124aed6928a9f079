using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Any origin together with credentials: every site that a signed-in user opens can act in the user's name.</summary>
public sealed class SB4001CorsAnyOriginWithCredentials : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB4001", Category.Web, DiagnosticSeverity.Warning, cwe: [942, 346], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Built, "AllowCredentials");
        on.Write(Assigned, "SupportsCredentials");
        on.Call(Raw, ResponseHeader.Calls);
        on.Write(Raw, RawCorsHeaders.Members);
        on.Creation(Old, "EnableCorsAttribute");
        on.Write(Old, "AllowAnyOrigin");
        on.Reference(Old, "AllowAll");
    }

    static void Built(OperationAnalysisContext context)
    {
        var credentials = (IInvocationOperation)context.Operation;
        if (!CorsPolicyUse.IsBuilders(credentials))
            return;
        if (PossibleValues.First(CorsPolicyUse.ChainStart(credentials), 0, static (made, _) => made is IObjectCreationOperation { Arguments: { Length: 1 } origins } creation && CorsPolicyUse.IsBuilder(creation.Type) && AnyOrigin.HasStar(origins[0].Value)) is { } open)
        {
            Report(context, open.Syntax.GetLocation(), "CorsPolicyBuilder");
            return;
        }
        foreach (var call in CorsPolicyUse.SameBuilder(credentials))
            if (CorsPolicyUse.Opens(call))
            {
                Report(context, CorsPolicyUse.NameOf(call), call.TargetMethod.Name);
                return;
            }
    }

    static void Assigned(OperationAnalysisContext context)
    {
        if (context.Operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value.ConstantValue: { HasValue: true, Value: true } } || !CorsPolicyUse.IsPolicys(target.Property))
            return;
        var anyOrigin = SameObject.Value(target, "IsOriginAllowed") is { } check && AnyOrigin.Accepts(check) ? check : CorsPolicyUse.StarOrigin(target);
        if (anyOrigin is not null)
            Report(context, anyOrigin.Syntax.GetLocation(), "CorsPolicy");
    }

    static void Raw(OperationAnalysisContext context)
    {
        if (RawCorsHeaders.AnyOriginWithCredentials(context.Operation))
            Report(context, context.Operation.Syntax.GetLocation(), "Access-Control-Allow-Origin");
    }

    static void Old(OperationAnalysisContext context)
    {
        if (WebApiCors.AnyOriginIn(context.Operation) is { WithCredentials: true } found)
            Report(context, context.Operation.Syntax.GetLocation(), found.Name);
    }

    static void Report(OperationAnalysisContext context, Location place, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, place, what));
    }
}
