using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>An action that changes data, or is for administrators, and asks nobody who calls, while the rest of the program does.</summary>
public sealed class SB4007MissingAuthorization : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4007", Category.Web, DiagnosticSeverity.Warning, cwe: [862, 306], "PW.5.1");

    static readonly int s_mapHub = TreeNames.HashOf("MapHub");
    static readonly int s_mapService = TreeNames.HashOf("MapGrpcService");
    static readonly int s_interceptors = TreeNames.HashOf("Interceptors");
    static readonly int[] s_conventions = [TreeNames.HashOf("AuthorizeFolder"), TreeNames.HashOf("AuthorizePage"), TreeNames.HashOf("AuthorizeAreaFolder"), TreeNames.HashOf("AuthorizeAreaPage")];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        var hasConventions = new Lazy<bool>(() => on.Compilation.SyntaxTrees.Any(static tree => Array.Exists(s_conventions, NameIndex.NamesOf(tree).Has)));
        on.Symbol(context => Type(context, on), SymbolKind.NamedType);
        on.Symbol(context => Page(context, on, hasConventions), SymbolKind.NamedType);
        var guardsHubs = new Lazy<bool>(() => on.Compilation.SyntaxTrees.Any(static tree => NameIndex.NamesOf(tree).Has(s_mapHub) && tree.GetRoot().DescendantNodes().Any(IsGuardedHub)));
        on.Symbol(context => Hub(context, on, guardsHubs), SymbolKind.NamedType);
        var guardsServices = new Lazy<bool>(() => on.Compilation.SyntaxTrees.Any(static tree => NameIndex.NamesOf(tree) is var names && (names.Has(s_interceptors) || names.Has(s_mapService) && tree.GetRoot().DescendantNodes().Any(IsGuardedService))));
        on.Symbol(context => Service(context, on, guardsServices), SymbolKind.NamedType);
        on.Call(context => Mapped(context, on), "MapPost", "MapPut", "MapDelete", "MapPatch", "MapGet", "MapMethods", "Map");
        on.Call(Asked, "AuthorizeAsync");
        on.Call(Asserted, "RequireAssertion");
        on.Call(Granted, "Succeed");
    }

    static void Type(SymbolAnalysisContext context, RuleRegistration on)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.BaseType is not { SpecialType: SpecialType.None } || !WebEndpoint.IsController(type) || WebEndpoint.IsTypeGuarded(type) || WebEndpoint.TypeHas(type, WebEndpoint.IsAnonymous))
            return;
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol action || !WebEndpoint.IsAction(action) || WebEndpoint.IsGuarded(action) || WebEndpoint.Has(action, "AllowAnonymousAttribute"))
                continue;
            var isPrivileged = WebEndpoint.IsPrivilegedName(type.Name) || WebEndpoint.IsPrivilegedName(action.Name) && WebEndpoint.UnsafeVerb(action) is not null;
            if (!isPrivileged && (WebEndpoint.UnsafeVerb(action) is null || WebEndpoint.IsOpenName(action.Name) || WebEndpoint.IsOpenName(type.Name)) || WebEndpoint.IsOpenName(action.Name) && !WebEndpoint.IsPrivilegedName(action.Name))
                continue;
            var declaration = action.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken);
            if (IsUnguarded(declaration, isPrivileged, on))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, action.Locations[0], action.Name));
        }
    }

    // A page for administrators whose handlers change data; folders may ask for it, too.
    static void Page(SymbolAnalysisContext context, RuleRegistration on, Lazy<bool> hasConventions)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.BaseType is not { SpecialType: SpecialType.None } || !WebEndpoint.IsPrivilegedName(type.Name))
            return;
        if (WebEndpoint.Has(type, "RouteAttribute") && type.IsOrInherits("Microsoft.AspNetCore.Components.ComponentBase"))
            Component(context, type, on);
        if (!WebEndpoint.IsPage(type) || WebEndpoint.IsTypeGuarded(type) || WebEndpoint.TypeHas(type, WebEndpoint.IsAnonymous) || hasConventions.Value)
            return;
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol handler && WebEndpoint.IsAction(handler) && (handler.Name.StartsWith("OnPost", StringComparison.Ordinal) || handler.Name.StartsWith("OnDelete", StringComparison.Ordinal) || handler.Name.StartsWith("OnPut", StringComparison.Ordinal))
                && IsUnguarded(handler.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken), true, on))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, handler.Locations[0], type.Name + "." + handler.Name));
    }

    // A routable component for administrators; its handlers are called by what it shows.
    static void Component(SymbolAnalysisContext context, INamedTypeSymbol type, RuleRegistration on)
    {
        if (WebEndpoint.IsTypeGuarded(type) || WebEndpoint.TypeHas(type, WebEndpoint.IsAnonymous))
            return;
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false, DeclaringSyntaxReferences.Length: > 0 } handler && Words.Of(handler.Name).FirstOrDefault() is var verb && (TakesAway(verb) || verb is "remove" or "grant" or "promote" or "reset")
                && IsUnguarded(handler.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken), true, on))
                context.ReportDiagnostic(Diagnostic.Create(s_rule, handler.Locations[0], type.Name + "." + handler.Name));
    }

    // A hub for administrators, or a method of one that takes something away from others.
    static void Hub(SymbolAnalysisContext context, RuleRegistration on, Lazy<bool> guardsHubs)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is not { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.None } || !type.IsOrInherits("Microsoft.AspNetCore.SignalR.Hub") || WebEndpoint.IsTypeGuarded(type) || WebEndpoint.TypeHas(type, WebEndpoint.IsAnonymous))
            return;
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol method || !WebEndpoint.IsAction(method) || WebEndpoint.IsGuarded(method) || WebEndpoint.Has(method, "AllowAnonymousAttribute"))
                continue;
            var isPrivileged = WebEndpoint.IsPrivilegedName(type.Name) || WebEndpoint.IsPrivilegedName(method.Name);
            var first = Words.Of(method.Name).FirstOrDefault();
            if (!isPrivileged && !TakesAway(first) && first is not ("kick" or "rename" or "update" or "remove"))
                continue;
            var declaration = method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken);
            // Renaming or leaving among those who are connected is what a hub is for.
            if ((isPrivileged || first is not ("rename" or "update" or "remove") || !WebEndpoint.Mentions(declaration, static name => name is "Clients" or "Groups")) && IsUnguarded(declaration, isPrivileged, on) && !guardsHubs.Value)
                context.ReportDiagnostic(Diagnostic.Create(s_rule, method.Locations[0], type.Name + "." + method.Name));
        }
    }

    // A gRPC service that takes something away; interceptors may ask for all services.
    static void Service(SymbolAnalysisContext context, RuleRegistration on, Lazy<bool> guardsServices)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, BaseType.SpecialType: SpecialType.None } || !WebEndpoint.TypeHas(type.BaseType, static attribute => attribute.Name == "BindServiceMethodAttribute") || WebEndpoint.IsTypeGuarded(type) || WebEndpoint.TypeHas(type, WebEndpoint.IsAnonymous))
            return;
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { IsOverride: true, DeclaredAccessibility: Accessibility.Public, DeclaringSyntaxReferences.Length: > 0 } method && !WebEndpoint.IsGuarded(method) && !WebEndpoint.Has(method, "AllowAnonymousAttribute")
                && (WebEndpoint.IsPrivilegedName(method.Name), Words.Of(method.Name).FirstOrDefault()) is var (isPrivileged, first) && (isPrivileged || TakesAway(first) || first is "remove")
                && IsUnguarded(method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken), isPrivileged, on) && !guardsServices.Value)
                context.ReportDiagnostic(Diagnostic.Create(s_rule, method.Locations[0], type.Name + "." + method.Name));
    }

    static bool TakesAway(string? verb) => verb is "delete" or "ban" or "purge" or "approve" or "revoke" or "disable";

    // app.MapGrpcService<Admin>().RequireAuthorization()
    static bool IsGuardedService(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequireAuthorization", Expression: var mapped } && mapped.DescendantNodes().Any(static part => part is SimpleNameSyntax { Identifier.ValueText: "MapGrpcService" });

    // app.MapHub<AdminHub>("/admin").RequireAuthorization()
    static bool IsGuardedHub(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequireAuthorization", Expression: var mapped } && mapped.DescendantNodes().Any(static part => part is SimpleNameSyntax { Identifier.ValueText: "MapHub" });

    static void Mapped(OperationAnalysisContext context, RuleRegistration on)
    {
        var call = (IInvocationOperation)context.Operation;
        if (RouteMapping.From(call) is not { } mapping || mapping.IsConfigured || mapping.Has(WebEndpoint.IsGuard) || mapping.Has(WebEndpoint.IsAnonymous))
            return;
        var isPrivileged = WebEndpoint.IsPrivilegedName(mapping.Route);
        if (!isPrivileged && (call.TargetMethod.Name is "MapGet" or "MapMethods" or "Map" || WebEndpoint.IsOpenName(mapping.Route)))
            return;
        if (IsUnguarded(mapping.Declaration, isPrivileged, on))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, mapping.Place, call.TargetMethod.Name + " " + mapping.Route));
    }

    // await authorization.AuthorizeAsync(User, document, "Owner"); and whatever the answer, it goes on.
    static void Asked(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } answer } && answer[0].Name == "AuthorizationResult"
            && (call.Parent is IAwaitOperation ? call.Parent.Parent : call.Parent) is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation })
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), "AuthorizeAsync"));
        else if (call.TargetMethod.Name == "AuthorizeAsync" && (IsSkippedByException(call) || IsOnlyNoted(call)))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), "AuthorizeAsync"));
    }

    // if (!result.Succeeded) logger.LogWarning(…); and then the work is done
    static bool IsOnlyNoted(IOperation call)
    {
        if ((call.Parent is IAwaitOperation ? call.Parent.Parent : call.Parent) is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var result } })
            return false;
        foreach (var use in Body.Of(call).Mentions(result))
        {
            IOperation? question = use.Parent is IPropertyReferenceOperation { Property.Name: "Succeeded" } succeeded ? succeeded : null;
            while (question?.Parent is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not })
                question = question.Parent;
            if (question?.Parent is not IConditionalOperation { Type: null, WhenFalse: null, WhenTrue: var noted } choice || choice.Condition != question || question is not IUnaryOperation
                || noted.DescendantsAndSelf().Any(static operation => operation is IReturnOperation or IThrowOperation or IAssignmentOperation or IBranchOperation || operation is IInvocationOperation { TargetMethod.Name: var name } && !name.StartsWith("Log", StringComparison.Ordinal)))
                return false;
        }
        return true;
    }

    // try { if (!(await AuthorizeAsync(…)).Succeeded) return Forbid(); } catch { } Delete(id): when the question fails, it is as if the answer was yes.
    static bool IsSkippedByException(IOperation call)
    {
        for (IOperation child = call, parent = call.Parent!; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); child = parent, parent = parent.Parent!)
            if (parent is ITryOperation { Catches: { Length: > 0 } catches } attempt && ReferenceEquals(attempt.Body, child))
                return attempt.Parent is IBlockOperation { Operations: var statements } && statements.IndexOf(attempt) is var place && place + 1 < statements.Length
                    && statements[place + 1] is IExpressionStatementOperation { Operation: IInvocationOperation or IAwaitOperation { Operation: IInvocationOperation } or IAssignmentOperation }
                    && child.Descendants().Any(static operation => operation is IReturnOperation or IThrowOperation)
                    && catches.Any(static clause => !clause.Handler.Descendants().Any(static operation => operation is IReturnOperation or IThrowOperation or IAssignmentOperation or IBranchOperation));
        return false;
    }

    // policy.RequireAssertion(_ => true)
    static void Asserted(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Name == "AuthorizationPolicyBuilder" && AlwaysTrue.Is(call.Arguments.At(0)) && !DevelopmentCheck.Guards(call))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), "RequireAssertion"));
    }

    // A handler of a requirement that looks at nothing before it says yes.
    static void Granted(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Name == "AuthorizationHandlerContext" && context.ContainingSymbol is IMethodSymbol { Name: "HandleRequirementAsync" or "HandleAsync", ContainingType: var handler } && !Body.Of(call).Any(s_decides) && !DevelopmentCheck.Guards(call))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), handler.Name));
    }

    static readonly Func<IOperation, bool> s_decides = static operation =>
        operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ITryOperation or IThrowOperation or IAwaitOperation or IConditionalAccessOperation or IAnonymousFunctionOperation;

    // The program has to ask somewhere else, or the name has to say that it must be asked.
    static bool IsUnguarded(SyntaxNode declaration, bool isPrivileged, RuleRegistration on) =>
        (isPrivileged || on.Web.Value.HasAnywhere(WebFacts.Authorization))
        && !on.Web.Value.Has(WebFacts.AuthorizationForAll, declaration.SyntaxTree)
        && !WebEndpoint.Mentions(declaration, WebEndpoint.IsQuestionForUser);
}
