using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Parameters that the framework fills from the request.</summary>
static class ClientParameter
{
    /// <summary>A parameter of an action, page handler, hub method or endpoint. <paramref name="mention"/> is needed for lambdas only.</summary>
    public static bool IsBound(IParameterSymbol parameter, IOperation? mention)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || !IsBoundType(parameter))
            return false;
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return mention is not null && IsHandler(mention, method);
        return method.ContainingType is { } type
            && (WebEndpoint.IsController(type) && WebEndpoint.IsAction(method)
                || WebEndpoint.IsPage(type) && method.Name.StartsWith("On", StringComparison.Ordinal)
                || type.BaseType is { Name: "Hub" } && WebEndpoint.IsAction(method)
                || WebEndpoint.Has(type, "ApiControllerAttribute") && WebEndpoint.IsAction(method)
                || parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FromHeaderAttribute" or "FromQueryAttribute" or "FromFormAttribute" or "FromBodyAttribute" or "FromRouteAttribute"));
    }

    /// <summary>The value comes from the request, not from dependency injection.</summary>
    public static bool IsBoundType(IParameterSymbol parameter) =>
        parameter.Type.TypeKind != TypeKind.Interface && parameter.RefKind == RefKind.None && parameter.Type.Name is not ("HttpContext" or "HttpRequest" or "ClaimsPrincipal" or "CancellationToken")
        && !parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");

    /// <summary>A class of the program that holds what a request says.</summary>
    public static bool IsModel(ITypeSymbol type) => type is INamedTypeSymbol { SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 };

    /// <summary><c>await Request.ReadFromJsonAsync&lt;T&gt;()</c></summary>
    public static bool IsReadFromRequest(IOperation value)
    {
        while (value is IAwaitOperation or IConversionOperation)
            value = value is IAwaitOperation awaited ? awaited.Operation : ((IConversionOperation)value).Operand;
        return value is IInvocationOperation { TargetMethod: { Name: "ReadFromJsonAsync", ContainingType.Name: "HttpRequestJsonExtensions" } };
    }

    static bool IsHandler(IOperation mention, IMethodSymbol lambda)
    {
        for (IOperation? current = mention; current is not null; current = current.Parent)
            if (current is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            {
                var parent = current.Parent;
                while (parent is IConversionOperation or IDelegateCreationOperation)
                    parent = parent.Parent;
                return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "EndpointRouteBuilderExtensions" } } } && name.StartsWith("Map", StringComparison.Ordinal);
            }
        return false;
    }
}
