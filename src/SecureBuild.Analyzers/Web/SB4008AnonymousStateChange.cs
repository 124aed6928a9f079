using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Web;

/// <summary>An action that changes data and lets everybody in by [AllowAnonymous].</summary>
public sealed class SB4008AnonymousStateChange : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4008", Category.Web, DiagnosticSeverity.Warning, cwe: [306, 862], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Symbol(Type, SymbolKind.NamedType);
        on.Call(Mapped, "MapPost", "MapPut", "MapDelete", "MapPatch", "MapGet", "MapMethods", "Map");
    }

    static void Type(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.BaseType is not { SpecialType: SpecialType.None } || !WebEndpoint.IsController(type))
            return;
        var isOpen = WebEndpoint.TypeHas(type, WebEndpoint.IsAnonymous);
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol action && WebEndpoint.IsAction(action) && (isOpen || WebEndpoint.Any(action, 0, static (attribute, _) => WebEndpoint.IsAnonymous(attribute)))
                && (WebEndpoint.IsPrivilegedName(type.Name) || WebEndpoint.UnsafeVerb(action) is not null && !WebEndpoint.IsOpenName(type.Name)) && !WebEndpoint.IsOpenName(action.Name)
                && !WebEndpoint.Mentions(action.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken), WebEndpoint.IsQuestionForUser))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, action.Locations[0], action.Name));
    }

    static void Mapped(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (RouteMapping.From(call) is { } mapping && (mapping.IsAnonymous || mapping.Has(WebEndpoint.IsAnonymous)) && !WebEndpoint.IsOpenName(mapping.Route)
            && (call.TargetMethod.Name is not ("MapGet" or "MapMethods" or "Map") || WebEndpoint.IsPrivilegedName(mapping.Route)) && !WebEndpoint.Mentions(mapping.Declaration, WebEndpoint.IsQuestionForUser))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, mapping.Place, call.TargetMethod.Name + " " + mapping.Route));
    }
}
