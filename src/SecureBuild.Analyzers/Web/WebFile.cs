using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.DataFlow;

namespace SecureBuild.Analyzers.Web;

/// <summary>The decisions for a whole application that one file makes, by the names it uses. Only what stands where the file has one of them is looked at.</summary>
sealed class WebFile
{
    static readonly HashSet<int> s_names = Hashes(
        "UseCookiePolicy", "CookieSecurePolicy", "HttpOnlyPolicy", "AutoValidateAntiforgeryTokenAttribute", "AutoValidateAntiforgeryToken", "ValidateAntiForgeryTokenAttribute", "Authorize", "AuthorizeAttribute",
        "AuthorizeFilter", "RequireAuthorization", "FallbackPolicy", "SetFallbackPolicy", "AuthorizeFolder", "AuthorizePage", "AuthorizeAreaFolder", "AddJwtBearer", "AddCookie", "AddIdentity", "AddDefaultIdentity",
        "AddIdentityCookies", "FormsAuthentication", "UseCookieAuthentication", "CreateBuilder", "CreateSlimBuilder", "AddControllers", "AddControllersWithViews", "AddMvc", "AddAuthorization", "AddAuthorizationBuilder",
        "AddAuthentication", "DbSet", "IDbSet", "Startup");

    public WebFile(SyntaxTree tree)
    {
        var names = NameIndex.NamesOf(tree);
        if (!names.HasAny(s_names))
            return;
        var root = tree.GetRoot();
        Namespace = (root as CompilationUnitSyntax)?.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
        for (var i = 0; i < names.Count; i++)
        {
            if (!s_names.Contains(names.HashAt(i)))
                continue;
            switch (root.FindToken(names.PositionAt(i)).Parent)
            {
                case ClassDeclarationSyntax { Identifier.ValueText: "Startup" }:
                    Facts |= WebFacts.StartupClass;
                    break;
                case GenericNameSyntax { Identifier.ValueText: "DbSet" or "IDbSet", TypeArgumentList.Arguments: { Count: 1 } entity }:
                    Entities.Add(Last(entity[0]));
                    break;
                case SimpleNameSyntax name:
                    Facts |= Said(name);
                    break;
            }
        }
    }

    public WebFacts Facts { get; }

    public string Namespace { get; } = "";

    public HashSet<string> Entities { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Facts == WebFacts.None && Entities.Count == 0;

    static HashSet<int> Hashes(params string[] names) => new(Array.ConvertAll(names, TreeNames.HashOf));

    static WebFacts Said(SimpleNameSyntax name) => name.Identifier.ValueText switch
    {
        "UseCookiePolicy" => WebFacts.CookiePolicy,
        "CookieSecurePolicy" => Assigned(name, "Secure") is { } policy && !policy.EndsWith("None", StringComparison.Ordinal) ? WebFacts.SecureCookies : 0,
        "HttpOnlyPolicy" => Assigned(name, "HttpOnly") is { } policy && policy.EndsWith("Always", StringComparison.Ordinal) ? WebFacts.HttpOnlyCookies : 0,
        "AutoValidateAntiforgeryTokenAttribute" or "AutoValidateAntiforgeryToken" or "ValidateAntiForgeryTokenAttribute" => IsFilter(name) ? WebFacts.AntiforgeryForAll : 0,
        "Authorize" => IsAttribute(name) ? WebFacts.Authorization : 0,
        "AuthorizeAttribute" => IsAttribute(name) ? WebFacts.Authorization : IsFilter(name) ? WebFacts.Authorization | WebFacts.AuthorizationForAll : 0,
        "AuthorizeFilter" => IsFilter(name) ? WebFacts.Authorization | WebFacts.AuthorizationForAll : 0,
        "RequireAuthorization" => WebFacts.Authorization | (IsOnAllControllers(name) ? WebFacts.AuthorizationForAll : 0),
        "FallbackPolicy" => name.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } && assignment.Left == name.Parent && !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression)
            || name.Parent is AssignmentExpressionSyntax initializer && initializer.Left == name ? WebFacts.Authorization | WebFacts.AuthorizationForAll : 0,
        "SetFallbackPolicy" => WebFacts.Authorization | WebFacts.AuthorizationForAll,
        "AuthorizeFolder" or "AuthorizePage" or "AuthorizeAreaFolder" => WebFacts.Authorization,
        "AddJwtBearer" => WebFacts.Bearer,
        "AddCookie" or "AddIdentity" or "AddDefaultIdentity" or "AddIdentityCookies" or "FormsAuthentication" or "UseCookieAuthentication" => WebFacts.CookieAuthentication,
        "CreateBuilder" or "CreateSlimBuilder" => name.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "WebApplication" } } ? WebFacts.Builder : 0,
        "AddControllers" or "AddControllersWithViews" or "AddMvc" => WebFacts.Controllers,
        "AddAuthorization" or "AddAuthorizationBuilder" => WebFacts.AuthorizationServices,
        "AddAuthentication" => WebFacts.AuthenticationServices,
        _ => 0,
    };

    static bool IsAttribute(SyntaxNode name) => name.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && attribute.Name.Span.Contains(name.Span);

    // Filters.Add(new XAttribute()), Filters.Add(typeof(X)), Filters.Add<X>()
    static bool IsFilter(SyntaxNode name) => !IsAttribute(name) && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "ConfigureFilter" or "AddService" } };

    static string? Assigned(SyntaxNode name, string member) =>
        name.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment
            && (assignment.Left is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : (assignment.Left as IdentifierNameSyntax)?.Identifier.ValueText) == member
            ? assignment.Right.ToString() : null;

    // app.MapControllers().RequireAuthorization()
    static bool IsOnAllControllers(SyntaxNode name)
    {
        var receiver = (name.Parent as MemberAccessExpressionSyntax)?.Expression;
        while (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            if (access.Name.Identifier.ValueText is "MapControllers" or "MapControllerRoute" or "MapDefaultControllerRoute" or "MapAreaControllerRoute")
                return true;
            receiver = access.Expression;
        }
        return false;
    }

    static string Last(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        NullableTypeSyntax nullable => Last(nullable.ElementType),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
