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
        if (call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !IsBearerOnly(call.Syntax.SyntaxTree, on) && !WebEndpoint.Mentions(call.Syntax, ChecksItself))
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
        || attribute.DeclaringSyntaxReferences is { Length: 1 } own && WebEndpoint.Mentions(own[0].GetSyntax(), ChecksItself)
        // [TypeFilter<TokenFilter>]
        || attribute.TypeArguments is [INamedTypeSymbol filter] && Checks(filter);

    static bool ChecksItself(string name) => name is "ValidateRequestAsync" or "IsRequestValidAsync" or "AntiForgery";

    // A form of another site cannot send JSON as such; a script would have to ask first (CORS).
    static bool TakesJson(IMethodSymbol action)
    {
        foreach (var parameter in action.Parameters)
            if (WebEndpoint.Has(parameter, "FromBodyAttribute"))
                return true;
        return false;
    }

    // [HttpGet] Delete(int id) that saves, or hands on to a service and sends the browser elsewhere: no token travels with a GET.
    static bool ChangesByGet(IMethodSymbol action, SyntaxNode declaration) =>
        Words.Of(action.Name) is { Count: > 0 } words && s_verbs.Contains(words[0])
        && (WebEndpoint.Mentions(declaration, static name => name is "SaveChanges" or "SaveChangesAsync" or "ExecuteDelete" or "ExecuteDeleteAsync" or "ExecuteUpdate" or "ExecuteUpdateAsync")
            || words[0] is "delete" or "remove" or "cancel" or "approve" or "revoke" or "disable" or "transfer" or "pay" or "purge" or "promote" or "demote" or "ban" or "block" or "close" or "archive" or "deactivate" or "reject" or "withdraw" or "publish" or "unpublish"
                && WebEndpoint.Mentions(declaration, static name => name.StartsWith("Redirect", StringComparison.Ordinal)) && !WebEndpoint.Mentions(declaration, static name => name is "View" or "PartialView" or "Page" or "SignOutAsync" or "Cookies")
                && TextAnswers.To(s_calls, declaration, words[0]));

    static readonly HashSet<string> s_verbs = new(StringComparer.Ordinal)
    {
        "delete", "remove", "update", "create", "transfer", "add", "set", "change", "approve", "pay", "withdraw", "edit", "save", "cancel", "activate", "deactivate", "disable", "enable", "revoke", "grant", "ban", "block", "unblock",
        "reject", "accept", "buy", "purchase", "vote", "promote", "demote", "archive", "restore", "close", "send", "move", "rename", "toggle", "assign", "unassign", "deposit", "submit", "publish", "unpublish", "clear", "purge", "insert",
    };

    // What a service may call it to end something.
    static readonly HashSet<string> s_ends = new(StringComparer.Ordinal) { "delete", "remove", "cancel", "close", "revoke", "disable", "deactivate", "archive", "purge", "erase", "terminate", "clear", "wipe", "drop" };

    // orders.Cancel(id), DeleteAsync(id)
    static readonly Func<SyntaxNode, string, bool> s_calls = static (declaration, verb) => declaration.DescendantNodes().Any(node => node is InvocationExpressionSyntax
    {
        ArgumentList.Arguments.Count: > 0,
        Expression: var called,
    } && (called as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText is var member && (member ?? (called as IdentifierNameSyntax)?.Identifier.ValueText) is { } name && (name.StartsWith(verb, StringComparison.OrdinalIgnoreCase) || Words.Of(name) is { Count: > 0 } words && s_ends.Contains(words[0])));


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
