using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Injection;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>An object of the database that the request fills, with everything it can name.</summary>
public sealed class SB4010MassAssignment : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4010", Category.Web, DiagnosticSeverity.Warning, cwe: [915], "PW.5.1");

    static readonly string[] s_saves =
    [
        "Add", "AddAsync", "AddRange", "AddRangeAsync", "UpdateRange", "Update", "UpdateAsync", "Attach", "Save", "SaveAsync", "Insert", "InsertAsync", "Create", "CreateAsync", "Store", "Upsert", "UpsertAsync", "ReplaceOne", "ReplaceOneAsync", "InsertOne", "InsertOneAsync", "SaveOrUpdate",
        "AddUser", "UpdateUser", "SaveUser", "CreateUser", "AddUserAsync", "UpdateUserAsync", "SaveUserAsync", "CreateUserAsync", "Register", "RegisterAsync", "RegisterUser", "RegisterUserAsync", "Persist", "PersistAsync", "CreateOrUpdate", "InsertOrUpdate", "AddOrUpdate",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(context => Saved(context, on), s_saves);
        on.Call(context => Updated(context, on), "TryUpdateModelAsync", "TryUpdateModel", "UpdateModel", "ApplyTo", "PopulateObject", "SetValues");
        on.Write(context => Marked(context, on), "State");
        on.Call(context => CopiedWhole(context, on), "CopyTo", "CopyFrom", "CopyProperties", "CopyPropertiesTo", "MapTo", "Map", "Adapt", "InjectFrom");
        on.Call(context => Reflected(context, on), "SetValue");
        on.Write(context => Copied(context, on), "IsAdmin", "IsAdministrator", "IsSuperUser", "IsStaff", "Role", "Roles", "RoleId", "UserRole", "Permissions");
    }

    // _db.Users.Add(user), _db.Update(user), _users.SaveAsync(user), where user is what the request says.
    static void Saved(OperationAnalysisContext context, RuleRegistration on)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var argument in call.Arguments)
            if (BoundEntity.From(argument.Value, on) is { } entity && (IsStore(call) || entity.IsPrivileged && !IsCollection(call)))
            {
                Report(context, call, entity.Name);
                return;
            }
    }

    // _db.Entry(user).State = EntityState.Modified
    static void Marked(OperationAnalysisContext context, RuleRegistration on)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInvocationOperation { TargetMethod.Name: "Entry", Arguments.Length: 1 } entry }, Value: var value }
            && (Setting.IsMember(value, "Modified") || Setting.IsMember(value, "Added")) && BoundEntity.From(entry.Arguments[0].Value, on) is { } entity)
            Report(context, context.Operation, entity.Name);
    }

    // input.CopyTo(user), mapper.Map(input, user), where the input is such an object itself
    static void CopiedWhole(OperationAnalysisContext context, RuleRegistration on)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var given in call.Arguments.Select(static argument => argument.Value).Concat(call.Instance is { } instance ? [instance] : []))
            if (BoundEntity.From(given, on) is { IsPrivileged: true } entity && call.Arguments.Any(argument => !ReferenceEquals(argument.Value, given) && IsEntity(Unconverted(argument.Value)?.Type, on)))
            {
                Report(context, call, entity.Name);
                return;
            }
    }

    // user.IsAdmin = input.IsAdmin, for whoever may call
    static void Copied(OperationAnalysisContext context, RuleRegistration on)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target, Value: var value } && Unconverted(value) is IPropertyReferenceOperation { Instance: { } input } source && source.Property.Name == target.Property.Name
            && BoundEntity.IsBoundParameter(input) && on.Web.Value.IsEntity(target.Property.ContainingType.Name) && !RestrictedTo.Some(context.Operation) && !WebEndpoint.Mentions(RestrictedTo.Member(context.Operation), WebEndpoint.IsQuestionForUser))
            Report(context, context.Operation, target.Property.ContainingType.Name);
    }

    // foreach (var (name, value) in body) type.GetProperty(name).SetValue(user, value), with no list of names
    static void Reflected(OperationAnalysisContext context, RuleRegistration on)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Name != "PropertyInfo" || Unconverted(call.Arguments.At(0))?.Type is not { } type || !IsEntity(type, on))
            return;
        var body = Body.Of(call);
        // property.SetValue(user, property.GetValue(input)), where the input is such an object itself
        var isCopied = call.Arguments.At(1) is IInvocationOperation { TargetMethod: { Name: "GetValue", ContainingType.Name: "PropertyInfo" } } read && read.Arguments.At(0) is { } input && BoundEntity.From(Unconverted(input)!, on) is not null;
        if (!body.Any(static operation => operation is IInvocationOperation { TargetMethod.Name: "Contains" or "ContainsKey" or "TryGetValue" or "IsDefined" or "GetCustomAttribute" })
            && (isCopied || body.Any(static operation => operation is IForEachLoopOperation loop && BoundEntity.IsBoundTable(loop.Collection))))
            Report(context, call, type.Name);
    }

    static void Updated(OperationAnalysisContext context, RuleRegistration on)
    {
        var call = (IInvocationOperation)context.Operation;
        var name = call.TargetMethod.Name switch
        {
            "TryUpdateModelAsync" or "TryUpdateModel" or "UpdateModel" => Filled(call, on),
            "ApplyTo" => call.Instance?.Type is INamedTypeSymbol { Name: "JsonPatchDocument", TypeArguments: { Length: 1 } of } && BoundEntity.IsParameter(call.Instance) && IsEntity(of[0], on) ? of[0].Name : null,
            "PopulateObject" => call.Arguments.For("target")?.Type is { } type && IsEntity(type, on) || IsEntity(Unconverted(call.Arguments.For("target"))?.Type, on) ? Unconverted(call.Arguments.For("target"))?.Type?.Name : null,
            _ => call.TargetMethod.ContainingType.Name is "PropertyValues" or "DbPropertyValues" && call.Arguments.Length == 1 
            ? BoundEntity.From(call.Arguments[0].Value, on)?.Name ?? (BoundEntity.IsBoundTable(call.Arguments[0].Value) ? "SetValues" : null) : null,
        };
        if (name is not null)
            Report(context, call, name);
    }

    // TryUpdateModelAsync(user) without a list of what may be filled in.
    static string? Filled(IInvocationOperation call, RuleRegistration on)
    {
        if (Unconverted(call.Arguments.At(0)) is not { Type: { } type } || !WebEndpoint.IsController(call.TargetMethod.ContainingType) && call.TargetMethod.ContainingType.Name is not ("ControllerBase" or "Controller" or "PageModel" or "PageBase"))
            return null;
        foreach (var argument in call.Arguments)
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter.Name: "includeExpressions" or "includeProperties" or "propertyFilter" or "excludeProperties" } && argument.Value is not IArrayCreationOperation { Initializer.ElementValues.Length: 0 })
                return null;
        return IsEntity(type, on) ? type.Name : null;
    }

    static bool IsEntity(ITypeSymbol? type, RuleRegistration on) => type is INamedTypeSymbol named && (on.Web.Value.IsEntity(named.Name) || BoundEntity.HasPrivilegedMember(named));

    static bool IsStore(IInvocationOperation call)
    {
        for (var type = call.TargetMethod.ContainingType; type is not null; type = type.BaseType)
            if (type.Name is "DbSet" or "DbContext" or "IDbSet" or "UserManager" or "IMongoCollection" or "ISession" or "RoleManager")
                return true;
        return false;
    }

    // A list in memory is no store by itself; a repository of the program is.
    static bool IsCollection(IInvocationOperation call) => call.TargetMethod.ContainingNamespace?.ToDisplayString() is { } space && space.StartsWith("System.Collections", StringComparison.Ordinal);

    static IOperation? Unconverted(IOperation? value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    static void Report(OperationAnalysisContext context, IOperation place, string entity) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), entity));
}
