using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Controllers, pages and their actions, by their base classes and attributes.</summary>
static class WebEndpoint
{
    static readonly HashSet<string> s_open = new(StringComparer.Ordinal)
    {
        "login", "logon", "signin", "sign", "register", "registration", "signup", "forgot", "reset", "recover", "confirm", "verify", "contact", "subscribe", "unsubscribe", "newsletter", "feedback", "search", "query",
        "webhook", "hook", "callback", "notify", "ipn", "token", "tokens", "refresh", "health", "ping", "track", "telemetry", "cart", "basket", "calculate", "preview", "validate", "check", "echo", "culture",
        "language", "consent", "cookie", "logout", "logoff", "signout", "public", "guest", "quote", "lookup", "filter", "csp", "external", "challenge", "auth", "authenticate", "authentication", "error", "convert",
        "translate", "theme", "exchange", "introspect", "revoke", "otp", "oauth", "connect", "answer", "survey", "vote",
    };

    static readonly HashSet<string> s_privileged = new(StringComparer.Ordinal)
    {
        "admin", "administration", "administrator", "administrators", "role", "roles", "permission", "permissions", "privilege", "privileges", "grant", "promote", "impersonate", "payroll", "salary", "salaries", "superuser", "backup", "shutdown",
    };

    public static bool IsMvcController(ITypeSymbol type) => Inherits(type, static each => each is { Name: "Controller" } && (each.Is("Microsoft.AspNetCore.Mvc.Controller") || each.Is("System.Web.Mvc.Controller")));

    public static bool IsController(ITypeSymbol type) =>
        Inherits(type, static each => each is { Name: "ControllerBase" or "Controller" or "ApiController" } && (each.Is("Microsoft.AspNetCore.Mvc.ControllerBase") || each.Is("System.Web.Mvc.ControllerBase") || each.Is("System.Web.Mvc.Controller") || each.Is("System.Web.Http.ApiController")));

    public static bool IsWebApi2(ITypeSymbol type) => Inherits(type, static each => each.Name == "ApiController" && each.Is("System.Web.Http.ApiController"));

    public static bool IsPage(ITypeSymbol type) => Inherits(type, static each => each.Name == "PageModel" && each.Is("Microsoft.AspNetCore.Mvc.RazorPages.PageModel"));

    /// <summary>A method that requests reach.</summary>
    public static bool IsAction(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false, DeclaringSyntaxReferences.Length: > 0, ContainingType: not null } && !Has(method, "NonActionAttribute");

    /// <summary>Whether the symbol carries an attribute of this name, or one derived from it.</summary>
    public static bool Has(ISymbol symbol, string attribute) => Any(symbol, attribute, static (type, name) => Inherits(type, each => each.Name == name, includeSelf: true));

    /// <summary>Whether the type or one of its base classes carries an attribute that <paramref name="which"/> accepts.</summary>
    public static bool TypeHas(ITypeSymbol type, Func<INamedTypeSymbol, bool> which)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            if (Any(current, which, static (attribute, which) => which(attribute)))
                return true;
        return false;
    }

    public static bool Any<TState>(ISymbol symbol, TState state, Func<INamedTypeSymbol, TState, bool> which)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass is { } type && which(type, state))
                return true;
        return false;
    }

    /// <summary>An attribute that asks who calls: <c>[Authorize]</c>, one derived from it, a filter of one's own that is named so.</summary>
    public static bool IsGuard(INamedTypeSymbol attribute)
    {
        for (var current = attribute; current is not null && current.Name != "Attribute"; current = current.BaseType)
            if (current.Name is not "AllowAnonymousAttribute" && Words.Of(current.Name) is var words
                && words.Exists(word => word is "authorize" or "authorization" or "authorized" or "auth" or "authenticate" or "authenticated" or "authentication" or "permission" or "permissions" or "scope" or "role" or "roles" or "claim" or "policy" or "apikey" or "access" or "signature" or "secured" or "oauth"
                    || word is "key" && current.Name.IndexOf("ApiKey", StringComparison.Ordinal) >= 0))
                return true;
        foreach (var implemented in attribute.AllInterfaces)
            if (implemented.Name is "IAuthorizationFilter" or "IAsyncAuthorizationFilter")
                return true;
        return false;
    }

    /// <summary>The symbol carries an attribute that asks who calls, also <c>[ServiceFilter(typeof(ApiKeyFilter))]</c>.</summary>
    public static bool IsGuarded(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
            if (attribute.AttributeClass is { } type
                && (IsGuard(type) || type.Name is "ServiceFilterAttribute" or "TypeFilterAttribute" && (type.TypeArguments.Length == 1 ? type.TypeArguments[0] : attribute.ConstructorArguments is { Length: > 0 } of ? of[0].Value : null) is INamedTypeSymbol filter && IsGuard(filter)))
                return true;
        return false;
    }

    /// <summary>Whether the type or one of its base classes carries such an attribute.</summary>
    public static bool IsTypeGuarded(ITypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            if (IsGuarded(current))
                return true;
        return false;
    }

    public static bool IsAnonymous(INamedTypeSymbol attribute) => attribute.Name is "AllowAnonymousAttribute";

    /// <summary>The verb that changes data: POST, PUT, PATCH, DELETE; null when the action does not answer to one by attribute (in Web API 2 also by its name).</summary>
    public static string? UnsafeVerb(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
            switch (attribute.AttributeClass?.Name)
            {
                case "HttpPostAttribute": return "POST";
                case "HttpPutAttribute": return "PUT";
                case "HttpPatchAttribute": return "PATCH";
                case "HttpDeleteAttribute": return "DELETE";
                case "AcceptVerbsAttribute" when Verbs(attribute) is { } verb: return verb;
                case "HttpGetAttribute" or "HttpHeadAttribute": return null;
            }
        if (IsWebApi2(method.ContainingType))
            foreach (var verb in s_verbs)
                if (method.Name.StartsWith(verb, StringComparison.OrdinalIgnoreCase))
                    return verb;
        return null;
    }

    /// <summary>The name is one of something that everybody may use: signing in, contact forms, callbacks.</summary>
    public static bool IsOpenName(string name) => HasWord(name, s_open);

    /// <summary>The name is one of something that only few may use.</summary>
    public static bool IsPrivilegedName(string name) => HasWord(name, s_privileged);

    /// <summary>Whether the declaration mentions one of the names. The test is a static one: its answers are kept.</summary>
    public static bool Mentions(SyntaxNode declaration, Func<string, bool> which) => TextAnswers.To(s_mentions, declaration, which);

    static readonly Func<SyntaxNode, Func<string, bool>, bool> s_mentions = static (declaration, which) =>
    {
        foreach (var node in declaration.DescendantNodes())
            if (node is SimpleNameSyntax name && which(name.Identifier.ValueText))
                return true;
        return false;
    };

    /// <summary>The code asks who calls.</summary>
    public static bool IsQuestionForUser(string name) =>
        name is "IsInRole" or "IsAuthenticated" or "AuthorizeAsync" or "Authorize" or "Forbid" or "Unauthorized" or "HasClaim" or "HasPermission" or "Challenge" or "FindFirst" or "FindFirstValue" or "GetUserId" or "GetUserAsync" or "UnauthorizedAccessException"
            or "UnauthorizedResult" or "ForbidResult" or "Status401Unauthorized" or "Status403Forbidden" or "FixedTimeEquals"
        || name.StartsWith("IsAuthorized", StringComparison.Ordinal) || name.StartsWith("Demand", StringComparison.Ordinal) || name.StartsWith("EnsureAuthorized", StringComparison.Ordinal) || name.StartsWith("EnsurePermission", StringComparison.Ordinal)
        || name.StartsWith("CheckPermission", StringComparison.Ordinal) || name.StartsWith("CheckAccess", StringComparison.Ordinal) || name.StartsWith("RequireRole", StringComparison.Ordinal) || name.StartsWith("RequireAdmin", StringComparison.Ordinal);

    static readonly string[] s_verbs = ["POST", "PUT", "PATCH", "DELETE"];

    static string? Verbs(AttributeData attribute)
    {
        foreach (var argument in attribute.ConstructorArguments)
            foreach (var value in argument.Kind == TypedConstantKind.Array ? argument.Values : ImmutableArray.Create(argument))
                if (value.Value is string text && Array.Exists(s_verbs, verb => verb.Equals(text, StringComparison.OrdinalIgnoreCase)))
                    return text;
                // HttpVerbs of System.Web.Mvc: Post = 2, Put = 4, Delete = 8, Patch = 32.
                else if (value.Value is int flags && (flags & 0x2E) != 0)
                    return "POST";
        return null;
    }

    static bool HasWord(string name, HashSet<string> words)
    {
        foreach (var word in Words.Of(name))
            if (words.Contains(word) || word.EndsWith("s", StringComparison.Ordinal) && words.Contains(word.Substring(0, word.Length - 1)))
                return true;
        return false;
    }

    static bool Inherits(ITypeSymbol type, Func<ITypeSymbol, bool> which, bool includeSelf = false)
    {
        for (var current = includeSelf ? type : type.BaseType; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
            if (which(current))
                return true;
        return false;
    }
}
