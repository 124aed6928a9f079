using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Web;

/// <summary>Any origin without credentials: every web site's script can read what this application answers to anonymous requests from the visitor's place in the network.</summary>
public sealed class SB4002CorsAnyOrigin : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB4002", Category.Web, DiagnosticSeverity.Warning, cwe: [942], "PW.5.1", "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(Built, "AllowAnyOrigin", "SetIsOriginAllowed", "WithOrigins");
        on.Creation(Created, "CorsPolicyBuilder");
        on.Write(Callback, "IsOriginAllowed");
        on.Call(Added, "Add", "Insert");
        on.Call(Raw, ResponseHeader.Calls);
        on.Write(Raw, RawCorsHeaders.Members);
        on.Creation(Old, "EnableCorsAttribute");
        on.Write(Old, "AllowAnyOrigin");
    }

    static void Built(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!CorsPolicyUse.IsBuilders(call) || !CorsPolicyUse.Opens(call))
            return;
        foreach (var other in CorsPolicyUse.SameBuilder(call))
            if (other.TargetMethod.Name == "AllowCredentials" || IsReadOnly(other) || Replaces(other, call))
                return;
        Report(context, CorsPolicyUse.NameOf(call), call.TargetMethod.Name);
    }

    static void Created(OperationAnalysisContext context)
    {
        if (context.Operation is not IObjectCreationOperation { Arguments: { Length: 1 } origins } creation || !CorsPolicyUse.IsBuilder(creation.Type) || !AnyOrigin.HasStar(origins[0].Value))
            return;
        for (var parent = creation.Parent; parent is IInvocationOperation call && CorsPolicyUse.IsBuilders(call); parent = parent.Parent)
            if (call.TargetMethod.Name == "AllowCredentials" || IsReadOnly(call))
                return;
        Report(context, creation.Syntax.GetLocation(), "CorsPolicyBuilder");
    }

    static void Callback(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var check } && CorsPolicyUse.IsPolicys(target.Property) && AnyOrigin.Accepts(check) && !HasCredentials(target))
            Report(context, check.Syntax.GetLocation(), "CorsPolicy");
    }

    static void Added(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (CorsPolicyUse.AddsStar(call) is { } origins && !HasCredentials(origins))
            Report(context, call.Syntax.GetLocation(), "CorsPolicy");
    }

    static void Raw(OperationAnalysisContext context)
    {
        if (RawCorsHeaders.StarWithoutCredentials(context.Operation))
            Report(context, context.Operation.Syntax.GetLocation(), "Access-Control-Allow-Origin: *");
    }

    static void Old(OperationAnalysisContext context)
    {
        if (WebApiCors.AnyOriginIn(context.Operation) is { WithCredentials: false } found)
            Report(context, context.Operation.Syntax.GetLocation(), found.Name);
    }

    static bool HasCredentials(IPropertyReferenceOperation member) => SameObject.Value(member, "SupportsCredentials") is { ConstantValue: { HasValue: true, Value: true } };

    // Reading only, without credentials, is what a public API wants.
    static bool IsReadOnly(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "WithMethods")
            return false;
        var methods = 0;
        foreach (var each in call.Arguments.Length == 1 ? call.Arguments[0].Descendants() : [])
            if (each is ILiteralOperation { ConstantValue.Value: string } or IMemberReferenceOperation { Type.SpecialType: SpecialType.System_String })
                if ((each.ConstantValue is { HasValue: true, Value: string text } ? text : ((IMemberReferenceOperation)each).Member.Name).ToUpperInvariant() is "GET" or "HEAD" or "OPTIONS")
                    methods++;
                else
                    return false;
        return methods > 0;
    }

    // builder.SetIsOriginAllowed(_ => true) is undone by a later SetIsOriginAllowed(o => …).
    static bool Replaces(IInvocationOperation later, IInvocationOperation call) =>
        later.TargetMethod.Name == "SetIsOriginAllowed" && call.TargetMethod.Name == "SetIsOriginAllowed" && later.Syntax.Span.End > call.Syntax.Span.End && !CorsPolicyUse.Opens(later);

    static void Report(OperationAnalysisContext context, Location place, string what)
    {
        if (!DevelopmentCheck.Guards(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, place, what));
    }
}
