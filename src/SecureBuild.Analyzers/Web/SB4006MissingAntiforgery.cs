using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>A request that another site can have a signed-in user send: nothing asks for the antiforgery token.</summary>
public sealed class SB4006MissingAntiforgery : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4006", Category.Web, DiagnosticSeverity.Warning, cwe: [352], "PW.5.1");

    static readonly List<string> s_handlers = ["OnPost", "OnPut", "OnDelete", "OnPatch"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Symbol(context => Type(context, on), SymbolKind.NamedType);
        on.Call(context => Disabled(context, on), "DisableAntiforgery");
        on.Creation(Filter, "IgnoreAntiforgeryTokenAttribute");
    }

    static void Type(SymbolAnalysisContext context, RuleRegistration on)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.BaseType is not { SpecialType: SpecialType.None })
            return;
        if (WebEndpoint.IsPage(type))
            Page(context, type);
        else if (WebEndpoint.IsMvcController(type) && !WebEndpoint.TypeHas(type, static attribute => attribute.Name is "ApiControllerAttribute"))
            Controller(context, type, on);
    }

    // Razor Pages ask for the token unless they are told not to.
    static void Page(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (!WebEndpoint.Has(type, "IgnoreAntiforgeryTokenAttribute"))
            return;
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public } handler && s_handlers.Exists(verb => handler.Name.StartsWith(verb, StringComparison.Ordinal)))
            {
                context.ReportDiagnostic(Diagnostic.Create(s_rule, type.Locations[0], type.Name));
                return;
            }
    }

    static void Controller(SymbolAnalysisContext context, INamedTypeSymbol type, RuleRegistration on)
    {
        bool? isChecked = null;
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol action || !WebEndpoint.IsAction(action) || WebEndpoint.Any(action, 0, static (attribute, _) => Checks(attribute)))
                continue;
            var declaration = action.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken);
            if (WebEndpoint.UnsafeVerb(action) is null ? !ChangesByGet(action, declaration) : TakesJson(action) || WebEndpoint.Mentions(declaration, ChecksItself) || IsHook(action.Name))
                continue;
            var ignores = WebEndpoint.Has(action, "IgnoreAntiforgeryTokenAttribute") || WebEndpoint.Has(type, "IgnoreAntiforgeryTokenAttribute");
            if (!ignores && (isChecked ??= WebEndpoint.TypeHas(type, Checks) || on.Web.Value.Has(WebFacts.AntiforgeryForAll, declaration.SyntaxTree)) && WebEndpoint.UnsafeVerb(action) is not null)
                continue;
            if (IsBearer(action, declaration.SyntaxTree, on))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(s_rule, action.Locations[0], action.Name));
        }
    }

    static void Disabled(OperationAnalysisContext context, RuleRegistration on)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !IsBearerOnly(call.Syntax.SyntaxTree, on))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), "DisableAntiforgery"));
    }

    // options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()): for all pages at once.
    static void Filter(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax is BaseObjectCreationExpressionSyntax && ((IObjectCreationOperation)context.Operation).Type.Is("Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute"))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), "IgnoreAntiforgeryToken"));
    }

    static bool Checks(INamedTypeSymbol attribute) =>
        attribute.Name.IndexOf("AntiForgery", StringComparison.OrdinalIgnoreCase) >= 0 && !attribute.Name.StartsWith("Ignore", StringComparison.Ordinal)
        || attribute.Name.IndexOf("Csrf", StringComparison.OrdinalIgnoreCase) >= 0 || attribute.Name.IndexOf("Xsrf", StringComparison.OrdinalIgnoreCase) >= 0
        || attribute.DeclaringSyntaxReferences is { Length: 1 } own && WebEndpoint.Mentions(own[0].GetSyntax(), ChecksItself);

    static bool ChecksItself(string name) => name is "ValidateRequestAsync" or "IsRequestValidAsync" or "AntiForgery";

    // A form of another site cannot send JSON as such; a script would have to ask first (CORS).
    static bool TakesJson(IMethodSymbol action)
    {
        foreach (var parameter in action.Parameters)
            if (WebEndpoint.Has(parameter, "FromBodyAttribute"))
                return true;
        return false;
    }

    // [HttpGet] Delete(int id) that saves: no token travels with a GET.
    static bool ChangesByGet(IMethodSymbol action, SyntaxNode declaration) =>
        Words.Of(action.Name) is { Count: > 0 } words && words[0] is "delete" or "remove" or "update" or "create" or "transfer" or "add" or "set" or "change" or "approve" or "pay" or "withdraw" or "edit" or "save"
            or "cancel" or "activate" or "deactivate" or "disable" or "enable" or "revoke" or "grant" or "ban" or "block" or "unblock" or "reject" or "accept" or "buy" or "purchase" or "vote" or "promote" or "demote" or "archive" or "restore" or "close"
            or "send" or "move" or "rename" or "toggle" or "assign" or "unassign" or "deposit" or "submit" or "publish" or "unpublish" or "clear" or "purge" or "insert"
        && WebEndpoint.Mentions(declaration, static name => name is "SaveChanges" or "SaveChangesAsync" or "ExecuteDelete" or "ExecuteDeleteAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync");

    static bool IsHook(string name) => name.IndexOf("hook", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("callback", StringComparison.OrdinalIgnoreCase) >= 0;

    // A token in a header is not sent along by the browser on its own.
    static bool IsBearer(IMethodSymbol action, SyntaxTree tree, RuleRegistration on)
    {
        if (IsBearerOnly(tree, on))
            return true;
        foreach (var symbol in new ISymbol[] { action, action.ContainingType })
            foreach (var attribute in symbol.GetAttributes())
                foreach (var argument in attribute.NamedArguments)
                    if (argument is { Key: "AuthenticationSchemes", Value.Value: string schemes } && schemes.IndexOf("Bearer", StringComparison.OrdinalIgnoreCase) >= 0 && schemes.IndexOf("Cookie", StringComparison.OrdinalIgnoreCase) < 0)
                        return true;
        return false;
    }

    static bool IsBearerOnly(SyntaxTree tree, RuleRegistration on) => on.Web.Value.Has(WebFacts.Bearer, tree) && !on.Web.Value.HasAnywhere(WebFacts.CookieAuthentication);
}
