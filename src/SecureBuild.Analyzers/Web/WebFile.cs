using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.DataFlow;

namespace SecureBuild.Analyzers.Web;

/// <summary>The decisions for a whole application that one file makes, by the names it uses. Only what stands where the file has one of them is looked at.</summary>
sealed class WebFile
{
    // What a name says where it stands.
    static readonly Dictionary<string, Func<SimpleNameSyntax, WebFacts>> s_facts = Table(
        (static _ => WebFacts.CookiePolicy, ["UseCookiePolicy"]),
        (static name => Assigned(name, "Secure") is { } policy && !policy.EndsWith("None", StringComparison.Ordinal) ? WebFacts.SecureCookies : 0, ["CookieSecurePolicy"]),
        (static name => Assigned(name, "HttpOnly") is { } policy && policy.EndsWith("Always", StringComparison.Ordinal) ? WebFacts.HttpOnlyCookies : 0, ["HttpOnlyPolicy"]),
        (static name => IsFilter(name) ? WebFacts.AntiforgeryForAll : 0, ["AutoValidateAntiforgeryTokenAttribute", "AutoValidateAntiforgeryToken", "ValidateAntiForgeryTokenAttribute"]),
        (static name => IsAttribute(name) ? WebFacts.Authorization : 0, ["Authorize"]),
        (static name => IsAttribute(name) ? WebFacts.Authorization : IsFilter(name) ? WebFacts.Authorization | WebFacts.AuthorizationForAll : 0, ["AuthorizeAttribute"]),
        (static name => IsFilter(name) ? WebFacts.Authorization | WebFacts.AuthorizationForAll : 0, ["AuthorizeFilter"]),
        (static name => WebFacts.Authorization | (IsOnAllControllers(name) ? WebFacts.AuthorizationForAll : 0), ["RequireAuthorization"]),
        (static name => name.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } && assignment.Left == name.Parent && !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression)
            || name.Parent is AssignmentExpressionSyntax initializer && initializer.Left == name ? WebFacts.Authorization | WebFacts.AuthorizationForAll : 0, ["FallbackPolicy"]),
        (static _ => WebFacts.Authorization | WebFacts.AuthorizationForAll, ["SetFallbackPolicy"]),
        (static _ => WebFacts.Authorization, ["AuthorizeFolder", "AuthorizePage", "AuthorizeAreaFolder"]),
        (static _ => WebFacts.Bearer, ["AddJwtBearer"]),
        (static _ => WebFacts.CookieAuthentication, ["AddCookie", "AddIdentity", "AddDefaultIdentity", "AddIdentityCookies", "FormsAuthentication", "UseCookieAuthentication"]),
        (static name => name.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "WebApplication" } } ? WebFacts.Builder : 0, ["CreateBuilder", "CreateSlimBuilder"]),
        (static _ => WebFacts.Controllers, ["AddControllers", "AddControllersWithViews", "AddMvc"]),
        (static _ => WebFacts.AuthorizationServices, ["AddAuthorization", "AddAuthorizationBuilder"]),
        (static _ => WebFacts.AuthenticationServices, ["AddAuthentication"]));

    static readonly HashSet<int> s_names = new(s_facts.Keys.Concat(["DbSet", "IDbSet", "Startup"]).Select(TreeNames.HashOf));

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
                case SimpleNameSyntax name when s_facts.TryGetValue(name.Identifier.ValueText, out var says):
                    Facts |= says(name);
                    break;
            }
        }
    }

    public WebFacts Facts { get; }

    public string Namespace { get; } = "";

    public HashSet<string> Entities { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Facts == WebFacts.None && Entities.Count == 0;

    static Dictionary<string, Func<SimpleNameSyntax, WebFacts>> Table(params (Func<SimpleNameSyntax, WebFacts> Says, string[] Names)[] all)
    {
        var table = new Dictionary<string, Func<SimpleNameSyntax, WebFacts>>(StringComparer.Ordinal);
        foreach (var (says, names) in all)
            foreach (var name in names)
                table.Add(name, says);
        return table;
    }

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
