using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Settings of the cookies that ASP.NET Core and OWIN make themselves: <c>CookieBuilder</c> and the old authentication options.</summary>
static class CookieSettings
{
    /// <summary>Whether the property belongs to such settings.</summary>
    public static bool Has(IPropertyReferenceOperation property) =>
        property.Property.ContainingType is var type
        && (type.Is("Microsoft.AspNetCore.Http.CookieBuilder") || type.Is("Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions") || type.Is("Microsoft.AspNetCore.Builder.CookieAuthenticationOptions"));

    /// <summary>The name for a message: <c>SessionOptions.Cookie</c>.</summary>
    public static string Describe(IPropertyReferenceOperation property) =>
        property.Instance is IPropertyReferenceOperation { Property: { Name: "Cookie" or "CorrelationCookie" or "NonceCookie" } cookie } ? cookie.ContainingType.Name + "." + cookie.Name : property.Property.ContainingType.Name;

    /// <summary>The cookies of a sign-in at another site have to come along from there, and live for minutes.</summary>
    public static bool IsForRemoteSignIn(IPropertyReferenceOperation property) => property.Instance is IPropertyReferenceOperation { Property.Name: "CorrelationCookie" or "NonceCookie" };
}
