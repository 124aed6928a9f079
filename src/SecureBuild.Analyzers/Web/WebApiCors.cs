using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>CORS of ASP.NET Web API and OWIN on .NET Framework: <c>[EnableCors("*", …, SupportsCredentials = true)]</c>, <c>CorsPolicy.AllowAnyOrigin</c>, <c>CorsOptions.AllowAll</c>.</summary>
static class WebApiCors
{
    /// <summary>What opens the policy to every origin, and whether with credentials; null when the operation does not.</summary>
    public static (string Name, bool WithCredentials)? AnyOriginIn(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Arguments.Length: > 0 } creation when creation.Type.Is("System.Web.Http.Cors.EnableCorsAttribute") =>
            AnyOrigin.HasStar(creation.Arguments.At(0)) ? ("EnableCors", SetsCredentials(creation)) : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "AllowAnyOrigin" } target, Value: var value } when target.Property.ContainingType.Is("System.Web.Cors.CorsPolicy") =>
            IsTrue(value) ? ("CorsPolicy", IsTrue(SameObject.Value(target, "SupportsCredentials"))) : null,
        // Katana's AllowAll allows credentials, too.
        IPropertyReferenceOperation { Property: { Name: "AllowAll", IsStatic: true } property } when property.ContainingType.Is("Microsoft.Owin.Cors.CorsOptions") => ("CorsOptions.AllowAll", true),
        _ => null,
    };

    static bool SetsCredentials(IObjectCreationOperation creation)
    {
        if (creation.Initializer is { } initializer)
            foreach (var each in initializer.Initializers)
                if (each is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "SupportsCredentials" }, Value: var value } && IsTrue(value))
                    return true;
        return false;
    }

    static bool IsTrue(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: true };
}
