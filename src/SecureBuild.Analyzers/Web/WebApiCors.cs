using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Web;

/// <summary>CORS of ASP.NET Web API and OWIN on .NET Framework: <c>[EnableCors("*", …, SupportsCredentials = true)]</c>, <c>CorsPolicy.AllowAnyOrigin</c>, <c>CorsOptions.AllowAll</c>.</summary>
sealed class WebApiCors
{
    readonly INamedTypeSymbol? _attribute;
    readonly INamedTypeSymbol? _policy;
    readonly INamedTypeSymbol? _options;

    WebApiCors(Compilation compilation)
    {
        _attribute = compilation.GetTypeByMetadataName("System.Web.Http.Cors.EnableCorsAttribute");
        _policy = compilation.GetTypeByMetadataName("System.Web.Cors.CorsPolicy");
        _options = compilation.GetTypeByMetadataName("Microsoft.Owin.Cors.CorsOptions");
    }

    /// <summary>Null when the compilation knows none of the types.</summary>
    public static WebApiCors? In(Compilation compilation) =>
        new WebApiCors(compilation) is { IsEmpty: false } types ? types : null;

    bool IsEmpty => _attribute is null && _policy is null && _options is null;

    /// <summary>What opens the policy to every origin with credentials; null when the operation does not.</summary>
    public string? AnyOriginWithCredentials(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Arguments.Length: > 0, Initializer: { } initializer } creation when Is(creation.Type, _attribute)
            => AnyOrigin.HasStar(creation.Arguments[0].Value) && SetsCredentials(initializer) ? "EnableCors" : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "AllowAnyOrigin" } target, Value: var value } when Is(target.Property.ContainingType, _policy)
            => IsTrue(value) && IsTrue(SameObject.Value(target, "SupportsCredentials")) ? "CorsPolicy" : null,
        // Katana's AllowAll allows credentials, too.
        IPropertyReferenceOperation { Property: { Name: "AllowAll", IsStatic: true } property } => Is(property.ContainingType, _options) ? "CorsOptions.AllowAll" : null,
        _ => null,
    };

    static bool SetsCredentials(IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var each in initializer.Initializers)
            if (each is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "SupportsCredentials" }, Value: var value } && IsTrue(value))
                return true;
        return false;
    }

    static bool IsTrue(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: true };

    static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
