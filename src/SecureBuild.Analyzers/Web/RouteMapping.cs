using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>A minimal API: <c>app.MapPost("/orders", handler).RequireAuthorization()</c> and the group it is in.</summary>
sealed class RouteMapping
{
    readonly IInvocationOperation _call;
    readonly IMethodSymbol? _handler;

    RouteMapping(IInvocationOperation call)
    {
        _call = call;
        Route = call.Arguments.For("pattern") is { ConstantValue: { HasValue: true, Value: string route } } ? route : "";
        var handler = Delegate(call);
        Handler = (handler as IAnonymousFunctionOperation)?.Body;
        _handler = (handler as IMethodReferenceOperation)?.Method ?? (handler as IAnonymousFunctionOperation)?.Symbol;
        Follow(Above(call));
        Group(call.Arguments.At(0) ?? call.Instance, 0);
    }

    /// <summary>The mapping that the call is; null when it is of another API, or a caller decides about the group.</summary>
    public static RouteMapping? From(IInvocationOperation call)
    {
        if (!call.TargetMethod.ContainingType.Is("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions"))
            return null;
        var mapping = new RouteMapping(call);
        return mapping.IsUnknown ? null : mapping;
    }

    /// <summary>The route, with the prefix of its group; empty when it is not constant.</summary>
    public string Route { get; private set; }

    /// <summary>The lambda's body; null for a method.</summary>
    public IOperation? Handler { get; }

    /// <summary>Authorization, a filter or a convention of the program is put on the endpoint or its group.</summary>
    public bool IsConfigured { get; private set; }

    /// <summary>Everybody is let in by <c>AllowAnonymous()</c>.</summary>
    public bool IsAnonymous { get; private set; }

    /// <summary>Only those get to it whom a policy of the program or a filter lets.</summary>
    public bool IsRestricted { get; private set; }

    bool IsUnknown { get; set; }

    /// <summary>Where to report: the name of the mapping method.</summary>
    public Location Place => _call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name.GetLocation() : _call.Syntax.GetLocation();

    /// <summary>The handler's text.</summary>
    public SyntaxNode Declaration => Handler?.Syntax.Parent ?? (_handler is { DeclaringSyntaxReferences: { Length: 1 } declared } ? declared[0].GetSyntax() : _call.Syntax);

    /// <summary>The handler carries such an attribute.</summary>
    public bool Has(Func<INamedTypeSymbol, bool> attribute) => _handler is not null && WebEndpoint.Any(_handler, attribute, static (type, attribute) => attribute(type));

    void Follow(IOperation? use)
    {
        for (; use is not null; use = use is IInvocationOperation inner ? Above(inner) : null)
            if (use is IInvocationOperation next)
                Note(next);
    }

    void Note(IInvocationOperation next)
    {
        switch (next.TargetMethod.Name)
        {
            case "AllowAnonymous":
                IsAnonymous = IsConfigured = true;
                break;
            case "RequireAuthorization" when next.Arguments.Length > 1 && next.Arguments[1].ArgumentKind != ArgumentKind.DefaultValue && next.Arguments[1].Value is not IArrayCreationOperation { DimensionSizes: [{ ConstantValue.Value: 0 }] }:
                IsRestricted = IsConfigured = true;
                break;
            case "RequireAuthorization" or "AddEndpointFilter" or "AddEndpointFilterFactory" or "RequireHost":
            case var name when next.TargetMethod.DeclaringSyntaxReferences.Length > 0 && !name.StartsWith("With", StringComparison.Ordinal):
                IsConfigured = true;
                break;
        }
    }

    // var group = app.MapGroup("/admin").RequireAuthorization(); group.RequireAuthorization();
    void Group(IOperation? receiver, int depth)
    {
        while (receiver is IConversionOperation conversion)
            receiver = conversion.Operand;
        switch (receiver)
        {
            case IInvocationOperation chain when depth < 8:
                if (chain.TargetMethod.Name == "MapGroup" && chain.Arguments.For("prefix") is { ConstantValue: { HasValue: true, Value: string prefix } })
                    Route = prefix + "/" + Route;
                Note(chain);
                Group(chain.Instance ?? chain.Arguments.At(0), depth + 1);
                break;
            case ILocalReferenceOperation { Type.Name: "RouteGroupBuilder" } local when depth < 8:
                foreach (var operation in Body.Of(local).Where(static operation => operation is IInvocationOperation { TargetMethod.Name: "RequireAuthorization" or "AddEndpointFilter" or "AllowAnonymous" }))
                    if (operation is IInvocationOperation call && (call.Instance ?? call.Arguments.At(0)) is { } target && Names(target, local.Local))
                        Note(call);
                Group(PossibleValues.OnlyValueOf(local), depth + 1);
                break;
            case IParameterReferenceOperation { Type.Name: "RouteGroupBuilder" } or IFieldReferenceOperation or IPropertyReferenceOperation { Type.Name: "RouteGroupBuilder" }:
                IsUnknown = true;
                break;
        }
    }

    static bool Names(IOperation target, ILocalSymbol local)
    {
        while (target is IConversionOperation conversion)
            target = conversion.Operand;
        return target is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
    }

    static IOperation? Delegate(IInvocationOperation call)
    {
        var value = call.Arguments.For("handler") ?? call.Arguments.For("requestDelegate");
        while (value is IConversionOperation or IDelegateCreationOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)value).Target;
        return value;
    }

    // The call that is made on the result of this one.
    static IInvocationOperation? Above(IInvocationOperation call)
    {
        var parent = call.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            IInvocationOperation next => next,
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } next } => next,
            _ => null,
        };
    }
}
