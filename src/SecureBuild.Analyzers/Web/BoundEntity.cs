using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>A parameter that the request fills and whose type is an object of the database.</summary>
sealed class BoundEntity
{
    static readonly HashSet<string> s_protected = new(StringComparer.Ordinal) { "BindNeverAttribute", "JsonIgnoreAttribute", "EditableAttribute", "ReadOnlyAttribute", "IgnoreDataMemberAttribute" };

    static readonly HashSet<string> s_privileged = new(StringComparer.Ordinal)
    {
        "admin", "administrator", "role", "roles", "permission", "permissions", "privilege", "privileges", "superuser", "balance", "credit", "owner", "tenant", "approved", "verified", "confirmed", "hash", "salt", "locked", "banned", "staff",
    };

    BoundEntity(ITypeSymbol type)
    {
        Name = type.Name;
        IsPrivileged = HasPrivilegedMember(type);
    }

    public string Name { get; }

    /// <summary>It has a member that users must not set themselves, and that nothing protects.</summary>
    public bool IsPrivileged { get; }

    /// <summary>The entity that the value is, unchanged from the request; null when it is none.</summary>
    public static BoundEntity? From(IOperation value, RuleRegistration on)
    {
        if (One(Unconverted(value)?.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsAbstract: false, DeclaringSyntaxReferences.Length: > 0 } type
            || !(Parameter(value) is { } parameter ? IsBound(parameter, value) && !WebEndpoint.Has(parameter, "BindAttribute") : IsBoundProperty(value) || IsReadFromRequest(value)) || WebEndpoint.Has(type, "BindAttribute") || IsTransfer(type.Name) || IsCorrected(value))
            return null;
        var entity = new BoundEntity(type);
        return entity.IsPrivileged || on.Web.Value.IsEntity(type.Name) && !HasProtected(type) || IsIdentityUser(type) ? entity : null;
    }

    /// <summary>Whether the value is a parameter, or a variable that is one.</summary>
    public static bool IsParameter(IOperation? value) => value is not null && Parameter(value) is not null;

    /// <summary>Whether the value is a parameter that the request fills.</summary>
    public static bool IsBoundParameter(IOperation value) => Parameter(value) is { } parameter && IsBound(parameter, value);

    /// <summary>Whether the value is a dictionary, a form or a document that the request fills: it names the members to set itself.</summary>
    public static bool IsBoundTable(IOperation value) =>
        value.DescendantsAndSelf().Any(static part => part is IPropertyReferenceOperation { Property: { Name: "Form" or "Query", ContainingType.Name: "HttpRequest" or "HttpRequestBase" } }) ||
        Parameter(value) is { Type.Name: "Dictionary" or "IDictionary" or "JsonElement" or "IFormCollection" or "JObject" or "JsonObject" or "FormCollection" or "ExpandoObject" or "Object" } parameter && IsBound(parameter, value);

    /// <summary>Whether one of the members that the request could set is one that users must not set themselves.</summary>
    public static bool HasPrivilegedMember(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 }; current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, SetMethod: { DeclaredAccessibility: Accessibility.Public } } property && IsPrivilegedName(property.Name) && !IsProtected(property))
                    return true;
        return false;
    }

    static bool IsPrivilegedName(string name)
    {
        foreach (var word in Words.Of(name))
            if (s_privileged.Contains(word))
                return true;
        return false;
    }

    static bool IsProtected(IPropertySymbol property) => WebEndpoint.Any(property, 0, static (attribute, _) => s_protected.Contains(attribute.Name));

    static bool HasProtected(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
            if (member is IPropertySymbol property && IsProtected(property))
                return true;
        return false;
    }

    static bool IsIdentityUser(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (current.Name is "IdentityUser" or "IdentityRole")
                return true;
        return false;
    }

    // user.IsAdmin = false: the program decides what the request must not.
    static bool IsCorrected(IOperation value)
    {
        if (SameObject.Owner(Unconverted(value)) is not { } owner)
            return false;
        foreach (var assignment in Body.Of(value).PropertiesSet(owner))
            if (IsPrivilegedName(assignment.Property.Name))
                return true;
        return false;
    }

    // A type made for the request has no more than the request may say.
    static bool IsTransfer(string name) =>
        name.EndsWith("Dto", StringComparison.OrdinalIgnoreCase) || name.EndsWith("ViewModel", StringComparison.Ordinal) || name.EndsWith("Request", StringComparison.Ordinal) || name.EndsWith("Input", StringComparison.Ordinal)
        || name.EndsWith("InputModel", StringComparison.Ordinal) || name.EndsWith("Command", StringComparison.Ordinal) || name.EndsWith("Form", StringComparison.Ordinal) || name.EndsWith("Vm", StringComparison.Ordinal);

    static IParameterSymbol? Parameter(IOperation value)
    {
        value = Unconverted(value)!;
        return value switch
        {
            IParameterReferenceOperation reference => reference.Parameter,
            ILocalReferenceOperation local when PossibleValues.OnlyValueOf(local) is { } only && only is not ILocalReferenceOperation => Parameter(only),
            ILocalReferenceOperation local when Loop(local) is { Collection: var collection } && Unconverted(collection) is not ILocalReferenceOperation => Parameter(collection),
            _ => null,
        };
    }

    static bool IsBound(IParameterSymbol parameter, IOperation value)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || WebEndpoint.Any(parameter, 0, static (attribute, _) => attribute.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute"))
            return false;
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return IsHandler(value, parameter);
        return method.ContainingType is { } type && (WebEndpoint.IsController(type) && WebEndpoint.IsAction(method) || WebEndpoint.IsPage(type) && method.Name.StartsWith("On", StringComparison.Ordinal) || method.IsStatic && ReturnsResult(method));
    }

    // foreach (var user in users)
    static IForEachLoopOperation? Loop(ILocalReferenceOperation local)
    {
        for (var parent = local.Parent; parent is not null; parent = parent.Parent)
            if (parent is IForEachLoopOperation loop && loop.Locals.Contains(local.Local))
                return loop;
        return null;
    }

    // The element of User[] and List<User>.
    static ITypeSymbol? One(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } of } collection when collection.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" => of[0],
        _ => type,
    };

    // await Request.ReadFromJsonAsync<User>()
    static bool IsReadFromRequest(IOperation value)
    {
        var source = Unconverted(value);
        if (source is ILocalReferenceOperation local)
            source = Unconverted(PossibleValues.OnlyValueOf(local));
        if (source is IAwaitOperation awaited)
            source = awaited.Operation;
        return source is IInvocationOperation { TargetMethod: { Name: "ReadFromJsonAsync", ContainingType.Name: "HttpRequestJsonExtensions" } }
            || source is IInvocationOperation { TargetMethod: { Name: "Deserialize" or "DeserializeAsync" or "DeserializeObject", ContainingType.Name: "JsonSerializer" or "JsonConvert" or "XmlSerializer" } } read && read.Arguments.At(0) is { } text && IsBody(text, 0);
    }

    // Request.Body, or what was read from it
    static bool IsBody(IOperation value, int depth)
    {
        if (depth > 4)
            return false;
        foreach (var part in value.DescendantsAndSelf())
            if (part is IPropertyReferenceOperation { Property: { Name: "Body" or "BodyReader", ContainingType.Name: "HttpRequest" } } || part is ILocalReferenceOperation local && PossibleValues.OnlyValueOf(local) is { } only && IsBody(only, depth + 1))
                return true;
        return false;
    }

    // [BindProperty] public User Person { get; set; }
    static bool IsBoundProperty(IOperation value) => Unconverted(value) is IPropertyReferenceOperation { Property: var property }
        && (WebEndpoint.Has(property, "BindPropertyAttribute") || property.ContainingType is { } type && WebEndpoint.Has(type, "BindPropertiesAttribute") && WebEndpoint.IsPage(type));

    // A static method behind MapPost.
    static bool ReturnsResult(IMethodSymbol method)
    {
        var type = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } of } ? of[0] : method.ReturnType;
        return type.ContainingNamespace?.ToDisplayString() is "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.Http.HttpResults";
    }

    static IOperation? Unconverted(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    // app.MapPost("/users", (User user, Db db) => …)
    static bool IsHandler(IOperation value, IParameterSymbol parameter)
    {
        for (IOperation? current = value; current is not null; current = current.Parent)
            if (current is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, parameter.ContainingSymbol))
            {
                var parent = current.Parent;
                while (parent is IConversionOperation or IDelegateCreationOperation)
                    parent = parent.Parent;
                return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "EndpointRouteBuilderExtensions" } } } && name.StartsWith("Map", StringComparison.Ordinal);
            }
        return false;
    }
}
